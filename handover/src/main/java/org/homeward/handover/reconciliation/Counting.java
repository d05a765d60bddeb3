package org.homeward.handover.reconciliation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.homeward.handover.day.DayState;
import org.homeward.handover.log.Roster;
import org.jspecify.annotations.Nullable;

/** What was agreed, handed over and received, each by its own count, and where a count does not agree with itself or the others. */
final class Counting {
    private static final String PERSONS = "persons";
    private static final String BAGS = "bags";

    private final DayState state;
    private final Roster roster;
    private final Sides sides;

    Counting(DayState state, Sides sides) {
        this.state = state;
        this.roster = state.roster();
        this.sides = sides;
    }

    /** Every count, and the cases that follow. */
    List<Count> read(List<Difference> cases) {
        List<Count> counts = new ArrayList<>();
        for (String party : roster.parties()) {
            counts.add(persons(party, cases));
        }
        Set<String> keys = new TreeSet<>(roster.planned().keySet());
        state.tallies().values().forEach(t -> keys.addAll(t.keySet()));
        roster.parties().stream()
                .filter(p -> !sides.bags(state, p, p).isEmpty()
                        || !sides.bags(state, p, roster.other(p)).isEmpty())
                .forEach(p -> keys.add(BAGS + ':' + p));
        for (String key : keys) {
            String what = key.substring(0, Math.max(0, key.indexOf(':')));
            String party = key.substring(key.indexOf(':') + 1);
            if (!what.isEmpty() && !what.equals(PERSONS) && roster.parties().contains(party)) {
                counts.add(counted(what, party, cases));
            }
        }
        return counts;
    }

    private @Nullable Long tally(String party, String what, String returnsTo) {
        Map<String, Long> own = state.tallies().getOrDefault(party, Map.of());
        return own.get(what + ':' + returnsTo);
    }

    /** Heads where a side counted heads, else its acts; what the lists explain one by one is no case of its own here. */
    private Count persons(String returnsTo, List<Difference> cases) {
        String giver = roster.other(returnsTo);
        long given = sides.handedOver(state, returnsTo, false);
        long taken = sides.received(state, returnsTo, false);
        Long givenHeads = tally(giver, PERSONS, returnsTo);
        Long takenHeads = tally(returnsTo, PERSONS, returnsTo);
        long planned = roster.people().stream()
                .filter(p -> p.returnsTo().equals(returnsTo))
                .count();
        Count count = new Count(
                PERSONS,
                returnsTo,
                planned,
                givenHeads == null ? Long.valueOf(given) : givenHeads,
                takenHeads == null ? Long.valueOf(taken) : takenHeads);
        List<String> own = new ArrayList<>();
        if (givenHeads != null && givenHeads != given) {
            own.add(giver + " by its acts " + given);
        }
        if (takenHeads != null && takenHeads != taken) {
            own.add(returnsTo + " by its acts " + taken);
        }
        if (!own.isEmpty()) {
            cases.add(of(count, own));
        }
        return count;
    }

    private Count counted(String what, String returnsTo, List<Difference> cases) {
        String giver = roster.other(returnsTo);
        Map<String, Set<String>> seen = new TreeMap<>();
        if (what.equals(BAGS)) {
            seen.put(giver, sides.bags(state, returnsTo, giver));
            seen.put(returnsTo, sides.bags(state, returnsTo, returnsTo));
        }
        Count count = new Count(
                what,
                returnsTo,
                roster.planned().getOrDefault(what + ':' + returnsTo, 0L),
                own(giver, what, returnsTo, seen),
                own(returnsTo, what, returnsTo, seen));
        List<String> parts = new ArrayList<>();
        seen.forEach((party, bags) -> {
            Long tally = tally(party, what, returnsTo);
            if (tally != null && !bags.isEmpty() && tally != bags.size()) {
                parts.add(party + " by bags scanned " + bags.size());
            }
        });
        Set<String> given = seen.getOrDefault(giver, Set.of());
        Set<String> taken = seen.getOrDefault(returnsTo, Set.of());
        if (!given.isEmpty() && !taken.isEmpty()) {
            given.stream().filter(b -> !taken.contains(b)).forEach(b -> parts.add("only " + giver + " saw " + b));
            taken.stream().filter(b -> !given.contains(b)).forEach(b -> parts.add("only " + returnsTo + " saw " + b));
        }
        if (!count.equal() || !parts.isEmpty()) {
            cases.add(of(count, parts));
        }
        return count;
    }

    /** A side's own count: what it tallied, else what it scanned; null where it did neither. */
    private @Nullable Long own(String party, String what, String returnsTo, Map<String, Set<String>> seen) {
        Long tally = tally(party, what, returnsTo);
        Set<String> scanned = seen.getOrDefault(party, Set.of());
        return tally != null || scanned.isEmpty() ? tally : Long.valueOf(scanned.size());
    }

    private static Difference of(Count count, List<String> parts) {
        return new Difference(
                Difference.Kind.COUNTS_UNEQUAL,
                count.what() + ':' + count.returnsTo(),
                count.returnsTo(),
                0,
                null,
                null,
                count,
                parts,
                List.of());
    }
}
