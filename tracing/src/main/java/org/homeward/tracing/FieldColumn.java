package org.homeward.tracing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.homeward.names.GivenNames;
import org.homeward.names.NameComparer;
import org.homeward.names.Skeleton;
import org.homeward.register.Field;
import org.homeward.register.RegisterTable;
import org.jspecify.annotations.Nullable;

/** One field of both registers with its distinct values interned, so that a pair of values is compared once. */
final class FieldColumn {
    final Field field;
    final int heldColumn;
    final int soughtColumn;
    final int[] held;
    final int[] sought;
    /** The sounds of each distinct value (digits only for a date). */
    final List<String> sounds = new ArrayList<>();

    private final List<String> values = new ArrayList<>();
    private final Map<String, Integer> ids = new HashMap<>();
    private final Map<Long, Level> known = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();

    FieldColumn(Field field, RegisterTable heldTable, RegisterTable soughtTable) {
        this.field = field;
        heldColumn = heldTable.column(field);
        soughtColumn = soughtTable.column(field);
        held = intern(heldTable, heldColumn);
        sought = intern(soughtTable, soughtColumn);
        for (int id : sought) {
            if (id >= 0) {
                counts.merge(sounds.get(id), 1, Integer::sum);
            }
        }
    }

    private int[] intern(RegisterTable table, int column) {
        int[] interned = new int[table.size()];
        for (int row = 0; row < interned.length; row++) {
            String value = table.value(row, column);
            String sound = value == null ? "" : field == Field.BIRTH_DATE ? date(value) : Skeleton.of(value);
            interned[row] = value == null || sound.isEmpty()
                    ? -1
                    : ids.computeIfAbsent(value, v -> {
                        values.add(v);
                        sounds.add(sound);
                        return values.size() - 1;
                    });
        }
        return interned;
    }

    /** Digits of a date, year first: {@code 01.02.1990} and {@code 1990-02-01} are both {@code 19900201}. */
    private static String date(String value) {
        String digits = value.replaceAll("[^0-9]", "");
        return value.matches("\\d{1,2}\\D\\d{1,2}\\D\\d{4}.*") && digits.length() >= 8
                ? digits.substring(4, 8) + digits.substring(2, 4) + digits.substring(0, 2)
                : digits.substring(0, Math.min(8, digits.length()));
    }

    @Nullable
    String sound(boolean ofHeld, int row) {
        int id = ofHeld ? held[row] : sought[row];
        return id < 0 ? null : sounds.get(id);
    }

    /** The share of the sought register's rows that have this value's sounds; at least one row's worth. */
    double frequency(int id) {
        return Math.max(1, counts.getOrDefault(sounds.get(id), 0)) / (double) Math.max(1, sought.length);
    }

    Level level(int heldRow, int soughtRow) {
        int left = held[heldRow];
        int right = sought[soughtRow];
        if (left < 0 || right < 0) {
            return Level.MISSING;
        }
        if (left == right) {
            return Level.EXACT;
        }
        return known.computeIfAbsent(((long) left << 32) | right, key -> compare(left, right));
    }

    private Level compare(int left, int right) {
        String a = sounds.get(left);
        String b = sounds.get(right);
        return switch (field) {
            case SURNAME, GIVEN_NAME, PATRONYMIC, FULL_NAME ->
                switch (NameComparer.compare(values.get(left), values.get(right))) {
                    case EXACT -> Level.EXACT;
                    case SOUND, EQUIVALENT -> Level.ALIKE;
                    case NEAR -> Level.NEAR;
                    case RELATED, LOOSE -> Level.LOOSE;
                    case DIFFERENT -> Level.DIFFERENT;
                };
            case BIRTH_DATE -> dates(a, b);
            default -> {
                double likeness = NameComparer.likeness(a, b);
                yield a.equals(b)
                        ? Level.EXACT
                        : likeness >= 0.85 ? Level.NEAR : likeness >= 0.65 ? Level.LOOSE : Level.DIFFERENT;
            }
        };
    }

    private static Level dates(String a, String b) {
        if (a.equals(b)) {
            return Level.EXACT;
        }
        if (a.length() < 8 || b.length() < 8) {
            return a.startsWith(b) || b.startsWith(a) ? Level.LOOSE : Level.DIFFERENT;
        }
        if (a.equals(b.substring(0, 4) + b.substring(6) + b.substring(4, 6))) {
            return Level.ALIKE;
        }
        double likeness = NameComparer.likeness(a, b);
        return likeness >= 0.87 ? Level.NEAR : likeness >= 0.75 ? Level.LOOSE : Level.DIFFERENT;
    }

    /** A key that survives spelling: the name's class where it is known, else its consonants, else the value's sounds. */
    @Nullable
    String key(boolean ofHeld, int row) {
        String sound = sound(ofHeld, row);
        if (sound == null) {
            return null;
        }
        if (field == Field.GIVEN_NAME || field == Field.PATRONYMIC) {
            int nameClass = GivenNames.classOf(sound);
            if (nameClass >= 0) {
                return "#" + nameClass;
            }
        }
        if (field == Field.BIRTH_DATE && sound.length() == 8) {
            String month = sound.substring(4, 6);
            String day = sound.substring(6);
            return sound.substring(0, 4) + (month.compareTo(day) < 0 ? month + day : day + month);
        }
        if (field == Field.SURNAME || field == Field.GIVEN_NAME || field == Field.PATRONYMIC) {
            String consonants = Skeleton.consonants(sound);
            return consonants.isEmpty() ? sound : consonants;
        }
        return sound;
    }
}
