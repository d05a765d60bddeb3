package org.homeward.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import org.homeward.register.RegisterTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows as a bad copy, a hasty clerk or another country's clerk leaves them. */
final class MisreadTest {
    private final NameLexicon names = new NameLexicon();

    private Level level(String left, String right) {
        return Step.level(step(left, right));
    }

    private int step(String left, String right) {
        return names.level(names.intern(left), names.intern(right));
    }

    @ParameterizedTest
    @CsvSource({"Бондаренко, Бопдаренко", "Савченко, Сабченко", "Климчук, Кпимчук", "Литвиненко, Лигвиненко"})
    void aLetterTakenForOneOfItsShapeIsAVeryCloseWriting(String written, String misread) {
        assertThat(level(written, misread)).isEqualTo(Level.CLOSE);
    }

    @ParameterizedTest
    @CsvSource({
        "Y., Ярослав, PART",
        "J., Ярослав, PART",
        "I., Юрій, PART",
        "J., Євгенович, PART",
        "Y., Yuriy, PART",
        "K., Харитон, PART",
        "H., Григорій, PART",
        "S., Захар, PART",
        "Ch., Харитон, PART",
        "Sch., Ждан, PART",
        "P., Ярослав, DIFFERENT",
        "Y., Петро, DIFFERENT"
    })
    void anInitialIsAnyLetterThatARomanisationBeginsWith(String initial, String name, Level level) {
        assertThat(level(initial, name)).isEqualTo(level);
        assertThat(level(name, initial)).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({"Семенуха, Semenucha", "Журавлева, Jouravleva", "Абажей, Abajey", "Chomenko, Khomenko"})
    void aPresssSpellingIsTheSameInAnotherWriting(String written, String inThePress) {
        assertThat(level(written, inThePress)).isEqualTo(Level.ALIKE);
        assertThat(level(inThePress, written)).isEqualTo(Level.ALIKE);
    }

    @Test
    void twoKnownNamesAreFurtherApartThanAKnownOneAndAMisreadOne() {
        assertThat(step("Олег", "Тарас")).isEqualTo(Level.DIFFERENT.ordinal());
        assertThat(step("Олег", "Зхунир")).isEqualTo(Step.NOT_FAR);
    }

    @Test
    void aRowWithAnInitialForASurnameIsReadTheOtherWay() {
        long pattern = pattern("И.|Просянко|-|-|-", "Просянко|Іван|Степанович|1982-02-24|Ніжин");

        assertThat(Features.isExchanged(pattern)).isTrue();
        assertThat(Features.exchangedBits(pattern)).isZero();
        assertThat(Step.level(Features.level(pattern, 0))).isEqualTo(Level.EXACT);
        assertThat(Step.level(Features.level(pattern, 1))).isEqualTo(Level.PART);
    }

    @Test
    void aRowWithAGivenNameForASurnameIsReadTheOtherWayThoughBothAreMisread() {
        long pattern = pattern("Сертей|Вопошичський|-|-|-", "Волошичський|Сергій|Олександрович|-|Рівне");

        assertThat(Features.isExchanged(pattern)).isTrue();
        assertThat(Features.exchangedBits(pattern)).isZero();
    }

    @Test
    void rowsThatMayBeExchangedEitherWayPayForIt() {
        long pattern = pattern("Данило|Роман|-|-|-", "Роман|Данило|-|-|-");

        assertThat(Features.isExchanged(pattern)).isTrue();
        assertThat(Features.exchangedBits(pattern)).isNegative();
    }

    private static long pattern(String left, String right) {
        RegisterTable held = Rows.persons(left);
        RegisterTable sought = Rows.persons(right);
        Features features = Features.common(held, sought);
        return features.pattern(features.encode(held), 0, features.encode(sought), 0);
    }

    @ParameterizedTest
    @CsvSource({
        "Гончарарчук|П.|А.|2002-06-25|-, Гончарарчук|Павло|Андрійович|-|Тульчин",
        "Боидарчук|Сертей|Сергеевич|-|Киев, Бондарчук|Сергій|Сергійович|1998-11-24|Київ",
        "Мсльнусук|Иван|Александрович|1996-04-08|Херсон, Мельнусук|Іван|-|-|Херсон",
        "С.|Просянко|И.|-|-, Просянко|Степан|Іванович|1982-02-24|Ніжин",
        "Turchuk|H.|B.|1968-03-27|-, Турчук|Григорій|Богданович|-|Миколаїв",
        "Zhuravlin|J.|-|-|-, Журавлін|Ярослав|Петрович|1990-01-02|Бар",
        "Smeljanych|Wladimir|-|-|-, Земляных|Владимир|Агеевич|1990-01-02|-",
        "Jouravlinsky|O.|-|-|-, Журавлинский|Олег|Петрович|1990-01-02|-"
    })
    void rowsThatShareNoWholePartShareAKey(String left, String right) {
        RegisterTable held = Rows.persons(left);
        RegisterTable sought = Rows.persons(right);
        Features features = Features.common(held, sought);
        int[] heldCells = features.encode(held);
        int[] soughtCells = features.encode(sought);
        int[] pairs = new int[1];
        new Blocking(new Keys(features), heldCells, soughtCells, 4_000).join((h, s) -> pairs[0]++);

        assertThat(pairs[0]).isEqualTo(1);
    }
}
