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

    private static List<String> rules(String text) {
        Reading reading = Article.read(text.getBytes(StandardCharsets.UTF_8), DAY);
        return TimeFinder.find(Page.of(((Reading.Accepted) reading).article())).stream()
                .map(TimeExpression::rule)
                .toList();
    }

    @Test
    void halfAMonthIsTheMonthAndWhichHalfInThreeLanguages() {
        assertThat(mods("They will meet in the first half of March.")).containsExactly("2026-03 START");
        assertThat(mods("It came in the second half of December 2025.")).containsExactly("2025-12 END");
        assertThat(mods("It is due in the latter half of next month.")).containsExactly("2026-03 END");
        assertThat(mods("Обмін запланували в першій половині березня.")).containsExactly("2026-03 START");
        assertThat(mods("Це було у другій половині грудня 2025 року.")).containsExactly("2025-12 END");
        assertThat(mods("Обмен ожидается во второй половине марта.")).containsExactly("2026-03 END");
        assertThat(mods("Это было в первую половину января.")).containsExactly("2026-01 START");
    }

    @Test
    void halfAYearIsStillAHalfYear() {
        assertThat(mods("It will grow in the first half of 2026.")).containsExactly("2026-H1 null");
        assertThat(mods("Это было во второй половине 2025 года.")).containsExactly("2025-H2 null");
        assertThat(mods("Во второй половине дня они встретились.")).isEmpty();
    }

    @Test
    void tenDaysOfAMonthAreToldApart() {
        assertThat(mods("В третьей декаде января обмена не было.")).containsExactly("2026-01 END");
        assertThat(mods("У другій декаді лютого буде зустріч.")).containsExactly("2026-02 MID");
        assertThat(mods("In the first ten days of January nobody came.")).containsExactly("2026-01 START");
    }

    @Test
    void theBeginningMiddleOrEndOfANamedMonthOrYearIsToldInThreeLanguages() {
        assertThat(mods("The list was closed in late January.")).containsExactly("2026-01 END");
        assertThat(mods("They hope for early 2027.")).containsExactly("2027 START");
        assertThat(mods("They must answer by the end of March.")).containsExactly("2026-03 END");
        assertThat(mods("На початку березня вони зустрінуться.")).containsExactly("2026-03 START");
        assertThat(mods("Наприкінці 2025 року обмінів не було.")).containsExactly("2025 END");
        assertThat(mods("В середине января списки сверили.")).containsExactly("2026-01 MID");
        assertThat(mods("В конце прошлого года обменов не было.")).containsExactly("2025 END");
    }

    @Test
    void aDerivedPartNamesItsRule() {
        assertThat(rules("They will meet in the first half of March."))
                .containsExactly("the first half of a month: days 1 to 15, the nearest such month");
        assertThat(rules("Nothing came since the beginning of November."))
                .containsExactly("the beginning of the nearest such month past");
        assertThat(rules("In the third quarter it rose."))
                .allSatisfy(rule -> assertThat(rule).isNotBlank());
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
