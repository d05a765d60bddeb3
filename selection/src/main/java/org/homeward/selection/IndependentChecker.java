package org.homeward.selection;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Verifies a list against the terms in integers, with nothing of the code that found it.
 *
 * <p>It checks every clause, and that no one left out stands before one included whom he could replace with every clause still
 * kept. For laminar terms that second check is proof of the optimum (Gale 1968); for others it is necessary only.
 */
public final class IndependentChecker {
    private final SelectionTerms terms;
    private final Map<String, Candidate> persons = new LinkedHashMap<>();
    private final Set<String> in;
    private final Set<String> barred = new HashSet<>();
    private final Set<String> free = new HashSet<>();
    private final Map<String, Long> tickets = new HashMap<>();
    private final Map<String, Long> sums = new HashMap<>();
    private final List<String> findings = new ArrayList<>();

    private IndependentChecker(
            SelectionTerms terms, List<Candidate> candidates, Collection<String> included, LotterySeed seed) {
        this.terms = terms;
        in = new HashSet<>(included);
        if (in.size() != included.size()) {
            findings.add("a person is on the lists twice");
        }
        long[] drawn = seed.tickets(candidates);
        for (int i = 0; i < drawn.length; i++) {
            persons.put(candidates.get(i).id(), candidates.get(i));
            tickets.put(candidates.get(i).id(), drawn[i]);
        }
        if (persons.size() != candidates.size()) {
            findings.add("a person is in the persons' file twice");
        }
    }

    /** What is wrong with the lists, a sentence each; empty when they are right. Names clauses, never persons. */
    public static List<String> check(
            SelectionTerms terms, List<Candidate> candidates, Collection<String> included, LotterySeed seed) {
        return List.copyOf(new IndependentChecker(terms, candidates, included, seed).run().findings);
    }

    /** What is wrong with the days on which those of a list return, a sentence each; days by person, from 1. */
    public static List<String> checkDays(
            SelectionTerms terms, List<Candidate> candidates, Collection<String> included, Map<String, Integer> days) {
        IndependentChecker checker = summed(terms, candidates, included);
        checker.findings.clear();
        for (Clause clause : terms.clauses()) {
            if (clause instanceof Clause.Days spread) {
                checker.days(spread, days);
            } else if (clause instanceof Clause.Together group) {
                Map<String, Integer> on = new HashMap<>(days);
                on.keySet().retainAll(group.persons());
                if (new HashSet<>(on.values()).size() > 1) {
                    checker.findings.add("clause " + clause.id() + " is not kept: the days part it");
                }
            }
        }
        return List.copyOf(checker.findings);
    }

    /** What each clause counts over a list: persons, or points of the first side less those of the second. */
    public static Map<String, Long> sums(
            SelectionTerms terms, List<Candidate> candidates, Collection<String> included) {
        return summed(terms, candidates, included).sums;
    }

    private static IndependentChecker summed(SelectionTerms terms, List<Candidate> all, Collection<String> included) {
        return new IndependentChecker(terms, all, new HashSet<>(included), new LotterySeed("0".repeat(64))).run();
    }

    private IndependentChecker run() {
        if (!persons.keySet().containsAll(in)) {
            findings.add("the lists name a person who is not in the persons' file");
            return this;
        }
        for (Clause clause : terms.clauses()) {
            switch (clause) {
                case Clause.Bar c -> barred.addAll(c.persons());
                case Clause.Objections c -> barred.addAll(c.barred());
                case Clause.Unconditional c -> free.addAll(c.persons());
                case Clause.All c ->
                    persons.values().stream()
                            .filter(p -> is(p, c.category())
                                    && (c.side() == null || p.side().equals(c.side())))
                            .forEach(p -> free.add(p.id()));
                default -> {}
            }
        }
        free.removeAll(barred);
        if (!in.containsAll(free)) {
            findings.add("someone who returns outside the balance is not on the lists");
        }
        if (in.stream().anyMatch(barred::contains)) {
            findings.add("someone who is barred is on the lists");
        }
        for (Clause clause : terms.clauses()) {
            long sum = 0;
            for (Candidate p : persons.values()) {
                if (in.contains(p.id()) && counts(p)) {
                    sum += weight(clause, p);
                }
            }
            sums.put(clause.id(), sum);
            if (!holds(clause, sum)) {
                findings.add("clause " + clause.id() + " is not kept; its sum is " + sum);
            }
        }
        for (Candidate p : persons.values()) {
            if (in.contains(p.id()) && counts(p) && !exchanged(p)) {
                findings.add("someone is on the lists whom no clause brings in");
                break;
            }
        }
        envy();
        return this;
    }

    /** Weighs the best one out against the last one in, for every two sets of equal persons. */
    private void envy() {
        Set<String> tied = tied();
        Map<List<Long>, Candidate> bestOut = new HashMap<>();
        Map<List<Long>, Candidate> lastIn = new HashMap<>();
        for (Candidate p : persons.values()) {
            if (!counts(p) || tied.contains(p.id()) || !exchanged(p)) {
                continue;
            }
            List<Long> weights = terms.clauses().stream().map(c -> weight(c, p)).toList();
            if (in.contains(p.id())) {
                lastIn.merge(weights, p, (a, b) -> before(a, b) ? b : a);
            } else {
                bestOut.merge(weights, p, (a, b) -> before(a, b) ? a : b);
            }
        }
        bestOut.forEach((gain, out) -> lastIn.forEach((loss, last) -> {
            if (before(out, last)) {
                boolean kept = true;
                for (int i = 0; i < gain.size(); i++) {
                    Clause clause = terms.clauses().get(i);
                    long sum = sums.getOrDefault(clause.id(), 0L) + gain.get(i) - loss.get(i);
                    kept &= holds(clause, sum);
                }
                if (kept) {
                    findings.add("someone left out stands before someone included whom he could replace");
                }
            }
        }));
    }

    private Set<String> tied() {
        Set<String> tied = new HashSet<>();
        for (Clause clause : terms.clauses()) {
            switch (clause) {
                case Clause.Must c -> tied.addAll(c.persons());
                case Clause.Together c -> tied.addAll(c.persons());
                case Clause.Pair c -> tied.addAll(List.of(c.first(), c.second()));
                case Clause.If c -> tied.addAll(List.of(c.person(), c.needs()));
                default -> {}
            }
        }
        return tied;
    }

    private boolean before(Candidate a, Candidate b) {
        for (SelectionTerms.Level level : terms.levels()) {
            int c = Long.compare(merit(level, a), merit(level, b));
            if (c != 0) {
                return c > 0;
            }
        }
        return tickets.getOrDefault(a.id(), 0L) > tickets.getOrDefault(b.id(), 0L);
    }

    private long merit(SelectionTerms.Level level, Candidate p) {
        String category = level.category();
        return switch (level.measure()) {
            case AMOUNT -> 1;
            case MOST_OF -> category != null && is(p, category) ? 1 : 0;
            case LONGEST_HELD -> Math.max(0, ChronoUnit.DAYS.between(p.heldSince(), terms.date()));
        };
    }

    private boolean counts(Candidate p) {
        return !free.contains(p.id()) && !barred.contains(p.id());
    }

    private boolean exchanged(Candidate p) {
        for (Clause clause : terms.clauses()) {
            boolean balance =
                    clause instanceof Clause.Count || clause instanceof Clause.Ratio || clause instanceof Clause.Rate;
            if (balance && weight(clause, p) != 0) {
                return true;
            }
        }
        return false;
    }

    private long weight(Clause clause, Candidate p) {
        long sign = p.side().equals(terms.sides().getFirst()) ? 1 : -1;
        return switch (clause) {
            case Clause.Count c -> unit(p, c.side(), c.category());
            case Clause.Min c -> unit(p, c.side(), c.category());
            case Clause.Max c -> unit(p, c.side(), c.category());
            case Clause.Share c -> unit(p, count(c.of()).side(), c.category());
            case Clause.Objections c -> unit(p, c.side(), c.category());
            case Clause.Ratio c -> !is(p, c.category()) ? 0 : sign > 0 ? c.second() : -c.first();
            case Clause.Rate c -> {
                for (Clause.Points worth : c.points()) {
                    if (is(p, worth.category())) {
                        yield sign * worth.points();
                    }
                }
                yield 0;
            }
            default -> 0;
        };
    }

    private boolean holds(Clause clause, long sum) {
        return switch (clause) {
            case Clause.Count c -> sum == c.number();
            case Clause.Min c -> sum >= c.number();
            case Clause.Max c -> sum <= c.number();
            case Clause.Share c -> sum * 100 >= count(c.of()).number() * c.percent();
            case Clause.Objections c -> sum * c.times() <= pool(c);
            case Clause.Ratio c -> settles(c, sum);
            case Clause.Rate c -> settles(c, sum) && withinMost(c);
            case Clause.Must c ->
                in.containsAll(c.persons()) && c.persons().stream().noneMatch(free::contains);
            case Clause.Together c ->
                c.persons().isEmpty()
                        || c.persons().stream().map(in::contains).distinct().count() == 1;
            case Clause.Pair c -> in.contains(c.first()) == in.contains(c.second());
            case Clause.If c -> !in.contains(c.person()) || in.contains(c.needs());
            default -> true;
        };
    }

    private boolean settles(Clause clause, long sum) {
        for (Clause other : terms.clauses()) {
            if (other instanceof Clause.Account a && a.of().equals(clause.id())) {
                return Math.abs(sum + a.carried()) <= a.limit();
            }
        }
        return sum == 0;
    }

    private boolean withinMost(Clause.Rate rate) {
        Long most = rate.most();
        Map<String, Long> points = new HashMap<>();
        for (Candidate p : persons.values()) {
            if (in.contains(p.id()) && counts(p)) {
                points.merge(p.side(), Math.abs(weight(rate, p)), Long::sum);
            }
        }
        return most == null || points.values().stream().allMatch(p -> p <= most);
    }

    private long pool(Clause.Objections objections) {
        return persons.values().stream()
                .filter(p -> unit(p, objections.side(), objections.category()) == 1 && !free.contains(p.id()))
                .count();
    }

    private void days(Clause.Days spread, Map<String, Integer> days) {
        long[] left = spread.numbers().stream().mapToLong(n -> n).toArray();
        for (Candidate p : persons.values()) {
            int day = days.getOrDefault(p.id(), 0);
            boolean spreads = in.contains(p.id()) && counts(p) && weight(count(spread.of()), p) == 1;
            if (spreads && day > 0 && day <= left.length) {
                left[day - 1]--;
            }
        }
        if (Arrays.stream(left).anyMatch(n -> n != 0)) {
            findings.add("clause " + spread.id() + " is not kept: the days do not have its numbers");
        }
    }

    private Clause.Count count(String id) {
        return (Clause.Count) terms.clause(id);
    }

    private long unit(Candidate p, String side, String category) {
        return p.side().equals(side) && is(p, category) ? 1 : 0;
    }

    private boolean is(Candidate p, String category) {
        return terms.category(category).has(p, terms.date());
    }
}
