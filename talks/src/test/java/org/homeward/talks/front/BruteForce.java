package org.homeward.talks.front;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The front by looking at every outcome, with nothing of the code it checks but the sum of fractions. */
final class BruteForce {
    private BruteForce() {}

    /** Every point with its outcomes, falling for the first side. */
    static List<Map.Entry<Front.Point, List<int[]>>> front(Profile a, Profile b, Clauses clauses) {
        TreeMap<Fraction, TreeMap<Fraction, List<int[]>>> all = new TreeMap<>();
        int[] outcome = new int[a.worth().size()];
        walk(0, outcome, a, b, clauses, all);
        List<Map.Entry<Front.Point, List<int[]>>> front = new ArrayList<>();
        Fraction best = null;
        for (Map.Entry<Fraction, TreeMap<Fraction, List<int[]>>> column :
                all.descendingMap().entrySet()) {
            Map.Entry<Fraction, List<int[]>> top = column.getValue().lastEntry();
            if (best == null || top.getKey().compareTo(best) > 0) {
                best = top.getKey();
                front.add(Map.entry(
                        new Front.Point(column.getKey(), best, top.getValue().size()), top.getValue()));
            }
        }
        return front;
    }

    private static void walk(
            int issue,
            int[] outcome,
            Profile a,
            Profile b,
            Clauses clauses,
            TreeMap<Fraction, TreeMap<Fraction, List<int[]>>> all) {
        if (issue == outcome.length) {
            if (clauses.allow(outcome)) {
                all.computeIfAbsent(a.worthOf(outcome), x -> new TreeMap<>())
                        .computeIfAbsent(b.worthOf(outcome), x -> new ArrayList<>())
                        .add(outcome.clone());
            }
            return;
        }
        for (int option = 0; option < a.worth().get(issue).size(); option++) {
            outcome[issue] = option;
            walk(issue + 1, outcome, a, b, clauses, all);
        }
    }
}
