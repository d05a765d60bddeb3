package org.homeward.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.homeward.names.PersonName.Role;

/**
 * Whether two names are one person's name, how sure that is, and why. Names alone never tell that two people are one: this says how
 * well the writing agrees.
 *
 * @param probability calibrated where about one pair in ten is one name and the rest are close neighbours
 * @param verdict the probability in a word
 * @param swapped whether one's surname was read against the other's given name
 * @param parts the comparisons of parts
 * @param remarks what was missing or only an initial
 */
public record NameMatch(
        double probability, Verdict verdict, boolean swapped, List<PartComparison> parts, List<String> remarks) {
    /** A probability in a word. */
    public enum Verdict {
        SAME("one name"),
        LIKELY("likely one name"),
        UNSURE("unsure"),
        DIFFERENT("two names");

        private final String words;

        Verdict(String words) {
            this.words = words;
        }

        /** What the verdict says, in words a clerk reads. */
        public String words() {
            return words;
        }

        static Verdict of(double probability) {
            return probability >= 0.95 ? SAME : probability >= 0.5 ? LIKELY : probability >= 0.05 ? UNSURE : DIFFERENT;
        }
    }

    public NameMatch {
        parts = List.copyOf(parts);
        remarks = List.copyOf(remarks);
    }

    /** Compares two names as they came. */
    public static NameMatch of(String left, String right) {
        return of(PersonName.parse(left), PersonName.parse(right));
    }

    /** Compares two names that were read. */
    public static NameMatch of(PersonName left, PersonName right) {
        NameTable table = new NameTable(4);
        int a = table.add(left);
        int b = table.add(right);
        double probability = NameTable.probability(table.score(a, b));
        boolean swapped = table.swapped(a, b);
        List<PartComparison> parts = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        Role[] roles = {Role.SURNAME, Role.GIVEN, Role.PATRONYMIC};
        for (int slot = 0; slot < 3; slot++) {
            int x = table.slot(a, slot);
            int y = table.slot(b, swapped && slot < 2 ? 1 - slot : slot);
            String role = roles[slot].name().toLowerCase(Locale.ROOT);
            if (x >= 0 && y >= 0) {
                parts.add(NameComparer.explain(table.token(x).text, table.token(y).text));
            } else if (x >= 0 || y >= 0) {
                remarks.add("only one has a " + role);
            }
        }
        if (swapped) {
            remarks.add("surname and given name stand the other way round");
        }
        left.titles().forEach(title -> remarks.add("'" + title + "' was read as a title"));
        right.titles().forEach(title -> remarks.add("'" + title + "' was read as a title"));
        return new NameMatch(probability, Verdict.of(probability), swapped, parts, remarks);
    }

    /** The parts one by one and then the remarks, in one line without tabs. */
    public String words() {
        List<String> all = new ArrayList<>();
        parts.forEach(part -> all.add(part.words()));
        all.addAll(remarks);
        return String.join("; ", all).replaceAll("\\s+", " ");
    }
}
