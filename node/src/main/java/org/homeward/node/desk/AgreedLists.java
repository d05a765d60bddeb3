package org.homeward.node.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.homeward.protocol.exchange.Act.ListedPerson;
import org.homeward.protocol.exchange.Agreement;
import org.homeward.selection.Candidate;
import org.homeward.selection.IndependentChecker;
import org.homeward.selection.LotterySeed;
import org.homeward.selection.SelectionTerms;

/**
 * The lists of an agreement against its terms, for whoever has nothing but the agreement: every clause that speaks of those on
 * the lists. Who was left out, and rightly, only the three can check, who know everybody: {@link ListProposal#check}.
 */
public final class AgreedLists {
    private AgreedLists() {}

    /** What is wrong, a sentence each; empty when every clause is kept. */
    public static List<String> check(Agreement agreement) {
        SelectionTerms terms;
        try {
            terms = CaseTerms.selection(agreement.terms());
        } catch (IllegalArgumentException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
        List<Candidate> listed = new ArrayList<>();
        agreement.proposal().returning().forEach((side, people) -> people.forEach(p -> listed.add(candidate(side, p))));
        // The lottery decides only between people who are not on the lists and those who are; here is nobody of the
        // first.
        LotterySeed seed = new LotterySeed("0".repeat(64));
        return IndependentChecker.check(
                terms, listed, listed.stream().map(Candidate::id).toList(), seed);
    }

    private static Candidate candidate(String side, ListedPerson p) {
        LocalDate since = PersonFacts.firstDay(p.heldSince());
        LocalDate birth = PersonFacts.firstDay(p.birthDate());
        return new Candidate(
                Candidates.id(side, p.line()),
                side,
                p.category().equals("civilian") ? Candidate.Kind.CIVILIAN : Candidate.Kind.SOLDIER,
                p.category().equals("wounded") ? Candidate.Medical.SERIOUS : Candidate.Medical.NONE,
                since == null ? LocalDate.of(9999, 1, 1) : since,
                p.rank() == null ? "" : p.rank(),
                birth == null ? Candidates.LONG_AGO : birth,
                Map.of());
    }
}
