package org.homeward.node.server;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.homeward.node.desk.AfterAgreement;
import org.homeward.node.desk.AfterAgreement.Wish;
import org.homeward.node.exchange.Outcome;
import org.homeward.node.holds.HoldDesk;
import org.homeward.node.people.Person;
import org.homeward.node.store.Holds;
import org.homeward.protocol.exchange.Board;
import org.homeward.protocol.exchange.Deadline;
import org.homeward.protocol.exchange.Death;
import org.homeward.protocol.exchange.Doubt;
import org.homeward.protocol.exchange.ReplyCode;
import org.homeward.protocol.json.CanonicalJson;
import org.homeward.protocol.json.MalformedJsonException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What people do beside the walk of a case and after it, for this side's programs: each makes a draft, which two people sign as any other; and
 * the holds on one person. The same desks as the pages', and so the same rights.
 */
@RestController
@RequestMapping(path = "/api", produces = MediaType.APPLICATION_JSON_VALUE)
class ApiActsController {
    private static final int MAX_BODY = 1024 * 1024;
    private static final String HOLDS = "registers/held/rows/{batch}/{ordinal}/holds";
    private static final String BOARDS = "registers/held/rows/{batch}/{ordinal}/boards";

    private final NodeConfig config;
    private final Cases cases;
    private final HoldDesk holds;

    ApiActsController(NodeConfig config, Cases cases, HoldDesk holds) {
        this.config = config;
        this.cases = cases;
        this.holds = holds;
    }

    /** A change of the lists in force, by lines; what is not so is null. */
    record ChangeWanted(
            String party,
            @Nullable String leaves,
            @Nullable ReplyCode code,
            @Nullable String comes,
            @Nullable ReplyCode passing) {}

    record Changes(List<ChangeWanted> changes) {}

    record Lines(Set<String> lines) {}

    record Receipt(String handover, Set<String> lines) {}

    record ReceiptDoubt(String handover, Set<String> lines, Doubt doubt) {}

    record Hours(int hours) {}

    record Availability(Set<String> notAvailable, Set<String> again) {}

    record OneLine(String line) {}

    record DeathSaid(
            String line,
            Death.Standing standing,
            @Nullable String day,
            @Nullable String burial) {}

    /** @param askAgain an ISO date with {@code OWN_WILL}, and null otherwise */
    record HoldWanted(Holds.Kind kind, @Nullable String askAgain) {}

    /**
     * What this node has not told the others of its people.
     *
     * @param notAvailable lines of people who are kept back
     * @param again lines of people who are kept back no more
     * @param dead lines of people whose death two people confirmed
     * @param boards lines of people of whom a board decided
     */
    record Untold(Set<String> notAvailable, Set<String> again, Set<String> dead, Set<String> boards) {}

    /** Drafts an amendment of the lists in force. */
    @PostMapping("cases/{caseId}/amendment")
    OutcomeView amend(@PathVariable String caseId, @AuthenticationPrincipal Person person, HttpServletRequest request)
            throws IOException {
        List<Wish> wishes = body(acting(person, request), Changes.class).changes().stream()
                .map(c -> new Wish(c.party(), c.leaves(), c.code(), c.comes(), c.passing()))
                .toList();
        return draft(caseId, person, desk -> desk.propose(wishes));
    }

    /** Drafts this side's signature under the amendment on the table. */
    @PostMapping("cases/{caseId}/amendment/signature")
    OutcomeView signAmendment(@PathVariable String caseId, @AuthenticationPrincipal Person person) throws IOException {
        return draft(caseId, person, AfterAgreement::sign);
    }

    /** Drafts the end of the amendment on the table: its proposer withdraws it, another declines it. */
    @DeleteMapping("cases/{caseId}/amendment")
    OutcomeView endAmendment(@PathVariable String caseId, @AuthenticationPrincipal Person person) throws IOException {
        return draft(caseId, person, AfterAgreement::end);
    }

    /** Drafts an objection to the proposed lists: to these lines of them, or with none to the lists as a whole. */
    @PostMapping("cases/{caseId}/objection")
    OutcomeView object(@PathVariable String caseId, @AuthenticationPrincipal Person person, HttpServletRequest request)
            throws IOException {
        Set<String> lines = body(acting(person, request), Lines.class).lines();
        return draft(caseId, person, desk -> desk.object(lines));
    }

    /** Drafts the mediator's withdrawal of its proposal. */
    @DeleteMapping("cases/{caseId}/proposal")
    OutcomeView withdrawProposal(@PathVariable String caseId, @AuthenticationPrincipal Person person)
            throws IOException {
        return draft(caseId, person, AfterAgreement::withdrawProposal);
    }

    /** Drafts this side's receipt for people of its list in force. */
    @PostMapping("cases/{caseId}/receipt")
    OutcomeView receive(@PathVariable String caseId, @AuthenticationPrincipal Person person, HttpServletRequest request)
            throws IOException {
        Receipt receipt = body(acting(person, request), Receipt.class);
        return draft(caseId, person, desk -> desk.receive(receipt.handover(), receipt.lines()));
    }

    /** Drafts what this side says of a receipt: that people did not come, that this was wrong, or that the other side is right. */
    @PostMapping("cases/{caseId}/receipt/doubt")
    OutcomeView doubt(@PathVariable String caseId, @AuthenticationPrincipal Person person, HttpServletRequest request)
            throws IOException {
        ReceiptDoubt said = body(acting(person, request), ReceiptDoubt.class);
        return draft(caseId, person, desk -> desk.doubt(said.handover(), said.lines(), said.doubt()));
    }

    /** Drafts the mediator's word that a clock is over. */
    @PostMapping("cases/{caseId}/deadlines/{due}/passed")
    OutcomeView passed(@PathVariable String caseId, @PathVariable String due, @AuthenticationPrincipal Person person)
            throws IOException {
        return draft(caseId, person, desk -> desk.endClock(due(due)));
    }

    /** Drafts the mediator's leave of more time. */
    @PostMapping("cases/{caseId}/deadlines/{due}/extended")
    OutcomeView extended(
            @PathVariable String caseId,
            @PathVariable String due,
            @AuthenticationPrincipal Person person,
            HttpServletRequest request)
            throws IOException {
        int hours = body(acting(person, request), Hours.class).hours();
        return draft(caseId, person, desk -> desk.extendClock(due(due), hours));
    }

    /** What this node has not told the others of its people. */
    @GetMapping("cases/{caseId}/untold")
    Untold untold(@PathVariable String caseId) throws IOException {
        CaseRoom room = room(caseId);
        return new Untold(
                room.desk().toSayNotAvailable(),
                room.desk().toSayAgain(),
                room.desk().deathsToTell(),
                room.desk().boardsToTell().keySet());
    }

    /** Drafts that people are not available, or are again; why is never asked. */
    @PostMapping("cases/{caseId}/availability")
    OutcomeView availability(
            @PathVariable String caseId, @AuthenticationPrincipal Person person, HttpServletRequest request)
            throws IOException {
        Availability said = body(acting(person, request), Availability.class);
        return draft(caseId, person, desk -> desk.availability(said.notAvailable(), said.again()));
    }

    /** Drafts what a board decided of a person, as two people noted it on this node. */
    @PostMapping("cases/{caseId}/board")
    OutcomeView board(@PathVariable String caseId, @AuthenticationPrincipal Person person, HttpServletRequest request)
            throws IOException {
        String line = body(acting(person, request), OneLine.class).line();
        Map<String, Board> decided = room(caseId).desk().boardsToTell();
        return draft(caseId, person, desk -> desk.board(line, decided));
    }

    /** Drafts what this side says of a death. */
    @PostMapping("cases/{caseId}/death")
    OutcomeView death(@PathVariable String caseId, @AuthenticationPrincipal Person person, HttpServletRequest request)
            throws IOException {
        DeathSaid said = body(acting(person, request), DeathSaid.class);
        return draft(
                caseId, person, desk -> desk.death(said.line(), new Death(said.standing(), said.day(), said.burial())));
    }

    /** The holds on a person, as far as the asking person's role may see them. */
    @GetMapping(HOLDS)
    HoldDesk.Seen holds(@PathVariable long batch, @PathVariable int ordinal, @AuthenticationPrincipal Person person) {
        return seen(batch, ordinal, person);
    }

    /** Sets a hold. */
    @PostMapping(HOLDS)
    Map<String, Boolean> hold(
            @PathVariable long batch,
            @PathVariable int ordinal,
            @AuthenticationPrincipal Person person,
            HttpServletRequest request)
            throws IOException {
        HoldWanted wanted = body(request, HoldWanted.class);
        LocalDate again;
        try {
            again = wanted.askAgain() == null ? null : LocalDate.parse(wanted.askAgain());
        } catch (DateTimeException e) {
            throw unreadable("'askAgain' is a date as 2026-08-01");
        }
        return did(batch, ordinal, person, row -> holds.set(row, wanted.kind(), person.id(), person.role(), again));
    }

    /** The second person's word for a hold. */
    @PostMapping(HOLDS + "/{id}/confirm")
    Map<String, Boolean> confirm(
            @PathVariable long batch,
            @PathVariable int ordinal,
            @PathVariable long id,
            @AuthenticationPrincipal Person person) {
        return did(batch, ordinal, person, row -> holds.confirm(row, id, person.id(), person.role()));
    }

    /** One of the two words that lift a hold. */
    @PostMapping(HOLDS + "/{id}/lift")
    Map<String, Boolean> lift(
            @PathVariable long batch,
            @PathVariable int ordinal,
            @PathVariable long id,
            @AuthenticationPrincipal Person person) {
        return did(batch, ordinal, person, row -> holds.lift(row, id, person.id(), person.role()));
    }

    /** Notes what a medical board decided. */
    @PostMapping(BOARDS)
    Map<String, Boolean> note(
            @PathVariable long batch,
            @PathVariable int ordinal,
            @AuthenticationPrincipal Person person,
            HttpServletRequest request)
            throws IOException {
        Board board = body(request, Board.class);
        return did(batch, ordinal, person, row -> holds.note(row, board, person.id(), person.role()));
    }

    /** The second person's word for a decision of a board. */
    @PostMapping(BOARDS + "/{id}/confirm")
    Map<String, Boolean> confirmBoard(
            @PathVariable long batch,
            @PathVariable int ordinal,
            @PathVariable long id,
            @AuthenticationPrincipal Person person) {
        return did(batch, ordinal, person, row -> holds.confirmBoard(row, id, person.id(), person.role()));
    }

    private HoldDesk.Seen seen(long batch, int ordinal, Person person) {
        if (config.isAgency()) {
            throw noRow();
        }
        return holds.of(batch, ordinal, person.role()).orElseThrow(ApiActsController::noRow);
    }

    private Map<String, Boolean> did(long batch, int ordinal, Person person, Predicate<String> work) {
        if (!work.test(seen(batch, ordinal, person).row())) {
            throw new ApiProblem(
                    HttpStatus.FORBIDDEN,
                    "NOT_YOURS",
                    "This is not for this person to do: the role may not, it takes another person, or it cannot be.");
        }
        return Map.of("done", true);
    }

    private interface Work {
        Outcome on(AfterAgreement desk) throws IOException;
    }

    private OutcomeView draft(String caseId, Person person, Work work) throws IOException {
        if (!person.role().acts()) {
            throw ApiProblem.role();
        }
        CaseRoom room = room(caseId);
        return OutcomeView.of(work.on(new AfterAgreement(room.node(), room.desk()::takesFromElsewhere)));
    }

    /** The request of one who may act; who may not is told so before anything is read. */
    private static HttpServletRequest acting(Person person, HttpServletRequest request) {
        if (!person.role().acts()) {
            throw ApiProblem.role();
        }
        return request;
    }

    private static Deadline.Due due(String name) {
        return Arrays.stream(Deadline.Due.values())
                .filter(d -> d.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ApiProblem(
                        HttpStatus.NOT_FOUND,
                        "NO_DEADLINE",
                        "The deadlines are REPLY, OBJECTION, SIGNATURE and AMENDMENT."));
    }

    private CaseRoom room(String caseId) {
        return cases.find(caseId).orElseThrow(ApiProblem::noCase);
    }

    private static ApiProblem noRow() {
        return new ApiProblem(HttpStatus.NOT_FOUND, "NO_ROW", "There is no such row in the register of those held.");
    }

    private static ApiProblem unreadable(String why) {
        return new ApiProblem(HttpStatus.BAD_REQUEST, "UNREADABLE", "The request cannot be read: " + why + ".");
    }

    private static <T> T body(HttpServletRequest request, Class<T> type) throws IOException {
        try {
            T read = CanonicalJson.as(JsonMapper.shared().readTree(Bodies.read(request, MAX_BODY)), type);
            return checked(read);
        } catch (MalformedJsonException | JacksonException e) {
            throw unreadable("it has the members of its description and no others, and what is not so is null");
        }
    }

    /** Where a list or a name belongs there is one. */
    private static <T> T checked(T read) throws MalformedJsonException {
        Set<@Nullable Object> needed = new HashSet<>();
        switch (read) {
            case Changes c -> {
                needed.add(c.changes());
                if (c.changes() != null) {
                    c.changes().forEach(one -> needed.add(one == null ? null : one.party()));
                }
            }
            case Lines l -> needed.add(l.lines());
            case Receipt r -> {
                needed.add(r.handover());
                needed.add(r.lines());
            }
            case Availability a -> {
                needed.add(a.notAvailable());
                needed.add(a.again());
            }
            case OneLine l -> needed.add(l.line());
            case DeathSaid d -> {
                needed.add(d.line());
                needed.add(d.standing());
            }
            case HoldWanted h -> needed.add(h.kind());
            default -> {}
        }
        if (needed.contains(null)) {
            throw new MalformedJsonException("a member that must be there is null");
        }
        return read;
    }
}
