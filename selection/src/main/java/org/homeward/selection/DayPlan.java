package org.homeward.selection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * On which day each one returns under the DAYS clauses: the first of the list on the first day, those kept TOGETHER on one day.
 *
 * @param days by person, from 1; nobody is there whom no DAYS clause spreads
 * @param failing the first clause whose days cannot be filled, or null
 */
record DayPlan(Map<String, Integer> days, @Nullable String failing) {
    /**
     * @param lists by side, in the agreed order
     * @param outside those with weight 0, who travel when they can
     */
    static DayPlan of(
            SelectionTerms terms,
            List<Candidate> persons,
            Map<String, List<String>> lists,
            Collection<String> outside) {
        Map<String, Integer> days = new TreeMap<>();
        if (terms.clauses().stream().noneMatch(c -> c instanceof Clause.Days)) {
            return new DayPlan(days, null);
        }
        Map<String, Candidate> known = new HashMap<>();
        persons.forEach(p -> known.put(p.id(), p));
        outside.forEach(known::remove);
        Map<String, String> heads = heads(terms);
        for (Clause clause : terms.clauses()) {
            if (clause instanceof Clause.Days spread && terms.clause(spread.of()) instanceof Clause.Count count) {
                List<String> ids = lists.getOrDefault(count.side(), List.of()).stream()
                        .filter(id -> known.get(id) instanceof Candidate p
                                && terms.category(count.category()).has(p, terms.date()))
                        .toList();
                if (!fill(spread, ids, heads, days)) {
                    return new DayPlan(days, clause.id());
                }
            }
        }
        return new DayPlan(days, null);
    }

    /** For everyone who is kept with somebody, the same one of the group. */
    private static Map<String, String> heads(SelectionTerms terms) {
        Map<String, String> heads = new HashMap<>();
        for (Clause clause : terms.clauses()) {
            if (clause instanceof Clause.Together group && !group.persons().isEmpty()) {
                Set<String> joined = new HashSet<>(group.persons());
                group.persons().forEach(id -> joined.add(heads.getOrDefault(id, id)));
                String head = heads.getOrDefault(
                        group.persons().getFirst(), group.persons().getFirst());
                heads.replaceAll((id, old) -> joined.contains(old) ? head : old);
                joined.forEach(id -> heads.put(id, head));
            }
        }
        return heads;
    }

    private static boolean fill(
            Clause.Days spread, List<String> ids, Map<String, String> heads, Map<String, Integer> days) {
        Map<String, List<String>> units = new LinkedHashMap<>();
        ids.forEach(id -> units.computeIfAbsent(heads.getOrDefault(id, id), h -> new ArrayList<>())
                .add(id));
        Map<String, Integer> fixed = new HashMap<>();
        days.forEach((id, day) -> fixed.putIfAbsent(heads.getOrDefault(id, id), day));
        Map<String, Integer> found = place(spread, units, List.copyOf(units.keySet()), fixed);
        if (found == null) {
            // Room for the largest groups first; single persons then fill what is left.
            List<String> order = new ArrayList<>(units.keySet());
            order.sort(Comparator.comparingInt(h -> fixed.containsKey(h)
                    ? Integer.MIN_VALUE
                    : -units.getOrDefault(h, List.of()).size()));
            found = place(spread, units, order, fixed);
        }
        if (found == null) {
            return false;
        }
        days.putAll(found);
        return true;
    }

    private static @Nullable Map<String, Integer> place(
            Clause.Days spread, Map<String, List<String>> units, List<String> order, Map<String, Integer> fixed) {
        long[] room = spread.numbers().stream().mapToLong(n -> n).toArray();
        Map<String, Integer> placed = new HashMap<>();
        for (String head : order) {
            List<String> unit = units.getOrDefault(head, List.of());
            int day = fixed.getOrDefault(head, 1) - 1;
            while (!fixed.containsKey(head) && day < room.length && room[day] < unit.size()) {
                day++;
            }
            if (day >= room.length || room[day] < unit.size()) {
                return null;
            }
            room[day] -= unit.size();
            int on = day + 1;
            unit.forEach(id -> placed.put(id, on));
        }
        return Arrays.stream(room).allMatch(r -> r == 0) ? placed : null;
    }
}
