package org.homeward.bench.tracing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Invented people of a small stock of names, many with a brother, a son or a twin beside them. */
final class ForeignPeople {
    private static final String[] ROOTS =
            ("бондар ковал мельн шевч ткач кравц гончар лис вовк мороз гриц петр іван василь юрк степан федор павл "
                            + "захар тимош сав корж дуб горб білоу черн сиз рудн зайч соколь голуб журавл бабич деркач кучер пасічн рибал козач "
                            + "литв поляк волош турч круп гречк просян ячм жит пшен хмел перц час буряк капуст гарбуз огір")
                    .split(" ");
    private static final String[] ENDINGS =
            "енко,енко ук,ук чук,чук ський,ский ко,ко ак,ак ець,ец ович,ович ан,ан ар,ар ов,ов ін,ин".split(" ");
    private static final String[] MIDDLES = {"", "", "", "ов", "ин", "ар", "ус", "ел", "ич", "ат"};
    private static final String[] GIVEN =
            ("Іван,Иван,Іванович,Иванович Микола,Николай,Миколайович,Николаевич Олександр,Александр,Олександрович,Александрович "
                            + "Сергій,Сергей,Сергійович,Сергеевич Андрій,Андрей,Андрійович,Андреевич Дмитро,Дмитрий,Дмитрович,Дмитриевич "
                            + "Володимир,Владимир,Володимирович,Владимирович Віктор,Виктор,Вікторович,Викторович Юрій,Юрий,Юрійович,Юрьевич "
                            + "Олег,Олег,Олегович,Олегович Ігор,Игорь,Ігорович,Игоревич Василь,Василий,Васильович,Васильевич Петро,Пётр,Петрович,Петрович "
                            + "Михайло,Михаил,Михайлович,Михайлович Павло,Павел,Павлович,Павлович Євген,Евгений,Євгенович,Евгеньевич "
                            + "Олексій,Алексей,Олексійович,Алексеевич Роман,Роман,Романович,Романович Тарас,Тарас,Тарасович,Тарасович "
                            + "Богдан,Богдан,Богданович,Богданович Григорій,Григорий,Григорович,Григорьевич Анатолій,Анатолий,Анатолійович,Анатольевич "
                            + "Степан,Степан,Степанович,Степанович Максим,Максим,Максимович,Максимович Артем,Артём,Артемович,Артёмович "
                            + "Денис,Денис,Денисович,Денисович Валерій,Валерий,Валерійович,Валерьевич Вадим,Вадим,Вадимович,Вадимович "
                            + "Ярослав,Ярослав,Ярославович,Ярославович Остап,Остап,Остапович,Остапович Данило,Данил,Данилович,Данилович "
                            + "Кирило,Кирилл,Кирилович,Кириллович Назар,Назар,Назарович,Назарович Гліб,Глеб,Глібович,Глебович "
                            + "Станіслав,Станислав,Станіславович,Станиславович Леонід,Леонид,Леонідович,Леонидович")
                    .split(" ");
    private static final String[] PLACES =
            ("Київ,Киев Харків,Харьков Львів,Львов Одеса,Одесса Дніпро,Днепр Суми,Сумы Полтава,Полтава Чернігів,Чернигов "
                            + "Миколаїв,Николаев Херсон,Херсон Вінниця,Винница Житомир,Житомир Рівне,Ровно Луцьк,Луцк Тернопіль,Тернополь Ужгород,Ужгород "
                            + "Бердичів,Бердичев Умань,Умань Ніжин,Нежин Ізюм,Изюм Конотоп,Конотоп Лубни,Лубны Бар,Бар Тульчин,Тульчин")
                    .split(" ");

    /** Names are Ukrainian, then Russian; of a given name and a father's also both patronymics. */
    record Person(String[] surname, String[] given, String[] father, int year, int month, int day, String[] place) {}

    private final Random random;

    ForeignPeople(Random random) {
        this.random = random;
    }

    List<Person> people(int count) {
        List<Person> people = new ArrayList<>();
        while (people.size() < count) {
            Person one = new Person(
                    surname(),
                    given(),
                    given(),
                    1962 + random.nextInt(45),
                    1 + random.nextInt(12),
                    1 + random.nextInt(28),
                    pick(PLACES, 1.4));
            people.add(one);
            double kin = random.nextDouble();
            if (kin < .08) {
                people.add(new Person(
                        one.surname,
                        other(one.given),
                        one.father,
                        one.year + 1 + random.nextInt(6),
                        1 + random.nextInt(12),
                        1 + random.nextInt(28),
                        one.place));
            } else if (kin < .11) {
                String[] son = random.nextInt(4) == 0 ? one.given : given();
                people.add(new Person(
                        one.surname,
                        son,
                        one.given,
                        one.year + 21,
                        1 + random.nextInt(12),
                        1 + random.nextInt(28),
                        one.place));
            } else if (kin < .12) {
                people.add(
                        new Person(one.surname, other(one.given), one.father, one.year, one.month, one.day, one.place));
            }
        }
        return new ArrayList<>(people.subList(0, count));
    }

    private String[] other(String[] given) {
        String[] another = given();
        while (another[0].equals(given[0])) {
            another = given();
        }
        return another;
    }

    private String[] given() {
        return pick(GIVEN, 1.8);
    }

    /** The first are the most usual. */
    private String[] pick(String[] from, double skew) {
        return from[(int) (Math.pow(random.nextDouble(), skew) * from.length)].split(",");
    }

    private String[] surname() {
        String root = ROOTS[(int) (Math.pow(random.nextDouble(), 1.6) * ROOTS.length)]
                + MIDDLES[random.nextInt(MIDDLES.length)]
                + (random.nextInt(3) == 0 ? MIDDLES[random.nextInt(MIDDLES.length)] : "");
        String[] ending = ENDINGS[(int) (Math.pow(random.nextDouble(), 1.5) * ENDINGS.length)].split(",");
        String russian =
                root.replace('и', 'ы').replace('і', 'и').replace('є', 'е').replace("'", "ъ");
        return new String[] {capital(root + ending[0]), capital(russian + ending[1])};
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
