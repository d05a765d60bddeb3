package org.homeward.node.exchange;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.homeward.protocol.crypto.SigningKey;
import org.homeward.protocol.envelope.JointEntry;
import org.homeward.protocol.exchange.Act;
import org.homeward.protocol.exchange.Approval;
import org.homeward.protocol.exchange.Participants;
import org.homeward.protocol.exchange.Participants.Officer;
import org.homeward.protocol.exchange.Participants.Participant;
import org.homeward.protocol.exchange.Terms;
import org.homeward.protocol.json.CanonicalJson;

/**
 * A process that is killed: an agency on real files proposes terms again and again and prints each acknowledged envelope. Its joint
 * log is one file of lines, forced before each answer.
 */
final class KilledAgency {
    private static final String CASE = "case-1";

    private KilledAgency() {}

    private record Setup(Participants participants, List<String> officerKeys) {}

    static final class LineLog implements JointLog {
        private final List<String> lines = new ArrayList<>();
        private final FileChannel channel;

        LineLog(Path file) throws IOException {
            if (Files.exists(file)) {
                String text = Files.readString(file);
                // A torn last line was never acknowledged.
                String whole = text.substring(0, text.lastIndexOf('\n') + 1);
                whole.lines().forEach(lines::add);
                channel = FileChannel.open(file, StandardOpenOption.WRITE);
                channel.truncate(whole.getBytes(java.nio.charset.StandardCharsets.UTF_8).length);
                channel.position(channel.size());
            } else {
                channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            }
        }

        @Override
        public long append(JointEntry entry) throws IOException {
            String line = new String(entry.bytes(), java.nio.charset.StandardCharsets.UTF_8);
            channel.write(java.nio.ByteBuffer.wrap((line + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8)));
            channel.force(true);
            lines.add(line);
            return lines.size() - 1L;
        }

        @Override
        public long size() {
            return lines.size();
        }

        @Override
        public byte[] entry(long index) {
            return lines.get((int) index).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    static ExchangeNode start(Path home) throws Exception {
        Setup setup = CanonicalJson.read(Files.readAllBytes(home.resolve("setup.json")), Setup.class);
        return ExchangeNode.agency(
                CASE,
                NodeIdentity.load(home).orElseThrow(),
                setup.participants(),
                home.resolve("case"),
                new LineLog(home.resolve("joint.log")),
                Clock.systemUTC());
    }

    static void setUp(Path home) throws IOException {
        SecureRandom random = new SecureRandom();
        List<String> keys = new ArrayList<>();
        List<Participant> all = new ArrayList<>();
        for (String id : List.of("med", "aa", "bb")) {
            NodeIdentity identity = NodeIdentity.generate(id, random);
            List<Officer> officers = new ArrayList<>();
            for (int i = 1; i <= 2; i++) {
                SigningKey key = SigningKey.generate(random);
                officers.add(new Officer(id + "-" + i, "Test operator", "HEAD", key.publicText()));
                if (id.equals("med")) {
                    keys.add(key.privateText());
                }
            }
            if (id.equals("med")) {
                identity.save(home);
            }
            all.add(new Participant(
                    id, id, identity.signing().publicText(), identity.sealing().publicText(), "", officers));
        }
        Setup setup = new Setup(new Participants(all.get(0), all.subList(1, 3)), keys);
        Files.write(home.resolve("setup.json"), CanonicalJson.bytes(setup));
    }

    public static void main(String[] args) throws Exception {
        Path home = Path.of(args[0]);
        Setup setup = CanonicalJson.read(Files.readAllBytes(home.resolve("setup.json")), Setup.class);
        ExchangeNode node = start(home);
        if (node.state().participants() == null) {
            act(node, setup, new Act.CaseOpened(setup.participants()));
        }
        for (int i = 0; ; i++) {
            act(
                    node,
                    setup,
                    new Act.TermsProposed(new Terms(
                            "round " + i, "r", java.util.Map.of(), java.util.Map.of(), CanonicalJson.tree(i))));
        }
    }

    private static void act(ExchangeNode node, Setup setup, Act act) throws IOException {
        Outcome outcome = node.draft(act);
        for (int i = 0; i < 2; i++) {
            Outcome.Waiting waiting = (Outcome.Waiting) outcome;
            byte[] message = Approval.message(CASE, "med", waiting.kind(), waiting.commitment());
            String signature =
                    SigningKey.fromPrivateText(setup.officerKeys().get(i)).sign(message);
            outcome = node.approve(waiting.draftId(), "med-" + (i + 1), signature);
        }
        System.out.println(((Outcome.Done) outcome).receipt().envelope());
        System.out.flush();
    }
}
