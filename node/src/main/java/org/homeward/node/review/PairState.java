package org.homeward.node.review;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.homeward.node.desk.PairDecisions.Verdict;
import org.homeward.node.store.Reviews.Entry;

/**
 * How far people are with a pair, from what they said of it.
 *
 * <p>Each person's last word counts. Two people who say the same decide; two who differ make it contested, until one of them takes his word
 * back or changes it. What was said about another row of the same line counts no more: the register changed meanwhile.
 *
 * @param phase how far
 * @param verdicts each person's last word, in the order in which they first spoke
 * @param taken who said last that he looks at it, and when, where he has said nothing more
 * @param since when it was last spoken of
 */
public record PairState(Phase phase, Map<String, Word> verdicts, Optional<Taken> taken, Optional<Instant> since) {
    /** How many must say the same. */
    public static final int PEOPLE = 2;

    /** How far people are. */
    public enum Phase {
        OPEN,
        /** One has spoken. */
        ONE,
        /** Two have said the same. */
        DECIDED,
        /** Two have said different things. */
        CONTESTED
    }

    /** What somebody says, with the code of his reason where he rejects. */
    public record Word(Verdict verdict, String reason, Instant at) {}

    /** Who looks at it. */
    public record Taken(String by, Instant at) {}

    public PairState {
        verdicts = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(verdicts));
    }

    /** The state after all that was said of this row and line, the oldest first. */
    static PairState of(String row, List<Entry> entries) {
        Map<String, Word> words = new LinkedHashMap<>();
        Taken taken = null;
        Instant since = null;
        for (Entry entry : entries) {
            if (!entry.row().equals(row)) {
                continue;
            }
            since = entry.at();
            switch (entry.said()) {
                case TAKE -> taken = new Taken(entry.by(), entry.at());
                case TAKE_BACK -> words.remove(entry.by());
                case CONFIRM, REJECT, NEED_MORE -> {
                    words.put(entry.by(), new Word(verdict(entry), entry.reason(), entry.at()));
                    if (taken != null && taken.by().equals(entry.by())) {
                        taken = null;
                    }
                }
            }
        }
        long different = words.values().stream().map(Word::verdict).distinct().count();
        Phase phase = words.isEmpty()
                ? Phase.OPEN
                : different > 1 ? Phase.CONTESTED : words.size() >= PEOPLE ? Phase.DECIDED : Phase.ONE;
        return new PairState(phase, words, Optional.ofNullable(taken), Optional.ofNullable(since));
    }

    private static Verdict verdict(Entry entry) {
        return switch (entry.said()) {
            case CONFIRM -> Verdict.CONFIRM;
            case REJECT -> Verdict.REJECT;
            default -> Verdict.NEED_MORE;
        };
    }

    /** What two have decided. */
    public Optional<Word> decision() {
        return phase == Phase.DECIDED ? verdicts.values().stream().findFirst() : Optional.empty();
    }
}
