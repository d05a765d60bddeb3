package org.homeward.node.web.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line with what both sides write, field by field.
 *
 * @param fields as both sides write them; with level and bits only where this node holds the evidence
 * @param evidence why the engine thinks so, or null: only the holder's node has the evidence of its own register
 * @param category on the proposed list, or null
 */
public record LineView(
        String caseId,
        String caseTitle,
        CaseView.Participant party,
        CaseView.Participant holder,
        ListView.Line line,
        List<FieldPair> fields,
        @Nullable Evidence evidence,
        @Nullable String category) {
    public LineView {
        fields = List.copyOf(fields);
    }

    /**
     * One field side by side, both as written.
     *
     * @param field name of the register's field, such as {@code BIRTH_DATE}
     * @param sought as the seeking side writes it, or null where blank
     * @param held as the holder writes it, or null where blank or not released
     * @param level how far they agree ({@code EXACT}, {@code ALIKE}, {@code NEAR}, {@code LOOSE}, {@code DIFFERENT},
     *     {@code MISSING}), or null where this node did not compare them
     * @param bits for (positive) or against the link
     * @param words the level in a clerk's words, in English
     */
    public record FieldPair(
            String field,
            @Nullable String sought,
            @Nullable String held,
            @Nullable String level,
            @Nullable Double bits,
            @Nullable String words) {}

    /**
     * What the engine weighed.
     *
     * @param probability estimated, 0 to 1
     * @param matchKey which fields agree, such as {@code +SURNAME~GIVEN_NAME-PLACE}
     * @param margin bits before the runner-up, or null where there is none
     * @param row the holder's own row, for people of this side alone, or null
     */
    public record Evidence(
            double probability,
            String matchKey,
            @Nullable Double margin,
            @Nullable String row) {}
}
