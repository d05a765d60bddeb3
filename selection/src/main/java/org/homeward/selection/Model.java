package org.homeward.selection;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** Terms and persons as rows over yes-or-no variables: one variable for each person whom a balance clause can bring in. */
final class Model {
    final List<Candidate> open = new ArrayList<>();
    final List<Row> rows = new ArrayList<>();
    /** Persons with weight 0, and the clause that brings each home. */
    final Map<String, String> outside = new HashMap<>();

    final Map<String, String> barred = new HashMap<>();
    /** [level][variable], the lottery last. */
    final long[][] keys;

    private final SelectionTerms terms;
    private final Map<String, Integer> index = new HashMap<>();

    Model(SelectionTerms terms, List<Candidate> persons, LotterySeed seed) {
        this.terms = terms;
        for (Clause clause : terms.clauses()) {
            if (clause instanceof Clause.Bar bar) {
                bar.persons().forEach(id -> barred.putIfAbsent(id, bar.id()));
            }
        }
        for (Clause clause : terms.clauses()) {
            switch (clause) {
                case Clause.Unconditional u -> u.persons().forEach(id -> bringHome(id, u.id()));
                case Clause.All all -> {
                    Category category = terms.category(all.category());
                    for (Candidate p : persons) {
                        if ((all.side() == null || all.side().equals(p.side())) && category.has(p, terms.date())) {
                            bringHome(p.id(), all.id());
                        }
                    }
                }
                default -> {}
            }
        }
        for (Candidate p : persons) {
            if (!outside.containsKey(p.id()) && !barred.containsKey(p.id()) && balanced(p)) {
                index.put(p.id(), open.size());
                open.add(p);
            }
        }
        terms.clauses().forEach(this::add);
        keys = new long[terms.levels().size() + 1][];
        for (int level = 0; level < terms.levels().size(); level++) {
            keys[level] = key(terms.levels().get(level));
        }
        keys[keys.length - 1] = seed.tickets(open);
    }

    /** The total strict order of the greedy: levels, lottery, and the id should two tickets be equal. */
    Integer[] order() {
        Integer[] order = new Integer[open.size()];
        Arrays.setAll(order, i -> i);
        Comparator<Integer> best = (a, b) -> {
            for (long[] key : keys) {
                int c = Long.compare(key[b], key[a]);
                if (c != 0) {
                    return c;
                }
            }
            return open.get(a).id().compareTo(open.get(b).id());
        };
        Arrays.sort(order, best);
        return order;
    }

    long[] values(boolean[] chosen) {
        long[] values = new long[keys.length];
        for (int level = 0; level < keys.length; level++) {
            for (int i = 0; i < chosen.length; i++) {
                values[level] += chosen[i] ? keys[level][i] : 0;
            }
        }
        return values;
    }

    private void bringHome(String id, String clause) {
        if (!barred.containsKey(id)) {
            outside.putIfAbsent(id, clause);
        }
    }

    private boolean balanced(Candidate p) {
        LocalDate on = terms.date();
        for (Clause clause : terms.clauses()) {
            boolean in = switch (clause) {
                case Clause.Count c ->
                    c.side().equals(p.side()) && terms.category(c.category()).has(p, on);
                case Clause.Ratio c -> terms.category(c.category()).has(p, on);
                case Clause.Rate c ->
                    c.points().stream()
                            .anyMatch(q -> terms.category(q.category()).has(p, on));
                default -> false;
            };
            if (in) {
                return true;
            }
        }
        return false;
    }

    private long[] key(SelectionTerms.Level level) {
        String name = level.category();
        return open.stream()
                .mapToLong(p -> switch (level.measure()) {
                    case AMOUNT -> 1;
                    case MOST_OF -> name != null && terms.category(name).has(p, terms.date()) ? 1 : 0;
                    case LONGEST_HELD -> Math.max(0, ChronoUnit.DAYS.between(p.heldSince(), terms.date()));
                })
                .toArray();
    }

    private void add(Clause clause) {
        switch (clause) {
            case Clause.Count c -> quota(c.id(), c.side(), c.category(), c.number(), c.number());
            case Clause.Min c -> quota(c.id(), c.side(), c.category(), c.number(), Row.NONE);
            case Clause.Max c -> quota(c.id(), c.side(), c.category(), 0, c.number());
            case Clause.Share c -> {
                for (Clause other : terms.clauses()) {
                    if (other instanceof Clause.Count of && of.id().equals(c.of())) {
                        quota(c.id(), of.side(), c.category(), (of.number() * c.percent() + 99) / 100, Row.NONE);
                    }
                }
            }
            case Clause.Must c -> c.persons().forEach(id -> linear(c.id(), p -> p.id().equals(id) ? 1 : 0, 1, 1));
            case Clause.Together c -> {
                for (int i = 1; i < c.persons().size(); i++) {
                    same(c.id(), c.persons().getFirst(), c.persons().get(i), 0);
                }
            }
            case Clause.Pair c -> same(c.id(), c.first(), c.second(), 0);
            case Clause.If c -> same(c.id(), c.person(), c.needs(), -Row.NONE);
            case Clause.Ratio c -> {
                Category category = terms.category(c.category());
                linear(
                        c.id(),
                        p -> !category.has(p, terms.date())
                                ? 0
                                : p.side().equals(terms.sides().getFirst()) ? c.second() : -c.first(),
                        0,
                        0);
            }
            case Clause.Rate c -> {
                long low = 0;
                long high = 0;
                for (Clause other : terms.clauses()) {
                    if (other instanceof Clause.Account a && a.of().equals(c.id())) {
                        low = -a.limit() - a.carried();
                        high = a.limit() - a.carried();
                    }
                }
                linear(c.id(), p -> points(c, p), low, high);
            }
            case Clause.Account c -> {}
            case Clause.Bar c -> {}
            case Clause.All c -> {}
            case Clause.Unconditional c -> {}
        }
    }

    private long points(Clause.Rate rate, Candidate p) {
        for (Clause.Points points : rate.points()) {
            if (terms.category(points.category()).has(p, terms.date())) {
                return p.side().equals(terms.sides().getFirst()) ? points.points() : -points.points();
            }
        }
        return 0;
    }

    private void quota(String id, String side, String name, long low, long high) {
        Category category = terms.category(name);
        linear(id, p -> p.side().equals(side) && category.has(p, terms.date()) ? 1 : 0, low, high);
    }

    /** Someone who returns outside the balance anyway holds for a companion as 1, someone barred or not open as 0. */
    private void same(String clause, String first, String second, long low) {
        long fixed = (outside.containsKey(second) ? 1 : 0) - (outside.containsKey(first) ? 1 : 0);
        linear(
                clause,
                p -> p.id().equals(first) ? 1 : p.id().equals(second) ? -1 : 0,
                low == 0 ? fixed : -Row.NONE,
                fixed);
    }

    private void linear(String clause, ToLongFunction<Candidate> coef, long low, long high) {
        long[] all = open.stream().mapToLong(coef).toArray();
        int[] vars = java.util.stream.IntStream.range(0, all.length)
                .filter(i -> all[i] != 0)
                .toArray();
        rows.add(
                new Row(clause, vars, Arrays.stream(vars).mapToLong(i -> all[i]).toArray(), low, high));
    }
}
