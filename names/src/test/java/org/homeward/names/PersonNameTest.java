package org.homeward.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.homeward.names.PersonName.Role;
import org.junit.jupiter.api.Test;

final class PersonNameTest {
    private static String read(String text) {
        PersonName name = PersonName.parse(text);
        assertThat(name.original()).isEqualTo(text);
        return name.joined(Role.SURNAME) + "|" + name.joined(Role.GIVEN) + "|" + name.joined(Role.PATRONYMIC);
    }

    @Test
    void anyOrderIsRead() {
        assertThat(read("Щербань Григорій Юрійович")).isEqualTo("Щербань|Григорій|Юрійович");
        assertThat(read("Григорий Юрьевич Щербань")).isEqualTo("Щербань|Григорий|Юрьевич");
        assertThat(read("Hryhorii Shcherban")).isEqualTo("Shcherban|Hryhorii|");
        assertThat(read("SHCHERBAN Hryhorii")).isEqualTo("SHCHERBAN|Hryhorii|");
        assertThat(read("Мартин, Іван Петрович")).isEqualTo("Мартин|Іван|Петрович");
        assertThat(read("Роман Іван Петрович")).isEqualTo("Роман|Іван|Петрович");
    }

    @Test
    void initialsStandForGivenNameAndPatronymic() {
        assertThat(read("Щербань Г.Ю.")).isEqualTo("Щербань|Г|Ю");
        assertThat(read("Г. Ю. Щербань")).isEqualTo("Щербань|Г|Ю");
        assertThat(read("Щербань Григорій Ю.")).isEqualTo("Щербань|Григорій|Ю");
        assertThat(read("Альберт Л. У.")).isEqualTo("Альберт|Л|У");
        assertThat(read("I. P. Roman")).isEqualTo("Roman|I|P");
    }

    @Test
    void ranksAreKeptBesideTheName() {
        PersonName name = PersonName.parse("ст. сержант Коваль Петро Іванович");
        assertThat(name.titles()).containsExactly("ст", "сержант");
        assertThat(name.joined(Role.SURNAME)).isEqualTo("Коваль");
        assertThat(PersonName.parse("Майор Іван").titles()).isEmpty();
    }

    @Test
    void aRankIsOneEvenBesideASingleWord() {
        assertThat(read("капитан Зуев")).isEqualTo("Зуев||");
        assertThat(read("Capt. Zuev")).isEqualTo("Zuev||");
        assertThat(read("Sgt Andrii Lysenko")).isEqualTo("Lysenko|Andrii|");
    }

    @Test
    void lettersOfTheOtherAlphabetAndOfAScannerAreReadInTheWordsOwn() {
        assertThat(read("Пeтpeнкo Iвaн")).isEqualTo("Петренко|Іван|");
        assertThat(read("HECTEPEHKO BIКTOP")).isEqualTo("НЕСТЕРЕНКО|ВІКТОР|");
        assertThat(read("Zapor0zhets Ivan")).isEqualTo("Zaporozhets|Ivan|");
        assertThat(read("PAPA TOM")).isEqualTo("PAPA|TOM|");
    }

    @Test
    void anInitialMayBeTwoLettersInLatin() {
        assertThat(read("Koval Ye. I.")).isEqualTo("Koval|Ye|I");
        assertThat(read("Sh. Akhmedov")).isEqualTo("Akhmedov|Sh|");
    }

    @Test
    void doubleSurnamesApostrophesAndParticlesAreOneName() {
        assertThat(read("Нечуй - Левицький Іван Семенович")).isEqualTo("Нечуй-Левицький|Іван|Семенович");
        assertThat(read("Дем’янчук Олег")).isEqualTo("Дем'янчук|Олег|");
        assertThat(read("Мамедов Руслан Ахмед оглы")).isEqualTo("Мамедов|Руслан|Ахмед");
        assertThat(read("Іванов")).isEqualTo("Іванов||");
    }

    @Test
    void fieldsOfTheirOwnAreTakenAsTheyAre() {
        PersonName name = PersonName.of("Роман", "Павло Андрій", "");
        assertThat(name.joined(Role.SURNAME)).isEqualTo("Роман");
        assertThat(name.joined(Role.GIVEN)).isEqualTo("Павло-Андрій");
    }

    @Test
    void anyTextIsReadWithoutFailing() {
        Random random = new Random(17);
        String letters = "АбгїєZaš.,-' ()’\u0301\uD83D\uDE00\uD83Dמم1\t;І";
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(30); i > 0; i--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            PersonName name = PersonName.parse(text.toString());
            assertThat(name.original()).isEqualTo(text.toString());
            assertThat(name.parts()).allSatisfy(part -> assertThat(part.text()).isNotBlank());
        }
    }
}
