package org.homeward.node.wishes;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.homeward.node.store.Wishes;
import org.homeward.node.store.Wishes.Asked;
import org.homeward.node.store.Wishes.Wish;
import org.homeward.protocol.exchange.Act;
import org.homeward.protocol.exchange.CaseState;
import org.jspecify.annotations.Nullable;

/**
 * The neutral's private conversations before lists are frozen: who was asked, who has yet to be, who is asked again. What somebody wants stays
 * here. It shows to the sides as "not available", a word that holds, boards and doubts use too, and the agency signs no list with him. Safe for threads.
 */
public final class WishDesk {
    private static final int LONGEST = 80;

    private final Wishes wishes;
    private final Clock clock;

    public WishDesk(Wishes wishes, Clock clock) {
        this.wishes = wishes;
        this.clock = clock;
    }

    /** Why something was not written down. */
    public enum No {
        /** Nobody was shown under that line as held. */
        NO_PERSON,
        /** It is not said who spoke with him, or at too great length. */
        WHO,
        /** The day is missing or lies ahead. */
        DAY,
        /** Whoever is not ready is asked again on a day to come; who is ready, is not. */
        AGAIN
    }

    /**
     * Somebody who was shown as held.
     *
     * @param asked what counts; null before anybody spoke with him
     * @param due whether he has yet to be asked, or is to be asked again by now
     * @param notAvailable whether the case has him as not available, whoever said so
     */
    public record Person(
            String line,
            String name,
            String party,
            @Nullable Asked asked,
            boolean due,
            boolean notAvailable) {}

    /** All who were shown as held, those who have yet to be asked first. */
    public List<Person> people(CaseState state) {
        Map<String, Asked> newest = wishes.newest(state.caseId());
        String today = today().toString();
        List<Person> due = new ArrayList<>();
        List<Person> rest = new ArrayList<>();
        new TreeMap<>(state.lists())
                .forEach((party, lines) -> lines.stream()
                        .filter(line -> shown(state, party, line.line()))
                        .forEach(line -> {
                            Asked asked = newest.get(line.line());
                            boolean open = asked == null
                                    || asked.askAgain() != null
                                            && asked.askAgain().compareTo(today) <= 0;
                            (open ? due : rest)
                                    .add(new Person(
                                            line.line(),
                                            line.name(),
                                            party,
                                            asked,
                                            open,
                                            state.notAvailable().containsKey(line.line())));
                        }));
        due.addAll(rest);
        return due;
    }

    /**
     * Writes down what somebody said.
     *
     * @param askedBy who spoke with him
     * @return why it was not done; empty when it was
     */
    public Optional<No> note(
            CaseState state,
            String line,
            Wish wish,
            String askedBy,
            @Nullable LocalDate askedOn,
            @Nullable LocalDate askAgain,
            String notedBy) {
        boolean there = state.lists().entrySet().stream()
                .anyMatch(
                        list -> list.getValue().stream().anyMatch(l -> l.line().equals(line))
                                && shown(state, list.getKey(), line));
        if (!there) {
            return Optional.of(No.NO_PERSON);
        }
        if (askedBy.isBlank() || askedBy.length() > LONGEST) {
            return Optional.of(No.WHO);
        }
        if (askedOn == null || askedOn.isAfter(today())) {
            return Optional.of(No.DAY);
        }
        if ((wish == Wish.READY) != (askAgain == null) || askAgain != null && !askAgain.isAfter(today())) {
            return Optional.of(No.AGAIN);
        }
        wishes.note(state.caseId(), line, wish, askedBy.strip(), askedOn, askAgain, notedBy, clock.instant());
        return Optional.empty();
    }

    /** Lines of a case whose people are not to be exchanged now. */
    public static Set<String> unwilling(Wishes wishes, String caseId) {
        return lines(wishes, caseId, Wish.NOT_NOW);
    }

    /** Lines of a case whose people said last that they may be exchanged. */
    public static Set<String> ready(Wishes wishes, String caseId) {
        return lines(wishes, caseId, Wish.READY);
    }

    private static Set<String> lines(Wishes wishes, String caseId, Wish wish) {
        return wishes.newest(caseId).values().stream()
                .filter(asked -> asked.wish() == wish)
                .map(Asked::line)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean shown(CaseState state, String party, String line) {
        Act.Reply reply = state.replies().getOrDefault(party, Map.of()).get(line);
        return reply != null && reply.held() != null;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
