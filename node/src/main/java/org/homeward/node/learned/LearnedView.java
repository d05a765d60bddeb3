package org.homeward.node.learned;

import java.time.Instant;
import java.util.List;

/**
 * What each side of a case has learned, for the page and for programs.
 *
 * @param sought how far a list of those sought may go in showing people, by the terms
 * @param held how far an answer may go
 */
public record LearnedView(String caseId, String sought, String held, List<Row> rows) {
    public LearnedView {
        rows = List.copyOf(rows);
    }

    /**
     * One thing that was learned.
     *
     * @param place of the act in the joint log, from 1
     * @param told names of those who read it
     */
    public record Row(int place, Instant at, List<String> told, String about, String rung, int persons) {}
}
