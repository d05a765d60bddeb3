package org.homeward.talks.onetext;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.homeward.talks.front.Read;
import org.junit.jupiter.api.Test;

class OneTextFileTest {
    private static final String A = "size: all > half > few\nvisits: weekly > none";
    private static final String B = "size: few > half > all\n\n visits : weekly > none ";
    private static final String TEXT = "size: half\nvisits: none";

    private static OneTextFile ok(Read<OneTextFile> read) {
        return switch (read) {
            case Read.Ok<OneTextFile>(OneTextFile file) -> file;
            case Read.Bad<OneTextFile>(String sentence) -> throw new AssertionError(sentence);
        };
    }

    private static String bad(Read<OneTextFile> read) {
        return read instanceof Read.Bad<OneTextFile>(String sentence) ? sentence : "";
    }

    @Test
    void whatIsTypedAsksWhatBothLikeMoreAndTheTextMovesWhenItHurtsNeither() {
        OneTextFile file = ok(OneTextFile.ofLines(A, B, TEXT));
        OneText.Question question = file.text().next().orElseThrow();
        assertThat(file.named(question.proposal())).containsEntry("visits", "weekly");

        OneTextFile after = file.answered(Answer.BETTER, Answer.BETTER);
        assertThat(after.named(after.text().text())).containsEntry("visits", "weekly");
        assertThat(file.answered(Answer.BETTER, Answer.WORSE).text().text()).isEqualTo(file.start());
    }

    @Test
    void theFileGoesOnWhereItStopped() {
        OneTextFile file = ok(OneTextFile.ofLines(A, B, TEXT)).answered(Answer.BETTER, Answer.WORSE);

        assertThat(ok(OneTextFile.read(file.json()))).isEqualTo(file);
        assertThat(ok(OneTextFile.read(file.json())).text().next())
                .isEqualTo(file.text().next());
    }

    @Test
    void whatCannotBeUsedIsASentence() {
        assertThat(bad(OneTextFile.ofLines(A, B, "size: half > few\nvisits: none")))
                .contains("more than one option");
        assertThat(bad(OneTextFile.ofLines(A, B, "size: half"))).contains("same issues");
        assertThat(bad(OneTextFile.ofLines(A, B, TEXT + "\nplace: here"))).contains("same issues");
        assertThat(bad(OneTextFile.ofLines(A, "size: few > half\nvisits: weekly > none", TEXT)))
                .contains("same options of 'size'");
        assertThat(bad(OneTextFile.ofLines(A, "size: few > half > most\nvisits: weekly > none", TEXT)))
                .contains("same options");
        assertThat(bad(OneTextFile.ofLines(A, "size: few > half > all", TEXT))).contains("different issues");
        assertThat(bad(OneTextFile.ofLines("size all", B, TEXT))).contains("a colon");
        assertThat(bad(OneTextFile.ofLines("size: all > > few", B, TEXT))).contains("without a name");
        assertThat(bad(OneTextFile.ofLines("", "", ""))).contains("1 to 30 issues");
        assertThat(bad(OneTextFile.ofLines("size: " + String.join(" > ", numbers(31)), B, TEXT)))
                .contains("more than 30 options");
        assertThat(bad(OneTextFile.read("{"))).contains("not a file of one text");
        assertThat(bad(OneTextFile.read("null"))).contains("lacks");
        assertThat(bad(OneTextFile.read("{\"a\":{},\"b\":{},\"text\":{},\"more\":1}")))
                .contains("not a file");
        assertThat(bad(OneTextFile.read(
                        "{\"a\":{\"s\":[\"x\",null]},\"b\":{\"s\":[\"x\"]},\"text\":{\"s\":\"x\"},\"asked\":[null]}")))
                .contains("no options");
    }

    private static List<String> numbers(int n) {
        return java.util.stream.IntStream.range(0, n)
                .mapToObj(i -> "option " + i)
                .toList();
    }

    @Test
    void anyFileIsReadOrRefusedAndNeverAnException() {
        String sound = ok(OneTextFile.ofLines(A, B, TEXT))
                .answered(Answer.BETTER, Answer.WORSE)
                .json();
        Random random = new Random(9);
        int read = 0;
        for (int i = 0; i < 3_000; i++) {
            StringBuilder changed = new StringBuilder(sound);
            for (int n = random.nextInt(3); n >= 0; n--) {
                int at = random.nextInt(changed.length());
                if (random.nextBoolean()) {
                    changed.deleteCharAt(at);
                } else {
                    changed.setCharAt(at, "{}[]\",:x>0".charAt(random.nextInt(10)));
                }
            }
            read += OneTextFile.read(changed.toString()) instanceof Read.Ok<OneTextFile> ? 1 : 0;
            assertThat(OneTextFile.ofLines(changed.toString(), B, TEXT)).isInstanceOf(Read.class);
        }
        assertThat(read).as("some changes only rename").isBetween(1, 2_999);
    }
}
