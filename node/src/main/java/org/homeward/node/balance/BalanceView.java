package org.homeward.node.balance;

import java.util.List;
import org.homeward.selection.SelectionOutcome.Audit;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a balance shows. Two numbers in a list are always those of the two parties, in the order of {@link #parties}.
 *
 * @param parties the two sides
 * @param shown ids of the parties whose people this node may show: one at a bureau, both at the agency
 * @param sameAsTable whether the lists on the table are those that this node selects; null before there are any
 * @param people those who may be shown, in list order, the ones left out after the ones who return
 * @param changeable clauses with a number that can be tried
 * @param lastVersion what the last version of the lists changed; null while there is only one
 */
public record BalanceView(
        String caseId,
        String caseTitle,
        List<Party> parties,
        List<String> shown,
        @Nullable Boolean sameAsTable,
        Audit audit,
        List<Row> clauses,
        List<Row> categories,
        List<PersonRow> people,
        List<Changeable> changeable,
        @Nullable Difference lastVersion) {
    public BalanceView {
        parties = List.copyOf(parties);
        shown = List.copyOf(shown);
        clauses = List.copyOf(clauses);
        categories = List.copyOf(categories);
        people = List.copyOf(people);
        changeable = List.copyOf(changeable);
    }

    /** A side. */
    public record Party(String id, String name) {}

    /**
     * A clause or a category, and how many (or how many points) of each side it counts on the lists.
     *
     * @param agreed the number agreed, with its sign; null where the clause has none
     */
    public record Row(String id, String text, @Nullable String agreed, List<Long> counted) {
        public Row {
            counted = List.copyOf(counted);
        }
    }

    /**
     * One person who may be exchanged.
     *
     * @param line of his side's own list
     * @param name as his own side wrote it; null at the agency, which needs none
     * @param code of {@link org.homeward.selection.SelectionOutcome.Reason}
     * @param entry number at which he would be included, as a text like "163 for 163"; null where it is not known
     * @param sentence the whole reason, in English
     */
    public record PersonRow(
            String party,
            String line,
            @Nullable String name,
            boolean in,
            String code,
            @Nullable String clause,
            @Nullable Long entry,
            String sentence) {}

    /** A number in a clause that can be tried. */
    public record Changeable(String clause, long number) {}

    /**
     * What differs between two lists.
     *
     * @param entering, leaving how many of each side
     * @param enteringLines, leavingLines lines of those who may be shown
     */
    public record Difference(
            List<Long> entering, List<Long> leaving, List<String> enteringLines, List<String> leavingLines) {
        public Difference {
            entering = List.copyOf(entering);
            leaving = List.copyOf(leaving);
            enteringLines = List.copyOf(enteringLines);
            leavingLines = List.copyOf(leavingLines);
        }
    }

    /** What another number in a clause would do. */
    public sealed interface WhatIf {
        String clause();

        long number();

        /**
         * The lists would be others, or the same.
         *
         * @param levels per level what it reaches now and then
         */
        record Lists(String clause, long number, Difference difference, List<Level> levels) implements WhatIf {
            public Lists {
                levels = List.copyOf(levels);
            }
        }

        /** There would be no lists; the sentences, in English, say why and what would be nearest. */
        record None(String clause, long number, List<String> sentences) implements WhatIf {
            public None {
                sentences = List.copyOf(sentences);
            }
        }
    }

    /** A level of the agreed order. */
    public record Level(String level, long now, long then) {}
}
