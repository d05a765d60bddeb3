package org.homeward.node.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.homeward.node.desk.ExchangeDesk.OwnRegisters;
import org.homeward.node.desk.Step;
import org.homeward.node.exchange.ExchangeNode;
import org.homeward.node.exchange.NodeIdentity;
import org.homeward.node.exchange.Outcome;
import org.homeward.node.exchange.Surroundings;
import org.homeward.node.packages.CasePackages;
import org.homeward.node.release.ReleaseGate;
import org.homeward.node.server.Plant.Answered;
import org.homeward.node.server.Plant.Stick;
import org.homeward.protocol.exchange.Act;
import org.homeward.protocol.exchange.Approval;
import org.homeward.protocol.exchange.Phase;
import org.homeward.protocol.exchange.Terms;
import org.homeward.protocol.json.CanonicalJson;

/**
 * A whole case between three real nodes on real files, in one thread, with the agency's real door between them, and all that side A can
 * observe of it. Clock and chance are the same in every world; what is {@link Hidden} is not.
 */
final class IsolationWorld implements AutoCloseable {
    static final String CASE = "case-1";
    private static final String OTHER = "case-2";
    private static final String TERMS = """
            {"id": "three", "date": "2026-02-05", "countingRule": "three a side",
             "ladder": {"sought": "FULL", "held": "FULL"},
             "sides": ["aa", "bb"],
             "categories": [{"id": "soldiers", "text": "Prisoners of war",
               "tests": [{"attribute": "kind", "op": "IS", "values": ["SOLDIER"]}]},
              {"id": "wounded", "text": "Seriously wounded", "tests": [
               {"attribute": "medical", "op": "IS", "values": ["SERIOUS"]},
               {"attribute": "kind", "op": "IS", "values": ["SOLDIER"]}]}],
             "levels": [{"measure": "LONGEST_HELD"}],
             "clauses": [
               {"type": "ALL", "id": "w", "text": "All seriously wounded go home.", "category": "wounded"},
               {"type": "COUNT", "id": "a", "text": "Three.", "side": "aa", "category": "soldiers", "number": 3},
               {"type": "COUNT", "id": "b", "text": "Three.", "side": "bb", "category": "soldiers", "number": 3}]}""";

    /** After these A knocks everywhere. */
    private static final Set<Step> CURIOUS =
            EnumSet.of(Step.OPEN_CASE, Step.SEAL_LIST, Step.ANSWER_LINES, Step.SIGN_AGREEMENT);

    private final Path home;
    private final Hidden hidden;
    private final Plant plant;
    private final Surroundings agency;
    private final RealDoor door;
    private final Map<String, Cases> nodes = new TreeMap<>();
    private final Map<String, HttpAgency> lines = new HashMap<>();

    /** What A observed. */
    final Watch watch;

    /** Steps that a desk did not take, and why. */
    final List<String> refused = new ArrayList<>();

    /** What the agency asks of its surroundings while it answers. */
    private final WorkMeter meter = new WorkMeter();

    private Instant now = Instant.parse("2026-02-05T08:00:00Z");

    /** A world with registers in memory. */
    IsolationWorld(Path home, Hidden hidden, Plant plant, ReleaseGate gate, List<String> expected) throws IOException {
        this(home, hidden, plant, gate, WorldRegisters.ofA(), WorldRegisters.ofB(hidden, plant), expected);
    }

    IsolationWorld(
            Path home,
            Hidden hidden,
            Plant plant,
            ReleaseGate gate,
            OwnRegisters ofA,
            OwnRegisters ofB,
            List<String> expected)
            throws IOException {
        this.watch = new Watch(expected);
        this.home = home;
        this.hidden = hidden;
        this.plant = plant;
        agency = surroundings("med", gate);
        nodes.put("med", open("med", null, WorldRegisters.ofA(), agency));
        door = new RealDoor(of("med"), agency, meter);
        line("aa", gate, ofA);
        line("bb", gate, ofB);
        for (Cases node : nodes.values()) {
            Enrolled.in(node, CASE, "aa", "bb");
        }
        Enrolled.in(of("med"), OTHER, "bb", "cc");
    }

    private Surroundings surroundings(String id, ReleaseGate gate) {
        Repeating random = new Repeating(id.hashCode());
        if (id.equals("bb")) {
            for (int i = 0; i < plant.drawn(hidden); i++) {
                random.nextLong();
            }
        }
        return new Surroundings(new NodeClock(id), random, gate);
    }

    private void line(String id, ReleaseGate gate, OwnRegisters registers) throws IOException {
        Surroundings around = surroundings(id, gate);
        HttpAgency line = new HttpAgency(
                Enrolled.identity(id),
                (method, path, header, body) -> call(id, method, path, header, body.bytes()),
                around);
        lines.put(id, line);
        nodes.put(id, open(id, line, registers, around));
    }

    private Cases open(String id, AgencyLine line, OwnRegisters registers, Surroundings around) throws IOException {
        return Cases.open(
                home.resolve(id).resolve("cases"), Enrolled.identity(id), line, registers, around, new Pins());
    }

    private Cases of(String id) {
        return nodes.get(id);
    }

    CaseRoom room(String id) {
        return of(id).find(CASE).orElseThrow();
    }

    Path home(String id) {
        return home.resolve(id);
    }

    /** The whole case, then packages, then the files that A has. */
    void run() throws IOException {
        otherCase();
        nothingOfB();
        for (Step step : Step.values()) {
            if (step == Step.OPEN_CASE || step == Step.PROPOSE_TERMS || step == Step.PROPOSE_LISTS) {
                act("med", step);
                if (step == Step.PROPOSE_LISTS && plant.objects(hidden)) {
                    object();
                    act("med", step);
                }
            } else {
                boolean three = step == Step.SIGN_TERMS
                        || step == Step.SEAL_LOTTERY
                        || step == Step.REVEAL_LOTTERY
                        || step == Step.FREEZE_LISTS
                        || step == Step.SIGN_AGREEMENT;
                act(plant.first(hidden) ? "bb" : "aa", step);
                act(plant.first(hidden) ? "aa" : "bb", step);
                if (three) {
                    act("med", step);
                }
            }
            if (CURIOUS.contains(step)) {
                curious();
            }
        }
        stick("med");
        stick("bb");
        plant.home(home("aa"), hidden);
        watch.files(home("aa"));
        watch.end();
    }

    /**
     * What the agency does in the case that is none of A's; how much it is differs between the worlds. Chance has no memory, so the
     * numbers that repeat themselves here begin again.
     */
    private void otherCase() throws IOException {
        ExchangeNode node = of("med").find(OTHER).orElseThrow().node();
        sign(
                OTHER,
                node,
                node.draft(
                        new Act.CaseOpened(of("med").find(OTHER).orElseThrow().participants())));
        for (int i = 1; i < hidden.otherActs; i++) {
            sign(
                    OTHER,
                    node,
                    node.draft(new Act.TermsProposed(new Terms(
                            "Terms " + hidden.secret,
                            hidden.secret,
                            Map.of(),
                            Map.of(),
                            CanonicalJson.tree(Map.of("clauses", java.util.List.of()))))));
        }
        ((Repeating) agency.random()).again();
    }

    /** B's clerk hands in rubbish, in one world more often than in the other; it is nobody's business. */
    private void nothingOfB() throws IOException {
        for (int i = 0; i <= hidden.world; i++) {
            raw("bb", "POST", "/peer/cases/" + CASE + "/envelopes", ("rubbish " + i).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** A does its part, whatever it is told; what its own node tells it is observed too. */
    private void act(String id, Step step) throws IOException {
        now = now.plus(Duration.ofMinutes(7));
        try {
            does(id, step);
        } catch (IOException e) {
            if (id.equals("aa")) {
                see("A reads: " + e.getMessage());
            }
        }
        synchronise("aa");
        synchronise("bb");
    }

    private void synchronise(String id) {
        try {
            room(id).synchronise();
        } catch (IOException e) {
            if (id.equals("aa")) {
                see("A reads: " + e.getMessage());
            }
        }
    }

    private void does(String id, Step step) throws IOException {
        CaseRoom room = room(id);
        synchronise(id);
        Outcome drafted = step == Step.PROPOSE_TERMS
                ? room.desk().propose(TERMS)
                : room.desk().start(step);
        if (!(drafted instanceof Outcome.Waiting waiting)) {
            refused.add(id + " " + step + ": " + drafted);
            return;
        }
        Act own = room.node().waitingAct(waiting.draftId()).orElseThrow();
        Act leaking = id.equals("aa") ? own : plant.act(id, own, hidden);
        if (!leaking.equals(own)) {
            room.node().withdraw(waiting.draftId());
            drafted = room.node().draft(leaking);
        }
        sign(CASE, room.node(), drafted);
    }

    private void object() throws IOException {
        room("bb").synchronise();
        Act.Proposal proposal = room("bb").node().state().proposal();
        if (proposal != null) {
            sign(
                    CASE,
                    room("bb").node(),
                    room("bb").node().draft(new Act.ProposalObjected(proposal.digest(), List.of())));
        }
    }

    private void sign(String caseId, ExchangeNode node, Outcome drafted) throws IOException {
        if (!(drafted instanceof Outcome.Waiting waiting)) {
            return;
        }
        String id = node.identity().id();
        for (String officer : id.equals("bb") ? plant.signers(hidden) : List.of(id + "-1", id + "-2")) {
            byte[] message = Approval.message(caseId, id, waiting.kind(), waiting.commitment());
            node.approve(waiting.draftId(), officer, Enrolled.officer(officer).sign(message));
        }
    }

    /** A knocks at every door there is, with its own key. */
    private void curious() throws IOException {
        String own = "/peer/cases/" + CASE;
        for (String path : List.of(
                own + "/batch?from=0",
                own + "/batch?from=-1",
                own + "/batch?from=x",
                own + "/batch",
                own + "/checkpoint?old=0",
                own + "/cosigned",
                "/peer/cases/" + OTHER + "/batch?from=0",
                "/peer/cases/" + OTHER + "/cosigned",
                "/peer/cases/case-9/batch?from=0",
                "/api/cases")) {
            raw("aa", "GET", path, new byte[0]);
        }
        raw("aa", "POST", own + "/envelopes", new byte[] {'{', '}'});
        raw("aa", "POST", own + "/cosignatures", "no note".getBytes(StandardCharsets.UTF_8));
        raw("aa", "POST", "/peer/cases/" + OTHER + "/envelopes", new byte[] {'{', '}'});
    }

    private void raw(String id, String method, String path, byte[] body) throws IOException {
        NodeIdentity identity = Enrolled.identity(id);
        answer(id, method, path, PeerSignature.header(id, identity.signing(), method, path, body, now), body);
    }

    private byte[] call(String id, String method, String path, String header, byte[] body) throws IOException {
        Answered answer = answer(id, method, path, header, body);
        if (answer.status / 100 != 2) {
            throw new IOException("The agency answers " + answer.status);
        }
        return answer.body;
    }

    private Answered answer(String id, String method, String path, String header, byte[] body) throws IOException {
        Answered answer = door.answer(id, method, path, header, body, () -> plant.work(path, meter, hidden));
        if (id.equals("aa")) {
            plant.answer(path, answer, hidden);
            watch.answer(method + " " + path + " " + header, answer);
        }
        return answer;
    }

    /** A package for A, from the agency or from B. */
    private void stick(String from) throws IOException {
        if (!(room(from).export("aa", 0) instanceof CasePackages.Outcome.Made made)) {
            see("no stick from " + from);
            return;
        }
        Stick stick = plant.stick(new Stick(from + "-aa.package", made.bytes()), hidden);
        Path file = home.resolve(stick.name());
        Files.write(file, stick.bytes());
        watch.stick(stick, room("aa").take(file).toString());
    }

    private void see(String what) {
        watch.see(what);
    }

    Phase phase() {
        return room("aa").node().state().phase();
    }

    private final class NodeClock extends Clock {
        private final String id;

        NodeClock(String id) {
            this.id = id;
        }

        @Override
        public Instant instant() {
            if (id.equals("med")) {
                meter.ask();
            }
            return id.equals("aa") ? now : plant.clock(id, now, hidden);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @Override
    public void close() throws IOException {
        for (Cases node : nodes.values()) {
            node.close();
        }
    }
}
