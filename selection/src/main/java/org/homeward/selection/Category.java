package org.homeward.selection;

import java.time.LocalDate;
import java.util.List;

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
                throw new IllegalArgumentException("test on '" + attribute + "' has " + values.size()
                        + " values; IS and IS_NOT need at least one, the other operations exactly one");
            }
            if (op == Op.AGE_BELOW) {
                int years = Integer.parseInt(values.getFirst());
                if (years < 1 || years > 150) {
                    throw new IllegalArgumentException("AGE_BELOW takes 1 to 150 years, not " + years);
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
