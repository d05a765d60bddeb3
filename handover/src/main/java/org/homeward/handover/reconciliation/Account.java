package org.homeward.handover.reconciliation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.homeward.handover.day.DayState;
import org.homeward.handover.day.Status;
import org.homeward.handover.day.Subject;
import org.homeward.handover.log.Roster;
import org.homeward.handover.reconciliation.Closing.Outcome;

/**
 * What the day did to the account between the parties. Credit is given on receipt by both sides' acts and on nothing else; categories are never
 * added up against each other.
 *
 * @param lines by party and category
 * @param received everybody for whom there is credit, those who went in another's place too, by party, list and number
 * @param owed everybody of the frozen lists who is still owed, by party and number
 */
public record Account(List<Line> lines, List<Received> received, List<Owed> owed) {
    /**
     * One category of those who return to a party: {@code planned} is the sum of the next four.
     *
     * @param received themselves, by both sides' acts or as both agreed since
     * @param filled one of the reserve was received in their place
     * @param settled both agreed that nothing is owed any more
     * @param owed by the other side
     * @param beyond received though on no list; they are set against nobody
     */
    public record Line(
            String returnsTo,
            String category,
            long planned,
            long received,
            long filled,
            long settled,
            long owed,
            long beyond) {}

    /**
     * Somebody received.
     *
     * @param reserve whether he went in another's place; his number is then that of the reserve
     */
    public record Received(String returnsTo, boolean reserve, int number, String token, String category) {}

    /**
     * Somebody still owed.
     *
     * @param difference name of his case
     * @param agreed whether both sides signed that he is; else his case is open
     */
    public record Owed(
            String returnsTo, int number, String token, String category, String difference, boolean agreed) {}

    private enum Place {
        RECEIVED,
        FILLED,
        SETTLED,
        OWED
    }

    public Account {
        lines = List.copyOf(lines);
        received = List.copyOf(received);
        owed = List.copyOf(owed);
    }

    static Account of(DayState day, List<Reconciliation.Case> cases) {
        Map<String, List<Reconciliation.Case>> byPerson = new HashMap<>();
        for (Reconciliation.Case c : cases) {
            if (c.difference().kind().personal()) {
                byPerson.computeIfAbsent(c.difference().subject(), s -> new ArrayList<>())
                        .add(c);
            }
        }
        Map<String, long[]> sums = new TreeMap<>();
        List<Received> received = new ArrayList<>();
        List<Owed> owed = new ArrayList<>();
        Roster roster = day.roster();
        for (Roster.Expected person : roster.people()) {
            List<Reconciliation.Case> his = byPerson.getOrDefault(person.token(), List.of());
            Place place = place(day, person.token(), his);
            sums(sums, person.returnsTo(), person.category())[place.ordinal()]++;
            if (place == Place.RECEIVED) {
                received.add(received(person, false));
            }
            if (place == Place.OWED) {
                owed.add(new Owed(
                        person.returnsTo(),
                        person.number(),
                        person.token(),
                        person.category(),
                        his.isEmpty() ? "" : his.getFirst().difference().id(),
                        his.stream()
                                .anyMatch(c -> c.closed()
                                        .filter(x -> x.outcome() == Outcome.STILL_OWED)
                                        .isPresent())));
            }
        }
        for (Roster.Expected person : roster.reserve()) {
            boolean came = day.subject(person.token())
                    .filter(s -> s.insteadOf() != null && crossed(s))
                    .isPresent();
            if (came) {
                received.add(received(person, true));
            }
        }
        Sides sides = new Sides(day);
        for (Subject s : day.subjects().values()) {
            if (s.id().startsWith("new:")) {
                for (String party : roster.parties()) {
                    if (sides.recorded(s, party, org.homeward.handover.log.Observation.Accepted.class::isInstance)) {
                        sums(sums, party, "on no list")[Place.values().length]++;
                    }
                }
            }
        }
        List<Line> lines = new ArrayList<>();
        sums.forEach((key, n) -> {
            String[] names = key.split("\t", -1);
            lines.add(new Line(names[0], names[1], n[0] + n[1] + n[2] + n[3], n[0], n[1], n[2], n[3], n[4]));
        });
        owed.sort(java.util.Comparator.comparing(Owed::returnsTo).thenComparingInt(Owed::number));
        received.sort(java.util.Comparator.comparing(Received::returnsTo)
                .thenComparing(Received::reserve)
                .thenComparingInt(Received::number));
        return new Account(lines, received, owed);
    }

    private static Received received(Roster.Expected person, boolean reserve) {
        return new Received(person.returnsTo(), reserve, person.number(), person.token(), person.category());
    }

    private static boolean crossed(Subject subject) {
        return subject.status() == Status.HANDED_OVER && !subject.identityDisputed();
    }

    private static long[] sums(Map<String, long[]> sums, String party, String category) {
        return sums.computeIfAbsent(party + '\t' + category, k -> new long[Place.values().length + 1]);
    }

    /** What both sides signed goes before what the logs say; of several, what leaves him owed. */
    private static Place place(DayState day, String token, List<Reconciliation.Case> his) {
        List<Outcome> outcomes = his.stream()
                .flatMap(c -> c.closed().stream())
                .map(Closing::outcome)
                .toList();
        if (outcomes.contains(Outcome.STILL_OWED)) {
            return Place.OWED;
        }
        Subject subject = day.subject(token).orElseThrow();
        boolean doubted = his.stream()
                .anyMatch(c -> c.difference().kind() == Difference.Kind.IDENTITY_DISPUTED
                        && c.closed().isEmpty());
        if (subject.status() == Status.HANDED_OVER && !doubted) {
            return Place.RECEIVED;
        }
        if (!outcomes.isEmpty() && outcomes.size() == his.size()) {
            return outcomes.contains(Outcome.SETTLED) ? Place.SETTLED : Place.RECEIVED;
        }
        String reserve = subject.replacedBy();
        boolean filled =
                reserve != null && day.subject(reserve).filter(Account::crossed).isPresent();
        return filled ? Place.FILLED : Place.OWED;
    }
}
