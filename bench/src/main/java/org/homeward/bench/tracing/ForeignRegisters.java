package org.homeward.bench.tracing;

import java.util.ArrayList;
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

    private final Random random;
    private final ForeignClerk clerk;
    private final Map<String, String> shared = new HashMap<>();

    private ForeignRegisters(long seed) {
        random = new Random(seed);
        clerk = new ForeignClerk(random);
    }

    /** Registers of so many rows each, six tenths of the people in both. */
    public static TraceTask task(long seed, int rows, Form form) {
        return new ForeignRegisters(seed).build(seed, rows, form, false, true);
    }

    /** The same registers without a word on what stands between the rows of a pair, which would take more memory than they do. */
    static TraceTask large(long seed, int rows, Form form) {
        return new ForeignRegisters(seed).build(seed, rows, form, false, false);
    }

    /** The same registers as a perfect reader would have them: what cannot be linked here lacks the information, not the reading. */
    public static TraceTask clear(long seed, int rows, Form form) {
        return new ForeignRegisters(seed).build(seed, rows, form, true, true);
    }

    private TraceTask build(long seed, int rows, Form form, boolean clear, boolean explained) {
        int both = rows * 6 / 10;
        long[] people = new ForeignPeople(random).people(2 * rows - both);
        shuffle(people);
        long[] soughtOrder = new long[rows];
        for (int i = 0; i < rows; i++) {
            soughtOrder[i] = i < both ? i : rows - both + i;
        }
        shuffle(soughtOrder);
        List<List<String>> errors = new ArrayList<>();
        List<@Nullable String[]> written = new ArrayList<>(rows);
        for (int i = 0; i < rows; i++) {
            Written row = held(ForeignPeople.person(people[i]), form);
            written.add(clear ? row.clear : row.cells);
            if (explained) {
                errors.add(List.copyOf(row.errors));
            }
        }
        RegisterTable held = new RegisterTable(columns(form), ids("h", rows), written);
        shared.clear();
        written.clear();
        Map<Long, List<String>> between = new HashMap<>();
        long[] truth = new long[both];
        for (int at = 0; at < rows; at++) {
            int i = (int) soughtOrder[at];
            Written row = sought(ForeignPeople.person(people[i]));
            written.add(clear ? row.clear : row.cells);
            if (i < both) {
                truth[i] = (long) i << 32 | at;
                if (explained) {
                    List<String> of = new ArrayList<>(errors.get(i));
                    row.errors.stream().filter(e -> !of.contains(e)).forEach(of::add);
                    between.put(truth[i], of);
                }
            }
        }
        String name = "Second generator%s, %s, %d x %d, seed %d"
                .formatted(
                        clear ? " read without a fault" : "", form.name().toLowerCase(Locale.ROOT), rows, rows, seed);
        return new TraceTask(
                name,
                held,
                new RegisterTable(columns(Form.SPLIT), ids("s", rows), written),
                new PackedPairs(truth),
                between);
    }

    /** As {@link java.util.Collections#shuffle} would a list of them. */
    private void shuffle(long[] of) {
        for (int size = of.length; size > 1; size--) {
            int at = random.nextInt(size);
            long last = of[size - 1];
            of[size - 1] = of[at];
            of[at] = last;
        }
    }

    private static List<String> ids(String letter, int rows) {
        List<String> ids = new ArrayList<>(rows);
        for (int row = 0; row < rows; row++) {
            ids.add(letter + row);
        }
        return ids;
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

    /**
     * A row as it is written, the same as a perfect reader would have it, and what went wrong.
     *
     * @param clear every name in its own spelling and column, no wrong date: what is missing here nobody can read
     */
    private record Written(
            @Nullable String[] cells, @Nullable String[] clear, List<String> errors) {}

    private Written held(ForeignPeople.Person person, Form form) {
        List<String> errors = new ArrayList<>();
        ForeignClerk.Habit habit = clerk.habit();
        errors.add(habit.name().toLowerCase(Locale.ROOT));
        int language = habit.ordinal() >= ForeignClerk.Habit.GERMAN.ordinal()
                        && habit != ForeignClerk.Habit.OCR
                        && random.nextBoolean()
                ? 0
                : 1;
        String surname = clerk.write(person.surname()[language], habit);
        String given = clerk.write(
                person.given()[language], random.nextInt(3) == 0 || isLatin(habit) ? habit : ForeignClerk.Habit.PLAIN);
        String father = clerk.write(
                person.father()[language + 2],
                random.nextInt(3) == 0 || isLatin(habit) ? habit : ForeignClerk.Habit.PLAIN);
        @Nullable String patronymic = random.nextDouble() < .3 ? null : father;
        String clearGiven = person.given()[0];
        @Nullable String clearFather = patronymic == null ? null : person.father()[2];
        if (random.nextInt(12) == 0) {
            errors.add("initials");
            given = given.substring(0, 1) + ".";
            patronymic = patronymic == null ? null : patronymic.substring(0, 1) + ".";
            clearGiven = clearGiven.substring(0, 1) + ".";
            clearFather = clearFather == null ? null : clearFather.substring(0, 1) + ".";
        }
        if (patronymic == null) {
            errors.add("no-patronymic");
        }
        if (random.nextInt(33) == 0) {
            errors.add("exchanged");
            String surnameInGiven = given;
            given = surname;
            surname = surnameInGiven;
        }
        Date date = date(person, "%2$02d.%3$02d.%1$d", errors);
        @Nullable String place = random.nextDouble() < .35 ? null : clerk.write(person.place()[language], habit);
        if (place == null) {
            errors.add("no-place");
        }
        String rest = given + (patronymic == null ? "" : " " + patronymic);
        String clearRest = clearGiven + (clearFather == null ? "" : " " + clearFather);
        @Nullable String clearPlace = place == null ? null : person.place()[0];
        String own = person.surname()[0];
        return switch (form) {
            case SPLIT ->
                new Written(
                        share(surname, given, patronymic, date.written, place),
                        share(own, clearGiven, clearFather, date.clear, clearPlace),
                        errors);
            case NAME_AND_DATE ->
                new Written(share(surname, given, date.written), share(own, clearGiven, date.clear), errors);
            case WHOLE_NAME ->
                new Written(
                        share(
                                random.nextInt(3) == 0 ? rest + " " + surname : surname + " " + rest,
                                date.written,
                                place),
                        share(own + " " + clearRest, date.clear, clearPlace),
                        errors);
        };
    }

    private static boolean isLatin(ForeignClerk.Habit habit) {
        return habit.ordinal() >= ForeignClerk.Habit.GERMAN.ordinal() && habit != ForeignClerk.Habit.OCR;
    }

    private Written sought(ForeignPeople.Person person) {
        List<String> errors = new ArrayList<>();
        boolean slip = random.nextInt(40) == 0;
        String surname = slip ? clerk.slip(person.surname()[0]) : person.surname()[0];
        @Nullable String patronymic = random.nextInt(12) == 0 ? null : person.father()[2];
        Date date = random.nextInt(20) == 0 ? Date.none(errors) : date(person, "%1$d-%3$02d-%2$02d", errors);
        @Nullable String place = random.nextInt(8) == 0 ? null : person.place()[0];
        if (slip) {
            errors.add("sought-slip");
        }
        if (patronymic == null) {
            errors.add("no-patronymic");
        }
        if (place == null) {
            errors.add("no-place");
        }
        return new Written(
                share(surname, person.given()[0], patronymic, date.written, place),
                share(person.surname()[0], person.given()[0], patronymic, date.clear, place),
                errors);
    }

    private record Date(@Nullable String written, @Nullable String clear) {
        static Date none(List<String> errors) {
            errors.add("no-date");
            return new Date(null, null);
        }
    }

    private Date date(ForeignPeople.Person person, String form, List<String> errors) {
        int year = person.year();
        int month = person.month();
        int day = person.day();
        double x = random.nextDouble();
        String own = Integer.toString(year);
        @Nullable String clear = String.format(Locale.ROOT, form, year, day, month);
        if (x < .10) {
            return Date.none(errors);
        } else if (x < .16) {
            errors.add("year-only");
            boolean off = random.nextInt(4) == 0;
            return new Date(Integer.toString(year + (off ? 1 : 0)), off ? null : own);
        } else if (x < .20) {
            errors.add("year-off");
            clear = null;
            year += random.nextBoolean() ? 1 + random.nextInt(3) : -1 - random.nextInt(3);
        } else if (x < .22 && day <= 12) {
            errors.add("day-month");
            int swapped = day;
            day = month;
            month = swapped;
        } else if (x < .25) {
            errors.add("day-wrong");
            clear = String.format(Locale.ROOT, "%02d.%d", month, year);
            day = 1 + random.nextInt(28);
        } else if (x < .27) {
            errors.add("month-wrong");
            clear = own;
            month = 1 + random.nextInt(12);
        } else if (x < .28) {
            errors.add("day-and-month-unknown");
            clear = own;
            day = 1;
            month = 1;
        }
        return new Date(String.format(Locale.ROOT, form, year, day, month), clear);
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
