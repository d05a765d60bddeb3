package org.homeward.node.day;

import java.util.Map;

/** Where a day's facts go for the families of this side. Nothing leaves by it: what follows is drafts, and for two people each. */
public interface DayFamilies {
    /**
     * Takes what a day says now. What was written down of it before and is not so any more is taken back with everything that has not left;
     * what is new is written down only when both sides have signed the statement.
     *
     * @param person who handed in what it follows from: the first of the two people of every event
     * @param occasion of the day
     * @param evidence the statement by its digest
     * @param facts by the dossier's key in the register of those sought
     * @param signed whether both sides have signed this statement
     */
    Result take(String person, String occasion, String evidence, Map<String, DaySettled.Fact> facts, boolean signed);

    /**
     * What was done.
     *
     * @param recorded facts that wait for the second person
     * @param takenBack facts that are not so any more
     */
    record Result(int recorded, int takenBack) {}
}
