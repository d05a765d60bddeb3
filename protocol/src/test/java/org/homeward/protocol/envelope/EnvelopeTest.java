package org.homeward.protocol.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.homeward.protocol.Actors;
import org.homeward.protocol.crypto.SealingKey;
import org.homeward.protocol.exchange.Act;
import org.homeward.protocol.exchange.ActRecord;
import org.homeward.protocol.json.MalformedJsonException;
import org.junit.jupiter.api.Test;

class EnvelopeTest {
    private final Actors actors = new Actors();
    private final Envelope envelope = actors.envelope("med", new Act.CaseOpened(actors.participants), "med-1", "med-2");

    @Test
    void isReadBackFromItsBytesAndOpensToTheAct() throws MalformedJsonException {
        Envelope read = Envelope.parse(envelope.bytes());
        assertThat(read).isEqualTo(envelope);
        assertThat(read.isSignedBy(actors.nodeKeys.get("med").publicText())).isTrue();
        assertThat(actors.open(read, "bb").act()).isEqualTo(new Act.CaseOpened(actors.participants));
    }

    @Test
    void opensForNobodyButItsRecipients() throws MalformedJsonException {
        SealingKey stranger = SealingKey.generate(new java.security.SecureRandom());
        assertThat(Sealer.open(envelope, "stranger", stranger)).isEmpty();
        assertThatThrownBy(() -> Sealer.open(envelope, "aa", stranger)).isInstanceOf(MalformedJsonException.class);
    }

    @Test
    void anyChangedByteIsFoundBeforeTheActCounts() {
        byte[] sound = envelope.bytes();
        String key = actors.nodeKeys.get("med").publicText();
        Random random = new Random(7);
        for (int i = 0; i < 3_000; i++) {
            byte[] mutant = sound.clone();
            mutant[random.nextInt(mutant.length)] ^= (byte) (1 << random.nextInt(8));
            try {
                assertThat(Envelope.parse(mutant).isSignedBy(key)).isFalse();
            } catch (MalformedJsonException refused) {
                assertThat(refused.getMessage()).isNotBlank();
            }
        }
    }

    @Test
    void aLaterVersionIsRefusedWithAdvice() {
        byte[] later = new String(envelope.bytes(), java.nio.charset.StandardCharsets.UTF_8)
                .replace("\"v\":" + Envelope.VERSION, "\"v\":" + (Envelope.VERSION + 1))
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        assertThatThrownBy(() -> Envelope.parse(later)).hasMessageContaining("version");
    }

    @Test
    void theJointLedgersEntryHoldsNothingOfTheAct() throws MalformedJsonException {
        byte[] entry = JointEntry.of(envelope).bytes();
        assertThat(JointEntry.parse(entry).envelope()).isEqualTo(envelope.digest());
        assertThat(new String(entry, java.nio.charset.StandardCharsets.UTF_8)).doesNotContain("Test operator");
        assertThat(entry).hasSizeLessThan(1_000);
    }

    @Test
    void aReceiptBindsItsGiver() {
        var key = actors.nodeKeys.get("aa");
        Receipt receipt = Receipt.sign(Actors.CASE, envelope.digest(), "aa", Actors.TIME, "ACCEPTED", key);
        Receipt changed = new Receipt(
                receipt.caseId(), receipt.envelope(), receipt.by(), "2026-02-06T08:00:00Z", "ACCEPTED", receipt.sig());
        assertThat(receipt.isSignedBy(key.publicText())).isTrue();
        assertThat(changed.isSignedBy(key.publicText())).isFalse();
    }

    @Test
    void whatWasSealedMustBeWhatTheOutsideAnnounces() {
        ActRecord record = actors.open(envelope, "aa");
        assertThat(record.commitment()).isEqualTo(envelope.commitment());
        assertThat(record.envelope()).isEqualTo(envelope.digest());
    }
}
