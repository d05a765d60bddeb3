package org.homeward.node.review;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.homeward.node.desk.ProposedPair;
import org.homeward.node.review.PairState.Phase;
import org.homeward.node.store.Reviews;
import org.homeward.node.store.Reviews.Entry;
import org.homeward.node.store.Reviews.Said;
import org.homeward.node.store.Reviews.Step;

/**
 * The queue of pairs of a case, and what people say of them. The engine proposes; a pair is decided when two people of this side say the
 * same of it. Safe for threads.
 */
public final class TracingDesk {
    /** How long a pair that somebody looks at is not offered to others. */
    public static final Duration TAKEN = Duration.ofMinutes(30);

    /** Codes of what speaks against a pair. */
    public static final List<String> REASONS =
            List.of("NAME_DIFFERS", "BIRTH_DATE_DIFFERS", "OTHER_PERSON", "OTHER_EVIDENCE");

    /** Where the pairs of a case come from. */
    public interface Pairs {
        /** The pairs that are open to decision in this case now; empty where nothing is. */
        Optional<Work> of(String caseId);
    }

    /**
     * What there is to decide.
     *
     * @param step who decides what
     * @param pairs as the engine proposes them
     */
    public record Work(Step step, List<ProposedPair> pairs) {
        public Work {
            pairs = List.copyOf(pairs);
        }
    }

    /** A pair and how far people are with it. */
    public record Item(ProposedPair pair, PairState state) {}

    /**
     * A part of the queue.
     *
     * @param counts pairs in each phase
     * @param items the asked ones, the most pressing first
     * @param of how many were asked for, of which these are the first
     */
    public record Queue(Step step, Map<Phase, Integer> counts, List<Item> items, int of) {
        /** As much of it as is shown at once. */
        public Queue shown() {
            return new Queue(step, counts, items.subList(0, Math.min(SHOWN, items.size())), of);
        }
    }

    /** Pairs that are shown at once. */
    private static final int SHOWN = 100;

    private final Pairs pairs;
    private final Reviews reviews;
    private final Clock clock;

    public TracingDesk(Pairs pairs, Reviews reviews, Clock clock) {
        this.pairs = pairs;
        this.reviews = reviews;
        this.clock = clock;
    }

    /**
     * The queue of a case.
     *
     * @param phase only those, or empty for all that is not decided
     */
    public Optional<Queue> queue(String caseId, Optional<Phase> phase) {
        return pairs.of(caseId).map(work -> {
            List<Item> all = items(caseId, work);
            Map<Phase, Integer> counts = new java.util.EnumMap<>(Phase.class);
            all.forEach(item -> counts.merge(item.state().phase(), 1, Integer::sum));
            List<Item> asked = all.stream()
                    .filter(item -> phase.map(p -> p == item.state().phase())
                            .orElse(item.state().phase() != Phase.DECIDED))
                    .toList();
            return new Queue(work.step(), counts, asked, asked.size());
        });
    }

    /** One pair, by its line. */
    public Optional<Item> item(String caseId, String line) {
        return pairs.of(caseId)
                .flatMap(work -> work.pairs().stream()
                        .filter(pair -> pair.line().equals(line))
                        .findFirst()
                        .map(pair -> item(pair, DecidedPairs.byLine(reviews.of(caseId, work.step())))));
    }

    /**
     * The pair that this person should look at next: contested ones, then those on which one person has spoken, then the doubtful ones, then
     * the clear ones; none on which he has spoken himself, none that another looks at.
     */
    public Optional<Item> next(String caseId, String person) {
        Instant now = clock.instant();
        return queue(caseId, Optional.empty())
                .flatMap(queue -> queue.items().stream()
                        .filter(item -> !item.state().verdicts().containsKey(person))
                        .filter(item -> item.state()
                                .taken()
                                .filter(t -> !t.by().equals(person)
                                        && t.at().plus(TAKEN).isAfter(now))
                                .isEmpty())
                        .findFirst());
    }

    /**
     * Keeps what somebody says of a pair.
     *
     * @param reason one of {@link #REASONS} where he rejects
     * @return whether the pair is there to be spoken of
     */
    public boolean say(String caseId, String line, String row, Said said, String reason, String by) {
        Optional<Work> work = pairs.of(caseId);
        boolean there = work.stream()
                .flatMap(w -> w.pairs().stream())
                .anyMatch(pair -> pair.line().equals(line) && pair.row().equals(row));
        if (there) {
            reviews.add(new Entry(caseId, work.orElseThrow().step(), line, row, said, reason, by, clock.instant()));
        }
        return there;
    }

    private List<Item> items(String caseId, Work work) {
        Map<String, List<Entry>> said = DecidedPairs.byLine(reviews.of(caseId, work.step()));
        return work.pairs().stream()
                .map(pair -> item(pair, said))
                .sorted(Comparator.comparingInt((Item item) -> urgency(item))
                        .thenComparingInt(item -> item.pair().probability())
                        .thenComparing(item -> item.pair().line()))
                .toList();
    }

    private static Item item(ProposedPair pair, Map<String, List<Entry>> said) {
        return new Item(pair, PairState.of(pair.row(), said.getOrDefault(pair.line(), List.of())));
    }

    private static int urgency(Item item) {
        return switch (item.state().phase()) {
            case CONTESTED -> 0;
            case ONE -> 1;
            case OPEN -> item.pair().clear() ? 3 : 2;
            case DECIDED -> 4;
        };
    }
}
