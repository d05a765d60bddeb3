package org.homeward.handover.reconciliation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.homeward.handover.day.DayState;
import org.homeward.handover.day.Status;
import org.homeward.handover.day.Subject;
import org.homeward.handover.day.VehicleState;
import org.homeward.handover.log.Breach;
import org.homeward.handover.log.Observation;
import org.homeward.handover.log.Observation.CheckedIn;
import org.homeward.handover.log.Observation.Outcome;
import org.homeward.handover.log.Roster;
import org.homeward.handover.reconciliation.Difference.Kind;
import org.jspecify.annotations.Nullable;

/** Finds what did not go as planned: one case for each person or thing and kind. */
final class Differences {
    private final DayState state;
    private final Roster roster;
    private final Sides sides;
    private final Set<String> reserve = new HashSet<>();
    private final List<Difference> found = new ArrayList<>();

    Differences(DayState state, Sides sides) {
        this.state = state;
        this.roster = state.roster();
        this.sides = sides;
        roster.reserve().forEach(r -> reserve.add(r.token()));
    }

    /** All but those of counts, which {@link Counting} adds. */
    List<Difference> find() {
        for (Subject subject : state.subjects().values()) {
            if (subject.isBag()) {
                bag(subject);
            } else {
                person(subject);
            }
        }
        for (VehicleState vehicle : state.vehicles().values()) {
            if (vehicle.standing() == VehicleState.Standing.DEPARTED_UNACKNOWLEDGED
                    || vehicle.standing() == VehicleState.Standing.DISPUTED) {
                add(Kind.DEPARTURE, vehicle.vehicle().id(), vehicle.standing().name());
            }
        }
        for (Breach breach : state.breaches()) {
            add(Kind.DEVICE_LOG, breach.device(), breach.kind().name() + " at " + breach.seq());
        }
        return found;
    }

    static Comparator<Difference> order() {
        return Comparator.comparing(Difference::kind)
                .thenComparing(d -> d.returnsTo() == null ? "" : d.returnsTo())
                .thenComparingInt(Difference::number)
                .thenComparing(Difference::id);
    }

    private void person(Subject s) {
        boolean called = s.insteadOf() != null;
        Kind kind = reserve.contains(s.id()) && !called
                ? uncalled(s.status())
                : s.expected() == null ? Kind.ON_NO_LIST : listed(s);
        if (kind != null) {
            add(kind, s);
        }
        // Whoever he is: his identity is a question of its own, whether he crossed or not.
        if (s.identityDisputed() && kind != Kind.IDENTITY_DISPUTED) {
            add(Kind.IDENTITY_DISPUTED, s);
        }
    }

    /** One of the reserve whom nobody called is owed by nobody; but he cannot have been handed over. */
    private static @Nullable Kind uncalled(Status status) {
        return switch (status) {
            case HANDED_OVER -> Kind.RESERVE_UNCALLED;
            case HALF_HANDED_OVER -> Kind.ONE_SIDED;
            case DISPUTED -> Kind.DISPUTED;
            default -> null;
        };
    }

    private static @Nullable Kind listed(Subject s) {
        // Not signed for because nobody is sure who he is: one case, not two.
        if (s.identityDisputed() && !accepted(s)) {
            switch (s.status()) {
                case PRESENT, DECLINED, HALF_HANDED_OVER -> {
                    return Kind.IDENTITY_DISPUTED;
                }
                default -> {}
            }
        }
        return switch (s.status()) {
            case HANDED_OVER -> null;
            case SUBSTITUTED -> Kind.SUBSTITUTED;
            case STAYS -> Kind.NOT_TRAVELLING;
            case DIED -> seenAlive(s) ? Kind.DIED_ON_THE_WAY : Kind.DIED_BEFORE;
            case UNFIT -> Kind.UNFIT;
            case ABSENT, EXPECTED -> Kind.MISSING;
            case DECLINED -> Kind.DECLINED;
            case HALF_HANDED_OVER -> Kind.ONE_SIDED;
            case IDENTITY_DISPUTED -> Kind.IDENTITY_DISPUTED;
            case DISPUTED -> Kind.DISPUTED;
            case PRESENT -> Kind.NOT_HANDED_OVER;
            case UNLISTED -> Kind.ON_NO_LIST;
        };
    }

    private static boolean accepted(Subject s) {
        return s.entries().stream().anyMatch(e -> !e.withdrawn() && e.observation() instanceof Observation.Accepted);
    }

    private static boolean seenAlive(Subject s) {
        return s.entries().stream()
                .filter(e -> !e.withdrawn())
                .anyMatch(e -> e.observation() instanceof Observation.Offered
                        || (e.observation() instanceof CheckedIn in
                                && in.outcome() != Outcome.DIED
                                && in.outcome() != Outcome.ABSENT));
    }

    private void bag(Subject bag) {
        switch (bag.status()) {
            case DISPUTED -> add(Kind.DISPUTED, bag);
            case HALF_HANDED_OVER -> add(Kind.ONE_SIDED, bag);
            case DECLINED -> add(Kind.DECLINED, bag);
            default -> {}
        }
        Set<String> first = sides.fragments(bag, roster.parties().get(0));
        Set<String> second = sides.fragments(bag, roster.parties().get(1));
        // A side that has not opened the bag has counted no fragments; that is no difference.
        if (!first.isEmpty() && !second.isEmpty() && !first.equals(second)) {
            Set<String> all = new TreeSet<>(first);
            all.addAll(second);
            List<String> parts = all.stream()
                    .filter(f -> first.contains(f) != second.contains(f))
                    .map(f -> "only " + roster.parties().get(first.contains(f) ? 0 : 1) + " saw " + f)
                    .toList();
            found.add(new Difference(
                    Kind.FRAGMENTS_UNEQUAL, bag.id(), Sides.returnsTo(bag), 0, null, null, null, parts, events(bag)));
        }
    }

    private void add(Kind kind, Subject s) {
        found.add(new Difference(
                kind,
                s.id(),
                s.expected() != null ? s.expected().returnsTo() : s.isBag() ? Sides.returnsTo(s) : null,
                s.expected() == null ? 0 : s.expected().number(),
                s.replacedBy() == null ? s.insteadOf() : s.replacedBy(),
                // The neutral's code stands with the neutral's case only.
                kind == Kind.NOT_TRAVELLING ? s.code() : null,
                null,
                List.of(),
                events(s)));
    }

    private void add(Kind kind, String subject, String code) {
        found.add(new Difference(kind, subject, null, 0, null, code, null, List.of(), List.of()));
    }

    private static List<String> events(Subject s) {
        return s.entries().stream().map(e -> e.event().hash()).sorted().toList();
    }
}
