package org.homeward.selection;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a selection gives: a proposal, proof that the terms contradict each other, or a refusal to read them. */
public sealed interface SelectionOutcome {
    /**
     * Lists that fulfil every clause.
     *
     * @param lists ids by side, best first; those outside the balance are among them
     * @param outside of these, the ids with weight 0
     * @param reserve ids by side of everyone left out, in the agreed order, where the terms are laminar; otherwise empty. The first
     *     of them whom the quotas admit takes a struck person's place; its hash is exchanged with the lists
     * @param reasons one per candidate, by id; made when they are asked for
     * @param cutOffs one line for each set of persons with the same clauses
     */
    record Proposal(
            Map<String, List<String>> lists,
            List<String> outside,
            Map<String, List<String>> reserve,
            Map<String, Reason> reasons,
            Audit audit,
            List<CutOff> cutOffs)
            implements SelectionOutcome {}

    /**
     * The terms contradict each other.
     *
     * @param conflict clauses that cannot all hold; without any one of them the others can
     * @param nearest the least change of numbers that lets all terms hold, a sentence each
     */
    record Infeasible(List<String> conflict, List<String> nearest) implements SelectionOutcome {}

    /** The terms break a rule of the house, or name an unknown person. */
    record Refused(String code, String sentence) implements SelectionOutcome {}

    /**
     * Why a person is in or out; names no other person.
     *
     * @param entrySize the number in the COUNT clause at which he would enter, where that is known exactly
     */
    record Reason(
            String id,
            boolean in,
            String code,
            String sentence,
            @Nullable String clause,
            @Nullable Long entrySize) {}

    /**
     * Where the list ends for persons with the same clauses.
     *
     * @param clauses the clauses that count or tie them
     * @param daysHeld days held by the last one in; null when nobody of them is in
     */
    record CutOff(
            String side,
            List<String> clauses,
            long in,
            long out,
            @Nullable Long daysHeld) {}

    /**
     * How the list came about.
     *
     * @param termsClass name of the class, from LAMINAR (one greedy pass) to GENERAL (NP-hard)
     * @param hardClause the clause that keeps the terms from being laminar
     * @param easierWithout in the general class, a clause without which an exact fast method would do; null when no single one
     *     helps or nobody looked
     * @param levelValues sums of the levels in order, the lottery last
     * @param proven whether every level is proven optimal
     * @param gaps for each level, how much better a list could still be at most; 0 where proven
     * @param versions of what took part, by name
     * @param notes what deserves a second look although it breaks no rule: an empty category, objections out of time
     */
    record Audit(
            String termsClass,
            @Nullable String hardClause,
            @Nullable String easierWithout,
            String algorithm,
            List<String> levels,
            List<Long> levelValues,
            boolean proven,
            List<Long> gaps,
            String seed,
            String inputHash,
            String listHash,
            String reserveHash,
            Map<String, String> versions,
            List<String> notes) {}
}
