package org.homeward.simulation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.homeward.ledger.NoteSigner;
import org.homeward.node.exchange.AgencyLink;
import org.homeward.node.exchange.Answer;
import org.homeward.node.exchange.Batch;
import org.homeward.node.exchange.ExchangeNode;
import org.homeward.node.exchange.LedgerJointLog;
import org.homeward.node.exchange.NodeIdentity;
import org.homeward.node.exchange.Outcome;
import org.homeward.protocol.crypto.Bytes;
import org.homeward.protocol.crypto.SigningKey;
import org.homeward.protocol.envelope.Envelope;
import org.homeward.protocol.envelope.OrderHead;
import org.homeward.protocol.exchange.Act;
import org.homeward.protocol.exchange.Approval;
import org.homeward.protocol.exchange.Participants;
import org.homeward.protocol.exchange.Participants.Officer;
import org.homeward.protocol.exchange.Participants.Participant;
import org.homeward.protocol.json.CanonicalJson;
import org.homeward.protocol.json.MalformedJsonException;

/** One node of a case on real files, with its people, as the test and the process that is killed both run it. */
final class NodeOnFiles implements AutoCloseable {
    static final List<String> IDS = List.of("med", "aa", "bb");

    private final String id;
    private final String caseId;
    private final Participants participants;
    private final Map<String, String> officers;
    private final LedgerJointLog log;
    final ExchangeNode node;

    NodeOnFiles(Path base, String id, String caseId, AgencyLink link) throws IOException {
        this.id = id;
        this.caseId = caseId;
        this.officers = read(base.resolve("officers.json"), Keys.class).keys();
        this.participants = participants(base, caseId);
        NodeIdentity identity = identity(base, id);
        Path folder = base.resolve(id).resolve(caseId);
        if (id.equals("med")) {
            NoteSigner key = identity.logKey(caseId);
            log = LedgerJointLog.open(folder.resolve("joint"), key.verifier().name(), List.of(key));
            node = ExchangeNode.agency(caseId, identity, participants, folder.resolve("acts"), log, Clock.systemUTC());
        } else {
            log = null;
            node = ExchangeNode.bureau(caseId, identity, participants, folder.resolve("acts"), link, Clock.systemUTC());
        }
    }

    private record Keys(Map<String, String> keys) {}

    static void setUp(Path base) throws IOException {
        SecureRandom random = new SecureRandom();
        Map<String, String> keys = new TreeMap<>();
        for (String id : IDS) {
            Files.createDirectories(base.resolve(id));
            NodeIdentity.generate(id, random).save(base.resolve(id));
            for (int i = 1; i <= 2; i++) {
                keys.put(id + "-" + i, SigningKey.generate(random).privateText());
            }
        }
        Files.write(base.resolve("officers.json"), CanonicalJson.bytes(new Keys(keys)));
    }

    static NodeIdentity identity(Path base, String id) throws IOException {
        try {
            return NodeIdentity.load(base.resolve(id)).orElseThrow();
        } catch (NodeIdentity.BrokenKeyException e) {
            throw new IOException(e);
        }
    }

    private Participants participants(Path base, String caseId) throws IOException {
        List<Participant> all = new ArrayList<>();
        for (String one : IDS) {
            List<Officer> people = officers.entrySet().stream()
                    .filter(e -> e.getKey().startsWith(one))
                    .map(e -> new Officer(
                            e.getKey(),
                            "Test operator",
                            "HEAD",
                            SigningKey.fromPrivateText(e.getValue()).publicText()))
                    .toList();
            all.add(identity(base, one).card(caseId, one.equals("med"), one, people));
        }
        return new Participants(all.getFirst(), all.subList(1, 3));
    }

    /** What this side does next, by two people; its envelope's digest when the agency acknowledged it, otherwise empty. */
    String act() throws IOException {
        node.synchronise();
        String secret = Bytes.hex(Bytes.sha256(Bytes.utf8(id + caseId)));
        Optional<Act> next =
                Script.next(node.state(), node.identity(), participants, secret, false, java.time.Instant.now());
        if (next.isEmpty() || !(node.draft(next.get()) instanceof Outcome.Waiting waiting)) {
            return "";
        }
        Outcome outcome = waiting;
        for (int i = 1; i <= 2; i++) {
            byte[] message = Approval.message(caseId, id, waiting.kind(), waiting.commitment());
            String officer = id + "-" + i;
            outcome = node.approve(
                    waiting.draftId(),
                    officer,
                    SigningKey.fromPrivateText(officers.get(officer)).sign(message));
        }
        return outcome instanceof Outcome.Done done ? done.receipt().envelope() : "";
    }

    /** Answers a call of the wire. */
    String handle(String method, String body) throws IOException {
        return switch (method) {
            case "act" -> act();
            case "phase" -> node.state().phase().name();
            case "submit" -> text(node.receive(envelope(body)));
            case "batch" -> {
                Batch batch = node.batch(Integer.parseInt(body), 8);
                yield text(new WireBatch(
                        batch.envelopes().stream().map(NodeOnFiles::text).toList(), batch.head()));
            }
            default -> throw new IllegalArgumentException(method);
        };
    }

    /** A line to the agency that answers at the other end of a call. */
    static AgencyLink over(Wire.Handler calls) {
        return new AgencyLink() {
            @Override
            public Answer submit(Envelope envelope) throws IOException {
                return read(calls.handle("submit", text(envelope)).getBytes(StandardCharsets.UTF_8), Answer.class);
            }

            @Override
            public Batch fetch(String caseId, int from) throws IOException {
                WireBatch batch =
                        read(calls.handle("batch", "" + from).getBytes(StandardCharsets.UTF_8), WireBatch.class);
                List<Envelope> envelopes = new ArrayList<>();
                for (String one : batch.envelopes()) {
                    envelopes.add(envelope(one));
                }
                return new Batch(envelopes, batch.head());
            }
        };
    }

    private record WireBatch(List<String> envelopes, OrderHead head) {}

    private static String text(Object value) {
        return new String(CanonicalJson.bytes(value), StandardCharsets.UTF_8);
    }

    private static Envelope envelope(String text) throws IOException {
        try {
            return Envelope.parse(text.getBytes(StandardCharsets.UTF_8));
        } catch (MalformedJsonException e) {
            throw new IOException(e);
        }
    }

    private static <T> T read(Path file, Class<T> type) throws IOException {
        return read(Files.readAllBytes(file), type);
    }

    private static <T> T read(byte[] bytes, Class<T> type) throws IOException {
        try {
            return CanonicalJson.read(bytes, type);
        } catch (MalformedJsonException e) {
            throw new IOException(e);
        }
    }

    /** Makes the joint log's static files whole. */
    void publish() {
        log.publish();
    }

    @Override
    public void close() {
        if (log != null) {
            log.close();
        }
    }
}
