package org.homeward.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PaperCheckpointTest {
    private static final PaperCheckpoint PAPER =
            new PaperCheckpoint(new Checkpoint(Keys.ORIGIN, 314, MerkleTree.leafHash(new byte[] {3})));

    @Test
    void whatIsPrintedIsReadBackHoweverItIsSpacedOrCapitalised() {
        assertThat(PaperCheckpoint.parse(PAPER.text()).get()).isEqualTo(PAPER);
        String typed = PAPER.text().replace("\n", "\n\n  ").replace("1    ", "1 ");
        String head = typed.substring(0, typed.indexOf("size"));
        assertThat(PaperCheckpoint.parse(head + typed.substring(head.length()).toUpperCase(Locale.ROOT))
                        .get())
                .isEqualTo(PAPER);
    }

    @Test
    void theWordsAreThoseOfTheirPublishedExample() {
        // 127.0.0.1 is lusab-babad, 63.84.220.193 is gutih-tugad (arXiv:0901.4016).
        byte[] root = new byte[32];
        byte[] example = {127, 0, 0, 1, 63, 84, (byte) 220, (byte) 193};
        System.arraycopy(example, 0, root, 0, 8);
        assertThat(new PaperCheckpoint(new Checkpoint("log.example", 1, Hash.of(root))).text())
                .contains("1    lusab babad gutih tugad  ");
    }

    @Test
    void noSingleWrongLetterIsReadAsAnotherCheckpoint() {
        String text = PAPER.text();
        int missed = 0;
        for (int at = 0; at < text.length(); at++) {
            for (char c : "abdz0159 \n".toCharArray()) {
                String wrong = text.substring(0, at) + c + text.substring(at + 1);
                if (PaperCheckpoint.parse(wrong) instanceof Result.Ok<PaperCheckpoint>(PaperCheckpoint read)
                        && !read.equals(PAPER)) {
                    missed++;
                }
            }
        }
        assertThat(missed).isZero();
    }

    @Test
    void aWrongWordIsFoundInItsLine() {
        String[] lines = PAPER.text().split("\n");
        lines[4] = lines[4].substring(0, 5) + "babab" + lines[4].substring(10);
        assertThat(PaperCheckpoint.parse(String.join("\n", lines)))
                .isInstanceOfSatisfying(
                        Result.Refused.class,
                        r -> assertThat(r.refusal().sentence()).startsWith("Line 3 does not fit its last word"));
    }

    @Test
    void nothingThatIsTypedMakesItThrow() {
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 5_000; i++) {
            StringBuilder text = new StringBuilder(PAPER.text());
            for (int edits = random.nextInt(4); edits >= 0; edits--) {
                text.setCharAt(random.nextInt(text.length()), (char) random.nextInt(0x3000));
            }
            text.setLength(random.nextInt(4) == 0 ? random.nextInt(text.length()) : text.length());
            if (PaperCheckpoint.parse(text.toString()) instanceof Result.Ok<PaperCheckpoint>(PaperCheckpoint read)) {
                assertThat(read).isEqualTo(PAPER);
            }
        }
    }
}
