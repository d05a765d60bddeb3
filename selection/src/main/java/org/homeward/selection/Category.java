package org.homeward.selection;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A named set of persons: those who pass every test. An empty list of tests is everyone. */
public record Category(String id, String text, List<Test> tests) {
    public Category {
        Terms.required("id", id);
        Terms.required("text", text);
        tests = List.copyOf(Terms.required("tests", tests));
    }

    /** How an attribute is compared. Dates are ISO 8601; AGE_BELOW is in whole years on the date of the terms. */
    public enum Op {
        IS,
        IS_NOT,
        BEFORE,
        FROM,
        AGE_BELOW
    }

    /** One test; IS passes on any of the values, IS_NOT on none of them, the others take exactly one value. */
    public record Test(String attribute, Op op, List<String> values) {
        public Test {
            Terms.required("attribute", attribute);
            Terms.required("op", op);
            values = List.copyOf(Terms.required("values", values));
            if (values.isEmpty() || (op != Op.IS && op != Op.IS_NOT && values.size() != 1)) {
                throw Terms.fault(
                        "/values",
                        "test on '" + attribute + "' has " + values.size()
                                + " values; IS and IS_NOT need at least one, the other operations exactly one");
            }
            if (op == Op.AGE_BELOW) {
                if (!attribute.equals("birth")) {
                    throw Terms.fault("/attribute", "AGE_BELOW looks at 'birth', not at '" + attribute + "'");
                }
                if (!values.getFirst().matches("[1-9][0-9]{0,2}") || Integer.parseInt(values.getFirst()) > 150) {
                    throw Terms.fault("/values", "AGE_BELOW takes 1 to 150 whole years");
                }
            } else {
                for (int i = 0; i < values.size(); i++) {
                    String wrong = wrong(attribute, values.get(i));
                    if (wrong != null) {
                        throw Terms.fault("/values/" + i, "test on '" + attribute + "': " + wrong);
                    }
                }
            }
        }

        /** Why no person can have that value; null when one can. A slip of the pen must not make a category empty. */
        private static @Nullable String wrong(String attribute, String value) {
            switch (attribute) {
                case "kind", "medical" -> {
                    Enum<?>[] all = attribute.equals("kind") ? Candidate.Kind.values() : Candidate.Medical.values();
                    boolean known = Arrays.stream(all).anyMatch(k -> k.name().equals(value));
                    return known ? null : "'" + value + "' is none of " + Arrays.toString(all);
                }
                case "heldSince", "birth" -> {
                    try {
                        return LocalDate.parse(value).toString().equals(value) ? null : "not a date";
                    } catch (DateTimeException e) {
                        return "'" + value + "' is not a date such as 2024-05-31";
                    }
                }
                default -> {
                    return null;
                }
            }
        }

        /** The attribute that decides; ages are counted from the birth date whatever the test names. */
        String looksAt() {
            return op == Op.AGE_BELOW ? "birth" : attribute;
        }

        boolean passes(String value, LocalDate on) {
            String first = values.getFirst();
            return switch (op) {
                case IS -> values.contains(value);
                case IS_NOT -> !values.contains(value);
                case BEFORE -> !value.isEmpty() && value.compareTo(first) < 0;
                case FROM -> !value.isEmpty() && value.compareTo(first) >= 0;
                case AGE_BELOW ->
                    LocalDate.parse(value).plusYears(Integer.parseInt(first)).isAfter(on);
            };
        }
    }

    /** Whether the person belongs to the category on a day. */
    public boolean has(Candidate person, LocalDate on) {
        for (Test test : tests) {
            if (!test.passes(person.attribute(test.looksAt()), on)) {
                return false;
            }
        }
        return true;
    }
}
