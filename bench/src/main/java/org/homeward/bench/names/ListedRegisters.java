package org.homeward.bench.names;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.homeward.bench.names.SyntheticNames.Word;
import org.homeward.bench.tracing.TraceTask;
import org.homeward.names.GivenNames;
import org.homeward.names.Romanisation;
import org.homeward.names.Script;
import org.homeward.names.Skeleton;
import org.homeward.register.Column;
import org.homeward.register.Field;
import org.homeward.register.RegisterTable;
import org.jspecify.annotations.Nullable;

/**
 * A third pair of registers: invented people whose names are words of public lists, surnames of which nothing was learned; a Ukrainian register, and one half Russian
 * and half in some romanisation. Slips of the pen in names, names in each other's columns, initials; dates missing, in part, with day and month exchanged,
 * or off by a day, a month or a year; places missing or others; brothers.
 */
final class ListedRegisters {
    private static final List<Field> FIELDS =
            List.of(Field.SURNAME, Field.GIVEN_NAME, Field.PATRONYMIC, Field.BIRTH_DATE, Field.BIRTH_PLACE);
    private static final String[] TOWNS =
            ("київ киев|харків харьков|одеса одесса|дніпро днепр|львів львов|запоріжжя запорожье|миколаїв николаев|"
                            + "маріуполь мариуполь|вінниця винница|полтава полтава|чернігів чернигов|черкаси черкассы|житомир житомир|суми сумы|рівне ровно|"
                            + "чернівці черновцы|тернопіль тернополь|луцьк луцк|ужгород ужгород|бердянськ бердянск|мелітополь мелитополь|кременчук кременчуг|"
                            + "краматорськ краматорск|бровари бровары|умань умань|ніжин нежин|ковель ковель|дрогобич дрогобыч")
                    .split("\\|");
    private static final LocalDate EARLIEST = LocalDate.of(1960, 1, 1);
    private static final int DAYS = 16_000;
    /** How much oftener than the first register the second is wrong. */
    private static final double WORSE = 1.6;

    private final Random random;
    private final List<Word> surnames;
    private final List<Word> given;
    private final List<Word> patronymics;
    private final List<Word> towns = Arrays.stream(TOWNS)
            .map(t -> new Word(t.split(" ")[0], t.split(" ")[1]))
            .toList();

    private record Person(Word surname, Word given, Word patronymic, LocalDate born, Word town) {}

    private ListedRegisters(NameLists lists, long seed) throws IOException {
        random = new Random(seed);
        surnames = lists.surnames(true);
        given = known(lists.given(), false);
        patronymics = known(lists.patronymics(), true);
    }

    /** Words that are known as given names or as their patronymics, of men. */
    private static List<Word> known(List<Word> words, boolean patronymic) {
        return words.stream()
                .filter(word -> GivenNames.classOf(Skeleton.of(word.ukrainian())) >= 0
                        && (patronymic
                                ? word.ukrainian().endsWith("ич")
                                : !word.ukrainian().endsWith("а")
                                        && !word.ukrainian().endsWith("я")))
                .toList();
    }

    /** Registers of so many rows each, six tenths of the people in both. */
    static TraceTask task(NameLists lists, long seed, int rows) throws IOException {
        return new ListedRegisters(lists, seed).build(seed, rows);
    }

    private TraceTask build(long seed, int rows) {
        int both = rows * 6 / 10;
        List<Person> people = new ArrayList<>();
        while (people.size() < 2 * rows - both) {
            Person person = person();
            people.add(person);
            if (random.nextInt(16) == 0) {
                people.add(brother(person));
            }
        }
        Collections.shuffle(people, random);
        List<Integer> second = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            second.add(i < both ? i : rows + i - both);
        }
        Collections.shuffle(second, random);
        List<@Nullable String[]> held = new ArrayList<>();
        List<@Nullable String[]> sought = new ArrayList<>();
        Map<Long, List<String>> truth = new HashMap<>();
        for (int at = 0; at < rows; at++) {
            held.add(row(people.get(at), true));
        }
        for (int at = 0; at < rows; at++) {
            int i = second.get(at);
            sought.add(row(people.get(i), false));
            if (i < both) {
                truth.put((long) i << 32 | at, List.of());
            }
        }
        String name = "Registers of listed names, %d x %d, seed %d".formatted(rows, rows, seed);
        return new TraceTask(name, table("h", held), table("s", sought), truth.keySet(), truth);
    }

    private static RegisterTable table(String letter, List<@Nullable String[]> rows) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            ids.add(letter + i);
        }
        return new RegisterTable(
                FIELDS.stream().map(f -> new Column(f.name(), f)).toList(), ids, rows);
    }

    private Person person() {
        return new Person(
                usual(surnames),
                usual(given),
                usual(patronymics),
                EARLIEST.plusDays(random.nextInt(DAYS)),
                usual(towns));
    }

    private Person brother(Person person) {
        Person other = person();
        while (other.given().equals(person.given())) {
            other = person();
        }
        return new Person(person.surname(), other.given(), person.patronymic(), other.born(), person.town());
    }

    /** The first of a list are the usual ones: the square of a random number. */
    private <T> T usual(List<T> all) {
        double x = random.nextDouble();
        return all.get((int) (x * x * all.size()));
    }

    private boolean happens(double chance, boolean first) {
        return random.nextDouble() < (first ? chance : WORSE * chance);
    }

    private @Nullable String[] row(Person person, boolean first) {
        boolean latin = !first && random.nextBoolean();
        boolean ukrainian = first || latin && random.nextBoolean();
        Romanisation table = latin ? table(ukrainian) : null;
        String surname = write(person.surname(), ukrainian, table);
        String name = write(person.given(), ukrainian, table);
        String father = write(person.patronymic(), ukrainian, table);
        surname = happens(.05, first) ? slip(surname) : surname;
        name = happens(.03, first) ? slip(name) : name;
        father = happens(.03, first) ? slip(father) : father;
        if (happens(.08, first)) {
            father = "";
        } else if (happens(.03, first)) {
            name = name.substring(0, 1) + '.';
            father = father.substring(0, 1) + '.';
        }
        boolean exchanged = happens(.015, first);
        String town = write(happens(.04, first) ? usual(towns) : person.town(), ukrainian, table);
        return new @Nullable String[] {
            exchanged ? name : surname,
            exchanged ? surname : name,
            father.isEmpty() ? null : father,
            date(person.born(), first),
            happens(.15, first) ? null : town
        };
    }

    private @Nullable String date(LocalDate born, boolean first) {
        if (happens(.02, first) && born.getDayOfMonth() <= 12) {
            return "%04d-%02d-%02d".formatted(born.getYear(), born.getDayOfMonth(), born.getMonthValue());
        }
        if (happens(.03, first)) {
            int[] off = {1, -1, 10, -10, 30};
            return born.plusDays(off[random.nextInt(off.length)]).toString();
        }
        if (happens(.02, first)) {
            int[] off = {1, -1, 10};
            return born.plusYears(off[random.nextInt(off.length)]).toString();
        }
        if (happens(.04, first)) {
            return Integer.toString(born.getYear());
        }
        return happens(.07, first) ? null : born.toString();
    }

    private Romanisation table(boolean ukrainian) {
        Romanisation table;
        do {
            table = Romanisation.values()[random.nextInt(Romanisation.values().length)];
        } while (ukrainian == table.name().contains("RUSSIAN"));
        return table;
    }

    private static String write(Word word, boolean ukrainian, @Nullable Romanisation table) {
        String own = ukrainian ? word.ukrainian() : word.russian();
        String written = table != null && table.reads(own) ? table.write(own) : own;
        return written.substring(0, 1).toUpperCase(Locale.ROOT) + written.substring(1);
    }

    private String slip(String word) {
        String letters =
                Script.of(word) == Script.CYRILLIC ? "абвгдежзиклмнопрстуфхцчшюя" : "abcdefghijklmnopqrstuvwxyz";
        return word.length() < 4 ? word : SyntheticNames.slip(word, letters, random);
    }
}
