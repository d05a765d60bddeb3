package org.homeward.simulation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.homeward.protocol.exchange.Act;
import org.homeward.protocol.exchange.Board;
import org.homeward.protocol.exchange.CaseState;
import org.homeward.protocol.exchange.Death;
import org.homeward.protocol.exchange.Death.Standing;
import org.homeward.protocol.exchange.Participants;
import org.homeward.protocol.exchange.Phase;
import org.jspecify.annotations.Nullable;

/** What becomes known of people while a case goes on: somebody says it by chance, and whoever said it takes it back in time. */
final class Persons {
    private static final Board NEXT = new Board(Board.Decision.NEXT, null, "2026-02-01", "2026-08-01");
    private static final Board REJECTED = new Board(Board.Decision.REJECTED, null, "2026-02-02", null);

    private Persons() {}

    /** Something that happens to be said, or nothing where it is not the time. */
    static Optional<Act> said(CaseState state, String id, Participants participants, Seeded random) {
        if (state.phase().compareTo(Phase.LINES_ANSWERED) < 0) {
            return Optional.empty();
        }
        if (id.equals(participants.mediator().id())) {
            return doubted(state, "");
        }
        Optional<String> ownDead = death(state, id, Set.of(Standing.PROVISIONAL));
        if (ownDead.isPresent() && random.oneIn(2)) {
            return Optional.of(new Act.DeathStated(ownDead.get(), new Death(Standing.CONFIRMED, null, null)));
        }
        String other = participants.other(id).id();
        return switch (random.nextInt(4)) {
            case 0 ->
                state.notAvailable().containsKey(other + "-3")
                        ? Optional.empty()
                        : Optional.of(new Act.AvailabilityChanged(List.of(other + "-3"), List.of()));
            case 1 -> {
                String line = other + (random.oneIn(2) ? "-1" : "-3");
                yield stands(state.deaths().get(line))
                        ? Optional.empty()
                        : Optional.of(new Act.DeathStated(line, new Death(Standing.PROVISIONAL, "2023", null)));
            }
            case 2 -> Optional.of(new Act.BoardDecided(other + "-3", random.oneIn(2) ? NEXT : REJECTED));
            default -> doubted(state, id);
        };
    }

    /** What this side has to take back before anything else goes on. */
    static Optional<Act> takenBack(CaseState state, String id, Participants participants) {
        if (id.equals(participants.mediator().id())) {
            return Optional.empty();
        }
        Optional<Act> doubt = Receipts.answered(state, id);
        if (doubt.isPresent()) {
            return doubt;
        }
        Optional<String> dead = death(
                state,
                participants.other(id).id(),
                Set.of(Standing.PROVISIONAL, Standing.CONFIRMED, Standing.CONTRADICTED));
        if (dead.isPresent()) {
            return Optional.of(new Act.DeathStated(dead.get(), new Death(Standing.WITHDRAWN, null, null)));
        }
        Set<String> own = new TreeSet<>();
        state.notAvailable().forEach((line, by) -> {
            if (by.equals(id)) {
                own.add(line);
            }
        });
        return own.isEmpty() || state.phase() != Phase.AGREED
                ? Optional.empty()
                : Optional.of(new Act.AvailabilityChanged(List.of(), List.copyOf(own)));
    }

    private static Optional<Act> doubted(CaseState state, String party) {
        return death(state, party, Set.of(Standing.PROVISIONAL, Standing.CONFIRMED))
                .map(line -> new Act.DeathStated(line, new Death(Standing.CONTRADICTED, null, null)));
    }

    private static boolean stands(@Nullable Death death) {
        return death != null && death.standsInTheWay();
    }

    /** The first line of that party with a death of that standing. */
    private static Optional<String> death(CaseState state, String party, Set<Standing> standings) {
        return new TreeMap<>(state.deaths())
                .entrySet().stream()
                        .filter(e -> e.getKey().startsWith(party)
                                && standings.contains(e.getValue().standing()))
                        .map(Map.Entry::getKey)
                        .findFirst();
    }
}
