package org.homeward.node.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.homeward.node.exchange.Answer;
import org.homeward.node.exchange.NodeIdentity;
import org.homeward.node.exchange.RefusedEnvelope;
import org.homeward.node.people.People;
import org.homeward.protocol.crypto.Bytes;
import org.homeward.protocol.crypto.SigningKey;
import org.homeward.protocol.envelope.Envelope;
import org.homeward.protocol.envelope.Sealer;
import org.homeward.protocol.exchange.Act;
import org.homeward.protocol.exchange.Approval;
import org.homeward.protocol.exchange.CaseRules;
import org.homeward.protocol.exchange.CaseState;
import org.homeward.protocol.exchange.Participants;
import org.homeward.protocol.exchange.Participants.Participant;
import org.homeward.protocol.exchange.Refusal.Code;
import org.homeward.protocol.json.CanonicalJson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** What a hostile but enrolled bureau may send to the agency over its line, and what becomes of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadEnvelopesTest {
    private static final String CASE = "case-1";
    private static final SecureRandom RANDOM = new SecureRandom();

    @TempDir
    private static Path temp;

    private final Sealer sealer = new Sealer(RANDOM);
    private Node agency;
    private Participants participants;
    private HttpClient line;

    @BeforeAll
    void start() throws Exception {
        for (String id : List.of("med", "ua", "ru")) {
            NodeSetup.withTestOperators(
                    new NodeConfig(
                            temp.resolve(id),
                            id,
                            id,
                            id.equals("med") ? null : NodeConfig.BY_HAND,
                            "127.0.0.1",
                            0,
                            true,
                            null),
                    RANDOM);
        }
        participants = new Participants(card("med", CASE), List.of(card("ua", CASE), card("ru", CASE)));
        agency = Node.start(temp.resolve("med"));
        agency.cases().enrol(CASE, participants);
        Pins pins = new Pins();
        pins.enrol("ua", participants);
        line = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(pins.context(identity("ua").transport()))
                .build();
        open();
    }

    @AfterAll
    void stop() {
        line.close();
        agency.close();
    }

    @Test
    void aBadSignature() throws Exception {
        Envelope sound = sealed(CASE, participants.all(), state(), "ua", terms());
        Envelope forged = changed(sound, "sig", identity("ru").signing().sign(new byte[] {1}));
        refused(forged.bytes(), Code.BAD_SIGNATURE);
    }

    @Test
    void anEnvelopeThatIsNotSealedToTheAgency() throws Exception {
        refused(sealed(CASE, participants.parties(), state(), "ua", terms()).bytes(), Code.NOT_FOR_US);
    }

    @Test
    void anEnvelopeOfAnotherCase() throws Exception {
        Participants other =
                new Participants(card("med", "case-2"), List.of(card("ua", "case-2"), card("ru", "case-2")));
        refused(
                sealed("case-2", other.all(), CaseState.empty("case-2"), "ua", terms())
                        .bytes(),
                Code.OTHER_CASE);
    }

    @Test
    void aGapInTheSendersNumbers() throws Exception {
        CaseState ahead = ahead(state(), sealed(CASE, participants.all(), state(), "ua", terms()));
        refused(sealed(CASE, participants.all(), ahead, "ua", terms()).bytes(), Code.BAD_SEQUENCE);
    }

    @Test
    void aVersionOfTheFuture() throws Exception {
        ObjectNode tree = (ObjectNode) CanonicalJson.tree(sealed(CASE, participants.all(), state(), "ua", terms()));
        tree.put("v", Envelope.VERSION + 1);
        refused(CanonicalJson.bytes(tree), Code.FUTURE_VERSION);
    }

    @Test
    void aKindThatNobodyKnows() throws Exception {
        Sealer.Draft draft = new Sealer.Draft("Amnesty", "00".repeat(32), CanonicalJson.tree(List.of()));
        refused(sealed(CASE, participants.all(), state(), "ua", draft).bytes(), Code.UNKNOWN_KIND);
    }

    @Test
    void bytesThatAreNoEnvelope() throws Exception {
        refused("{\"not\":\"one\"}".getBytes(StandardCharsets.UTF_8), Code.UNREADABLE);
        refused("PK\u0003\u0004 zip".getBytes(StandardCharsets.ISO_8859_1), Code.UNREADABLE);
    }

    @Test
    void moreThanAnEnvelopeMayHave() throws Exception {
        Pins pins = new Pins();
        pins.enrol("ua", participants);
        String head = "POST /peer/cases/" + CASE + "/envelopes HTTP/1.1\r\nHost: agency\r\nConnection: close\r\n"
                + "Content-Length: " + (Envelope.MAX_BYTES + 1L) + "\r\n\r\n";
        try (Socket socket = pins.context(identity("ua").transport())
                .getSocketFactory()
                .createSocket("127.0.0.1", agency.peerUrl().getPort())) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            StringBuilder answer = new StringBuilder();
            int next;
            while (answer.indexOf("}") < 0 && (next = socket.getInputStream().read()) >= 0) {
                answer.append((char) next);
            }
            assertThat(answer.toString())
                    .as("before one byte of it is read")
                    .startsWith("HTTP/1.1 413")
                    .contains("TOO_LARGE", "sentence");
        }
    }

    @Test
    void aReplayIsAnsweredAsBeforeAndAForkIsKeptAsProof() throws Exception {
        agency.cases().find(CASE).orElseThrow();
        CaseState before = state();
        Envelope first = sealed(CASE, participants.all(), before, "ru", new Act.TermsSigned("00"));
        // The first of ru is refused by the rules, so its number is free; ua's opening number is taken by a sound act
        // below.
        assertThat(answer(first.bytes()).refusal().code()).isEqualTo(Code.WRONG_PHASE);
        List<Envelope> accepted = room().node().envelopes();
        Envelope opening = accepted.getFirst();
        assertThat(answer(opening.bytes()).accepted()).as("a replay").isTrue();
        assertThat(room().node().envelopes()).isEqualTo(accepted);

        Envelope fork = sealed(CASE, participants.all(), CaseState.empty(CASE), "med", terms());
        assertThat(fork.seq()).isEqualTo(opening.seq());
        refused(fork.bytes(), Code.FORK);
        RefusedEnvelope proof = room().node().refusals().stream()
                .filter(r -> r.code().equals("FORK"))
                .findFirst()
                .orElseThrow();
        assertThat(proof.proof()).hasSize(2);
        for (String text : proof.proof()) {
            Envelope one = Envelope.parse(text.getBytes(StandardCharsets.UTF_8));
            assertThat(one.isSignedBy(identity("med").signing().publicText())).isTrue();
            assertThat(one.seq()).isEqualTo(opening.seq());
        }
        try (Stream<Path> kept = Files.list(temp.resolve("med/cases/" + CASE + "/acts/refused"))) {
            assertThat(kept.map(f -> f.getFileName().toString())).anyMatch(name -> name.startsWith("FORK-"));
        }
    }

    @Test
    void aNodeWhoseDiskFailsTellsTheOtherSideNothingOfItsInside() throws Exception {
        Path acts = temp.resolve("med/cases/" + CASE + "/acts");
        Path first;
        try (Stream<Path> files = Files.list(acts)) {
            first = files.filter(Files::isRegularFile)
                    .filter(f -> f.getFileName().toString().matches("0+(\\..*)?"))
                    .findFirst()
                    .orElseThrow();
        }
        Path aside = temp.resolve("aside");
        Files.move(first, aside);
        try {
            HttpResponse<byte[]> response = send("GET", "/peer/cases/" + CASE + "/batch?from=0", new byte[0]);
            assertThat(response.statusCode()).isEqualTo(502);
            assertThat(new String(response.body(), StandardCharsets.UTF_8))
                    .contains("UNREACHABLE", "try again")
                    .doesNotContain(acts.toString(), first.getFileName().toString());
        } finally {
            Files.move(aside, first);
        }
    }

    private void refused(byte[] envelope, Code code) throws Exception {
        int before = room().node().envelopes().size();
        Answer answer = answer(envelope);
        assertThat(answer.refusal()).isNotNull();
        assertThat(answer.refusal().code()).isEqualTo(code);
        assertThat(answer.refusal().sentence()).hasSizeGreaterThan(20).endsWith(".");
        assertThat(answer.receipt().isSignedBy(identity("med").signing().publicText()))
                .as("answered by a signed receipt")
                .isTrue();
        assertThat(answer.receipt().outcome()).isEqualTo(code.name());
        assertThat(answer.receipt().envelope()).isEqualTo(Bytes.hex(Bytes.sha256(envelope)));
        assertThat(room().node().refusals())
                .as("noted")
                .anyMatch(r -> r.code().equals(code.name())
                        && r.digest().equals(answer.receipt().envelope()));
        assertThat(room().node().envelopes()).hasSize(before);
    }

    private Answer answer(byte[] envelope) throws Exception {
        HttpResponse<byte[]> response = send("POST", "/peer/cases/" + CASE + "/envelopes", envelope);
        assertThat(response.statusCode()).isEqualTo(200);
        return CanonicalJson.read(response.body(), Answer.class);
    }

    private HttpResponse<byte[]> send(String method, String path, byte[] body) throws Exception {
        return line.send(
                HttpRequest.newBuilder(agency.peerUrl().resolve(path))
                        .header(
                                PeerSignature.HEADER,
                                PeerSignature.header("ua", identity("ua").signing(), method, path, body, Instant.now()))
                        .method(method, HttpRequest.BodyPublishers.ofByteArray(body))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private CaseRoom room() {
        return agency.cases().find(CASE).orElseThrow();
    }

    private CaseState state() {
        return room().node().state();
    }

    private void open() throws Exception {
        Envelope opening =
                sealed(CASE, participants.all(), CaseState.empty(CASE), "med", new Act.CaseOpened(participants));
        assertThat(answer(opening.bytes()).accepted()).isTrue();
    }

    private static Act terms() {
        return new Act.TermsSigned("ab".repeat(32));
    }

    private CaseState ahead(CaseState at, Envelope envelope) throws Exception {
        return CaseRules.evolve(
                at, Sealer.open(envelope, "ua", identity("ua").sealing()).orElseThrow());
    }

    private Envelope sealed(String caseId, List<Participant> to, CaseState state, String from, Act act)
            throws Exception {
        return sealed(caseId, to, state, from, sealer.draft(act));
    }

    private Envelope sealed(String caseId, List<Participant> to, CaseState state, String from, Sealer.Draft draft)
            throws Exception {
        List<Approval> approvals = new ArrayList<>();
        for (TestOperators.Operator operator :
                TestOperators.load(temp.resolve(from)).all().subList(0, 2)) {
            byte[] message = Approval.message(caseId, from, draft.kind(), draft.commitment());
            approvals.add(new Approval(
                    operator.id(),
                    SigningKey.fromPrivateText(operator.privateKey()).sign(message)));
        }
        return sealer.seal(state, from, identity(from).signing(), to, Instant.now(), draft, approvals);
    }

    private static Envelope changed(Envelope envelope, String member, String value) throws Exception {
        ObjectNode tree = (ObjectNode) CanonicalJson.tree(envelope);
        tree.put(member, value);
        return Envelope.parse(CanonicalJson.bytes(tree));
    }

    private static NodeIdentity identity(String id) throws Exception {
        return NodeIdentity.load(temp.resolve(id)).orElseThrow();
    }

    private static Participant card(String id, String caseId) throws Exception {
        return identity(id)
                .card(
                        caseId,
                        id.equals("med"),
                        id,
                        People.load(temp.resolve(id), NodeConfig.LOCAL).officers());
    }
}
