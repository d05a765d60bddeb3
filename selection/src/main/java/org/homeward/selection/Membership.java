package org.homeward.selection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who of a list of persons belongs to which category. Each test runs once for each different value, not once for each person. */
final class Membership {
    private final SelectionTerms terms;
    private final List<Candidate> persons;
    private final Map<String, Column> columns = new HashMap<>();
    private final Map<String, BitSet> known = new HashMap<>();

    Membership(SelectionTerms terms, List<Candidate> persons) {
        this.terms = terms;
        this.persons = persons;
    }

    /** One attribute of everyone, as numbers of its different values. */
    private static final class Column {
        final int[] codes;
        final List<String> values = new ArrayList<>();

        Column(String attribute, List<Candidate> persons) {
            codes = new int[persons.size()];
            Map<String, Integer> seen = new HashMap<>();
            for (int i = 0; i < codes.length; i++) {
                String value = persons.get(i).attribute(attribute);
                Integer code = seen.get(value);
                if (code == null) {
                    code = values.size();
                    seen.put(value, code);
                    values.add(value);
                }
                codes[i] = code;
            }
        }
    }

    /** The places in the list of those in the category. */
    BitSet of(String category) {
        BitSet found = known.get(category);
        if (found == null) {
            found = compute(terms.category(category), terms.date());
            known.put(category, found);
        }
        return found;
    }

    boolean has(String category, int person) {
        return of(category).get(person);
    }

    private BitSet compute(Category category, LocalDate on) {
        BitSet members = new BitSet(persons.size());
        members.set(0, persons.size());
        for (Category.Test test : category.tests()) {
            Column column = columns.computeIfAbsent(test.looksAt(), a -> new Column(a, persons));
            BitSet passing = new BitSet();
            for (int code = 0; code < column.values.size(); code++) {
                passing.set(code, test.passes(column.values.get(code), on));
            }
            for (int i = members.nextSetBit(0); i >= 0; i = members.nextSetBit(i + 1)) {
                if (!passing.get(column.codes[i])) {
                    members.clear(i);
                }
            }
        }
        return members;
    }
}
