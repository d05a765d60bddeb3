package org.homeward.talks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The talks as a fold of their entries. Immutable; {@link TalksRules#evolve} makes the next one. */
public record TalksState(
        Act.@Nullable ProcessOpened process,
        Map<Integer, Act.RoundOpened> rounds,
        Map<Integer, Map<String, Act.DelegationNamed>> delegations,
        Map<String, Act.GroupSet> groups,
        Map<String, Act.SessionHeld> sessions,
        Map<String, Act.IssueNamed> issues,
        Map<String, Act.PositionStated> positions,
        Map<String, Act.MessageSent> messages,
        List<Act.MessageTold> told,
        List<TextVersion> versions,
        List<Shown> shown,
        Map<String, Point> points,
        Map<String, Act.StepOwed> steps,
        Map<String, Map<String, Act.StepReported>> reports) {
    /** Who saw which version when, and why. */
    public record Shown(Act.DraftShown what, Instant at) {}

    /**
     * A point that was read back.
     *
     * @param text the clause as it was then; its words are those that were read
     * @param initials by party
     */
    public record Point(Act.PointReadBack read, TextClause text, Instant at, Map<String, String> initials) {
        public Point {
            initials = Collections.unmodifiableMap(new TreeMap<>(initials));
        }
    }

    /** Before anything is entered. */
    public static TalksState empty() {
        return new TalksState(
                null, Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), List.of(), List.of(),
                List.of(), Map.of(), Map.of(), Map.of());
    }

    /** The state after entries that {@link TalksRules#decide} let pass. */
    public static TalksState of(List<Entry> entries) {
        TalksState state = empty();
        for (Entry entry : entries) {
            state = TalksRules.evolve(state, entry);
        }
        return state;
    }

    /** The text as it stands, if there is one. */
    public Optional<TextVersion> text() {
        return versions.isEmpty() ? Optional.empty() : Optional.of(versions.getLast());
    }

    /** A version of the text by its number. */
    public Optional<TextVersion> version(int number) {
        return versions.stream().filter(v -> v.number() == number).findFirst();
    }

    /** Whether somebody is a party, the mediator or an observer. */
    boolean participates(String who) {
        Act.ProcessOpened open = process;
        return open != null
                && (open.parties().contains(who)
                        || open.mediator().equals(who)
                        || open.observers().contains(who));
    }

    /** A point counts as agreed when both parties initialled it and, unless single points may be agreed early, all clauses are. */
    public boolean agreed(String clause) {
        Act.ProcessOpened open = process;
        return open != null
                && initialled(clause)
                && (open.earlyHarvest()
                        || text().map(t -> t.clauses().keySet().stream().allMatch(this::initialled))
                                .orElse(true));
    }

    /** Whether both parties initialled what was read back of a clause. */
    public boolean initialled(String clause) {
        Act.ProcessOpened open = process;
        Point point = points.get(clause);
        return open != null && point != null && point.initials().keySet().containsAll(open.parties());
    }

    static <K, V> Map<K, V> with(Map<K, V> map, K key, V value) {
        Map<K, V> next = new LinkedHashMap<>(map);
        next.put(key, value);
        return Collections.unmodifiableMap(next);
    }

    static <T> List<T> with(List<T> list, T value) {
        List<T> next = new ArrayList<>(list);
        next.add(value);
        return Collections.unmodifiableList(next);
    }
}
