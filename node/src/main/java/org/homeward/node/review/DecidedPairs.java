package org.homeward.node.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.homeward.node.desk.PairDecisions;
import org.homeward.node.store.Reviews;
import org.homeward.node.store.Reviews.Entry;
import org.homeward.node.store.Reviews.Step;

/** What two people decided, for the drafts of the answers and of the confirmations. */
public record DecidedPairs(Reviews reviews) implements PairDecisions.Source {
    @Override
    public PairDecisions beforeAnswering(String caseId) {
        return of(caseId, Step.ANSWER);
    }

    @Override
    public PairDecisions beforeConfirming(String caseId) {
        return of(caseId, Step.CONFIRM);
    }

    private PairDecisions of(String caseId, Step step) {
        Map<String, PairDecisions.Decision> decided = new HashMap<>();
        byLine(reviews.of(caseId, step)).forEach((line, entries) -> {
            // The row that was spoken of last: what was said of others was said of an older proposal.
            String row = entries.getLast().row();
            PairState.of(row, entries)
                    .decision()
                    .ifPresent(
                            word -> decided.put(line, new PairDecisions.Decision(row, word.verdict(), word.reason())));
        });
        return new PairDecisions(decided);
    }

    static Map<String, List<Entry>> byLine(List<Entry> entries) {
        Map<String, List<Entry>> byLine = new HashMap<>();
        entries.forEach(entry ->
                byLine.computeIfAbsent(entry.line(), l -> new ArrayList<>()).add(entry));
        return byLine;
    }
}
