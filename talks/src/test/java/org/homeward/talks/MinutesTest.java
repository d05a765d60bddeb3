package org.homeward.talks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MinutesTest {
    private static Minutes minutes(String language) throws Exception {
        return Minutes.of(TalksState.of(Example.entries()), 2, 2, language).orElseThrow();
    }

    @Test
    void dayTwoIsThereInTwoLanguagesSideBySide() throws Exception {
        String page = MinutesPage.html(List.of(minutes("en"), minutes("uk")));

        assertThat(page)
                .contains(
                        "<td lang=\"en\"><h1>Minutes: round 2, day 2</h1></td><td lang=\"uk\"><h1>Протокол: раунд 2, день 2</h1></td>")
                .contains(
                        "1. Trilateral consultations (trilateral)</td><td lang=\"uk\">1. Тристоронні консультації (тристороннє)")
                .contains("2. Group work (working group, Military group)")
                .contains("3. Subsequent alignment of positions (plenary)")
                .contains("Rustem Umerov (голова)")
                .contains("по 157 з кожної сторони")
                .doesNotContain("<script");
    }

    @Test
    void everyLanguageHasTheSameLines() throws Exception {
        List<Integer> levels =
                minutes("en").lines().stream().map(Minutes.Line::level).toList();
        for (String language : Minutes.LANGUAGES) {
            assertThat(minutes(language).lines().stream()
                            .map(Minutes.Line::level)
                            .toList())
                    .isEqualTo(levels);
        }
        assertThat(MinutesPage.html(List.of(minutes("en"), minutes("ar")))).contains("dir=\"rtl\"");
    }

    @Test
    void wordsThatAreMissingInALanguageAreMarkedWithTheirOwn() {
        assertThat(Minutes.words(Map.of("en", "lists"), "uk")).isEqualTo("[en] lists");
    }

    @Test
    void aDayOutsideTheRoundHasNoMinutes() throws Exception {
        TalksState state = TalksState.of(Example.entries());

        assertThat(Minutes.of(state, 2, 3, "en")).isEmpty();
        assertThat(Minutes.of(state, 1, 1, "en")).isEmpty();
    }

    @Test
    void whatIsEnteredCannotBecomePartOfThePage() {
        assertThat(MinutesPage.html(List.of(new Minutes("en", List.of(new Minutes.Line(0, "<b>\"&"))))))
                .contains("<td lang=\"en\">&lt;b&gt;&quot;&amp;</td>");
    }
}
