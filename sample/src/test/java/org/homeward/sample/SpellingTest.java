package org.homeward.sample;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples are the published ones of each table, or names of the domain's literature. */
class SpellingTest {
    @ParameterizedTest
    @CsvSource({
        "UKRAINE_2010, Андрій, Andrii",
        "UKRAINE_2010, Борщагівка, Borshchahivka",
        "UKRAINE_2010, Згорани, Zghorany",
        "UKRAINE_2010, Єнакієве, Yenakiieve",
        "UKRAINE_2010, Юрій, Yurii",
        "UKRAINE_2010, Григорій, Hryhorii",
        "ICAO_UKRAINIAN, Григорій, Grygorii",
        "ICAO_RUSSIAN, Щербань, Shcherban",
        "ICAO_RUSSIAN, Юрьевич, Iurevich",
        "GOST_RUSSIAN, Цой, Tcoi",
        "BGN_RUSSIAN, Сергей, Sergey",
        "BGN_RUSSIAN, Егор, Yegor",
        "BGN_RUSSIAN, Алексеев, Alekseyev",
        "GERMAN_RUSSIAN, Чехов, Tschechow",
        "FRENCH_RUSSIAN, Пушкин, Pouchkin",
        "POLISH_RUSSIAN, Шевченко, Szewczenko",
        "UKRAINE_2010, Дем'янчук, Demianchuk"
    })
    void tablesGiveTheirPublishedExamples(Romanisation table, String text, String latin) {
        assertThat(table.apply(text)).isEqualTo(latin);
    }

    @ParameterizedTest
    @CsvSource({"Медведев, Медведєв", "Никитин, Нікітін", "Королёв, Корольов", "Сергеев, Сергєєв", "Яковский, Яковський"
    })
    void ukrainianWritesRussianSurnamesBySound(String russian, String ukrainian) {
        assertThat(Respelling.toUkrainian(russian)).isEqualTo(ukrainian);
    }

    @Test
    void russianWritesUkrainianSurnamesBySound() {
        assertThat(Respelling.toRussian("Дем'янчук")).isEqualTo("Демьянчук");
        assertThat(Respelling.toRussian("Зеленський")).isEqualTo("Зеленский");
    }

    @ParameterizedTest
    @CsvSource({
        "Сергій, Сергійович, Сергіївна, Сергеевич, Сергеевна",
        "Юрій, Юрійович, Юріївна, Юрьевич, Юрьевна",
        "Ігор, Ігорович, Ігорівна, Игоревич, Игоревна",
        "Ілля, Ілліч, Іллівна, Ильич, Ильинична",
        "Василь, Васильович, Василівна, Васильевич, Васильевна",
        "Олександр, Олександрович, Олександрівна, Александрович, Александровна"
    })
    void patronymicsFollowTheFathersName(String name, String uk, String ukWoman, String ru, String ruWoman) {
        GivenName father = GivenName.MEN.stream()
                .filter(n -> n.ukrainian().equals(name))
                .findFirst()
                .orElseThrow();
        assertThat(father.patronymics()).containsExactly(uk, ukWoman, ru, ruWoman);
    }

    @Test
    void aWomansSurnameTakesItsEnding() {
        Surname surname = new Surname("Савівський", "Савовский");
        assertThat(surname.of(Language.UKRAINIAN, true)).isEqualTo("Савівська");
        assertThat(surname.of(Language.RUSSIAN, true)).isEqualTo("Савовская");
        assertThat(new Surname("Бондаренко", "Бондаренко").of(Language.RUSSIAN, true))
                .isEqualTo("Бондаренко");
    }
}
