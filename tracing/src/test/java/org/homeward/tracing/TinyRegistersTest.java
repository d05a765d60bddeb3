package org.homeward.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.homeward.register.RegisterTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Registers that are too small to learn from: what is believed of registers in general must not promise too much. */
final class TinyRegistersTest {
    private static final String HELD = "Недогорук|Тарас|Ильич|01.02.1990|Сумы";

    private static final String[] SYLLABLES = "ба мо ре ли ку то жа".split(" ");

    private static double best(String held, String sought) {
        TraceResult result = Tracer.trace(Rows.persons(held), Rows.persons(sought), TraceOptions.standard());
        return java.util.stream.Stream.of(result.links(), result.possible())
                .flatMap(List::stream)
                .mapToDouble(Link::probability)
                .max()
                .orElse(0);
    }

    @ParameterizedTest
    @CsvSource({"1961", "1961-07-19", "1983-02-01", "1961-02-01", "1979-01-02"})
    void neverLinksWhereYearsOfBirthClashHoweverRareTheNames(String birth) {
        assertThat(best(HELD, "Недогорук|Тарас|Ілліч|" + birth + "|Суми")).isLessThan(.9);
    }

    @ParameterizedTest
    @CsvSource({"1990-02-01", "1990-01-02", "1990", "1990-02-11", "1991-02-01"})
    void linksRareNamesWhoseDatesAgreeOrAreOneSlipAway(String birth) {
        assertThat(best(HELD, "Недогорук|Тарас|Ілліч|" + birth + "|Суми")).isGreaterThan(.9);
    }

    @ParameterizedTest
    @CsvSource({
        "Коваленко|Александр|-|-|-",
        "Коваленко|-|-|-|Киев",
        "-|Александр|Иванович|-|Киев",
        "Коваленко|А.|И.|-|-",
        "Коваленко|Пётр|Сергеевич|01.02.1990|-",
    })
    void doesNotCallAWeakCandidateLikelyBecauseItIsTheOnlyOne(String held) {
        assertThat(best(held, "Коваленко|Олександр|Іванович|1990-02-01|Київ")).isLessThan(.5);
    }

    @ParameterizedTest
    @CsvSource({"Коваленко|-|-|01.02.1990|-", "-|-|-|01.02.1990|Киев"})
    void leavesADateWithASurnameOrATownToPeople(String held) {
        assertThat(best(held, "Коваленко|Олександр|Іванович|1990-02-01|Київ")).isLessThan(.9);
    }

    @Test
    void doesNotLinkAClashOfYearsInFiftyRowsThatElseAgree() {
        String[] names = "Іван Олег Тарас Петро Степан Роман Богдан Максим Артем Денис".split(" ");
        for (String birth : List.of("1961", "1961-02-01", "1961-07-19")) {
            String[] held = new String[50];
            String[] sought = new String[50];
            for (int i = 0; i < 49; i++) {
                held[i] = SYLLABLES[i % 7] + SYLLABLES[i / 7] + "ченко|" + names[i % 10] + "|" + names[i / 10 % 10]
                        + "ович|" + (1960 + i * 7 % 45) + "-0" + (1 + i % 9) + "-1" + i % 10 + "|Суми";
                sought[i] = held[i];
            }
            held[49] = HELD;
            sought[49] = "Недогорук|Тарас|Ілліч|" + birth + "|Суми";
            TraceResult result = Tracer.trace(Rows.persons(held), Rows.persons(sought), TraceOptions.standard());
            assertThat(result.links()).as(birth).hasSizeGreaterThanOrEqualTo(40);
            assertThat(result.links()).as(birth).noneMatch(link -> link.heldRow() == 49);
        }
    }

    @Test
    void saysThatItCouldNotLearnFromAFewRowsAndThatItDidFromMany() {
        String[] held = new String[400];
        String[] sought = new String[400];
        String[] roots = "бондар ковал мельн шевч ткач кравц гончар лисов вовк морозн грицен петров".split(" ");
        String[] names = "Іван Олег Тарас Петро Степан Роман Богдан Максим Артем Денис".split(" ");
        for (int i = 0; i < held.length; i++) {
            String birth = (1960 + i * 7 % 45) + "-" + String.format("%02d", 1 + i % 12) + "-"
                    + String.format("%02d", 1 + i * 5 % 28);
            held[i] = roots[i % 12] + roots[i * 5 / 12 % 12] + "енко|" + names[i % 10] + "|" + names[i / 10 % 10]
                    + "ович|" + birth + "|Суми";
            sought[i] = held[i];
        }
        TraceResult many = Tracer.trace(Rows.persons(held), Rows.persons(sought), TraceOptions.standard());
        assertThat(many.report().isLearned()).isTrue();
        RegisterTable few = Rows.persons(HELD);
        assertThat(Tracer.trace(few, few, TraceOptions.standard()).report().isLearned())
                .isFalse();
    }
}
