package org.homeward.node.server;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.homeward.node.access.AccessDesk;
import org.homeward.node.desk.Step;
import org.homeward.node.exchange.NodeIdentity;
import org.homeward.node.people.People;
import org.homeward.node.people.Person;
import org.homeward.node.store.Registers;
import org.homeward.node.store.Store;
import org.homeward.protocol.crypto.Bytes;
import org.homeward.protocol.exchange.Approval;
import org.homeward.protocol.exchange.Participants;
import org.homeward.protocol.exchange.Participants.Participant;
import org.homeward.protocol.json.CanonicalJson;
import org.homeward.protocol.json.MalformedJsonException;
import org.homeward.register.ReadOutcome;
import org.homeward.register.RegisterReader;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The door for this side's programs: what people do on the pages, as JSON, with the same rights. */
@RestController
@RequestMapping(path = "/api", produces = MediaType.APPLICATION_JSON_VALUE)
class ApiController {
    private static final int MAX_REGISTER = 64 * 1024 * 1024;
    private static final int MAX_SMALL = 1024 * 1024;

    private final NodeConfig config;
    private final NodeIdentity identity;
    private final People people;
    private final Cases cases;
    private final Store store;
    private final Clock clock;
    private final AccessDesk access;

    ApiController(
            NodeConfig config,
            NodeIdentity identity,
            People people,
            Cases cases,
            Store store,
            Clock clock,
            AccessDesk access) {
        this.config = config;
        this.identity = identity;
        this.people = people;
        this.cases = cases;
        this.store = store;
        this.clock = clock;
        this.access = access;
    }

    /** How the others enrol this node in a case: its public keys, and those of its officers. */
    @GetMapping("enrolment/{caseId}")
    byte[] enrolment(@PathVariable String caseId) {
        Participant card = identity.card(caseId, config.isAgency(), config.name(), people.officers());
        return CanonicalJson.bytes(card);
    }

    /** Enrols everybody's keys for a new case. */
    @PostMapping("cases/{caseId}")
    Map<String, String> enrol(
            @PathVariable String caseId, @AuthenticationPrincipal Person person, HttpServletRequest request)
            throws IOException {
        require(person.role().acts());
        Participants participants = json(Bodies.read(request, MAX_SMALL), Participants.class);
        Optional<String> flaw = cases.enrol(caseId, participants);
        if (flaw.isPresent()) {
            throw new ApiProblem(HttpStatus.CONFLICT, "ENROLMENT", flaw.get());
        }
        return Map.of("case", caseId, "enrolment", participants.digest());
    }

    /** The cases that are open to the person. */
    @GetMapping("cases")
    List<CaseSummary> all(@AuthenticationPrincipal Person person) {
        return cases.all().stream()
                .filter(room -> access.door(person.id(), person.role(), room.caseId()) != AccessDesk.Door.CLOSED)
                .map(CaseSummary::of)
                .toList();
    }

    @GetMapping("cases/{caseId}")
    CaseSummary one(@PathVariable String caseId) {
        return CaseSummary.of(room(caseId));
    }

    /** Fetches from the agency what is new, now. */
    @PostMapping("cases/{caseId}/synchronise")
    CaseSummary synchronise(@PathVariable String caseId) throws IOException {
        CaseRoom room = room(caseId);
        room.synchronise();
        return CaseSummary.of(room);
    }

    /** Lays terms on the table: the body is a selection's terms file. */
    @PostMapping("cases/{caseId}/terms")
    OutcomeView terms(@PathVariable String caseId, @AuthenticationPrincipal Person person, HttpServletRequest request)
            throws IOException {
        require(person.role().acts());
        String json = new String(Bodies.read(request, MAX_SMALL), StandardCharsets.UTF_8);
        return OutcomeView.of(room(caseId).desk().propose(json));
    }

    /** Starts a step: makes its draft, for two people to sign. */
    @PostMapping("cases/{caseId}/steps/{step}")
    OutcomeView start(@PathVariable String caseId, @PathVariable String step, @AuthenticationPrincipal Person person)
            throws IOException {
        require(person.role().acts());
        return OutcomeView.of(room(caseId).desk().start(step(step)));
    }

    @GetMapping("cases/{caseId}/drafts")
    List<OutcomeView> drafts(@PathVariable String caseId) {
        return room(caseId).node().waiting().stream().map(OutcomeView::of).toList();
    }

    /** Adds a person's own signature to a draft. */
    @PostMapping("cases/{caseId}/drafts/{draft}/approvals")
    OutcomeView approve(
            @PathVariable String caseId,
            @PathVariable String draft,
            @AuthenticationPrincipal Person person,
            HttpServletRequest request)
            throws IOException {
        require(person.role().acts());
        Approval approval = json(Bodies.read(request, MAX_SMALL), Approval.class);
        if (!approval.officer().equals(person.id())) {
            throw new ApiProblem(HttpStatus.FORBIDDEN, "NOT_YOURS", "A person hands in his own signature only.");
        }
        return OutcomeView.of(room(caseId).node().approve(draft, person.id(), approval.signature()));
    }

    /** Takes a draft back that was not handed in. */
    @DeleteMapping("cases/{caseId}/drafts/{draft}")
    OutcomeView withdraw(
            @PathVariable String caseId, @PathVariable String draft, @AuthenticationPrincipal Person person)
            throws IOException {
        require(person.role().acts());
        return OutcomeView.of(room(caseId).node().withdraw(draft));
    }

    /** Everything that an agreed case leaves behind, as a zip. */
    @GetMapping(path = "cases/{caseId}/bundle", produces = "application/zip")
    byte[] bundle(@PathVariable String caseId) throws IOException {
        CaseRoom room = room(caseId);
        if (room.log().isEmpty()) {
            throw new ApiProblem(HttpStatus.NOT_FOUND, "NOT_HERE", "The agency writes the bundle of a case.");
        }
        return CaseBundle.zip(room, identity, clock)
                .orElseThrow(() -> new ApiProblem(
                        HttpStatus.CONFLICT, "NOT_AGREED", "The case is not agreed yet: all three sign first."));
    }

    /**
     * What became of a register that was handed in.
     *
     * @param encoding as detected
     * @param separator as detected
     */
    record Taken(long batch, int rows, String encoding, String separator, List<String> columns) {}

    /** Takes a register in: the body is the file. */
    @PostMapping("registers/{kind}")
    Taken takeIn(
            @PathVariable String kind,
            @RequestParam(defaultValue = "register.csv") String name,
            @AuthenticationPrincipal Person person,
            HttpServletRequest request)
            throws IOException {
        require(person.role().takesIn() && !config.isAgency());
        Registers.Kind register = kind(kind);
        byte[] body = Bodies.read(request, MAX_REGISTER);
        String file = Path.of(name).getFileName().toString();
        return switch (RegisterReader.read(file, body, Map.of(), clock.instant())) {
            case ReadOutcome.Read(var table, var seen) -> {
                Registers.Batch batch = store.registers()
                        .add(register, file, Bytes.hex(Bytes.sha256(body)), table, person.id(), clock.instant());
                store.registers().expire(clock.instant());
                List<String> columns = new ArrayList<>();
                table.columns().forEach(c -> columns.add(c.header() + " = " + c.field()));
                yield new Taken(batch.id(), batch.rows(), seen.encoding(), String.valueOf(seen.separator()), columns);
            }
            case ReadOutcome.Refused refused ->
                throw new ApiProblem(
                        HttpStatus.UNPROCESSABLE_CONTENT, refused.code().toString(), refused.sentence());
        };
    }

    @GetMapping("registers/{kind}")
    List<Registers.Batch> batches(@PathVariable String kind) {
        return store.registers().batches(kind(kind));
    }

    /** Takes a whole batch back. */
    @DeleteMapping("registers/{kind}/{batch}")
    Map<String, Boolean> undo(
            @PathVariable String kind, @PathVariable long batch, @AuthenticationPrincipal Person person) {
        require(person.role().takesIn());
        boolean there = store.registers().batches(kind(kind)).stream().anyMatch(b -> b.id() == batch);
        return Map.of("undone", there && store.registers().undo(batch, person.id(), clock.instant()));
    }

    private CaseRoom room(String caseId) {
        return cases.find(caseId).orElseThrow(ApiProblem::noCase);
    }

    private static void require(boolean allowed) {
        if (!allowed) {
            throw ApiProblem.role();
        }
    }

    private static Step step(String name) {
        try {
            return Step.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw new ApiProblem(HttpStatus.NOT_FOUND, "NO_STEP", "There is no such step.");
        }
    }

    static Registers.Kind kind(String name) {
        return Registers.Kind.of(name)
                .orElseThrow(() ->
                        new ApiProblem(HttpStatus.NOT_FOUND, "NO_REGISTER", "The registers are 'held' and 'sought'."));
    }

    private static <T> T json(byte[] body, Class<T> type) {
        try {
            return CanonicalJson.read(body, type);
        } catch (MalformedJsonException e) {
            throw new ApiProblem(
                    HttpStatus.BAD_REQUEST, "UNREADABLE", "The request cannot be read: " + e.getMessage() + ".");
        }
    }
}
