package org.homeward.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The edges of notes, keys and stand-alone proofs. */
class NoteTest {
    private static final String TEXT = new Checkpoint(Keys.ORIGIN, 0, MerkleTree.EMPTY_ROOT).text();

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String code(Result<?> result) {
        return result instanceof Result.Refused<?>(Refusal refusal) ? refusal.code() : "ok";
    }

    @Test
    void aSignatureLineHasOneNameWithoutSpacesAndARealSignature() {
        String line = Keys.LOG.sign(TEXT, 0).text();
        String good = line.substring(0, line.length() - 1);
        String signature = good.substring(good.lastIndexOf(' ') + 1);
        assertThat(code(SignedNote.Line.parse(good))).isEqualTo("ok");
        assertThat(code(SignedNote.Line.parse("— one AAAAAAA="))).as("one byte").isEqualTo("ok");
        for (String bad : List.of(
                "— one two " + signature,
                "- one " + signature,
                "— one+two " + signature,
                "—  " + signature,
                "— one no-base64",
                "— one AAAAAA==",
                "— \u00a0 " + signature,
                "— a\u2028b " + signature,
                "— a\u0085b " + signature,
                "— a\u001cb " + signature,
                "— one")) {
            assertThat(code(SignedNote.Line.parse(bad))).as(bad).isEqualTo("note.signature-line");
        }
        assertThat(SignedNote.isKeyName("a\ud800b")).isFalse();
        assertThat(SignedNote.isKeyName("a\udfffb")).isFalse();
        assertThat(SignedNote.isKeyName("+a")).isFalse();
        assertThat(SignedNote.isKeyName("a\u3000b")).isFalse();
        assertThat(SignedNote.isKeyName("бюро.приклад")).isTrue();
        assertThat(SignedNote.isKeyName("𝔸")).isTrue();
    }

    @Test
    void aNoteThatIsTooLargeOrHasTooManySignaturesIsRefused() {
        assertThat(code(SignedNote.parse(new byte[SignedNote.MAX_BYTES + 1]))).isEqualTo("note.size");
        assertThat(code(SignedNote.parse(new byte[SignedNote.MAX_BYTES]))).isEqualTo("note.control");
        SignedNote.Line line = Keys.LOG.sign(TEXT, 0);
        for (int count : new int[] {64, 65}) {
            List<SignedNote.Line> lines = new ArrayList<>(Collections.nCopies(count, line));
            assertThat(code(SignedNote.parse(new SignedNote(TEXT, lines).bytes())))
                    .isEqualTo(count == 64 ? "ok" : "note.too-many");
        }
        assertThat(code(SignedNote.parse(bytes("\n\n" + line.text())))).isEqualTo("ok");
        assertThat(code(SignedNote.parse(bytes("text\n\n")))).isEqualTo("note.no-signature");
        assertThat(code(SignedNote.parse(bytes("text\n\n— a b")))).isEqualTo("note.no-signature");
        assertThat(code(SignedNote.parse(new byte[] {(byte) 0xc3, 0x28}))).isEqualTo("note.utf8");
        assertThat(code(SignedNote.parse(new byte[0]))).isEqualTo("note.no-signature");
    }

    @Test
    void anEqualSignatureIsNotAddedTwice() {
        SignedNote.Line line = Keys.LOG.sign(TEXT, 0);
        SignedNote note = new SignedNote(TEXT, List.of(line));
        assertThat(note.with(List.of(line))).isEqualTo(note);
        assertThat(note.with(List.of(Keys.WITNESS_A.sign(TEXT, 5))).signatures())
                .hasSize(2);
    }

    @Test
    void aCoSignatureCoversACheckpointAndATimeAfter1970() {
        for (NoteSigner signer : List.of(Keys.WITNESS_A, Keys.WITNESS_B)) {
            assertThatThrownBy(() -> signer.sign("no checkpoint\n", 5)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> signer.sign(TEXT, -1)).isInstanceOf(IllegalArgumentException.class);
            byte[] signature = signer.sign(TEXT, 5).bytes();
            assertThat(ByteBuffer.wrap(signature).getLong()).isEqualTo(5);
            assertThat(signer.verifier().verify(TEXT, signature)).isTrue();
            assertThat(signer.verifier().verify("no checkpoint\n", signature)).isFalse();
            signature[7] ^= 1;
            assertThat(signer.verifier().verify(TEXT, signature)).isFalse();
            signature[0] = (byte) 0x80;
            assertThat(signer.verifier().verify(TEXT, signature)).isFalse();
        }
        String zero = new Checkpoint(Keys.ORIGIN, 0, MerkleTree.EMPTY_ROOT).text();
        assertThat(Keys.WITNESS_A
                        .verifier()
                        .verify(zero, Keys.WITNESS_A.sign(zero, 0).bytes()))
                .isTrue();
    }

    @Test
    void aNameOfMoreThan255BytesCannotBeUnderAnMlDsaCoSignature() {
        String longest = "n".repeat(255);
        NoteSigner fits = Keys.signer(longest, KeyType.ML_DSA_44, 5);
        NoteSigner tooLong = Keys.signer(longest + "n", KeyType.ML_DSA_44, 5);
        String origin = new Checkpoint("o".repeat(256), 0, MerkleTree.EMPTY_ROOT).text();
        String originFits = new Checkpoint("o".repeat(255), 0, MerkleTree.EMPTY_ROOT).text();
        assertThat(fits.verifier().verify(originFits, fits.sign(originFits, 1).bytes()))
                .isTrue();
        assertThatThrownBy(() -> tooLong.sign(TEXT, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> fits.sign(origin, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keysAreEqualWhenNameKindAndBytesAre() {
        NoteVerifier key = Keys.LOG.verifier();
        assertThat(key)
                .isEqualTo(NoteVerifier.parse(key.vkey()).get())
                .hasSameHashCodeAs(NoteVerifier.parse(key.vkey()).get())
                .hasToString(key.vkey())
                .isNotEqualTo(
                        NoteVerifier.of("other", key.type(), key.publicKey()).get())
                .isNotEqualTo(NoteVerifier.of(key.name(), KeyType.COSIGNATURE_V1, key.publicKey())
                        .get())
                .isNotEqualTo(Keys.signer(key.name(), KeyType.ED25519, 9).verifier())
                .isNotEqualTo("a text");
        assertThat(key.hashCode()).isEqualTo(key.keyId());
        assertThat(Keys.LOG).hasToString("signer of " + Keys.ORIGIN);
    }

    @Test
    void aKeyThatIsMalformedIsRefusedWithItsReason() {
        String vkey = Keys.LOG.verifier().vkey();
        String other = Keys.WITNESS_A.verifier().vkey();
        assertThat(code(NoteVerifier.parse("no key"))).isEqualTo("key.form");
        assertThat(code(NoteVerifier.parse("a+b+"))).isEqualTo("key.type");
        assertThat(code(NoteVerifier.parse("a+b+!"))).isEqualTo("key.type");
        assertThat(code(NoteVerifier.parse("a+b+AgAA"))).isEqualTo("key.type");
        assertThat(code(NoteVerifier.parse("a+b+AQAA"))).isEqualTo("key.length");
        assertThat(code(NoteVerifier.parse("x" + vkey))).isEqualTo("key.id");
        assertThat(code(NoteVerifier.parse(" " + vkey))).isEqualTo("key.name");
        assertThat(code(NoteVerifier.of("a", KeyType.ED25519, new byte[32]))).isEqualTo("key.weak");
        byte[] offCurve = new byte[32];
        offCurve[0] = 2;
        assertThat(code(NoteVerifier.of("a", KeyType.COSIGNATURE_V1, offCurve))).isEqualTo("key.weak");
        assertThat(code(NoteSigner.parse(vkey))).isEqualTo("key.private-form");
        assertThat(code(NoteSigner.parse("PRIVATE+KEY+a+b+"))).isEqualTo("key.private-form");
        assertThat(code(NoteSigner.parse("PRIVATE+KEY+a+b+AgAA"))).isEqualTo("key.private-form");
        assertThat(code(NoteSigner.parse("PRIVATE+KEY+a+b+AQAA"))).isEqualTo("key.length");
        assertThat(code(NoteSigner.parse("PRIVATE+KEY+" + vkey))).isEqualTo("key.id");
        assertThat(other).startsWith("bureau-a.example+");
    }

    @Test
    void onlyExactLengthsAreKeysSeedsAndSignatures() {
        byte[] key = Keys.LOG.verifier().publicKey();
        byte[] message = bytes(TEXT);
        byte[] signature = Keys.LOG.sign(TEXT, 0).bytes();
        assertThat(StrictEd25519.verify(key, message, signature)).isTrue();
        assertThat(StrictEd25519.verify(key, message, Arrays.copyOf(signature, 65)))
                .isFalse();
        assertThat(StrictEd25519.verify(key, message, Arrays.copyOf(signature, 63)))
                .isFalse();
        assertThat(StrictEd25519.verify(Arrays.copyOf(key, 33), message, signature))
                .isFalse();
        assertThat(StrictEd25519.isAcceptableKey(Arrays.copyOf(key, 31))).isFalse();
        assertThatThrownBy(() -> StrictEd25519.sign(new byte[31], message))
                .isInstanceOf(IllegalArgumentException.class);
        byte[] mlKey = Keys.WITNESS_B.verifier().publicKey();
        byte[] mlSignature = MlDsa44.sign(filled(3), message);
        assertThat(MlDsa44.verify(mlKey, message, mlSignature)).isTrue();
        assertThat(MlDsa44.verify(mlKey, new byte[255], message, mlSignature)).isFalse();
        assertThat(MlDsa44.verify(mlKey, new byte[256], message, mlSignature)).isFalse();
        assertThat(MlDsa44.verify(Arrays.copyOf(mlKey, 1311), message, mlSignature))
                .isFalse();
        assertThat(MlDsa44.verify(mlKey, message, Arrays.copyOf(mlSignature, 2421)))
                .isFalse();
    }

    private static byte[] filled(int value) {
        byte[] seed = new byte[32];
        Arrays.fill(seed, (byte) value);
        return seed;
    }

    @Test
    void aProofIsReadWithItsExtraLineAndRefusedWithItsReason() {
        MerkleTree tree = new MerkleTree();
        byte[] entry = bytes("the entry");
        tree.append(MerkleTree.leafHash(entry));
        String text = new Checkpoint(Keys.ORIGIN, 1, tree.root(1)).text();
        String note = new String(new SignedNote(text, List.of(Keys.LOG.sign(text, 0))).bytes(), StandardCharsets.UTF_8);
        String head = "c2sp.org/tlog-proof@v1\n";
        String hash = MerkleTree.EMPTY_ROOT.base64() + "\n";
        assertThat(code(TlogProof.parse(bytes(head + "index 0\n\n" + note)))).isEqualTo("ok");
        TlogProof extra =
                TlogProof.parse(bytes(head + "extra AAAA\nindex 0\n\n" + note)).get();
        assertThat(extra.verify(entry, Policy.ofLog(Keys.LOG.verifier())).accepted())
                .isTrue();
        assertThat(code(extra.verify(entry, Keys.both()))).isEqualTo("policy.quorum");
        assertThat(code(extra.verify(bytes("another"), Policy.ofLog(Keys.LOG.verifier()))))
                .isEqualTo("proof.path");
        assertThat(code(TlogProof.parse(bytes(head + "extra !\nindex 0\n\n" + note))))
                .isEqualTo("proof.extra");
        assertThat(code(TlogProof.parse(bytes(head + "index 0\n" + hash.repeat(63) + "\n" + note))))
                .isEqualTo("ok");
        assertThat(code(TlogProof.parse(bytes(head + "index 0\n" + hash.repeat(64) + "\n" + note))))
                .isEqualTo("proof.head");
        assertThat(code(TlogProof.parse(bytes(head + "index 9223372036854775808\n\n" + note))))
                .isEqualTo("proof.index");
        assertThat(code(TlogProof.parse(bytes(head + "\n" + note)))).isEqualTo("proof.head");
        assertThat(code(TlogProof.parse(bytes(head + "place 0\n\n" + note)))).isEqualTo("proof.head");
        assertThat(code(TlogProof.parse(bytes("another\nindex 0\n\n" + note)))).isEqualTo("proof.head");
        assertThat(code(TlogProof.parse(bytes(head + "index 0\nshort\n\n" + note))))
                .isEqualTo("hash.base64");
        assertThat(code(TlogProof.parse(bytes(head + "index 0\n")))).isEqualTo("proof.form");
        assertThat(code(TlogProof.parse(bytes(head + "index 0\n\n" + "x".repeat(SignedNote.MAX_BYTES)))))
                .isEqualTo("proof.form");
        int padding = SignedNote.MAX_BYTES - head.length() - "index 0\n\n".length();
        assertThat(code(TlogProof.parse(bytes(head + "index 0\n\n" + "x".repeat(padding)))))
                .isEqualTo("note.no-signature");
        assertThat(code(TlogProof.parse(bytes("\n\n" + note)))).isEqualTo("proof.head");
        String whole = head + "index 7\n" + hash + hash + "\n" + note;
        assertThat(TlogProof.parse(bytes(whole)).get().bytes()).isEqualTo(bytes(whole));
    }

    @Test
    void whoeverTakesARefusalForAValueIsToldItsSentence() {
        assertThatThrownBy(Result.refused("a.code", "A sentence.")::get)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("A sentence.");
    }
}
