package org.homeward.node.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.homeward.protocol.crypto.SigningKey;
import org.homeward.protocol.envelope.Envelope;
import org.homeward.protocol.envelope.JointEntry;
import org.homeward.protocol.exchange.Act;
import org.homeward.protocol.exchange.Approval;
import org.homeward.protocol.exchange.Participants;
import org.homeward.protocol.exchange.Participants.Officer;
import org.homeward.protocol.exchange.Participants.Participant;
import org.homeward.protocol.exchange.Terms;
import org.homeward.protocol.json.CanonicalJson;

/** The keys and people of an agency and two bureaus that know each other, and their nodes on one folder. */
final class ThreeNodes {
    static final String CASE = "case-1";
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-02-05T08:00:00Z"), ZoneOffset.UTC);

    final Map<String, NodeIdentity> identities = new HashMap<>();
    final List<JointEntry> entries = new ArrayList<>();
    final Participants participants;
    boolean stopsAfterAppend;

    private final Path home;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, SigningKey> officers = new HashMap<>();

    ThreeNodes(Path home) {
        this.home = home;
        this.participants = new Participants(enrol("med"), List.of(enrol("aa"), enrol("bb")));
    }

    private Participant enrol(String id) {
        NodeIdentity identity = NodeIdentity.generate(id, random);
        identities.put(id, identity);
        List<Officer> people = new ArrayList<>();
        for (int i = 1; i <= 2; i++) {
            SigningKey key = SigningKey.generate(random);
            officers.put(id + "-" + i, key);
            people.add(new Officer(id + "-" + i, "Test operator", "HEAD", key.publicText()));
        }
        return identity.card(CASE, id.equals("med"), id, people);
    }

    /** The agency on its journal and a joint log in memory; again, as after a restart. */
    ExchangeNode startAgency() throws IOException {
        return startAgency(new JointLog() {
            @Override
            public long append(JointEntry entry) {
                entries.add(entry);
                if (stopsAfterAppend) {
                    throw new IllegalStateException("the machine stops here");
                }
                return entries.size() - 1;
            }

            @Override
            public byte[] entry(long index) {
                return entries.get((int) index).bytes();
            }

            @Override
            public long size() {
                return entries.size();
            }
        });
    }

    ExchangeNode startAgency(JointLog log) throws IOException {
        return ExchangeNode.agency(CASE, identities.get("med"), participants, home.resolve("med"), log, CLOCK);
    }

    ExchangeNode startBureau(String id, AgencyLink link) throws IOException {
        return ExchangeNode.bureau(CASE, identities.get(id), participants, home.resolve(id), link, CLOCK);
    }

    static AgencyLink linkTo(ExchangeNode agency) {
        return new AgencyLink() {
            @Override
            public Answer submit(Envelope envelope) throws IOException {
                return agency.receive(envelope);
            }

            @Override
            public Batch fetch(String caseId, int from) throws IOException {
                return agency.batch(from, 2);
            }
        };
    }

    Outcome sign(ExchangeNode node, Outcome outcome, String officer) throws IOException {
        return sign(node, (Outcome.Waiting) outcome, officer);
    }

    Outcome sign(ExchangeNode node, Outcome.Waiting waiting, String officer) throws IOException {
        String from = node.identity().id();
        byte[] message = Approval.message(CASE, from, waiting.kind(), waiting.commitment());
        return node.approve(waiting.draftId(), officer, officers.get(officer).sign(message));
    }

    /** Two people of the node's side do the act. */
    Outcome act(ExchangeNode node, Act act) throws IOException {
        String id = node.identity().id();
        return sign(node, sign(node, node.draft(act), id + "-1"), id + "-2");
    }

    Terms terms() {
        return new Terms(
                "t",
                "one per side",
                Map.of("aa", 1, "bb", 1),
                Map.of(),
                CanonicalJson.tree(Map.of("clauses", java.util.List.of())));
    }
}
