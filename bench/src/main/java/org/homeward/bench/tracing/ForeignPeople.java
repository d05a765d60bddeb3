package org.homeward.bench.tracing;

import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Invented people of a small stock of names, many with a brother, a son or a twin beside them.
 *
 * <p>A person is one long, since ten million as objects would fill the memory that an engine is measured in.
 */
final class ForeignPeople {
    private static final String[] ROOTS =
            ("бондар ковал мельн шевч ткач кравц гончар лис вовк мороз гриц петр іван василь юрк степан федор павл "
                            + "захар тимош сав корж дуб горб білоу черн сиз рудн зайч соколь голуб журавл бабич деркач кучер пасічн рибал козач "
                            + "литв поляк волош турч круп гречк просян ячм жит пшен хмел перц час буряк капуст гарбуз огір")
                    .split(" ");
    private static final String[] ENDINGS =
            "енко,енко ук,ук чук,чук ський,ский ко,ко ак,ак ець,ец ович,ович ан,ан ар,ар ов,ов ін,ин".split(" ");
    private static final String[] MIDDLES = {"", "", "", "ов", "ин", "ар", "ус", "ел", "ич", "ат"};
    private static final String[][] GIVEN = apart(
            "Іван,Иван,Іванович,Иванович Микола,Николай,Миколайович,Николаевич Олександр,Александр,Олександрович,Александрович "
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
                    + "Станіслав,Станислав,Станіславович,Станиславович Леонід,Леонид,Леонідович,Леонидович");
    private static final String[][] PLACES = apart(
            "Київ,Киев Харків,Харьков Львів,Львов Одеса,Одесса Дніпро,Днепр Суми,Сумы Полтава,Полтава Чернігів,Чернигов "
                    + "Миколаїв,Николаев Херсон,Херсон Вінниця,Винница Житомир,Житомир Рівне,Ровно Луцьк,Луцк Тернопіль,Тернополь Ужгород,Ужгород "
                    + "Бердичів,Бердичев Умань,Умань Ніжин,Нежин Ізюм,Изюм Конотоп,Конотоп Лубни,Лубны Бар,Бар Тульчин,Тульчин");

    /** Names are Ukrainian, then Russian; of a given name and a father's also both patronymics. */
    record Person(String[] surname, String[] given, String[] father, int year, int month, int day, String[] place) {}

    /** Where each part of a person stands in its long, and how many bits it has. */
    private enum Part {
        ROOT(6),
        MIDDLE(4),
        SECOND_MIDDLE(4),
        ENDING(4),
        GIVEN(6),
        FATHER(6),
        YEAR(7),
        MONTH(4),
        DAY(5),
        PLACE(5);

        private final int bits;

        Part(int bits) {
            this.bits = bits;
        }

        private int shift() {
            int shift = 0;
            for (int part = 0; part < ordinal(); part++) {
                shift += values()[part].bits;
            }
            return shift;
        }

        int of(long person) {
            return (int) (person >>> shift()) & (1 << bits) - 1;
        }

        long in(int value) {
            return (long) value << shift();
        }

        long instead(long person, int value) {
            return person & ~in((1 << bits) - 1) | in(value);
        }
    }

    private static final int FIRST_YEAR = 1962;

    private final Random random;

    ForeignPeople(Random random) {
        this.random = random;
    }

    private static String[][] apart(String names) {
        return Stream.of(names.split(" ")).map(name -> name.split(",")).toArray(String[][]::new);
    }

    /** So many people, to be read by {@link #person}, kin beside each other. */
    long[] people(int count) {
        long[] people = new long[count + 1];
        int size = 0;
        while (size < count) {
            long one = surname()
                    | Part.GIVEN.in(given())
                    | Part.FATHER.in(given())
                    | Part.YEAR.in(random.nextInt(45))
                    | monthAndDay()
                    | Part.PLACE.in(pick(PLACES.length, 1.4));
            people[size++] = one;
            double kin = random.nextDouble();
            int given = Part.GIVEN.of(one);
            int year = Part.YEAR.of(one);
            if (kin < .08) {
                long brother = Part.GIVEN.instead(one, other(given));
                brother = Part.YEAR.instead(brother, year + 1 + random.nextInt(6));
                people[size++] = withoutMonthAndDay(brother) | monthAndDay();
            } else if (kin < .11) {
                long son = Part.GIVEN.instead(one, random.nextInt(4) == 0 ? given : given());
                son = Part.YEAR.instead(Part.FATHER.instead(son, given), year + 21);
                people[size++] = withoutMonthAndDay(son) | monthAndDay();
            } else if (kin < .12) {
                people[size++] = Part.GIVEN.instead(one, other(given));
            }
        }
        return Arrays.copyOf(people, count);
    }

    private long monthAndDay() {
        int month = 1 + random.nextInt(12);
        return Part.MONTH.in(month) | Part.DAY.in(1 + random.nextInt(28));
    }

    private static long withoutMonthAndDay(long person) {
        return Part.DAY.instead(Part.MONTH.instead(person, 0), 0);
    }

    private int other(int given) {
        int another = given();
        while (another == given) {
            another = given();
        }
        return another;
    }

    private int given() {
        return pick(GIVEN.length, 1.8);
    }

    /** The first are the most usual. */
    private int pick(int of, double skew) {
        return (int) (Math.pow(random.nextDouble(), skew) * of);
    }

    private long surname() {
        return Part.ROOT.in(pick(ROOTS.length, 1.6))
                | Part.MIDDLE.in(random.nextInt(MIDDLES.length))
                | Part.SECOND_MIDDLE.in(random.nextInt(3) == 0 ? random.nextInt(MIDDLES.length) : 0)
                | Part.ENDING.in(pick(ENDINGS.length, 1.5));
    }

    static Person person(long packed) {
        String root =
                ROOTS[Part.ROOT.of(packed)] + MIDDLES[Part.MIDDLE.of(packed)] + MIDDLES[Part.SECOND_MIDDLE.of(packed)];
        String[] ending = ENDINGS[Part.ENDING.of(packed)].split(",");
        String russian =
                root.replace('и', 'ы').replace('і', 'и').replace('є', 'е').replace("'", "ъ");
        return new Person(
                new String[] {capital(root + ending[0]), capital(russian + ending[1])},
                GIVEN[Part.GIVEN.of(packed)],
                GIVEN[Part.FATHER.of(packed)],
                FIRST_YEAR + Part.YEAR.of(packed),
                Part.MONTH.of(packed),
                Part.DAY.of(packed),
                PLACES[Part.PLACE.of(packed)]);
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
