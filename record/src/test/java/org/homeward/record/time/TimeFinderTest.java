package org.homeward.record.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.homeward.record.Article;
import org.homeward.record.Reading;
import org.homeward.record.text.Page;
import org.junit.jupiter.api.Test;

class TimeFinderTest {
    /** A Thursday. */
    private static final LocalDate DAY = LocalDate.of(2026, 2, 5);

    private static List<String> values(String text) {
        Reading reading = Article.read(text.getBytes(StandardCharsets.UTF_8), DAY);
        return TimeFinder.find(Page.of(((Reading.Accepted) reading).article())).stream()
                .map(TimeExpression::value)
                .toList();
    }

    @Test
    void quartersHalvesSeasonsAndDecadesAreRead() {
        assertThat(values("It rose in the second quarter and fell in Q3 2025.")).containsExactly("2026-Q2", "2025-Q3");
        assertThat(values("In the spring of 2021 they had waited for a decade."))
                .containsExactly("2021-SP", "P10Y");
        assertThat(values("It will grow in the first half of 2026, unlike in mid-January."))
                .containsExactly("2026-H1", "2026-01");
        assertThat(values("It was so in the 1990s.")).containsExactly("199");
        assertThat(values("Ріст почався навесні, у третьому кварталі 2025 року."))
                .containsExactly("2026-SP", "2025-Q3");
    }

    private static List<String> mods(String text) {
        Reading reading = Article.read(text.getBytes(StandardCharsets.UTF_8), DAY);
        return TimeFinder.find(Page.of(((Reading.Accepted) reading).article())).stream()
                .map(t -> t.value() + " " + t.mod())
                .toList();
    }

    @Test
    void aPartOfAMonthOrYearIsItsValueAndWhichPart() {
        assertThat(mods("They will meet again at the end of the month.")).containsExactly("2026-02 END");
        assertThat(mods("It began in mid-January.")).containsExactly("2026-01 MID");
        assertThat(mods("Они встретятся в начале года.")).containsExactly("2026 START");
        assertThat(mods("It began in January 2026.")).containsExactly("2026-01 null");
    }

    @Test
    void whatComesAgainAndAgainIsASet() {
        assertThat(values("They meet every Thursday and talk daily.")).containsExactly("XXXX-WXX-4", "XXXX-XX-XX");
        assertThat(values("Воду привозять щочетверга.")).containsExactly("XXXX-WXX-4");
        assertThat(values("Они встречаются каждый четверг.")).containsExactly("XXXX-WXX-4");
    }

    @Test
    void timesOfDayAndPartsOfADayAreRead() {
        assertThat(values("It lasted 72 hours, until 9:40 a.m. on Wednesday."))
                .containsExactly("PT72H", "2026-02-04T09:40");
        assertThat(values("Three people died overnight.")).containsExactly("2026-02-04TNI");
        assertThat(values("Удар нанесли ночью.")).containsExactly("2026-02-04TNI");
    }

    @Test
    void aWordThatLooksAheadTurnsADayOrMonthAhead() {
        assertThat(values("They have until Friday.")).containsExactly("2026-02-06");
        assertThat(values("They came on Friday.")).containsExactly("2026-01-30");
        assertThat(values("The law holds through Sept. 30.")).containsExactly("2026-09-30");
        assertThat(values("Обмен ожидается до конца месяца.")).containsExactly("2026-02");
        assertThat(values("Торік їх було більше.")).containsExactly("2025");
    }
}
