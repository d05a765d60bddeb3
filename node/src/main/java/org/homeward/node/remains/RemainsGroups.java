package org.homeward.node.remains;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.homeward.node.store.Remains.Kind;
import org.homeward.node.store.Remains.Standing;
import org.homeward.node.store.Remains.Step;

/** Which parts are of one person, by the steps that stand. Pure: the same steps give the same groups in any order. */
public final class RemainsGroups {
    private RemainsGroups() {}

    /**
     * The parts of one person.
     *
     * @param parts from any bags and handovers
     * @param dossiers who he is, provisionally; none yet, or more than one, which is a contradiction for people to settle
     * @param steps that make it so, the oldest first
     */
    public record Group(SortedSet<String> parts, SortedSet<String> dossiers, List<Step> steps) {
        public boolean disputed() {
            return dossiers.size() > 1;
        }

        /** Name of the group in addresses: its first part. */
        public String id() {
            return parts.getFirst();
        }
    }

    /** The groups, by their first part. */
    public static List<Group> of(List<Step> steps) {
        List<Step> standing = steps.stream()
                .filter(s -> s.standing() == Standing.STANDS || s.standing() == Standing.UNDO_ASKED)
                .toList();
        Map<String, String> parent = new HashMap<>();
        for (Step step : standing) {
            String one = root(parent, step.part());
            if (step.kind() == Kind.JOIN) {
                parent.put(one, root(parent, step.other()));
            }
        }
        Map<String, SortedSet<String>> parts = new HashMap<>();
        Map<String, SortedSet<String>> dossiers = new HashMap<>();
        Map<String, List<Step>> why = new HashMap<>();
        for (Step step : standing) {
            String root = root(parent, step.part());
            parts.computeIfAbsent(root, r -> new TreeSet<>()).add(step.part());
            if (step.kind() == Kind.JOIN) {
                parts.computeIfAbsent(root, r -> new TreeSet<>()).add(step.other());
            } else {
                dossiers.computeIfAbsent(root, r -> new TreeSet<>()).add(step.other());
            }
            why.computeIfAbsent(root, r -> new ArrayList<>()).add(step);
        }
        Map<String, Group> groups = new TreeMap<>();
        parts.forEach((root, of) -> {
            List<Step> its = new ArrayList<>(why.getOrDefault(root, List.of()));
            its.sort(Comparator.comparing(Step::askedAt).thenComparing(Step::id));
            groups.put(of.getFirst(), new Group(of, dossiers.getOrDefault(root, new TreeSet<>()), its));
        });
        return List.copyOf(groups.values());
    }

    private static String root(Map<String, String> parent, String part) {
        String at = part;
        for (String up = parent.get(at); up != null && !up.equals(at); up = parent.get(at)) {
            at = up;
        }
        return at;
    }
}
