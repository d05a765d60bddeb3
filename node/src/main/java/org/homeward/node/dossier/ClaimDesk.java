package org.homeward.node.dossier;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.homeward.node.intake.Cells;
import org.homeward.node.store.Claims;
import org.homeward.node.store.Claims.Said;
import org.homeward.node.store.Registers.Kind;
import org.homeward.node.store.Registers.Row;
import org.homeward.node.store.Store;

/**
 * Claims that somebody is dead wait here. Two people say the same of one, each with a reason, and only then it becomes a status, or is
 * refused, or goes back to its source; either of them can take his word back, and then it waits again. Safe for threads.
 */
public final class ClaimDesk {
    /** Longest reason, in characters. */
    public static final int LONGEST = 500;

    /** How a claim stands. */
    public enum State {
        WAITING,
        CONTESTED,
        SENT_BACK,
        CONFIRMED,
        REFUSED
    }

    /**
     * A claim with how it stands.
     *
     * @param mark its name on pages
     * @param name of the person
     */
    public record Item(Claim claim, String mark, String name, Row row, State state, Agreed<Said> agreed) {}

    /**
     * A part of the queue.
     *
     * @param items those asked for, the one that waits longest first; at most as many as asked
     * @param of how many there are
     */
    public record Queue(Map<State, Integer> counts, List<Item> items, int of) {}

    private final Store store;
    private final StatusDesk statuses;
    private final Beside beside;
    private final Clock clock;

    ClaimDesk(Store store, StatusDesk statuses, Beside beside, Clock clock) {
        this.store = store;
        this.statuses = statuses;
        this.beside = beside;
        this.clock = clock;
    }

    private record Standing(Claim claim, State state) {}

    /**
     * The queue of both registers.
     *
     * @param only in that state, or empty for all that two people have not decided, and those that went back
     */
    public Queue queue(Optional<State> only, int limit) {
        Map<State, Integer> counts = new EnumMap<>(State.class);
        List<Standing> asked = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            Beside.Picture picture = beside.picture(kind);
            for (Claim claim : statuses.claims(kind)) {
                State state = state(picture.decided(claim));
                counts.merge(state, 1, Integer::sum);
                if (only.map(s -> s == state).orElse(state != State.CONFIRMED && state != State.REFUSED)) {
                    asked.add(new Standing(claim, state));
                }
            }
        }
        asked.sort(Comparator.comparing(Standing::state)
                .thenComparing(s -> s.claim().at()));
        List<Item> items = asked.stream()
                .limit(limit)
                .flatMap(s -> store.registers().row(s.claim().kind(), s.claim().row()).stream()
                        .flatMap(row -> item(s.claim(), row).stream()))
                .toList();
        return new Queue(counts, items, asked.size());
    }

    /** The claims on one person, as they stand. */
    public List<Item> of(Kind kind, String key) {
        List<Row> rows = store.registers().histories(kind, List.of(key)).getOrDefault(key, List.of());
        if (rows.isEmpty()) {
            return List.of();
        }
        RowWords words = RowWords.of(kind, rows, statuses.batches(kind));
        return beside.picture(kind).claims(key, words.claims()).stream()
                .flatMap(claim -> item(claim, rows.getLast()).stream())
                .toList();
    }

    /** One claim by its mark. */
    public Optional<Item> item(Kind kind, String key, String mark) {
        return of(kind, key).stream().filter(i -> i.mark().equals(mark)).findFirst();
    }

    /**
     * Keeps what somebody says of a claim.
     *
     * @param reason in words; none is needed to take a word back
     * @return whether it was kept: the claim is there, and there is a reason that is not too long
     */
    public boolean say(Kind kind, String key, String mark, Said said, String reason, String by) {
        String words = reason.strip();
        if (said != Said.TAKE_BACK && words.isEmpty()
                || words.length() > LONGEST
                || item(kind, key, mark).isEmpty()) {
            return false;
        }
        return store.claims().add(new Claims.Entry(kind, key, mark, said, words, by, clock.instant()));
    }

    private Optional<Item> item(Claim claim, Row row) {
        return store.claims().mark(claim.kind(), claim.row(), claim.said()).map(mark -> {
            Agreed.Gathered<Said> gathered = new Agreed.Gathered<>();
            store.claims().of(claim.kind(), claim.row()).stream()
                    .filter(e -> e.claim().equals(mark))
                    .forEach(e ->
                            gathered.add(e.by(), e.said() == Said.TAKE_BACK ? null : e.said(), e.reason(), e.at()));
            Agreed<Said> agreed = gathered.agreed();
            return new Item(claim, mark, Cells.name(row.cells()), row, state(agreed), agreed);
        });
    }

    private static State state(Agreed<Said> agreed) {
        if (agreed.phase() == Agreed.Phase.CONTESTED) {
            return State.CONTESTED;
        }
        return agreed.decision()
                .map(said -> switch (said) {
                    case CONFIRM -> State.CONFIRMED;
                    case REFUSE -> State.REFUSED;
                    case SEND_BACK -> State.SENT_BACK;
                    case TAKE_BACK -> State.WAITING;
                })
                .orElse(State.WAITING);
    }

    /** What may be said of a claim by name. */
    public static Optional<Said> said(String name) {
        return Arrays.stream(Said.values()).filter(s -> s.name().equals(name)).findFirst();
    }
}
