package org.homeward.names;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether two names are one person's name, how sure that is, and why. Names alone never tell that two people are one: this says how
 * well the writing agrees.
 *
 * @param probability calibrated where about one pair in ten is one name and the rest are close neighbours
 * @param verdict the probability in a word
 * @param swapped whether the parts of one stand in another order than those of the other
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

    private static final String[] ROLES = {"surname", "given", "patronymic"};

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
        PreparedName a = PreparedName.of(left);
        PreparedName b = PreparedName.of(right);
        double probability = NameComparer.compare(a, b);
        int order = NameFeatures.order(a, b);
        boolean swapped = order != Order.AS_READ;
        List<PartComparison> parts = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        for (int slot = 0; slot < ROLES.length; slot++) {
            add(ROLES[slot], a.slot(slot), b.slot(Order.of(order, slot)), parts, remarks);
        }
        if (swapped) {
            remarks.add(
                    order == Order.SURNAME_AND_GIVEN
                            ? "surname and given name stand the other way round"
                            : "the parts stand in another order");
        }
        left.titles().forEach(title -> remarks.add("'" + title + "' was read as a title"));
        right.titles().forEach(title -> remarks.add("'" + title + "' was read as a title"));
        return new NameMatch(probability, Verdict.of(probability), swapped, parts, remarks);
    }

    private static void add(
            String role,
            @Nullable Token left,
            @Nullable Token right,
            List<PartComparison> parts,
            List<String> remarks) {
        if (left != null && right != null) {
            parts.add(NameComparer.explain(left, right));
        } else if (left != null || right != null) {
            remarks.add("only one has a " + role);
        }
    }

    /** The parts one by one and then the remarks, in one line without tabs. */
    public String words() {
        StringBuilder all = new StringBuilder(160);
        for (PartComparison part : parts) {
            all.append(all.isEmpty() ? "" : "; ").append(part.words());
        }
        for (String remark : remarks) {
            all.append(all.isEmpty() ? "" : "; ").append(remark);
        }
        return all.toString();
    }
}
