package org.homeward.tracing;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.homeward.register.Field;
import org.homeward.register.RegisterTable;
import org.jspecify.annotations.Nullable;

/**
 * The fields that two registers have in common, their lexicons, and the comparison of two encoded rows.
 *
 * <p>A pair's levels are one long, its <em>pattern</em>: four bits a field, and bits for names in each other's columns and in two scripts.
 */
final class Features {
    /** Surname and given name of the left row stand in each other's columns; or those of the right row. */
    static final long LEFT_EXCHANGED = 1L << 62;

    static final long RIGHT_EXCHANGED = 1L << 61;
    /** Beside either, where the row itself shows it, so that it is no news that only this pair brings. */
    static final long SHOWN_EXCHANGED = 1L << 63;

    /** The bit for surnames in two scripts: a romanised row is near where another is exact, in all its names at once. */
    private static final int SCRIPTS_AT = 60;

    private static final int BITS = 4;
    private static final long MASK = (1 << BITS) - 1;
    /** As many fields as a pattern has room for; parts of an address that are one more are not compared. */
    private static final int MOST = SCRIPTS_AT / BITS;

    private static final Pattern BETWEEN_INITIALS = Pattern.compile("[.\\s]+");
    private static final Set<Field> NAMES = EnumSet.of(Field.SURNAME, Field.GIVEN_NAME, Field.PATRONYMIC);
    private static final Set<Field> COMPARED = EnumSet.complementOf(EnumSet.of(
            Field.ID,
            Field.OTHER,
            Field.KIND,
            Field.MEDICAL,
            Field.CAPTURE_DATE,
            Field.CAPTURE_PLACE,
            Field.EXPIRY,
            Field.STATUS,
            Field.DEATH_DATE,
            Field.NOTES,
            Field.FULL_NAME));

    /** One field, and where its values are known. */
    record Feature(Field field, Kind kind, Lexicon lexicon) {}

    final List<Feature> all;
    final int count;
    final int surname;
    final int given;
    final int patronymic;
    final int birth;
    private final Lexicon[] lexicons;

    private Features(List<Feature> all) {
        this.all = List.copyOf(all);
        count = all.size();
        surname = at(Field.SURNAME);
        given = at(Field.GIVEN_NAME);
        patronymic = at(Field.PATRONYMIC);
        birth = at(Field.BIRTH_DATE);
        lexicons = all.stream().map(Feature::lexicon).toArray(Lexicon[]::new);
    }

    static Features common(RegisterTable held, RegisterTable sought) {
        NameLexicon names = new NameLexicon();
        List<Feature> features = new ArrayList<>();
        for (Field field : COMPARED) {
            if (features.size() < MOST && has(held, field) && has(sought, field)) {
                Kind kind = Kind.of(field);
                features.add(new Feature(
                        field,
                        kind,
                        kind.isName() ? names : kind == Kind.DATE ? new DateLexicon() : new TextLexicon(kind)));
            }
        }
        return new Features(features);
    }

    /** The same for another thread; no row is encoded while it is in use. */
    Features fork() {
        Map<Lexicon, Lexicon> forks = new HashMap<>();
        return new Features(all.stream()
                .map(f -> new Feature(f.field(), f.kind(), forks.computeIfAbsent(f.lexicon(), Lexicon::fork)))
                .toList());
    }

    private static boolean has(RegisterTable table, Field field) {
        return table.column(field) >= 0 || (NAMES.contains(field) && table.column(Field.FULL_NAME) >= 0);
    }

    int at(Field field) {
        for (int f = 0; f < all.size(); f++) {
            if (all.get(f).field() == field) {
                return f;
            }
        }
        return -1;
    }

    /** What a row says in a field: its own cell, or the part of its whole name. */
    static @Nullable String value(RegisterTable table, int row, Field field) {
        String own = own(table, row, field);
        String whole = own == null && NAMES.contains(field) ? own(table, row, Field.FULL_NAME) : null;
        return whole == null ? own : part(NameSplit.of(whole), field);
    }

    private static @Nullable String own(RegisterTable table, int row, Field field) {
        int column = table.column(field);
        return column < 0 ? null : table.value(row, column);
    }

    private static @Nullable String part(NameSplit name, Field field) {
        return field == Field.SURNAME ? name.surname() : field == Field.GIVEN_NAME ? name.given() : name.patronymic();
    }

    /** Row by row, the number of each field's value in its lexicon, or -1. Two threads, of which one has the names, so that equal tables give equal numbers. */
    int[] encode(RegisterTable table) {
        int[] cells = new int[table.size() * count];
        CompletableFuture<Void> others = CompletableFuture.runAsync(() -> {
            for (int row = 0; row < table.size(); row++) {
                encodeOthers(table, row, cells, row * count);
            }
        });
        for (int row = 0; row < table.size(); row++) {
            encodeNames(table, row, cells, row * count);
        }
        others.join();
        return cells;
    }

    void encode(RegisterTable table, int row, int[] cells, int from) {
        encodeNames(table, row, cells, from);
        encodeOthers(table, row, cells, from);
    }

    private void encodeOthers(RegisterTable table, int row, int[] cells, int from) {
        for (int f = 0; f < count; f++) {
            if (!all.get(f).kind().isName()) {
                String value = value(table, row, all.get(f).field());
                cells[from + f] = value == null ? -1 : lexicons[f].intern(value);
            }
        }
    }

    private void encodeNames(RegisterTable table, int row, int[] cells, int from) {
        String whole = own(table, row, Field.FULL_NAME);
        NameSplit split = whole == null ? null : NameSplit.of(whole);
        for (int f = 0; f < count; f++) {
            if (all.get(f).kind().isName()) {
                String own = own(table, row, all.get(f).field());
                String value =
                        own == null && split != null ? part(split, all.get(f).field()) : own;
                cells[from + f] = value == null ? -1 : lexicons[f].intern(value);
            }
        }
        if (surname >= 0 && given >= 0 && patronymic >= 0 && cells[from + patronymic] < 0) {
            moveInitials(table, row, cells, from);
        }
    }

    /** "И.И." in the given name's cell is two initials. */
    private void moveInitials(RegisterTable table, int row, int[] cells, int from) {
        String value = value(table, row, Field.GIVEN_NAME);
        if (value == null || value.indexOf('.') < 0) {
            return;
        }
        String[] initials = BETWEEN_INITIALS.split(value.strip());
        if (initials.length == 2) {
            cells[from + given] = lexicons[given].intern(initials[0]);
            cells[from + patronymic] = lexicons[patronymic].intern(initials[1]);
        }
    }

    /** The pattern of a pair: rows {@code i} and {@code j} of two encoded registers. */
    long pattern(int[] left, int i, int[] right, int j) {
        int a = i * count;
        int b = j * count;
        long pattern = twoScripts(left, a, right, b);
        for (int f = 0; f < count; f++) {
            pattern |= (long) lexicons[f].level(left[a + f], right[b + f]) << BITS * f;
        }
        return surname >= 0 && given >= 0 ? exchanged(pattern, left, a, right, b) : pattern;
    }

    /**
     * The pattern of a pair without its surname, which alone is dear to compare; or -1 where the names may stand in each other's columns, so that
     * nothing can be said without it.
     */
    long cheapPattern(int[] left, int i, int[] right, int j) {
        int a = i * count;
        int b = j * count;
        long pattern = twoScripts(left, a, right, b);
        for (int f = 0; f < count; f++) {
            if (f != surname) {
                pattern |= (long) lexicons[f].level(left[a + f], right[b + f]) << BITS * f;
            }
        }
        if (given >= 0 && Step.isAtBest(level(pattern, given), Level.LOOSE)) {
            Lexicon names = lexicons[surname];
            if (same(names, left[a + surname], right[b + given])
                    || same(names, left[a + given], right[b + surname])
                    || looksExchanged(left, a) != looksExchanged(right, b)) {
                return -1;
            }
        }
        return pattern;
    }

    private long twoScripts(int[] left, int a, int[] right, int b) {
        return (long) scripts(left, a, right, b) << SCRIPTS_AT;
    }

    /** 1 where the surnames of two rows, which begin at {@code a} and {@code b}, are in two scripts, else 0. */
    int scripts(int[] left, int a, int[] right, int b) {
        if (surname < 0) {
            return 0;
        }
        NameLexicon names = (NameLexicon) lexicons[surname];
        int one = names.script(left[a + surname]);
        int other = names.script(right[b + surname]);
        return one == other || one < 0 || other < 0 ? 0 : 1;
    }

    /** 1 where the names of a pattern's pair are in two scripts, else 0. */
    static int scripts(long pattern) {
        return (int) (pattern >>> SCRIPTS_AT) & 1;
    }

    /** Whether the surname and the given name of the row that begins at {@code from} look to stand in each other's columns. */
    boolean looksExchanged(int[] cells, int from) {
        return surname >= 0
                && given >= 0
                && ((NameLexicon) lexicons[surname]).looksExchanged(cells[from + surname], cells[from + given]);
    }

    private static boolean same(Lexicon names, int left, int right) {
        return left >= 0 && right >= 0 && names.group(left) == names.group(right);
    }

    /** The pattern of {@link #cheapPattern} with its surname. */
    long withSurname(long cheap, int[] left, int i, int[] right, int j) {
        int level = lexicons[surname].level(left[i * count + surname], right[j * count + surname]);
        return cheap | (long) level << BITS * surname;
    }

    private long exchanged(long pattern, int[] left, int a, int[] right, int b) {
        int surnames = level(pattern, surname);
        int givens = level(pattern, given);
        int leftSurname = left[a + surname];
        int leftGiven = left[a + given];
        int rightSurname = right[b + surname];
        int rightGiven = right[b + given];
        if (!Step.isAtBest(surnames, Level.LOOSE)
                || !Step.isAtBest(givens, Level.LOOSE)
                || Math.min(leftSurname, leftGiven) < 0
                || Math.min(rightSurname, rightGiven) < 0) {
            return pattern;
        }
        Lexicon names = lexicons[surname];
        boolean leftShows = looksExchanged(left, a);
        boolean shown = leftShows != looksExchanged(right, b);
        if (!shown
                && names.group(leftSurname) != names.group(rightGiven)
                && names.group(leftGiven) != names.group(rightSurname)) {
            return pattern;
        }
        int first = names.level(leftSurname, rightGiven);
        int second = names.level(leftGiven, rightSurname);
        if (shown) {
            return !Step.isAtBest(first, Level.DIFFERENT)
                            && !Step.isAtBest(second, Level.DIFFERENT)
                            && !(Step.isAtBest(first, Level.LOOSE) && Step.isAtBest(second, Level.LOOSE))
                    ? exchanged(pattern, !leftShows, first, second) | SHOWN_EXCHANGED
                    : pattern;
        }
        if (Step.isAtBest(first, Level.LOOSE) || Step.isAtBest(second, Level.LOOSE)) {
            return pattern;
        }
        // The given name is the one that is known as such.
        NameLexicon parts = (NameLexicon) names;
        return exchanged(pattern, parts.classOf(leftGiven) >= 0 || parts.classOf(leftSurname) < 0, first, second);
    }

    /**
     * @param rightIsWrong whether it is the right row that has its names in the wrong columns
     * @param first the level of the left row's surname and the right row's given name
     * @param second the level of the other two
     */
    private long exchanged(long pattern, boolean rightIsWrong, int first, int second) {
        long cleared = pattern & ~(MASK << BITS * surname) & ~(MASK << BITS * given);
        return cleared
                | (long) (rightIsWrong ? first : second) << BITS * surname
                | (long) (rightIsWrong ? second : first) << BITS * given
                | (rightIsWrong ? RIGHT_EXCHANGED : LEFT_EXCHANGED);
    }

    /** The bits for a pattern's names in each other's columns. */
    static double exchangedBits(long pattern) {
        return !isExchanged(pattern) || (pattern & SHOWN_EXCHANGED) != 0 ? 0 : Model.EXCHANGED_BITS;
    }

    static boolean isExchanged(long pattern) {
        return (pattern & (LEFT_EXCHANGED | RIGHT_EXCHANGED)) != 0;
    }

    /** Where a row has the value that a field means. */
    int column(int f, boolean exchanged) {
        return !exchanged ? f : f == surname ? given : f == given ? surname : f;
    }

    static int level(long pattern, int feature) {
        return (int) (pattern >>> BITS * feature & MASK);
    }
}
