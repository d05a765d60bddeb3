package org.homeward.node.web.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The balanced lists on the table.
 *
 * @param digest hex of what is frozen and signed
 * @param frozen ids of those who have frozen it
 * @param categories per category, how many return to each party, in the order to show
 * @param people everybody on the lists, in list order
 */
public record ProposalView(
        String caseId,
        String caseTitle,
        int version,
        String digest,
        List<CaseView.Participant> parties,
        List<String> frozen,
        List<CategoryBalance> categories,
        List<Person> people) {
    public ProposalView {
        parties = List.copyOf(parties);
        frozen = List.copyOf(frozen);
        categories = List.copyOf(categories);
        people = List.copyOf(people);
    }

    /**
     * One category.
     *
     * @param category {@code soldier}, {@code civilian} or {@code wounded}
     * @param balanced whether it counts towards the balance; the wounded and civilians never do
     * @param returning per party, in the order of {@link #parties}
     */
    public record CategoryBalance(String category, boolean balanced, List<Integer> returning) {
        public CategoryBalance {
            returning = List.copyOf(returning);
        }
    }

    /**
     * One person on a list.
     *
     * @param party to whom he returns
     * @param number on that party's list, from 1
     * @param line of that party's own list
     * @param reason why he is on the list, in words
     */
    public record Person(
            String party,
            int number,
            String line,
            String name,
            String nameAsHeld,
            @Nullable String birth,
            @Nullable String rank,
            String category,
            String heldSince,
            String reason) {}
}
