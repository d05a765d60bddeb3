package org.homeward.talks;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A clause in one version of the text.
 *
 * @param terms the typed clauses that the words stand for, if they are about an exchange
 */
public record TextClause(
        String id,
        @Nullable String issue,
        Map<String, String> words,
        List<Act.Bracket> brackets,
        List<Act.Reservation> reservations,
        Act.Status status,
        @Nullable JsonNode terms) {
    /** The same clause, standing otherwise. */
    TextClause with(Act.Status next) {
        return new TextClause(id, issue, words, brackets, reservations, next, terms);
    }
}
