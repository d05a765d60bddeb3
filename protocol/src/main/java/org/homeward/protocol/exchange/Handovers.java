package org.homeward.protocol.exchange;

import static org.homeward.protocol.exchange.CaseRules.refuse;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.homeward.protocol.exchange.Act.ListedPerson;
import org.homeward.protocol.exchange.Refusal.Code;

/**
 * The account of an agreement: what the lists in force promise, against what the receiving side has signed for. Only a receipt of the
 * receiving side gives credit; nothing that the releasing side says does.
 *
 * <p>A handover's name may stand in the receipts of several cases, and a case may be served by several handovers. A person counts
 * once: under the category in which his list has him.
 */
public final class Handovers {
    private Handovers() {}

    /**
     * One category of a party's account.
     *
     * @param agreed on its list in force
     * @param carried how many of these an earlier agreement owed
     * @param received for whom it has signed
     * @param doubted how many of these a side says did not come; they count until the other side agrees
     * @param agreedPoints what those agreed count for by the rates of the terms; 0 where nobody has a rate
     * @param receivedPoints what those received count for
     */
    public record Line(
            String party,
            String category,
            int agreed,
            int carried,
            int received,
            int doubted,
            int agreedPoints,
            int receivedPoints) {
        public int owed() {
            return agreed - received;
        }
    }

    /** A receipt names people of the list in force, each once ever, and counts them as the list does. */
    static Optional<Refusal> refusal(CaseState state, String party, Act.HandoverReceived receipt) {
        if (state.agreed().isEmpty()) {
            return refuse(Code.WRONG_PHASE, "There is no agreement under which anybody could be received.");
        }
        Map<String, ListedPerson> listed = listed(state, party);
        Map<String, String> received = state.received().getOrDefault(party, Map.of());
        Set<String> seen = new HashSet<>();
        Map<String, Integer> counts = new HashMap<>();
        for (String token : receipt.tokens()) {
            ListedPerson person = listed.get(token);
            if (person == null) {
                return refuse(
                        Code.BAD_LINES, "Somebody is received who is not on the list in force: amend the list first.");
            }
            if (received.containsKey(token) || !seen.add(token)) {
                return refuse(Code.BAD_LINES, "Somebody is received twice: each person counts once.");
            }
            counts.merge(person.category(), 1, Integer::sum);
        }
        return !receipt.tokens().isEmpty() && counts.equals(receipt.counts())
                ? Optional.empty()
                : refuse(Code.BAD_LINES, "The counts of this receipt are not those of the people whom it names.");
    }

    /** The account by party and category, as far as there is an agreement. */
    public static List<Line> account(CaseState state) {
        return state.agreed().isEmpty()
                ? List.of()
                : state.known().parties().stream()
                        .flatMap(p -> lines(state, p.id()).stream())
                        .toList();
    }

    private static List<Line> lines(CaseState state, String party) {
        Map<String, int[]> sums = new TreeMap<>();
        Set<String> receipts = state.received().getOrDefault(party, Map.of()).keySet();
        Set<String> doubted = state.doubted().getOrDefault(party, Map.of()).keySet();
        for (ListedPerson person : listed(state, party).values()) {
            int[] sum = sums.computeIfAbsent(person.category(), c -> new int[5]);
            int points = points(state, person);
            sum[0]++;
            sum[2] += points;
            if (receipts.contains(person.token())) {
                sum[1]++;
                sum[3] += points;
                sum[4] += doubted.contains(person.token()) ? 1 : 0;
            }
        }
        return sums.entrySet().stream()
                .map(e -> new Line(
                        party,
                        e.getKey(),
                        e.getValue()[0],
                        state.terms() == null ? 0 : CarriedOver.persons(state.terms(), party, e.getKey()),
                        e.getValue()[1],
                        e.getValue()[4],
                        e.getValue()[2],
                        e.getValue()[3]))
                .toList();
    }

    /** What a person counts for by the terms in force: only soldiers have a rate. */
    static int points(CaseState state, ListedPerson person) {
        RateTable rates = state.terms() == null ? null : state.terms().rates();
        return rates == null || !person.category().equals("soldier") ? 0 : rates.points(person.rank());
    }

    static Map<String, ListedPerson> listed(CaseState state, String party) {
        Map<String, ListedPerson> byToken = new HashMap<>();
        state.agreed()
                .getLast()
                .agreement()
                .proposal()
                .returning()
                .getOrDefault(party, List.of())
                .forEach(p -> byToken.put(p.token(), p));
        return byToken;
    }
}
