package org.homeward.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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

    private static String said(String typed) {
        return PaperCheckpoint.parse(typed) instanceof Result.Refused<PaperCheckpoint>(Refusal refusal)
                ? refusal.code() + ": " + refusal.sentence()
                : "ok";
    }

    @Test
    void eachLineThatIsNoneIsNamedWithItsReason() {
        String paper = new PaperCheckpoint(new Checkpoint("log", 7, MerkleTree.EMPTY_ROOT)).text();
        assertThat(said(paper)).isEqualTo("ok");
        assertThat(said("")).startsWith("paper.lines: ");
        assertThat(said(paper + "5    babab babab babab babab  babab")).startsWith("paper.lines: ");
        for (String head : List.of("size", "many 7", "size x", "size -1")) {
            assertThat(said(paper.replace("size 7", head))).as(head).startsWith("paper.head: ");
        }
        assertThat(said(paper.replace("log  log", "log"))).startsWith("paper.head: ");
        assertThat(said(paper.replace("log  log", "lag log"))).startsWith("paper.head: ");
        assertThat(said(paper.replace("\n2    ", "\n3    "))).startsWith("paper.line: Line 2 is its number");
        assertThat(said(paper.strip() + " babab")).startsWith("paper.line: Line 4 is its number");
        String[] lines = paper.split("\n");
        lines[3] = lines[3].substring(0, 11) + "x" + lines[3].substring(12);
        assertThat(said(String.join("\n", lines))).startsWith("paper.word: Word 2 of line 2 is no word");
        lines[3] = lines[3].substring(0, 11) + lines[3].substring(12);
        assertThat(said(String.join("\n", lines))).startsWith("paper.word: Word 2 of line 2 is no word");
    }

    @Test
    void anEmptyLogHasAPaperToo() {
        PaperCheckpoint empty = new PaperCheckpoint(new Checkpoint("log", 0, MerkleTree.EMPTY_ROOT));
        assertThat(PaperCheckpoint.parse(empty.text()).get()).isEqualTo(empty);
    }
}
