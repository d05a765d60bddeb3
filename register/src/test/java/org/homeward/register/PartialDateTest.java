package org.homeward.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Random;
import org.homeward.register.PartialDate.Precision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartialDateTest {
    private static PartialDate date(String text) {
        return PartialDate.parse(text).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1990-02-03",
                "03.02.1990",
                "3/2/1990",
                "3-2-1990",
                "19900203",
                " 03.02.1990 р.н. ",
                "03.02.1990 г.р.",
                "٠٣.٠٢.١٩٩٠",
                "03. 02. 1990"
            })
    void theThirdOfFebruaryInEveryHand(String text) {
        assertThat(date(text).first()).isEqualTo(LocalDate.of(1990, 2, 3));
        assertThat(date(text).precision()).isEqualTo(Precision.DAY);
        assertThat(date(text).about()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "1990, YEAR, 1990-01-01, 1990-12-31",
        "1990 р., YEAR, 1990-01-01, 1990-12-31",
        "02.1990, MONTH, 1990-02-01, 1990-02-28",
        "1992-02, MONTH, 1992-02-01, 1992-02-29",
        "00.02.1990, MONTH, 1990-02-01, 1990-02-28",
        "00.00.1990, YEAR, 1990-01-01, 1990-12-31"
    })
    void whatIsNotToldIsNotKnown(String text, Precision precision, LocalDate first, LocalDate last) {
        assertThat(date(text).precision()).isEqualTo(precision);
        assertThat(date(text).first()).isEqualTo(first);
        assertThat(date(text).last()).isEqualTo(last);
    }

    @ParameterizedTest
    @ValueSource(strings = {"близько 1990", "около 1990 г.", "about 1990", "ок. 1990", "circa 1990", "~1990", "1990?"})
    void aGuessSaysThatItIsOne(String text) {
        assertThat(date(text)).isEqualTo(new PartialDate(1990, 0, 0, true, false));
    }

    @Test
    void dayAndMonthThatOnlyCustomTellsApartAreFlaggedAndCanBeExchanged() {
        assertThat(date("3/2/1990").orderUnsure()).isTrue();
        assertThat(date("3/2/1990").swapped().orElseThrow().first()).isEqualTo(LocalDate.of(1990, 3, 2));
        assertThat(date("25/2/1990").orderUnsure()).isFalse();
        assertThat(date("2/25/1990").first()).isEqualTo(LocalDate.of(1990, 2, 25));
        assertThat(date("25.02.1990").swapped()).isEmpty();
        assertThat(date("1990").swapped()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "31.02.1990",
                "25.25.1990",
                "2.25.1990",
                "03.02.90",
                "9999",
                "0000",
                "1990-13",
                "невідомо",
                "1234567890",
                "about"
            })
    void whatTheCalendarDoesNotHaveIsNoDate(String text) {
        assertThat(PartialDate.parse(text)).isEmpty();
    }

    @Test
    void anyTextIsADateOrNone() {
        Random random = new Random(5);
        String letters = "0123456789 .-/?~aокло\u0660\uD83D";
        for (int i = 0; i < 50_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int k = random.nextInt(14); k >= 0; k--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            PartialDate.parse(text.toString())
                    .ifPresent(date -> assertThat(date.first()).isBeforeOrEqualTo(date.last()));
        }
    }

    @Test
    void everyDayIsReadBackFromEveryForm() {
        Random random = new Random(6);
        for (int i = 0; i < 2_000; i++) {
            LocalDate day = LocalDate.of(1900, 1, 1).plusDays(random.nextInt(60_000));
            assertThat(date(day.toString()).first()).isEqualTo(day);
            assertThat(date(day.toString().replace("-", "")).first()).isEqualTo(day);
            assertThat(date(day.getDayOfMonth() + "." + day.getMonthValue() + "." + day.getYear())
                            .first())
                    .isEqualTo(day);
        }
    }
}
