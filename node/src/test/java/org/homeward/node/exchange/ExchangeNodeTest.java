package org.homeward.node.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.homeward.protocol.envelope.Envelope;
import org.homeward.protocol.envelope.JointEntry;
import org.homeward.protocol.envelope.OrderHead;
import org.homeward.protocol.exchange.Act;
import org.homeward.protocol.exchange.Phase;
import org.homeward.protocol.exchange.Refusal.Code;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExchangeNodeTest {
    @TempDir
    Path home;

    private ThreeNodes nodes;
    private ExchangeNode agency;
    private ExchangeNode bureau;

    @BeforeEach
    void threeNodesThatKnowEachOthersKeys() throws IOException {
        nodes = new ThreeNodes(home);
        agency = nodes.startAgency();
        bureau = nodes.startBureau("aa", ThreeNodes.linkTo(agency));
    }

    @Test
    void anActOfABureauReachesTheOtherThroughTheAgency() throws IOException {
        ExchangeNode other = nodes.startBureau("bb", ThreeNodes.linkTo(agency));
        nodes.act(agency, new Act.CaseOpened(nodes.participants));
        nodes.act(agency, new Act.TermsProposed(nodes.terms()));
        bureau.synchronise();
        assertThat(nodes.act(bureau, new Act.TermsSigned(nodes.terms().digest())))
                .isInstanceOf(Outcome.Done.class);
        assertThat(other.synchronise()).isEqualTo(3);
        assertThat(other.state()).isEqualTo(agency.state()).isEqualTo(bureau.state());
        assertThat(nodes.entries)
                .extracting(JointEntry::kind)
                .containsExactly("CaseOpened", "TermsProposed", "TermsSigned");
    }

    @Test
    void oneSignatureLeavesAnActWaiting() throws IOException {
        Outcome once = nodes.sign(agency, agency.draft(new Act.CaseOpened(nodes.participants)), "med-1");
        assertThat(nodes.sign(agency, once, "med-1")).isInstanceOf(Outcome.Waiting.class);
        assertThat(nodes.entries).isEmpty();
    }

    @Test
    void aStrangersSignatureIsRefused() throws IOException {
        Outcome outcome = nodes.sign(agency, agency.draft(new Act.CaseOpened(nodes.participants)), "aa-1");
        assertThat(((Outcome.Refused) outcome).refusal().code()).isEqualTo(Code.BAD_APPROVAL);
    }

    @Test
    void whatTheRulesForbidIsRefusedBeforeAnybodySigns() throws IOException {
        assertThat(agency.draft(new Act.TermsProposed(nodes.terms()))).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void aRestartedNodeFoldsItsJournalToTheSameCase() throws IOException {
        nodes.act(agency, new Act.CaseOpened(nodes.participants));
        nodes.act(agency, new Act.TermsProposed(nodes.terms()));
        bureau.synchronise();
        assertThat(nodes.startAgency().state()).isEqualTo(agency.state());
        assertThat(nodes.startBureau("aa", ThreeNodes.linkTo(agency)).state().phase())
                .isEqualTo(Phase.TERMS_PROPOSED);
    }

    @Test
    void aJournalThatWasEditedStopsTheNode() throws IOException {
        nodes.act(agency, new Act.CaseOpened(nodes.participants));
        Path file = home.resolve("med").resolve("000000.json");
        String text = java.nio.file.Files.readString(file);
        java.nio.file.Files.writeString(file, text.replace("\"seq\":1", "\"seq\":2"));
        assertThatThrownBy(nodes::startAgency)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("restore the backup");
    }

    @Test
    void aJointLogOlderThanTheJournalStopsTheAgency() throws IOException {
        nodes.act(agency, new Act.CaseOpened(nodes.participants));
        nodes.entries.clear();
        assertThatThrownBy(nodes::startAgency).hasMessageContaining("older copy");
    }

    @Test
    void anActIsNotLostWhenTheMachineStopsBetweenTheLogAndTheJournal() throws IOException {
        nodes.act(agency, new Act.CaseOpened(nodes.participants));
        nodes.stopsAfterAppend = true;
        assertThatThrownBy(() -> nodes.act(agency, new Act.TermsProposed(nodes.terms())))
                .hasMessageContaining("stops here");
        assertThat(nodes.startAgency().state().phase()).isEqualTo(Phase.TERMS_PROPOSED);
    }

    @Test
    void anAnswerThatIsLostOnTheWayDoesNotDoTheActTwice() throws IOException {
        nodes.act(agency, new Act.CaseOpened(nodes.participants));
        nodes.act(agency, new Act.TermsProposed(nodes.terms()));
        AgencyLink good = ThreeNodes.linkTo(agency);
        boolean[] lossy = {true};
        ExchangeNode other = nodes.startBureau("bb", new AgencyLink() {
            @Override
            public Answer submit(Envelope envelope) throws IOException {
                Answer receipt = good.submit(envelope);
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
        Outcome waiting =
                nodes.sign(other, other.draft(new Act.TermsSigned(nodes.terms().digest())), "bb-1");
        assertThatThrownBy(() -> nodes.sign(other, waiting, "bb-2")).hasMessage("the line breaks");
        lossy[0] = false;
        assertThat(nodes.sign(other, waiting, "bb-2")).isInstanceOf(Outcome.Done.class);
        assertThat(nodes.entries).hasSize(3);
    }

    @Test
    void aBureauRefusesWhatTheAgencyHandsOutAgainstTheRules() throws IOException {
        nodes.act(agency, new Act.CaseOpened(nodes.participants));
        Batch once = agency.batch(0, 1);
        Envelope first = once.envelopes().getFirst();
        String chain = OrderHead.next(OrderHead.next(OrderHead.START, first.digest()), first.digest());
        OrderHead head = OrderHead.sign(
                ThreeNodes.CASE, 2, chain, nodes.identities.get("med").signing());
        Batch twice = new Batch(List.of(first, first), head);
        ExchangeNode other = nodes.startBureau("bb", new AgencyLink() {
            @Override
            public Answer submit(Envelope envelope) {
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
        nodes.act(agency, new Act.CaseOpened(nodes.participants));
        nodes.act(agency, new Act.TermsProposed(nodes.terms()));
        bureau.synchronise();
        nodes.act(bureau, new Act.TermsSigned(nodes.terms().digest()));
        nodes.act(agency, new Act.TermsSigned(nodes.terms().digest()));
        AgencyLink good = ThreeNodes.linkTo(agency);
        ExchangeNode other = nodes.startBureau("bb", new AgencyLink() {
            @Override
            public Answer submit(Envelope envelope) throws IOException {
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
        NodeIdentity identity = nodes.identities.get("med");
        identity.save(home);
        assertThat(NodeIdentity.load(home).orElseThrow().signing().publicText())
                .isEqualTo(identity.signing().publicText());
        Path file = home.resolve("identity.json");
        java.nio.file.Files.writeString(
                file, java.nio.file.Files.readString(file).replace("\"med\"", "\"aa\""));
        assertThatThrownBy(() -> NodeIdentity.load(home)).hasMessageContaining("damaged");
    }
}
