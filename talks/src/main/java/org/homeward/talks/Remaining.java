package org.homeward.talks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** "Significant work remains", as a list. */
public final class Remaining {
    /** Why something is on the list. */
    public enum Kind {
        OPEN_ISSUE,
        BRACKETED_CLAUSE,
        OPEN_CLAUSE,
        PARKED_CLAUSE,
        RESERVATION,
        NOT_INITIALLED,
        WAITS_FOR_ALL,
        OWED_DELIVERABLE,
        STEP_DUE,
        STEP_LATE,
        STEP_DISPUTED,
        STEP_DONE
    }

    /**
     * An item.
     *
     * @param owner who has to do something, or null when it is for all
     * @param due the day by which, or null
     */
    public record Item(
            Kind kind,
            String id,
            Map<String, String> what,
            @Nullable String owner,
            @Nullable LocalDate due,
            List<String> of) {
        public Item {
            of = List.copyOf(of);
        }

        /** Whether nothing is left to do about it. */
        public boolean done() {
            return kind == Kind.STEP_DONE;
        }
    }

    private Remaining() {}

    /** What remains on a day; steps that are done close the list, so that one sees what was kept too. */
    public static List<Item> of(TalksState state, LocalDate today) {
        List<Item> items = new ArrayList<>();
        for (Act.IssueNamed issue : state.issues().values()) {
            if (!settled(state, issue.id())) {
                items.add(new Item(Kind.OPEN_ISSUE, issue.id(), issue.name(), null, null, List.of()));
            }
        }
        state.text().ifPresent(text -> text.clauses().values().forEach(clause -> clause(state, clause, items)));
        for (Act.GroupSet group : state.groups().values()) {
            if (!state.steps().containsKey(group.id())) { // as a step it is on the list with its reports
                items.add(new Item(
                        Kind.OWED_DELIVERABLE, group.id(), group.deliverable(), group.id(), group.due(), List.of()));
            }
        }
        List<Item> done = new ArrayList<>();
        for (Act.StepOwed step : state.steps().values()) {
            Item item = step(state, step, today);
            (item.done() ? done : items).add(item);
        }
        items.addAll(done);
        return items;
    }

    /** An issue is settled by agreed clauses about it, or by all the issues under it. */
    private static boolean settled(TalksState state, String issue) {
        List<String> under = state.issues().values().stream()
                .filter(i -> issue.equals(i.under()))
                .map(Act.IssueNamed::id)
                .toList();
        List<String> clauses = state.text()
                .map(text -> text.clauses().values().stream()
                        .filter(c -> issue.equals(c.issue()))
                        .map(TextClause::id)
                        .toList())
                .orElse(List.of());
        List<String> points = state.points().values().stream()
                .filter(p -> issue.equals(p.text().issue()))
                .map(p -> p.read().clause())
                .toList();
        List<String> about = clauses.isEmpty() ? points : clauses;
        return !(under.isEmpty() && about.isEmpty())
                && under.stream().allMatch(child -> settled(state, child))
                && about.stream().allMatch(state::agreed);
    }

    private static void clause(TalksState state, TextClause clause, List<Item> items) {
        for (Act.Reservation reservation : clause.reservations()) {
            items.add(new Item(
                    Kind.RESERVATION,
                    clause.id(),
                    reservation.words(),
                    reservation.of(),
                    null,
                    List.of(reservation.of())));
        }
        if (state.agreed(clause.id())) {
            return;
        }
        TalksState.Point point = state.points().get(clause.id());
        Act.ProcessOpened process = state.process();
        if (point != null && process != null) {
            List<String> missing = process.parties().stream()
                    .filter(party -> !point.initials().containsKey(party))
                    .toList();
            items.add(new Item(
                    missing.isEmpty() ? Kind.WAITS_FOR_ALL : Kind.NOT_INITIALLED,
                    clause.id(),
                    clause.words(),
                    missing.size() == 1 ? missing.getFirst() : null,
                    null,
                    missing));
            return;
        }
        Kind kind = clause.status() == Act.Status.PARKED
                ? Kind.PARKED_CLAUSE
                : clause.brackets().isEmpty() ? Kind.OPEN_CLAUSE : Kind.BRACKETED_CLAUSE;
        items.add(new Item(kind, clause.id(), clause.words(), null, null, List.of()));
    }

    /** Done when one says so and nobody else says otherwise; disputed when anybody disputes or two differ. */
    private static Item step(TalksState state, Act.StepOwed step, LocalDate today) {
        Map<String, Act.StepReported> reports = state.reports().getOrDefault(step.id(), Map.of());
        List<String> done = by(reports, Act.Report.DONE);
        List<String> late = by(reports, Act.Report.LATE);
        List<String> disputed = by(reports, Act.Report.DISPUTED);
        LocalDate due = step.due();
        Kind kind;
        List<String> of;
        if (!disputed.isEmpty() || (!done.isEmpty() && !late.isEmpty())) {
            kind = Kind.STEP_DISPUTED;
            of = disputed.isEmpty() ? late : disputed;
        } else if (!done.isEmpty()) {
            kind = Kind.STEP_DONE;
            of = done;
        } else if (!late.isEmpty() || (due != null && due.isBefore(today))) {
            kind = Kind.STEP_LATE;
            of = late;
        } else {
            kind = Kind.STEP_DUE;
            of = List.of();
        }
        return new Item(kind, step.id(), step.what(), step.owner(), due, of);
    }

    private static List<String> by(Map<String, Act.StepReported> reports, Act.Report report) {
        return reports.values().stream()
                .filter(r -> r.report() == report)
                .map(Act.StepReported::of)
                .sorted()
                .toList();
    }
}
