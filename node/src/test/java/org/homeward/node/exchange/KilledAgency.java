package org.homeward.node.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.homeward.ledger.NoteSigner;
import org.homeward.protocol.crypto.SigningKey;
import org.homeward.protocol.exchange.Act;
import org.homeward.protocol.exchange.Approval;
import org.homeward.protocol.exchange.Participants;
import org.homeward.protocol.exchange.Participants.Officer;
import org.homeward.protocol.exchange.Participants.Participant;
import org.homeward.protocol.exchange.Terms;
import org.homeward.protocol.json.CanonicalJson;

/**
 * A process that is killed: an agency on real files, with the real joint log, proposes terms again and again and prints each
 * acknowledged envelope.
 */
final class KilledAgency {
    private static final String CASE = "case-1";

    private KilledAgency() {}

    static NoteSigner signer(Path home) throws Exception {
        return NodeIdentity.load(home).orElseThrow().logKey(CASE);
    }

    private record Setup(Participants participants, List<String> officerKeys) {}

    static ExchangeNode start(Path home) throws Exception {
        Setup setup = CanonicalJson.read(Files.readAllBytes(home.resolve("setup.json")), Setup.class);
        return ExchangeNode.agency(
                CASE,
                NodeIdentity.load(home).orElseThrow(),
                setup.participants(),
                home.resolve("case"),
                LedgerJointLog.open(
                        home.resolve("joint"), signer(home).verifier().name(), List.of(signer(home))),
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
            all.add(identity.card(CASE, id.equals("med"), id, officers));
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
