package org.homeward.node.duty;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is owed for a person.
 *
 * @param due the last day on which it is in time, or null where nobody knows when the clock began
 * @param state how it stands
 * @param days that it is overdue (positive) or still has (negative or 0); 0 where there is no day
 */
public record Owed(Duty duty, HeldFacts person, @Nullable LocalDate due, State state, long days) {
    /** How a duty stands. */
    public enum State {
        OVERDUE,
        /** The register does not say since when he is held. */
        NO_DATE,
        /** Due within two days. */
        SOON,
        RUNNING
    }

    private static final int SOON_DAYS = 2;

    /**
     * What is owed for those people on that day, the longest overdue first. What was fulfilled is not owed, until it is owed again.
     *
     * @param met the last day on which each duty was fulfilled, by the key of the row
     * @param dead on which day two people confirmed that somebody died, by the key of the row
     */
    public static List<Owed> of(
            List<Duty> duties,
            List<HeldFacts> people,
            Map<String, Map<Event, LocalDate>> met,
            Map<String, LocalDate> dead,
            LocalDate today) {
        List<Owed> owed = new ArrayList<>();
        for (HeldFacts person : people) {
            Map<Event, LocalDate> days = met.getOrDefault(person.row(), Map.of());
            if (days.containsKey(Event.ENDED) && !dead.containsKey(person.row())) {
                continue;
            }
            for (Duty duty : duties) {
                owed(duty, person, days, dead.get(person.row()), today).ifPresent(owed::add);
            }
        }
        owed.sort(Comparator.comparing(Owed::state)
                .thenComparing(Comparator.comparingLong(Owed::days).reversed())
                .thenComparing(o -> o.duty().id())
                .thenComparing(o -> o.person().row()));
        return owed;
    }

    private static Optional<Owed> owed(
            Duty duty, HeldFacts person, Map<Event, LocalDate> days, @Nullable LocalDate died, LocalDate today) {
        if ((duty.from() == Duty.From.DEATH) != (died != null)) {
            return Optional.empty();
        }
        boolean his = switch (duty.of()) {
            case SOLDIER -> !person.civilian();
            case CIVILIAN -> person.civilian();
            case SERIOUS -> person.serious();
            case ANYBODY -> true;
        };
        LocalDate met = days.get(Event.met(duty.id()));
        LocalDate decided = days.get(Event.BOARD_DECISION);
        if (!his
                || met != null
                        && !duty.again()
                        && (duty.from() != Duty.From.BOARD_DECISION || decided == null || !met.isBefore(decided))) {
            return Optional.empty();
        }
        LocalDate begin = switch (duty.from()) {
            case BOARD_DECISION -> decided;
            case CAPTURE -> person.since();
            case DEATH -> died;
        };
        if (begin == null) {
            return duty.from() == Duty.From.BOARD_DECISION
                    ? Optional.empty()
                    : met == null
                            ? Optional.of(new Owed(duty, person, null, State.NO_DATE, 0))
                            : Optional.of(at(duty, person, met, today));
        }
        return Optional.of(at(duty, person, duty.again() && met != null && met.isAfter(begin) ? met : begin, today));
    }

    private static Owed at(Duty duty, HeldFacts person, LocalDate begin, LocalDate today) {
        LocalDate due = begin.plusDays(duty.days());
        long late = ChronoUnit.DAYS.between(due, today);
        State state = late > 0 ? State.OVERDUE : late >= -SOON_DAYS ? State.SOON : State.RUNNING;
        return new Owed(duty, person, due, state, late);
    }

    /** What is entered at the clocks: that a duty was fulfilled, or what starts one. */
    public enum Event {
        CAPTURE_CARD,
        CIVILIAN_REPORT,
        HEALTH_REPORT,
        BOARD,
        BOARD_EXECUTION,
        DEATH_NOTIFICATION,
        /** A commission decided that he is repatriated. */
        BOARD_DECISION,
        /** He is not held any more: released, transferred, escaped or dead. */
        ENDED;

        static Event met(Duty.Id id) {
            return valueOf(id.name());
        }
    }
}
