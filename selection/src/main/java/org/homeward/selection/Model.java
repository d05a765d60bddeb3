package org.homeward.selection;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntToLongFunction;
import org.homeward.selection.solve.Program;
import org.homeward.selection.solve.Row;

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
    /** How many are in the pool of each OBJECTIONS clause, objections or not. */
    private final Map<String, Long> pools = new HashMap<>();

    private final Membership members;

    /** @param persons in the order of their ids, which decides should everything else be equal */
    Model(SelectionTerms terms, List<Candidate> persons, LotterySeed seed) {
        this.terms = terms;
        Membership everyone = new Membership(terms, persons);
        for (Clause clause : terms.clauses()) {
            if (clause instanceof Clause.Bar bar) {
                bar.persons().forEach(id -> barred.putIfAbsent(id, bar.id()));
            } else if (clause instanceof Clause.Objections objections) {
                objections.barred().forEach(id -> barred.putIfAbsent(id, objections.id()));
            }
        }
        for (Clause clause : terms.clauses()) {
            switch (clause) {
                case Clause.Unconditional u -> u.persons().forEach(id -> bringHome(id, u.id()));
                case Clause.All all ->
                    everyone.of(all.category()).stream()
                            .mapToObj(persons::get)
                            .filter(p -> all.side() == null || all.side().equals(p.side()))
                            .forEach(p -> bringHome(p.id(), all.id()));
                default -> {}
            }
        }
        BitSet balanced = balanced(persons, everyone);
        for (int i = balanced.nextSetBit(0); i >= 0; i = balanced.nextSetBit(i + 1)) {
            Candidate p = persons.get(i);
            if (!outside.containsKey(p.id()) && !barred.containsKey(p.id())) {
                index.put(p.id(), open.size());
                open.add(p);
            }
        }
        for (Clause clause : terms.clauses()) {
            if (clause instanceof Clause.Objections pool) {
                pools.put(
                        pool.id(),
                        everyone.of(pool.category()).stream()
                                .mapToObj(persons::get)
                                .filter(p -> p.side().equals(pool.side()) && !outside.containsKey(p.id()))
                                .count());
            }
        }
        members = new Membership(terms, open);
        terms.clauses().forEach(this::add);
        keys = new long[terms.levels().size() + 1][];
        for (int level = 0; level < terms.levels().size(); level++) {
            keys[level] = key(terms.levels().get(level));
        }
        keys[keys.length - 1] = seed.tickets(open);
    }

    Program program() {
        return new Program(open.size(), rows, keys);
    }

    /** The levels after one that keeps as many as possible of an announced list. */
    Program keeping(Set<String> announced) {
        long[][] longer = new long[keys.length + 1][];
        longer[0] =
                open.stream().mapToLong(p -> announced.contains(p.id()) ? 1 : 0).toArray();
        System.arraycopy(keys, 0, longer, 1, keys.length);
        return new Program(open.size(), rows, longer);
    }

    /** The variable of a person, or -1. */
    int variable(String id) {
        return index.getOrDefault(id, -1);
    }

    private void bringHome(String id, String clause) {
        if (!barred.containsKey(id)) {
            outside.putIfAbsent(id, clause);
        }
    }

    private BitSet balanced(List<Candidate> persons, Membership everyone) {
        BitSet in = new BitSet(persons.size());
        for (Clause clause : terms.clauses()) {
            switch (clause) {
                case Clause.Count c -> {
                    BitSet counted = (BitSet) everyone.of(c.category()).clone();
                    counted.stream()
                            .filter(i -> !persons.get(i).side().equals(c.side()))
                            .forEach(counted::clear);
                    in.or(counted);
                }
                case Clause.Ratio c -> in.or(everyone.of(c.category()));
                case Clause.Rate c -> c.points().forEach(p -> in.or(everyone.of(p.category())));
                default -> {}
            }
        }
        return in;
    }

    private long[] key(SelectionTerms.Level level) {
        String name = level.category();
        long[] key = new long[open.size()];
        switch (level.measure()) {
            case AMOUNT -> Arrays.fill(key, 1);
            case MOST_OF -> {
                if (name != null) {
                    members.of(name).stream().forEach(i -> key[i] = 1);
                }
            }
            case LONGEST_HELD ->
                Arrays.setAll(
                        key,
                        i -> Math.max(0, ChronoUnit.DAYS.between(open.get(i).heldSince(), terms.date())));
        }
        return key;
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
            case Clause.Must c -> c.persons().forEach(id -> must(c.id(), id));
            case Clause.Together c -> {
                for (int i = 1; i < c.persons().size(); i++) {
                    same(c.id(), c.persons().getFirst(), c.persons().get(i), 0);
                }
            }
            case Clause.Pair c -> same(c.id(), c.first(), c.second(), 0);
            case Clause.If c -> same(c.id(), c.person(), c.needs(), -Row.NONE);
            case Clause.Ratio c -> {
                BitSet in = members.of(c.category());
                long[] account = account(c);
                linear(c.id(), i -> !in.get(i) ? 0 : first(i) ? c.second() : -c.first(), account[0], account[1]);
            }
            case Clause.Rate c -> rate(c);
            case Clause.Objections c ->
                quota(c.id(), c.side(), c.category(), 0, pools.getOrDefault(c.id(), 0L) / c.times());
            case Clause.Account c -> {}
            case Clause.Days c -> {}
            case Clause.Bar c -> {}
            case Clause.All c -> {}
            case Clause.Unconditional c -> {}
        }
    }

    /** Least and greatest difference that the ACCOUNT clause of a balance allows; 0 and 0 where there is none. */
    private long[] account(Clause balance) {
        for (Clause other : terms.clauses()) {
            if (other instanceof Clause.Account a && a.of().equals(balance.id())) {
                return new long[] {-a.limit() - a.carried(), a.limit() - a.carried()};
            }
        }
        return new long[] {0, 0};
    }

    private void rate(Clause.Rate rate) {
        long[] account = account(rate);
        long[] points = new long[open.size()];
        for (Clause.Points worth : rate.points().reversed()) {
            members.of(worth.category()).stream().forEach(i -> points[i] = worth.points());
        }
        linear(rate.id(), i -> first(i) ? points[i] : -points[i], account[0], account[1]);
        Long most = rate.most();
        if (most != null) {
            linear(rate.id(), i -> first(i) ? points[i] : 0, 0, most);
            linear(rate.id(), i -> first(i) ? 0 : points[i], 0, most);
        }
    }

    private boolean first(int variable) {
        return open.get(variable).side().equals(terms.sides().getFirst());
    }

    private void must(String clause, String id) {
        int variable = variable(id);
        rows.add(Row.count(clause, variable < 0 ? new int[0] : new int[] {variable}, 1, 1));
    }

    private void quota(String clause, String side, String category, long low, long high) {
        int[] vars = members.of(category).stream()
                .filter(i -> open.get(i).side().equals(side))
                .toArray();
        rows.add(Row.count(clause, vars, low, high));
    }

    /** Someone who returns outside the balance anyway holds for a companion as 1, someone barred or not open as 0. */
    private void same(String clause, String first, String second, long low) {
        long fixed = (outside.containsKey(second) ? 1 : 0) - (outside.containsKey(first) ? 1 : 0);
        int a = variable(first);
        int b = variable(second);
        int[] vars =
                java.util.stream.IntStream.of(a, b).filter(v -> v >= 0).sorted().toArray();
        long[] coefs = Arrays.stream(vars).mapToLong(v -> v == a ? 1 : -1).toArray();
        if (a != b) {
            rows.add(Row.weighted(clause, vars, coefs, low == 0 ? fixed : -Row.NONE, fixed));
        }
    }

    private void linear(String clause, IntToLongFunction coef, long low, long high) {
        int[] vars = java.util.stream.IntStream.range(0, open.size())
                .filter(i -> coef.applyAsLong(i) != 0)
                .toArray();
        rows.add(Row.weighted(
                clause, vars, Arrays.stream(vars).mapToLong(coef::applyAsLong).toArray(), low, high));
    }
}
