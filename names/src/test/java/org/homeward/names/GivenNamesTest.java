package org.homeward.names;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class GivenNamesTest {
    @Test
    void moreThanThreeHundredNamesAreKnown() {
        assertThat(GivenNames.size()).isGreaterThan(300);
    }

    @Test
    void oneNameInTwoLanguagesUnderAnyRomanisation() {
        for (String name :
                new String[] {"Григорий", "Hryhorii", "Grigorii", "Grigoriy", "Hryhoriy", "Grigorij", "Гриша"}) {
            assertThat(NameComparer.compare("Григорій", name)).as(name).isIn(NameLevel.SOUND, NameLevel.EQUIVALENT);
        }
        assertThat(NameComparer.compare("Mykola", "Nikolay")).isEqualTo(NameLevel.EQUIVALENT);
        assertThat(NameComparer.compare("Олександр", "Alexander")).isEqualTo(NameLevel.EQUIVALENT);
        assertThat(NameComparer.compare("Сашко", "Александр")).isEqualTo(NameLevel.EQUIVALENT);
        assertThat(NameComparer.compare("Дмитро", "Дмитрия")).isEqualTo(NameLevel.EQUIVALENT);
    }

    @Test
    void relatedNamesAreNotEqual() {
        assertThat(NameComparer.compare("Георгій", "Юрій")).isEqualTo(NameLevel.RELATED);
        assertThat(NameComparer.compare("Єгор", "Георгий")).isEqualTo(NameLevel.RELATED);
        assertThat(NameComparer.compare("Назар", "Назарій")).isEqualTo(NameLevel.RELATED);
        assertThat(NameComparer.compare("Олена", "Альона")).isEqualTo(NameLevel.RELATED);
    }

    @Test
    void differentNamesStayDifferentHoweverAlike() {
        assertThat(NameComparer.compare("Марина", "Марія")).isIn(NameLevel.DIFFERENT, NameLevel.LOOSE);
        assertThat(NameComparer.compare("Денис", "Борис")).isIn(NameLevel.DIFFERENT, NameLevel.LOOSE);
        assertThat(NameComparer.compare("Роман", "Руслан")).isIn(NameLevel.DIFFERENT, NameLevel.LOOSE);
    }

    @Test
    void patronymicsFollowTheFathersName() {
        String[][] pairs = {
            {"Григорович", "Григорьевич"},
            {"Сергійович", "Сергеевич"},
            {"Юрійович", "Юрьевич"},
            {"Дмитрович", "Дмитриевич"},
            {"Mykolaiovych", "Николаевич"},
            {"Миколаївна", "Николаевна"},
            {"Іллівна", "Ильинична"},
            {"Лукич", "Лукич"},
            {"Ігорович", "Игоревича"}
        };
        for (String[] pair : pairs) {
            assertThat(NameComparer.compare(pair[0], pair[1]))
                    .as(pair[0])
                    .isIn(NameLevel.EQUIVALENT, NameLevel.SOUND, NameLevel.EXACT);
        }
        assertThat(NameComparer.compare("Петрович", "Петро")).isNotEqualTo(NameLevel.EQUIVALENT);
        assertThat(NameComparer.compare("Іванович", "Андрійович")).isIn(NameLevel.DIFFERENT, NameLevel.LOOSE);
    }
}
