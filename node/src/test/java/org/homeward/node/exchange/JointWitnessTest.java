package org.homeward.node.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.homeward.ledger.NoteSigner;
import org.homeward.ledger.NoteVerifier;
import org.homeward.ledger.SignedNote;
import org.homeward.protocol.envelope.Envelope;
import org.homeward.protocol.envelope.JointEntry;
import org.homeward.protocol.exchange.Act;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bureau's witness over real joint logs: the honest one, and others under the same key. */
class JointWitnessTest {
    @TempDir
    Path home;

    private ThreeNodes nodes;
    private NoteSigner key;
    private LedgerJointLog honest;
    private ExchangeNode agency;
    private ExchangeNode bureau;
    private JointWitness witness;

    @BeforeEach
    void twoActsThatTheBureauHas() throws IOException {
        nodes = new ThreeNodes(home);
        key = nodes.identities.get("med").logKey(ThreeNodes.CASE);
        honest = log("honest");
        agency = nodes.startAgency(honest);
        bureau = nodes.startBureau("aa", ThreeNodes.linkTo(agency));
        nodes.act(agency, new Act.CaseOpened(nodes.participants));
        nodes.act(agency, new Act.TermsProposed(nodes.terms()));
        bureau.synchronise();
        honest.publish();
        witness = openWitness();
    }

    @AfterEach
    void close() throws IOException {
        witness.close();
        honest.close();
    }

    @Test
    void theLogOfTheActsThatWereHandedOutIsCosignedOnce() throws IOException {
        Link link = new Link(honest);
        assertThat(witness.cosign(bureau, link)).isTrue();
        assertThat(link.cosignedCheckpoint(ThreeNodes.CASE).orElseThrow().verify(List.of(witnessKey())))
                .as("the agency holds the witness's line")
                .matches(result -> result.accepted());
        assertThat(witness.cosign(bureau, link)).as("nothing is new").isFalse();
    }

    @Test
    void aLogWithAnotherActIsNotCosignedAndTheHonestOneStillIs() throws IOException {
        List<Envelope> acts = agency.envelopes();
        try (LedgerJointLog other = log("other")) {
            other.append(JointEntry.of(acts.get(0)));
            other.append(JointEntry.of(acts.get(0)));
            refuses(other);
        }
        assertThat(witness.cosign(bureau, new Link(honest))).isTrue();
    }

    @Test
    void aLogInAnotherOrderIsNotCosigned() throws IOException {
        List<Envelope> acts = agency.envelopes();
        try (LedgerJointLog other = log("other")) {
            other.append(JointEntry.of(acts.get(1)));
            other.append(JointEntry.of(acts.get(0)));
            refuses(other);
        }
    }

    @Test
    void aLogThatLeavesAnActOutIsNotCosigned() throws IOException {
        try (LedgerJointLog other = log("other")) {
            other.append(JointEntry.of(agency.envelopes().get(1)));
            refuses(other);
        }
    }

    @Test
    void aLogThatForksAfterACosignatureIsNotCosigned() throws IOException {
        assertThat(witness.cosign(bureau, new Link(honest))).isTrue();
        witness.close();
        witness = openWitness();
        nodes.act(agency, new Act.TermsSigned(nodes.terms().digest()));
        bureau.synchronise();
        List<Envelope> acts = agency.envelopes();
        try (LedgerJointLog fork = log("fork")) {
            fork.append(JointEntry.of(acts.get(0)));
            fork.append(JointEntry.of(acts.get(1)));
            fork.append(JointEntry.of(acts.get(1)));
            refuses(fork);
        }
        honest.publish();
        assertThat(witness.cosign(bureau, new Link(honest))).isTrue();
    }

    @Test
    void aLogThatIsAheadOfTheBureauWaitsForTheNextRound() throws IOException {
        nodes.act(agency, new Act.TermsSigned(nodes.terms().digest()));
        honest.publish();
        assertThat(witness.cosign(bureau, new Link(honest))).isFalse();
        bureau.synchronise();
        assertThat(witness.cosign(bureau, new Link(honest))).isTrue();
    }

    private void refuses(LedgerJointLog log) {
        log.publish();
        Link link = new Link(log);
        assertThatThrownBy(() -> witness.cosign(bureau, link))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not that of the acts that the agency handed out")
                .hasMessageContaining("speak to the mediator");
        assertThat(log.cosignedCheckpoint()).isEmpty();
    }

    private LedgerJointLog log(String folder) throws IOException {
        return LedgerJointLog.open(home.resolve(folder), key.verifier().name(), List.of(key));
    }

    private JointWitness openWitness() throws IOException {
        return JointWitness.open(
                ThreeNodes.CASE, home.resolve("witness"), nodes.identities.get("aa"), key.verifier(), ThreeNodes.CLOCK);
    }

    private NoteVerifier witnessKey() {
        return nodes.identities.get("aa").witnessKey(ThreeNodes.CASE).verifier();
    }

    /** The way to the agency that keeps that log. */
    private final class Link implements LogLink {
        private final LedgerJointLog log;

        Link(LedgerJointLog log) {
            this.log = log;
        }

        @Override
        public Optional<byte[]> offer(String caseId, long oldSize) {
            return log.offer(oldSize, witnessKey());
        }

        @Override
        public void cosigned(String caseId, SignedNote note) {
            assertThat(log.cosigned(note, List.of(witnessKey())).accepted()).isTrue();
        }

        @Override
        public Optional<SignedNote> cosignedCheckpoint(String caseId) {
            return log.cosignedCheckpoint();
        }
    }
}
