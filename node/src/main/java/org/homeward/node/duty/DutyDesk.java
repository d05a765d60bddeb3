package org.homeward.node.duty;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.homeward.node.duty.Owed.Event;
import org.homeward.node.duty.Owed.State;
import org.homeward.node.store.DutyEvents;

/** What this side owes for the people whom it holds. Safe for threads. */
public final class DutyDesk {
    /** Days overdue at which a column of the chart begins. */
    static final List<Integer> AGES = List.of(1, 8, 31, 91, 366);

    /**
     * What is owed, in figures and one by one.
     *
     * @param duties with the number of people in each state
     * @param ages how many are overdue by at least so many days, and less than the next
     * @param places overdue by the place that the register names
     * @param owed all of it, the longest overdue first
     */
    public record Report(
            LocalDate today,
            Map<Duty, Map<State, Integer>> duties,
            Map<Integer, Integer> ages,
            Map<String, Integer> places,
            List<Owed> owed) {}

    private final List<Duty> duties;
    private final Supplier<List<HeldFacts>> people;
    private final DutyEvents events;
    private final Supplier<Map<String, LocalDate>> dead;
    private final Supplier<Function<String, Set<String>>> same;
    private final Clock clock;

    /**
     * @param people the register of those held, as it stands
     * @param dead on which day two people confirmed that somebody died, by the key of his row
     * @param same the rows of the person of a row, itself among them: what was done for one of them was done for him
     */
    public DutyDesk(
            List<Duty> duties,
            Supplier<List<HeldFacts>> people,
            DutyEvents events,
            Supplier<Map<String, LocalDate>> dead,
            Supplier<Function<String, Set<String>>> same,
            Clock clock) {
        this.duties = List.copyOf(duties);
        this.people = people;
        this.events = events;
        this.dead = dead;
        this.same = same;
        this.clock = clock;
    }

    /** What is owed today, in UTC. */
    public Report report() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        List<Owed> owed = Owed.of(duties, people.get(), met(), dead.get(), today);
        Map<Duty, Map<State, Integer>> counts = new LinkedHashMap<>();
        duties.forEach(duty -> counts.put(duty, new EnumMap<>(State.class)));
        Map<Integer, Integer> ages = new TreeMap<>();
        AGES.forEach(age -> ages.put(age, 0));
        Map<String, Integer> places = new TreeMap<>();
        for (Owed each : owed) {
            counts.getOrDefault(each.duty(), new EnumMap<>(State.class)).merge(each.state(), 1, Integer::sum);
            if (each.state() == State.OVERDUE) {
                int age = AGES.stream().filter(a -> a <= each.days()).reduce(AGES.getFirst(), (a, b) -> b);
                ages.merge(age, 1, Integer::sum);
                places.merge(each.person().place(), 1, Integer::sum);
            }
        }
        return new Report(today, counts, ages, places, owed);
    }

    /**
     * Enters that something was done for those people on a day.
     *
     * @param rows keys of their rows
     * @param day ISO date, not after today; empty to take an earlier word back
     * @return whether it was kept: not where a row, the event or the day cannot be
     */
    public boolean enter(Set<String> rows, String event, String day, String by) {
        Instant now = clock.instant();
        Set<String> known = people.get().stream().map(HeldFacts::row).collect(Collectors.toSet());
        if (rows.isEmpty() || !known.containsAll(rows) || !isEvent(event) || !isDay(day, now)) {
            return false;
        }
        events.add(rows.stream()
                .sorted()
                .map(row -> new DutyEvents.Entry(row, event, day, by, now))
                .toList());
        return true;
    }

    private static boolean isEvent(String event) {
        for (Event each : Event.values()) {
            if (each.name().equals(event)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDay(String day, Instant now) {
        try {
            return day.isEmpty() || !LocalDate.parse(day).isAfter(LocalDate.ofInstant(now, ZoneOffset.UTC));
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private Map<String, Map<Event, LocalDate>> met() {
        Map<String, Map<Event, LocalDate>> met = new HashMap<>();
        Function<String, Set<String>> person = same.get();
        for (DutyEvents.Entry entry : new ArrayList<>(events.all())) {
            for (String row : person.apply(entry.row())) {
                Map<Event, LocalDate> days = met.computeIfAbsent(row, r -> new EnumMap<>(Event.class));
                if (entry.day().isEmpty()) {
                    days.remove(Event.valueOf(entry.event()));
                } else {
                    days.put(Event.valueOf(entry.event()), LocalDate.parse(entry.day()));
                }
            }
        }
        return met;
    }
}
