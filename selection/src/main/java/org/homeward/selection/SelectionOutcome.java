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
     * @param reserve ids by side in the order in which they would enter, where the terms are laminar; otherwise empty
     * @param reasons one per candidate, by id
     */
    record Proposal(
            Map<String, List<String>> lists,
            List<String> outside,
            Map<String, List<String>> reserve,
            Map<String, Reason> reasons,
            Audit audit)
            implements SelectionOutcome {}

    /** The terms contradict each other: dropping any one of {@code conflict} leaves clauses that can be fulfilled. */
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
     * How the list came about.
     *
     * @param termsClass LAMINAR or GENERAL
     * @param hardClause the clause that keeps the terms from being laminar
     * @param levelValues sums of the levels in order, the lottery last
     * @param proven whether every level is proven optimal
     * @param gaps for each level, how much better a list could still be at most; 0 where proven
     */
    record Audit(
            String termsClass,
            @Nullable String hardClause,
            String algorithm,
            List<String> levels,
            List<Long> levelValues,
            boolean proven,
            List<Long> gaps,
            String seed,
            String inputHash,
            String listHash,
            String reserveHash) {}
}
