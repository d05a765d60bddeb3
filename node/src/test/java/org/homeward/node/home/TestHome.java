package org.homeward.node.home;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.homeward.node.desk.Step;
import org.homeward.node.exchange.NodeIdentity;
import org.homeward.node.exchange.Outcome;
import org.homeward.node.people.Person;
import org.homeward.node.server.CaseRoom;
import org.homeward.node.server.Node;
import org.homeward.node.server.NodeConfig;
import org.homeward.node.server.NodeSetup;
import org.homeward.node.server.TestOperators.Operator;
import org.homeward.protocol.crypto.SigningKey;
import org.homeward.protocol.exchange.Approval;
import org.homeward.protocol.exchange.Participants;
import org.homeward.protocol.exchange.Participants.Officer;
import org.homeward.protocol.exchange.Participants.Participant;
import org.homeward.protocol.json.CanonicalJson;

/** Homes of real nodes for tests: an agency with one case, and a bureau. */
public final class TestHome {
    public static final String CASE = "case-1";

    private static final SecureRandom RANDOM = new SecureRandom();

    private TestHome() {}

    static Path agency(Path home) throws IOException {
        return agency(home, 0);
    }

    static Path agency(Path home, int port) throws IOException {
        NodeSetup.withTestOperators(new NodeConfig(home, "med", "Agency", null, "127.0.0.1", port, true, null), RANDOM);
        return home;
    }

    static Path bureau(Path home) throws IOException {
        NodeSetup.withTestOperators(
                new NodeConfig(home, "aa", "Bureau", URI.create("https://127.0.0.1:9"), "127.0.0.1", 0, true, null),
                RANDOM);
        return home;
    }

    /** Enrols the agency and two parties for a case, as the node finds it when it starts. */
    static void enrol(Path home) throws Exception {
        List<Officer> own = new ArrayList<>();
        for (Person person : CanonicalJson.read(Files.readAllBytes(home.resolve("people.json")), Person[].class)) {
            if (person.role().acts()) {
                own.add(new Officer(person.id(), person.name(), person.role().name(), person.publicKey()));
            }
        }
        NodeIdentity identity = NodeIdentity.load(home).orElseThrow();
        List<Participant> parties = new ArrayList<>();
        for (String id : List.of("aa", "bb")) {
            List<Officer> officers = new ArrayList<>();
            for (int i = 1; i <= 2; i++) {
                String key = SigningKey.generate(RANDOM).publicText();
                officers.add(new Officer(id + "-" + i, "Test operator", "HEAD", key));
            }
            parties.add(NodeIdentity.generate(id, RANDOM).card(CASE, false, id, officers));
        }
        Participants participants = new Participants(identity.card(CASE, true, "Agency", own), parties);
        Path folder = Files.createDirectories(home.resolve("cases").resolve(CASE));
        Files.write(folder.resolve("participants.json"), CanonicalJson.bytes(participants));
    }

    static CaseRoom room(Node node) {
        return node.cases().find(CASE).orElseThrow();
    }

    /** Two test operators of the agency open the case. */
    static void openCase(Path home, Node node) throws Exception {
        Outcome outcome = room(node).desk().start(Step.OPEN_CASE);
        Operator[] operators =
                CanonicalJson.read(Files.readAllBytes(home.resolve("test-operators.json")), Operator[].class);
        for (int i = 0; i < 2; i++) {
            Outcome.Waiting waiting = (Outcome.Waiting) outcome;
            byte[] message = Approval.message(CASE, "med", waiting.kind(), waiting.commitment());
            outcome = room(node)
                    .node()
                    .approve(
                            waiting.draftId(),
                            operators[i].id(),
                            SigningKey.fromPrivateText(operators[i].privateKey())
                                    .sign(message));
        }
        if (!(outcome instanceof Outcome.Done)) {
            throw new AssertionError("The case does not open: " + outcome);
        }
    }
}
