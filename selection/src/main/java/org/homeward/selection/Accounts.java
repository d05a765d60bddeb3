package org.homeward.selection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What carries over from one round to the next, and that no name is booked twice. */
public final class Accounts {
    private Accounts() {}

    /**
     * The ACCOUNT clauses of the next round: what was carried, plus what this round's returned people leave owed. Pass those who
     * really returned; who bears a death between list and handover is then for the terms, not for this sum.
     */
    public static List<Clause.Account> next(
            SelectionTerms terms, List<Candidate> persons, Collection<String> returned) {
        Map<String, Long> sums = IndependentChecker.sums(terms, persons, returned);
        List<Clause.Account> next = new ArrayList<>();
        for (Clause clause : terms.clauses()) {
            if (clause instanceof Clause.Account a) {
                long owed = a.carried() + sums.getOrDefault(a.of(), 0L);
                next.add(new Clause.Account(a.id(), a.text(), a.of(), owed, a.limit()));
            }
        }
        return next;
    }

    /**
     * Terms for an agreement that runs beside others: whoever is on one of their lists is barred here, so each name is booked once.
     * The order in which agreements are selected is for the parties to fix.
     */
    public static SelectionTerms afterBooking(
            SelectionTerms terms, List<Candidate> persons, Collection<String> booked) {
        Set<String> here = new HashSet<>();
        persons.forEach(p -> here.add(p.id()));
        here.retainAll(new HashSet<>(booked));
        return here.isEmpty() ? terms : Selector.without(terms, here);
    }
}
