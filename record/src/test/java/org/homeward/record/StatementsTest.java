package org.homeward.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StatementsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 2, 5);

    private static Article article(String text) {
        Reading reading = Article.read(text.getBytes(StandardCharsets.UTF_8), DAY);
        assertThat(reading).isInstanceOf(Reading.Accepted.class);
        return ((Reading.Accepted) reading).article();
    }

    /** tier, speaker and cue of each quotation, as text. */
    private static List<String> drafts(String text) {
        Article a = article(text);
        return Statements.draft(a).stream()
                .map(s -> s.tier()
                        + (s.speaker() == null ? "" : " " + a.words(s.speaker()))
                        + (s.cue() == null ? "" : " " + a.words(s.cue())))
                .toList();
    }

    @Test
    void threeOrdersOfSpeakerVerbAndQuoteAreRead() {
        assertThat(drafts("“The road is open,” Orla Venn said.")).containsExactly("AGREE Orla Venn said");
        assertThat(drafts("\"The road is open,\" said deputy minister Orla Venn."))
                .containsExactly("AGREE Orla Venn said");
        assertThat(drafts("Orla Venn told reporters: “The road is open.”")).containsExactly("AGREE Orla Venn told");
    }

    @Test
    void anotherNameInTheSentenceLeavesOneRule() {
        assertThat(drafts("“The road is open,” Orla Venn said after meeting Tam Brook."))
                .containsExactly("SINGLE Orla Venn said");
    }

    @Test
    void aQuoteThatStandsAloneIsGivenToNobody() {
        assertThat(drafts("“We waited,” Orla Venn said.\n“It was long.”\nTam Brook left."))
                .containsExactly("AGREE Orla Venn said", "UNATTRIBUTED");
    }

    @Test
    void aPronounStaysAPronoun() {
        assertThat(drafts("“We waited,” she added.")).containsExactly("AGREE she added");
    }

    @Test
    void whatIsNoArticleIsRefusedWithItsCode() {
        assertThat(code(new byte[0])).isEqualTo("empty");
        assertThat(code(new byte[50 << 20])).isEqualTo("too-large");
        assertThat(code(new byte[] {'a', 0, 'b'})).isEqualTo("binary");
        assertThat(code(new byte[] {'a', (byte) 0xff})).isEqualTo("not-utf8");
        assertThat(code("<!DOCTYPE html><p>x".getBytes(StandardCharsets.UTF_8))).isEqualTo("html");
    }

    private static String code(byte[] bytes) {
        Reading reading = Article.read(bytes, DAY);
        assertThat(reading).isInstanceOf(Reading.Refused.class);
        return ((Reading.Refused) reading).code();
    }

    @Test
    void mutatedTextNeverThrowsAndEverySpanReproducesItsText() {
        Random random = new Random(42);
        String alphabet = "“”\"'\n.,:!? aZЖשׁ\u202e\u0000é";
        int quotations = 0;
        for (int round = 0; round < 5_000; round++) {
            StringBuilder text = new StringBuilder("Orla Venn said: “Open.” \"Now,\" he added. “Go,” said Tam Brook.");
            for (int k = random.nextInt(12); k > 0; k--) {
                text.setCharAt(random.nextInt(text.length()), alphabet.charAt(random.nextInt(alphabet.length())));
            }
            if (Article.read(text.toString().getBytes(StandardCharsets.UTF_8), DAY) instanceof Reading.Accepted ok) {
                for (Statement s : Statements.draft(ok.article())) {
                    quotations++;
                    char before = text.charAt(s.content().begin() - 1);
                    assertThat(before == '“' || before == '"').isTrue();
                    assertThat(ok.article().words(s.content())).isNotEmpty().doesNotContain("\n");
                }
            }
        }
        assertThat(quotations).isGreaterThan(1_000);
    }
}
