package org.homeward.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FormatsTest {
    private static final String VKEY = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
    private static final byte[] NOTE = """
            This is an example message.

            — example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
            """.getBytes(StandardCharsets.UTF_8);

    @Test
    void theExampleOfTheSpecificationVerifiesAndNoChangedBitOfItDoes() {
        List<NoteVerifier> keys = List.of(NoteVerifier.parse(VKEY).get());
        assertThat(SignedNote.parse(NOTE).then(n -> n.verify(keys)).accepted()).isTrue();
        assertThat(SignedNote.parse(NOTE).get().bytes()).isEqualTo(NOTE);
        for (int bit = 0; bit < NOTE.length * 8; bit++) {
            byte[] changed = NOTE.clone();
            changed[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThat(SignedNote.parse(changed).then(n -> n.verify(keys)).accepted())
                    .isFalse();
        }
    }

    @Test
    void aTileHasTheSamePathOnAMachineThatWritesOtherDigits() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            assertThat(new Tiles.Tile(0, 1_234_067, 256).path()).isEqualTo("tile/0/x001/x234/067");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void noPartOfAVerifierKeyIsAVerifierKey() {
        for (int from = 0; from < VKEY.length(); from++) {
            for (int to = from; to <= VKEY.length(); to++) {
                boolean whole = from == 0 && to == VKEY.length();
                assertThat(NoteVerifier.parse(VKEY.substring(from, to)).accepted())
                        .isEqualTo(whole);
            }
        }
    }

    @Test
    void everyKindOfKeySignsIsReadBackAndRefusesAnotherText() {
        String text = new Checkpoint(Keys.ORIGIN, 0, MerkleTree.EMPTY_ROOT).text();
        String other = new Checkpoint(Keys.ORIGIN, 1, MerkleTree.EMPTY_ROOT).text();
        for (NoteSigner signer : List.of(Keys.LOG, Keys.WITNESS_A, Keys.WITNESS_B)) {
            NoteSigner again = NoteSigner.parse(signer.privateText()).get();
            NoteVerifier verifier = NoteVerifier.parse(signer.verifier().vkey()).get();
            byte[] signature = again.sign(text, 1_770_000_000L).bytes();
            assertThat(verifier.verify(text, signature)).isTrue();
            assertThat(verifier.verify(other, signature)).isFalse();
            assertThat(verifier.verify(text, Arrays.copyOf(signature, signature.length + 1)))
                    .isFalse();
        }
    }

    @Test
    void aProverAndAVerifierAgreeOnEverySizeUpToSixtyFive() {
        MerkleTree tree = new MerkleTree();
        List<Hash> leaves = new ArrayList<>();
        for (int size = 1; size <= 65; size++) {
            leaves.add(MerkleTree.leafHash(new byte[] {(byte) size}));
            tree.append(leaves.getLast());
            for (int i = 0; i < size; i++) {
                assertThat(MerkleTree.verifyInclusion(
                                leaves.get(i), i, size, tree.inclusionProof(i, size), tree.root(size)))
                        .isTrue();
                assertThat(MerkleTree.verifyConsistency(
                                i + 1, size, tree.consistencyProof(i + 1, size), tree.root(i + 1), tree.root(size)))
                        .isTrue();
            }
        }
    }

    @Test
    void aProofOfTwoToThePower63LeavesIsRefusedInASentence() {
        byte[] proof = "c2sp.org/tlog-proof@v1\nindex 9223372036854775808\n\nx\n".getBytes(StandardCharsets.UTF_8);
        assertThat(TlogProof.parse(proof)).isInstanceOf(Result.Refused.class);
    }

    @Test
    void aCheckpointIsWrittenWithItsExtensionLinesAsItWasRead() {
        String text = new Checkpoint(Keys.ORIGIN, 5, MerkleTree.EMPTY_ROOT).text() + "one\nand another\n";
        assertThat(Checkpoint.parse(text).get().text()).isEqualTo(text);
    }

    @Test
    void aNumberHasOneSpelling() {
        for (String bad : List.of(
                "", "00", "01", "+5", "-1", "5 ", "\u0663", "0x1", "9223372036854775808", "92233720368547758070")) {
            assertThat(Base64Strict.decimal(bad)).as(bad).isEqualTo(-1);
        }
        assertThat(Base64Strict.decimal("0")).isZero();
        assertThat(Base64Strict.decimal("9223372036854775807")).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void aPolicyThatNamesOneWitnessTwiceOrNothingAtAllIsRefused() {
        String witness = "witness A " + Keys.WITNESS_A.verifier() + "\n";
        for (String bad : List.of(
                "",
                "quorum B\n",
                witness + witness + "quorum A\n",
                witness + "group g 2 A\nquorum g\n",
                "quorum none\r\n")) {
            assertThat(Policy.parse(bad.getBytes(StandardCharsets.UTF_8))).isInstanceOf(Result.Refused.class);
        }
    }

    @Test
    void noParserThrowsWhateverItIsFed() {
        Random random = new Random(20260205);
        List<byte[]> seeds = List.of(
                NOTE,
                "c2sp.org/tlog-proof@v1\nindex 0\n\n%s"
                        .formatted(new String(NOTE, StandardCharsets.UTF_8))
                        .getBytes(StandardCharsets.UTF_8),
                ("log " + Keys.LOG.verifier() + "\nwitness A " + Keys.WITNESS_A.verifier() + "\nquorum A\n")
                        .getBytes(StandardCharsets.UTF_8),
                VKEY.getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < 20_000; i++) {
            byte[] input = seeds.get(i % seeds.size()).clone();
            for (int edits = 1 + random.nextInt(4); edits > 0; edits--) {
                input[random.nextInt(input.length)] = (byte) random.nextInt(256);
            }
            byte[] fed = random.nextBoolean() ? input : Arrays.copyOf(input, random.nextInt(input.length + 9));
            SignedNote.parse(fed).then(SignedNote::checkpoint);
            TlogProof.parse(fed);
            Policy.parse(fed);
            String text = new String(fed, StandardCharsets.UTF_8);
            NoteVerifier.parse(text);
            NoteSigner.parse("PRIVATE+KEY+" + text);
            assertThat(Checkpoint.parse(text).accepted()).isFalse();
        }
    }
}
