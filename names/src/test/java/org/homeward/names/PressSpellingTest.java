package org.homeward.names;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The German, French and Polish presses write ch, j and s for other sounds than a clerk does. */
class PressSpellingTest {
    @ParameterizedTest
    @CsvSource({
        "Семенуха, Semenucha",
        "Архитко, Archytko",
        "Хоменко, Chomenko",
        "Журавлева, Jouravleva",
        "Абажей, Abajey"
    })
    void consonantsMeetInTheOtherReading(String written, String inThePress) {
        assertThat(Skeleton.consonants(Skeleton.of(Skeleton.asThePressMeansIt(inThePress))))
                .isEqualTo(Skeleton.consonants(Skeleton.of(written)))
                .isNotEqualTo(Skeleton.consonants(Skeleton.of(inThePress)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Shevchenko",
                "Koval",
                "Ivanovych",
                "Petrovich",
                "Kravchuk",
                "Schewtschenko",
                "Tchornovil",
                "Rubtchak",
                "Stoj",
                "Chtcherbak",
                "Семенуха",
                ""
            })
    void nothingElseHasOne(String text) {
        assertThat(Skeleton.asThePressMeansIt(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"Харитон, C.", "Харитон, Ch.", "Євген, J.", "Ждан, Sch.", "Захар, S.", "Цезар, Z."})
    void anInitialIsThePresssToo(String given, String initial) {
        assertThat(NameMatch.of("Шевченко " + given, "Schewtschenko " + initial).words())
                .contains("the initial agrees");
    }

    @ParameterizedTest
    @CsvSource({"Харитон, Sch.", "Петро, Ch.", "Тарас, J."})
    void anotherInitialIsAnother(String given, String initial) {
        assertThat(NameMatch.of("Шевченко " + given, "Schewtschenko " + initial).words())
                .contains("the initial does not agree");
    }
}
