package org.homeward.node.web.view;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page of the list of those whom a party seeks.
 *
 * @param party whose list it is
 * @param holder who answers it
 * @param revealed whether the lines can be read
 * @param total lines of the whole list
 * @param replies all its lines by reply code; {@link #NO_REPLY} for those without an answer
 * @param filter the reply code that is shown alone, or null
 * @param page from 1
 * @param pages at least 1
 */
public record ListView(
        String caseId,
        String caseTitle,
        CaseView.Participant party,
        CaseView.Participant holder,
        boolean revealed,
        int total,
        Map<String, Integer> replies,
        @Nullable String filter,
        int page,
        int pages,
        List<Line> lines) {
    /** In place of a reply code: no answer yet. */
    public static final String NO_REPLY = "NONE";

    public ListView {
        replies = Map.copyOf(replies);
        lines = List.copyOf(lines);
    }

    /** How far a line has come. */
    public enum LineState {
        OPEN,
        ANSWERED,
        CONFIRMED,
        REJECTED,
        ACKNOWLEDGED,
        LISTED
    }

    /**
     * One line.
     *
     * @param line its id in this list
     * @param number its place in the list, from 1
     * @param birth as written, or null
     * @param reply reply code, or null before the answer
     * @param nameAsHeld as the holder writes it, or null where nobody is shown
     */
    public record Line(
            String line,
            int number,
            String name,
            @Nullable String birth,
            @Nullable String rank,
            @Nullable String reply,
            @Nullable String nameAsHeld,
            LineState state) {}
}
