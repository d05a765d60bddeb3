package org.homeward.bench.tracing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.homeward.register.Column;
import org.homeward.register.Field;
import org.homeward.register.RegisterTable;
import org.jspecify.annotations.Nullable;

/**
 * Two registers of invented people by a second model of errors ({@link ForeignClerk}): families (brothers, fathers and sons of one name), usual
 * names that many bear, and much that is missing. One register is Ukrainian, the other Russian or Latin.
 */
public final class ForeignRegisters {
    /** Which columns the held register has. */
    public enum Form {
        SPLIT,
        WHOLE_NAME,
        NAME_AND_DATE
    }

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

    private record Person(
            String[] surname, String[] given, String[] father, int year, int month, int day, String[] place) {}

    private final Random random;
    private final ForeignClerk clerk;
    private final Map<String, String> shared = new HashMap<>();

    private ForeignRegisters(long seed) {
        random = new Random(seed);
        clerk = new ForeignClerk(random);
    }

    /** Registers of so many rows each, six tenths of the people in both. */
    public static TraceTask task(long seed, int rows, Form form) {
        return new ForeignRegisters(seed).build(seed, rows, form);
    }

    private TraceTask build(long seed, int rows, Form form) {
        int both = rows * 6 / 10;
        List<Person> people = people(2 * rows - both);
        Collections.shuffle(people, random);
        List<Integer> soughtOrder = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            soughtOrder.add(i < both ? i : rows - both + i);
        }
        Collections.shuffle(soughtOrder, random);
        List<String> ids = new ArrayList<>();
        List<@Nullable String[]> held = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            ids.add("h" + i);
            held.add(held(people.get(i), form));
        }
        List<String> soughtIds = new ArrayList<>();
        List<@Nullable String[]> sought = new ArrayList<>();
        Map<Long, List<String>> truth = new HashMap<>();
        for (int at = 0; at < rows; at++) {
            int i = soughtOrder.get(at);
            soughtIds.add("s" + at);
            sought.add(sought(people.get(i)));
            if (i < both) {
                truth.put((long) i << 32 | at, List.of());
            }
        }
        String name = "Second generator, %s, %d x %d, seed %d"
                .formatted(form.name().toLowerCase(Locale.ROOT), rows, rows, seed);
        return new TraceTask(
                name,
                new RegisterTable(columns(form), ids, held),
                new RegisterTable(columns(Form.SPLIT), soughtIds, sought),
                truth.keySet(),
                truth);
    }

    private static List<Column> columns(Form form) {
        List<Field> fields = switch (form) {
            case SPLIT ->
                List.of(Field.SURNAME, Field.GIVEN_NAME, Field.PATRONYMIC, Field.BIRTH_DATE, Field.BIRTH_PLACE);
            case WHOLE_NAME -> List.of(Field.FULL_NAME, Field.BIRTH_DATE, Field.BIRTH_PLACE);
            case NAME_AND_DATE -> List.of(Field.SURNAME, Field.GIVEN_NAME, Field.BIRTH_DATE);
        };
        return fields.stream().map(f -> new Column(f.name(), f)).toList();
    }

    private List<Person> people(int count) {
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

    private @Nullable String[] held(Person person, Form form) {
        ForeignClerk.Habit habit = clerk.habit();
        int language = habit.ordinal() >= ForeignClerk.Habit.GERMAN.ordinal()
                        && habit != ForeignClerk.Habit.OCR
                        && random.nextBoolean()
                ? 0
                : 1;
        String surname = clerk.write(person.surname[language], habit);
        String given = clerk.write(
                person.given[language], random.nextInt(3) == 0 || isLatin(habit) ? habit : ForeignClerk.Habit.PLAIN);
        String father = clerk.write(
                person.father[language + 2],
                random.nextInt(3) == 0 || isLatin(habit) ? habit : ForeignClerk.Habit.PLAIN);
        @Nullable String patronymic = random.nextDouble() < .3 ? null : father;
        if (random.nextInt(12) == 0) {
            given = given.substring(0, 1) + ".";
            patronymic = patronymic == null ? null : patronymic.substring(0, 1) + ".";
        }
        if (random.nextInt(33) == 0) {
            String surnameInGiven = given;
            given = surname;
            surname = surnameInGiven;
        }
        @Nullable String date = date(person, "%2$02d.%3$02d.%1$d");
        @Nullable String place = random.nextDouble() < .35 ? null : clerk.write(person.place[language], habit);
        return share(
                switch (form) {
                    case SPLIT -> new @Nullable String[] {surname, given, patronymic, date, place};
                    case NAME_AND_DATE -> new @Nullable String[] {surname, given, date};
                    case WHOLE_NAME -> {
                        String rest = given + (patronymic == null ? "" : " " + patronymic);
                        yield new @Nullable String[] {
                            random.nextInt(3) == 0 ? rest + " " + surname : surname + " " + rest, date, place
                        };
                    }
                });
    }

    private static boolean isLatin(ForeignClerk.Habit habit) {
        return habit.ordinal() >= ForeignClerk.Habit.GERMAN.ordinal() && habit != ForeignClerk.Habit.OCR;
    }

    private @Nullable String[] sought(Person person) {
        String surname = random.nextInt(40) == 0 ? clerk.slip(person.surname[0]) : person.surname[0];
        return share(
                surname,
                person.given[0],
                random.nextInt(12) == 0 ? null : person.father[2],
                random.nextInt(20) == 0 ? null : date(person, "%1$d-%3$02d-%2$02d"),
                random.nextInt(8) == 0 ? null : person.place[0]);
    }

    private @Nullable String date(Person person, String form) {
        int year = person.year;
        int month = person.month;
        int day = person.day;
        double x = random.nextDouble();
        if (x < .10) {
            return null;
        } else if (x < .16) {
            return Integer.toString(year + (random.nextInt(4) == 0 ? 1 : 0));
        } else if (x < .20) {
            year += random.nextBoolean() ? 1 + random.nextInt(3) : -1 - random.nextInt(3);
        } else if (x < .22 && day <= 12) {
            int swapped = day;
            day = month;
            month = swapped;
        } else if (x < .25) {
            day = 1 + random.nextInt(28);
        } else if (x < .27) {
            month = 1 + random.nextInt(12);
        } else if (x < .28) {
            day = 1;
            month = 1;
        }
        return String.format(Locale.ROOT, form, year, day, month);
    }

    /** Equal texts are one object, so that ten million rows fit. */
    private @Nullable String[] share(@Nullable String... row) {
        for (int i = 0; i < row.length; i++) {
            String cell = row[i];
            row[i] = cell == null ? null : shared.computeIfAbsent(cell, c -> c);
        }
        return row;
    }
}
