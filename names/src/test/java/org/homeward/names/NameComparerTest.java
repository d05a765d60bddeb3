package org.homeward.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class NameComparerTest {
    @Test
    void romanisationsOfOneSurnameSoundTheSame() {
        assertThat(NameComparer.compare("Шевченко", "Shevchenko")).isEqualTo(NameLevel.SOUND);
        assertThat(NameComparer.compare("Шевченко", "Schewtschenko")).isEqualTo(NameLevel.SOUND);
        assertThat(NameComparer.compare("Шевченко", "Szewczenko")).isEqualTo(NameLevel.SOUND);
        assertThat(NameComparer.compare("Ковальська", "Ковальський")).isEqualTo(NameLevel.SOUND);
    }

    @Test
    void oneGivenNameInTwoLanguagesIsEquivalentAndNeverEqual() {
        assertThat(NameComparer.compare("Микола", "Николай")).isEqualTo(NameLevel.EQUIVALENT);
        assertThat(NameComparer.compare("Миколайович", "Николаевич")).isEqualTo(NameLevel.EQUIVALENT);
        assertThat(NameComparer.compare("Юрій", "Григорий")).isEqualTo(NameLevel.DIFFERENT);
        assertThat(NameComparer.compare("Микола", "Николаевич")).isNotEqualTo(NameLevel.EQUIVALENT);
    }

    @Test
    void theReasonSaysNothingThatTheLevelDoesNot() {
        assertThat(NameMatch.of("Кравець Н.А.", "Кравець Микола Олексійович").words())
                .contains("Н / Микола: the initial agrees", "А / Олексійович: the initial agrees")
                .doesNotContain("unusual");
        assertThat(NameMatch.of("Коваль Микола", "Коваль Николай").words())
                .contains("Микола / Николай: one name in two languages")
                .doesNotContain("%");
    }

    @Test
    void kindsOfFamilyNameAreNotOneName() {
        assertThat(NameComparer.compare("Коваленко", "Ковальчук")).isEqualTo(NameLevel.DIFFERENT);
        assertThat(NameComparer.compare("Морозов", "Мороз")).isEqualTo(NameLevel.DIFFERENT);
        assertThat(NameComparer.compare("Анна", "Яна")).isNotEqualTo(NameLevel.SOUND);
    }

    @Test
    void armenianIsReadByItsSounds() {
        assertThat(NameComparer.compare("Գրիգորյան", "Grigoryan")).isEqualTo(NameLevel.SOUND);
        assertThat(NameComparer.compare("Հարությունյան", "Арутюнян")).isIn(NameLevel.NEAR, NameLevel.LOOSE);
        assertThat(NameComparer.compare("Հարությունյան", "Harutyunyan")).isEqualTo(NameLevel.SOUND);
        assertThat(NameComparer.compare("Սարգսյան", "Саргсян")).isEqualTo(NameLevel.SOUND);
        assertThat(NameComparer.compare("Սարգսյան", "Petrosyan")).isIn(NameLevel.DIFFERENT, NameLevel.LOOSE);
        assertThat(NameMatch.of("Սարգսյան Արմեն", "Armen Sargsyan").verdict())
                .isIn(NameMatch.Verdict.SAME, NameMatch.Verdict.LIKELY);
    }

    @Test
    void oneLetterMayBeAnotherSurnameInOneScriptAndIsForgivenAcrossScripts() {
        double typing = odds("Гриценко Олексій Іванович", "Грицнеко Олексій Іванович");
        double surname = odds("Гриценко Олексій Іванович", "Грищенко Олексій Іванович");
        double across = odds("Гриценко Олексій Іванович", "Gritsenko Aleksei Ivanovich");
        assertThat(surname).isLessThan(typing).isLessThan(across);
        assertThat(odds("Коваленко Іван Петрович", "Коваленков Иван Петрович")).isLessThan(typing);
    }

    @Test
    void aWordAloneIsJudgedAsOne() {
        assertThat(odds("Микола", "Николай")).isGreaterThan(1);
        assertThat(odds("Григорович", "Григорьевич")).isGreaterThan(1);
        assertThat(odds("Щербань", "Shcherban")).isGreaterThan(3);
        assertThat(odds("Микола", "Микита")).isLessThan(-3);
        assertThat(odds("Щербань", "Щербаков")).isLessThan(-3);
    }

    @Test
    void aLatinXIsReadAsItsOtherLettersSay() {
        assertThat(NameComparer.compare("Захар", "Zaxar")).isEqualTo(NameLevel.SOUND);
        assertThat(NameComparer.compare("Михайлович", "Mixajlovič")).isEqualTo(NameLevel.SOUND);
        assertThat(NameComparer.compare("Козьміних", "Kozʹminyx")).isEqualTo(NameLevel.SOUND);
        assertThat(NameComparer.compare("Хрущёв", "Xrushhyov")).isEqualTo(NameLevel.SOUND);
        assertThat(NameComparer.compare("Оксана", "Oxana")).isEqualTo(NameLevel.SOUND);
        assertThat(NameComparer.compare("Феликс", "Felix")).isEqualTo(NameLevel.SOUND);
    }

    @Test
    void aPrimeIsASoftSign() {
        assertThat(Skeleton.of("Marʹenko")).isEqualTo(Skeleton.of("Марьєнко"));
    }

    @Test
    void theNamesOfADoubleSurnameStandInAnyOrder() {
        assertThat(NameComparer.compare("Бондаренко-Ткач", "Ткач-Бондаренко")).isEqualTo(NameLevel.SOUND);
        assertThat(NameComparer.compare("Бондаренко-Ткач", "Tkach-Bondarenko")).isEqualTo(NameLevel.SOUND);
        assertThat(NameComparer.compare("Бондаренко-Ткач", "Ткач-Мельник")).isEqualTo(NameLevel.DIFFERENT);
    }

    @Test
    void twoNamesThatASlipMayHaveMadeOfOneAreToldAsSuch() {
        assertThat(NameComparer.explain("Бойко", "Байко").words()).endsWith("or one with a slip: another vowel");
        assertThat(NameComparer.explain("Бойко", "Мельник").words()).endsWith("two names");
    }

    private static double odds(String left, String right) {
        return NameComparer.logOdds(PreparedName.of(left), PreparedName.of(right));
    }

    @Test
    void lookAlikeLettersOfAnotherScriptAreReadInTheScriptOfTheWord() {
        assertThat(NameComparer.compare("Петрeнко", "Петренко")).isEqualTo(NameLevel.EXACT);
    }

    @Test
    void comparisonIsSymmetricOnAnyText() {
        Random random = new Random(11);
        for (int round = 0; round < 20_000; round++) {
            String left = text(random);
            String right = text(random);
            assertThat(NameComparer.compare(left, right)).isEqualTo(NameComparer.compare(right, left));
        }
    }

    private static String text(Random random) {
        String letters = "абгжйыяїaeghsyz'’-\u0301\uD83D\u0645 1";
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(9); i >= 0; i--) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }
}
