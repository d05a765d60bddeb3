package org.homeward.node.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.homeward.protocol.envelope.Receipt;
import org.homeward.protocol.exchange.Act;
import org.homeward.protocol.exchange.Approval;
import org.homeward.protocol.exchange.Participants;
import org.homeward.protocol.exchange.Participants.Officer;
import org.homeward.protocol.exchange.Participants.Participant;
import org.homeward.protocol.exchange.Phase;
import org.homeward.protocol.exchange.Refusal.Code;
import org.homeward.protocol.exchange.Terms;
import org.homeward.protocol.json.CanonicalJson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExchangeNodeTest {
    private static final String CASE = "case-1";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-02-05T08:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path home;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, NodeIdentity> identities = new HashMap<>();
    private final Map<String, SigningKey> officers = new HashMap<>();
    private final List<JointEntry> entries = new ArrayList<>();
    private boolean stopsAfterAppend;
    private Participants participants;
    private ExchangeNode agency;
    private ExchangeNode bureau;

    @BeforeEach
    void threeNodesThatKnowEachOthersKeys() throws IOException {
        participants = new Participants(enrol("med"), List.of(enrol("aa"), enrol("bb")));
        agency = startAgency();
        bureau = startBureau("aa", linkTo(agency));
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

    private ExchangeNode startAgency() throws IOException {
        JointLog log = new JointLog() {
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
        };
        return ExchangeNode.agency(CASE, identities.get("med"), participants, home.resolve("med"), log, CLOCK);
    }

    private ExchangeNode startBureau(String id, AgencyLink link) throws IOException {
        return ExchangeNode.bureau(CASE, identities.get(id), participants, home.resolve(id), link, CLOCK);
    }

    private static AgencyLink linkTo(ExchangeNode agency) {
        return new AgencyLink() {
            @Override
            public Receipt submit(Envelope envelope) throws IOException {
                return agency.receive(envelope);
            }

            @Override
            public Batch fetch(String caseId, int from) throws IOException {
                return agency.batch(from, 2);
            }
        };
    }

    private Outcome sign(ExchangeNode node, Outcome outcome, String officer) throws IOException {
        Outcome.Waiting waiting = (Outcome.Waiting) outcome;
        String from = node.identity().id();
        byte[] message = Approval.message(CASE, from, waiting.kind(), waiting.commitment());
        return node.approve(waiting.draftId(), officer, officers.get(officer).sign(message));
    }

    private Outcome act(ExchangeNode node, Act act) throws IOException {
        String id = node.identity().id();
        return sign(node, sign(node, node.draft(act), id + "-1"), id + "-2");
    }

    private Terms terms() {
        return new Terms("t", "one per side", Map.of("aa", 1, "bb", 1), Map.of(), CanonicalJson.tree(Map.of()));
    }

    @Test
    void anActOfABureauReachesTheOtherThroughTheAgency() throws IOException {
        ExchangeNode other = startBureau("bb", linkTo(agency));
        act(agency, new Act.CaseOpened(participants));
        act(agency, new Act.TermsProposed(terms()));
        bureau.synchronise();
        assertThat(act(bureau, new Act.TermsSigned(terms().digest()))).isInstanceOf(Outcome.Done.class);
        assertThat(other.synchronise()).isEqualTo(3);
        assertThat(other.state()).isEqualTo(agency.state()).isEqualTo(bureau.state());
        assertThat(entries).extracting(JointEntry::kind).containsExactly("CaseOpened", "TermsProposed", "TermsSigned");
    }

    @Test
    void oneSignatureLeavesAnActWaiting() throws IOException {
        Outcome once = sign(agency, agency.draft(new Act.CaseOpened(participants)), "med-1");
        assertThat(sign(agency, once, "med-1")).isInstanceOf(Outcome.Waiting.class);
        assertThat(entries).isEmpty();
    }

    @Test
    void aStrangersSignatureIsRefused() throws IOException {
        Outcome outcome = sign(agency, agency.draft(new Act.CaseOpened(participants)), "aa-1");
        assertThat(((Outcome.Refused) outcome).refusal().code()).isEqualTo(Code.BAD_APPROVAL);
    }

    @Test
    void whatTheRulesForbidIsRefusedBeforeAnybodySigns() throws IOException {
        assertThat(agency.draft(new Act.TermsProposed(terms()))).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void aRestartedNodeFoldsItsJournalToTheSameCase() throws IOException {
        act(agency, new Act.CaseOpened(participants));
        act(agency, new Act.TermsProposed(terms()));
        bureau.synchronise();
        assertThat(startAgency().state()).isEqualTo(agency.state());
        assertThat(startBureau("aa", linkTo(agency)).state().phase()).isEqualTo(Phase.TERMS_PROPOSED);
    }

    @Test
    void aJournalThatWasEditedStopsTheNode() throws IOException {
        act(agency, new Act.CaseOpened(participants));
        Path file = home.resolve("med").resolve("000000.json");
        String text = java.nio.file.Files.readString(file);
        java.nio.file.Files.writeString(file, text.replace("\"seq\":1", "\"seq\":2"));
        assertThatThrownBy(this::startAgency)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("restore the backup");
    }

    @Test
    void aJointLogOlderThanTheJournalStopsTheAgency() throws IOException {
        act(agency, new Act.CaseOpened(participants));
        entries.clear();
        assertThatThrownBy(this::startAgency).hasMessageContaining("older copy");
    }

    @Test
    void anActIsNotLostWhenTheMachineStopsBetweenTheLogAndTheJournal() throws IOException {
        act(agency, new Act.CaseOpened(participants));
        stopsAfterAppend = true;
        assertThatThrownBy(() -> act(agency, new Act.TermsProposed(terms()))).hasMessageContaining("stops here");
        assertThat(startAgency().state().phase()).isEqualTo(Phase.TERMS_PROPOSED);
    }

    @Test
    void anAnswerThatIsLostOnTheWayDoesNotDoTheActTwice() throws IOException {
        act(agency, new Act.CaseOpened(participants));
        act(agency, new Act.TermsProposed(terms()));
        AgencyLink good = linkTo(agency);
        boolean[] lossy = {true};
        ExchangeNode other = startBureau("bb", new AgencyLink() {
            @Override
            public Receipt submit(Envelope envelope) throws IOException {
                Receipt receipt = good.submit(envelope);
                if (lossy[0]) {
                    throw new IOException("the line breaks");
                }
                return receipt;
            }

            @Override
            public Batch fetch(String caseId, int from) throws IOException {
                return good.fetch(caseId, from);
            }
        });
        other.synchronise();
        Outcome waiting = sign(other, other.draft(new Act.TermsSigned(terms().digest())), "bb-1");
        assertThatThrownBy(() -> sign(other, waiting, "bb-2")).hasMessage("the line breaks");
        lossy[0] = false;
        assertThat(sign(other, waiting, "bb-2")).isInstanceOf(Outcome.Done.class);
        assertThat(entries).hasSize(3);
    }

    @Test
    void aBureauRefusesWhatTheAgencyHandsOutAgainstTheRules() throws IOException {
        act(agency, new Act.CaseOpened(participants));
        Batch once = agency.batch(0, 1);
        Envelope first = once.envelopes().getFirst();
        Batch twice = new Batch(List.of(first, first), once.head());
        ExchangeNode other = startBureau("bb", new AgencyLink() {
            @Override
            public Receipt submit(Envelope envelope) {
                throw new AssertionError("nothing is handed in");
            }

            @Override
            public Batch fetch(String caseId, int from) {
                return twice;
            }
        });
        assertThatThrownBy(other::synchronise).hasMessageContaining("DUPLICATE");
    }

    @Test
    void anOrderThatTheAgencyDidNotSignIsRefusedThoughEachActIsSound() throws IOException {
        act(agency, new Act.CaseOpened(participants));
        act(agency, new Act.TermsProposed(terms()));
        bureau.synchronise();
        act(bureau, new Act.TermsSigned(terms().digest()));
        act(agency, new Act.TermsSigned(terms().digest()));
        AgencyLink good = linkTo(agency);
        ExchangeNode other = startBureau("bb", new AgencyLink() {
            @Override
            public Receipt submit(Envelope envelope) throws IOException {
                return good.submit(envelope);
            }

            @Override
            public Batch fetch(String caseId, int from) throws IOException {
                Batch batch = good.fetch(caseId, from);
                return from == 2 ? new Batch(batch.envelopes().reversed(), batch.head()) : batch;
            }
        });
        assertThatThrownBy(other::synchronise).hasMessageContaining("not in the order that the agency signed");
        assertThat(other.state().phase()).isEqualTo(Phase.TERMS_PROPOSED);
    }

    @Test
    void anIdentityIsReadBackAndAnEditedOneIsRefused() throws Exception {
        NodeIdentity identity = identities.get("med");
        identity.save(home);
        assertThat(NodeIdentity.load(home).orElseThrow().signing().publicText())
                .isEqualTo(identity.signing().publicText());
        Path file = home.resolve("identity.json");
        java.nio.file.Files.writeString(
                file, java.nio.file.Files.readString(file).replace("\"med\"", "\"aa\""));
        assertThatThrownBy(() -> NodeIdentity.load(home)).hasMessageContaining("damaged");
    }
}
