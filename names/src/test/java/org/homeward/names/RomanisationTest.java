package org.homeward.names;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class RomanisationTest {
    @Test
    void theUkrainianRulesOf2010WriteTheirOwnExamples() {
        assertThat(Romanisation.UKRAINIAN_2010.write("Борщагівка")).isEqualTo("borshchahivka");
        assertThat(Romanisation.UKRAINIAN_2010.write("Згурський")).isEqualTo("zghurskyi");
        assertThat(Romanisation.UKRAINIAN_2010.write("Єнакієве")).isEqualTo("yenakiieve");
        assertThat(Romanisation.UKRAINIAN_2010.write("Короп'є")).isEqualTo("koropie");
        assertThat(Romanisation.UKRAINIAN_2010.write("Юрій Щербухи")).isEqualTo("yurii shcherbukhy");
    }

    @Test
    void oneManHasTwoPassportsAndThreeNewspapers() {
        assertThat(Romanisation.UKRAINIAN_2010.write("Григорій Юрійович Щербань"))
                .isEqualTo("hryhorii yuriiovych shcherban");
        assertThat(Romanisation.RUSSIAN_ICAO.write("Григорий Юрьевич Щербань"))
                .isEqualTo("grigorii iurevich shcherban");
        assertThat(Romanisation.RUSSIAN_BGN_PCGN.write("Григорий Юрьевич Щербань"))
                .isEqualTo("grigoriy yur’yevich shcherban’");
        assertThat(Romanisation.GERMAN_RUSSIAN.write("Щербаков")).isEqualTo("schtscherbakow");
        assertThat(Romanisation.FRENCH_RUSSIAN.write("Щербаков")).isEqualTo("chtcherbakov");
        assertThat(Romanisation.POLISH_RUSSIAN.write("Щербаков")).isEqualTo("szczerbakow");
        assertThat(Romanisation.ISO_9.write("Щербаков")).isEqualTo("ŝerbakov");
    }

    @Test
    void everyTableReadsAsTheNameItWrote() {
        for (Romanisation table : Romanisation.values()) {
            for (String name : new String[] {"Шевченко", "Журавель", "Степанчук", "Захарченко", "Хижняк"}) {
                assertThat(NameComparer.compare(name, table.write(name)))
                        .as("%s by %s", name, table.words())
                        .isIn(NameLevel.SOUND, NameLevel.EXACT);
            }
        }
    }

    @Test
    void aLetterOfOneLanguageKeepsTheOthersTablesAway() {
        assertThat(Romanisation.RUSSIAN_ICAO.reads("Їжак")).isFalse();
        assertThat(Romanisation.UKRAINIAN_2010.reads("Рыжов")).isFalse();
        assertThat(Romanisation.ISO_9.reads("Рыжов")).isTrue();
    }
}
