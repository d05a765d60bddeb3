package org.homeward.node.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.homeward.protocol.envelope.Envelope;
import org.homeward.protocol.envelope.JointEntry;
import org.homeward.protocol.exchange.Act;
import org.homeward.protocol.exchange.Phase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What waits for a person or for the agency's answer is there again after a restart, and is done once. */
class DraftsAfterARestartTest {
    @TempDir
    Path home;

    private ThreeNodes nodes;
    private ExchangeNode agency;

    @BeforeEach
    void anAgency() throws IOException {
        nodes = new ThreeNodes(home);
        agency = nodes.startAgency();
    }

    @Test
    void theSecondPersonOfTheAgencySignsAfterARestartWhatTheFirstSignedBefore() throws IOException {
        nodes.sign(agency, agency.draft(new Act.CaseOpened(nodes.participants)), "med-1");
        ExchangeNode again = nodes.startAgency();
        assertThat(again.waiting()).isEqualTo(agency.waiting()).hasSize(1);
        assertThat(again.waiting().getFirst().approvedBy()).containsExactly("med-1");
        assertThat(nodes.sign(again, again.waiting().getFirst(), "med-2")).isInstanceOf(Outcome.Done.class);
        assertThat(again.waiting()).isEmpty();
        assertThat(again.state().phase()).isEqualTo(Phase.OPENED);
        assertThat(nodes.startAgency().waiting())
                .as("a done act leaves no draft")
                .isEmpty();
    }

    @Test
    void theSecondPersonOfABureauSignsAfterARestartWhatTheFirstSignedBefore() throws IOException {
        termsOnTheTable();
        ExchangeNode bureau = nodes.startBureau("aa", ThreeNodes.linkTo(agency));
        bureau.synchronise();
        nodes.sign(bureau, bureau.draft(new Act.TermsSigned(nodes.terms().digest())), "aa-2");
        ExchangeNode again = nodes.startBureau("aa", ThreeNodes.linkTo(agency));
        assertThat(again.synchronise())
                .as("half an act is not handed in by itself")
                .isZero();
        assertThat(nodes.sign(again, again.waiting().getFirst(), "aa-2"))
                .as("the same person twice is one person")
                .isInstanceOf(Outcome.Waiting.class);
        assertThat(nodes.sign(again, again.waiting().getFirst(), "aa-1")).isInstanceOf(Outcome.Done.class);
        assertThat(kinds()).containsExactly("CaseOpened", "TermsProposed", "TermsSigned");
        assertThat(again.state()).isEqualTo(agency.state());
    }

    @Test
    void aDraftThatWasTakenBackStaysAwayAfterARestart() throws IOException {
        Outcome.Waiting draft = (Outcome.Waiting) agency.draft(new Act.CaseOpened(nodes.participants));
        agency.withdraw(draft.draftId());
        ExchangeNode again = nodes.startAgency();
        assertThat(again.waiting()).isEmpty();
        assertThat(nodes.sign(again, draft, "med-1")).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void aDamagedDraftStopsTheNodeAndSaysWhere() throws IOException {
        Outcome.Waiting draft = (Outcome.Waiting) agency.draft(new Act.CaseOpened(nodes.participants));
        Files.writeString(home.resolve("med/drafts").resolve(draft.draftId() + ".json"), "{");
        assertThatThrownBy(nodes::startAgency)
                .isInstanceOf(IOException.class)
                .hasMessageContaining(home.resolve("med").toString())
                .hasMessageContaining("restore the backup");
    }

    @Test
    void anEnvelopeWhoseAnswerWasLostIsHandedInAgainAtTheNextSynchroniseAndCountsOnce() throws IOException {
        termsOnTheTable();
        BrokenLine line = new BrokenLine(agency);
        ExchangeNode bureau = nodes.startBureau("bb", line);
        bureau.synchronise();
        line.losesAnswers = true;
        assertThatThrownBy(() ->
                        nodes.act(bureau, new Act.TermsSigned(nodes.terms().digest())))
                .hasMessage("the line breaks");
        assertThat(kinds()).as("it had arrived").endsWith("TermsSigned");
        Outcome.Waiting waiting = bureau.waiting().getFirst();
        assertThat(bureau.withdraw(waiting.draftId()))
                .as("what may have arrived is not taken back")
                .isInstanceOf(Outcome.Refused.class);
        line.losesAnswers = false;
        assertThat(bureau.synchronise()).isLessThanOrEqualTo(1);
        settled(bureau, line);
    }

    @Test
    void anEnvelopeWhoseAnswerWasLostIsHandedInAgainAlsoAfterARestart() throws IOException {
        termsOnTheTable();
        BrokenLine line = new BrokenLine(agency);
        ExchangeNode bureau = nodes.startBureau("bb", line);
        bureau.synchronise();
        line.losesAnswers = true;
        assertThatThrownBy(() ->
                        nodes.act(bureau, new Act.TermsSigned(nodes.terms().digest())))
                .hasMessage("the line breaks");
        line.losesAnswers = false;
        ExchangeNode again = nodes.startBureau("bb", line);
        again.synchronise();
        settled(again, line);
    }

    @Test
    void anEnvelopeThatNeverArrivedIsHandedInAtTheNextSynchronise() throws IOException {
        termsOnTheTable();
        BrokenLine line = new BrokenLine(agency);
        ExchangeNode bureau = nodes.startBureau("bb", line);
        bureau.synchronise();
        line.losesRequests = true;
        assertThatThrownBy(() ->
                        nodes.act(bureau, new Act.TermsSigned(nodes.terms().digest())))
                .hasMessage("the line breaks");
        assertThat(kinds()).doesNotContain("TermsSigned");
        line.losesRequests = false;
        bureau.synchronise();
        settled(bureau, line);
    }

    private void settled(ExchangeNode bureau, BrokenLine line) throws IOException {
        assertThat(bureau.waiting()).isEmpty();
        assertThat(line.tries).as("each try is of the same bytes").hasSize(2);
        assertThat(line.tries.getLast())
                .isEqualTo(line.tries.getFirst())
                .isEqualTo(agency.envelopes().getLast().digest());
        assertThat(bureau.synchronise()).as("nothing is left to do").isZero();
        assertThat(kinds()).containsExactly("CaseOpened", "TermsProposed", "TermsSigned");
        assertThat(bureau.state()).isEqualTo(agency.state());
        assertThat(bureau.envelopes()).isEqualTo(agency.envelopes()).hasSize(3);
        assertThat(nodes.startBureau("bb", line).waiting())
                .as("nor after a restart")
                .isEmpty();
    }

    private void termsOnTheTable() throws IOException {
        nodes.act(agency, new Act.CaseOpened(nodes.participants));
        nodes.act(agency, new Act.TermsProposed(nodes.terms()));
    }

    private List<String> kinds() {
        return nodes.entries.stream().map(JointEntry::kind).toList();
    }

    /** A line that breaks before the agency hears, or before it is heard. */
    private static final class BrokenLine implements AgencyLink {
        private final AgencyLink good;
        /** Every try's envelope, also those that the line lost. */
        private final List<String> tries = new ArrayList<>();

        private boolean losesRequests;
        private boolean losesAnswers;

        BrokenLine(ExchangeNode agency) {
            this.good = ThreeNodes.linkTo(agency);
        }

        @Override
        public Answer submit(Envelope envelope) throws IOException {
            tries.add(envelope.digest());
            if (losesRequests) {
                throw new IOException("the line breaks");
            }
            Answer receipt = good.submit(envelope);
            if (losesAnswers) {
                throw new IOException("the line breaks");
            }
            return receipt;
        }

        @Override
        public Batch fetch(String caseId, int from) throws IOException {
            return good.fetch(caseId, from);
        }
    }
}
