package org.homeward.protocol.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Accounts over several agreements. One handover may serve several of them and one of them several handovers; each person is booked once, on
 * the receipt of his own side, under the agreement whose list has him.
 */
public final class Accounts {
    private Accounts() {}

    /**
     * Those who came back in one handover under one agreement.
     *
     * @param points what they count for by the rates of that agreement
     */
    public record Booking(String caseId, String handover, String party, String category, int persons, int points) {}

    /**
     * One account of one agreement.
     *
     * @param carriedAway owed by it and taken over by the terms of a later one
     */
    public record Owed(String caseId, String party, String category, int agreed, int received, int carriedAway) {
        public int owed() {
            return agreed - received - carriedAway;
        }
    }

    /** Every booking, by case, party, handover and category. */
    public static List<Booking> bookings(List<CaseState> cases) {
        Map<String, Booking> all = new TreeMap<>();
        for (CaseState state : cases) {
            state.received().forEach((party, tokens) -> {
                Map<String, Act.ListedPerson> listed = Handovers.listed(state, party);
                tokens.forEach((token, handover) -> {
                    Act.ListedPerson person = listed.get(token);
                    if (person != null) {
                        Booking one = new Booking(
                                state.caseId(), handover, party, person.category(), 1, Handovers.points(state, person));
                        all.merge(
                                String.join("\n", state.caseId(), party, handover, person.category()),
                                one,
                                (a, b) -> new Booking(
                                        a.caseId(),
                                        a.handover(),
                                        a.party(),
                                        a.category(),
                                        a.persons() + b.persons(),
                                        a.points() + b.points()));
                    }
                });
            });
        }
        return List.copyOf(all.values());
    }

    /** What each agreement still owes, less what a later one among these took over. */
    public static List<Owed> owed(List<CaseState> cases) {
        Map<String, Integer> taken = new HashMap<>();
        for (CaseState later : cases) {
            if (later.terms() != null && later.phase().compareTo(Phase.TERMS_SIGNED) >= 0) {
                later.terms()
                        .carried()
                        .forEach(c -> taken.merge(
                                String.join("\n", c.caseId(), c.party(), c.category()), c.persons(), Integer::sum));
            }
        }
        List<Owed> all = new ArrayList<>();
        for (CaseState state : cases) {
            for (Handovers.Line line : Handovers.account(state)) {
                all.add(new Owed(
                        state.caseId(),
                        line.party(),
                        line.category(),
                        line.agreed(),
                        line.received(),
                        taken.getOrDefault(String.join("\n", state.caseId(), line.party(), line.category()), 0)));
            }
        }
        return List.copyOf(all);
    }

    /** What new terms would take over from an agreement: everything that it still owes. */
    public static List<CarriedOver> carry(CaseState state) {
        if (state.agreed().isEmpty()) {
            return List.of();
        }
        String digest = state.agreed().getLast().agreement().digest();
        return Handovers.account(state).stream()
                .filter(line -> line.owed() > 0)
                .map(line -> new CarriedOver(
                        state.caseId(),
                        digest,
                        line.party(),
                        line.category(),
                        line.owed(),
                        line.agreedPoints() - line.receivedPoints()))
                .toList();
    }

    /**
     * Why terms cannot take this over, or empty.
     *
     * @param cases every case that the asking node has; a case that is not among them is none that it could vouch for
     */
    public static Optional<String> flaw(CarriedOver carried, List<CaseState> cases) {
        Optional<CaseState> earlier =
                cases.stream().filter(c -> c.caseId().equals(carried.caseId())).findFirst();
        if (earlier.isEmpty()) {
            return Optional.of("the case " + carried.caseId() + " is not on this node");
        }
        boolean same = carry(earlier.get()).contains(carried);
        int left = owed(cases).stream()
                .filter(o -> o.caseId().equals(carried.caseId())
                        && o.party().equals(carried.party())
                        && o.category().equals(carried.category()))
                .mapToInt(Owed::owed)
                .sum();
        return same && left >= carried.persons()
                ? Optional.empty()
                : Optional.of("the case " + carried.caseId() + " does not owe " + carried.party() + " "
                        + carried.persons() + " of the category " + carried.category() + " under that agreement");
    }
}
