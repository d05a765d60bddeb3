package org.homeward.protocol.exchange;

import static org.homeward.protocol.exchange.CaseRules.refuse;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.homeward.protocol.exchange.CaseState.Change;
import org.homeward.protocol.exchange.Death.Standing;
import org.homeward.protocol.exchange.Refusal.Code;

/**
 * What becomes known of a person after the lines were answered: that he is not available, what a board decided, that he died. Each changes who
 * may be on a list; a proposal that was made without knowing it leaves the table.
 */
final class PersonRules {
    private static final Set<Phase> LOTTERY =
            Set.of(Phase.LOTTERY_SEALED, Phase.LOTTERY_DRAWN, Phase.PROPOSED, Phase.FROZEN);

    private PersonRules() {}

    static Optional<Refusal> availability(CaseState state, String from, Act.AvailabilityChanged act) {
        Set<String> named = new HashSet<>();
        for (String line : act.notAvailable()) {
            if (reply(state, line).filter(r -> r.held() != null).isEmpty()
                    || state.notAvailable().containsKey(line)
                    || !named.add(line)) {
                return refuse(
                        Code.BAD_LINES,
                        "Somebody is not available who was not shown, who is not available already, or who is named twice.");
            }
        }
        for (String line : act.again()) {
            if (!from.equals(state.notAvailable().get(line)) || !named.add(line)) {
                return refuse(
                        Code.BAD_LINES,
                        "Somebody is available again who was so all the time, or of whom another said that he is not.");
            }
        }
        if (named.isEmpty()) {
            return refuse(Code.BAD_LINES, "This act names nobody.");
        }
        // Between the seal of the lottery and the agreement nobody comes back: who is added then could be chosen for
        // how the lot falls.
        return act.again().isEmpty() || !LOTTERY.contains(state.phase())
                ? Optional.empty()
                : refuse(
                        Code.WRONG_PHASE,
                        "Nobody is available again between the lottery and the agreement: amend the lists after it.");
    }

    static Optional<Refusal> board(CaseState state, String from, Act.BoardDecided act) {
        Optional<Act.Reply> reply = state.known().isParty(from)
                ? Optional.ofNullable(state.replies()
                        .getOrDefault(state.known().other(from).id(), Map.of())
                        .get(act.line()))
                : Optional.empty();
        return reply.filter(r -> r.held() != null).isEmpty()
                ? refuse(Code.BAD_LINES, "A board decides of people whom this side holds and has shown.")
                : act.board()
                        .flaw()
                        .flatMap(flaw -> refuse(Code.BAD_LINES, "This decision of a board cannot be: " + flaw + "."));
    }

    static Optional<Refusal> death(CaseState state, String from, Act.DeathStated act) {
        Optional<String> seeker = seeker(state, act.line());
        if (seeker.isEmpty()) {
            return refuse(Code.BAD_LINES, "The line " + act.line() + " is on no list of this case.");
        }
        Death before = state.deaths().get(act.line());
        Standing was = before == null ? Standing.WITHDRAWN : before.standing();
        boolean bySeeker = from.equals(seeker.get());
        boolean byHolder = state.known().isParty(from) && !bySeeker;
        boolean may = switch (act.death().standing()) {
            case PROVISIONAL -> byHolder && (was == Standing.WITHDRAWN || was == Standing.CONTRADICTED);
            case CONFIRMED -> bySeeker && was == Standing.PROVISIONAL;
            case CONTRADICTED -> was == Standing.PROVISIONAL || was == Standing.CONFIRMED;
            case WITHDRAWN -> byHolder && was != Standing.WITHDRAWN;
        };
        if (!may) {
            return refuse(
                    Code.WRONG_ACTOR,
                    "The holder says that somebody died, or takes it back; the side that seeks him accepts it; anybody may"
                            + " contradict what was said, and nobody what was not.");
        }
        boolean told = act.death().day() != null || act.death().burial() != null;
        return told && act.death().standing() != Standing.PROVISIONAL
                ? refuse(Code.BAD_LINES, "Day and place of burial are the holder's to tell.")
                : Optional.empty();
    }

    static void apply(CaseState state, Change next, String from, Act.AvailabilityChanged act) {
        act.notAvailable().forEach(line -> next.notAvailable.put(line, from));
        act.again().forEach(next.notAvailable::remove);
        act.notAvailable().forEach(line -> reconsider(state, next, line));
    }

    static void apply(CaseState state, Change next, String from, Act.BoardDecided act) {
        String seeker = state.known().other(from).id();
        Map<String, Act.Reply> replies = new java.util.HashMap<>(next.replies.getOrDefault(seeker, Map.of()));
        replies.computeIfPresent(act.line(), (line, reply) -> reply.with(act.board()));
        next.replies.put(seeker, Map.copyOf(replies));
        reconsider(state, next, act.line());
    }

    static void apply(CaseState state, Change next, Act.DeathStated act) {
        Death before = next.deaths.get(act.line());
        Death death = act.death();
        // What the holder told of it stays with it when others speak.
        next.deaths.put(
                act.line(),
                death.standing() == Standing.PROVISIONAL || before == null
                        ? death
                        : new Death(death.standing(), before.day(), before.burial()));
        reconsider(state, next, act.line());
    }

    /** A person answered "died" is provisionally so, as one of whom it is said later. */
    static void died(Change next, List<Act.Reply> replies) {
        for (Act.Reply reply : replies) {
            if (reply.code() == ReplyCode.DIED) {
                next.deaths.put(reply.line(), new Death(Standing.PROVISIONAL, reply.day(), reply.burial()));
            }
        }
    }

    /** Lists that were made while something else was known of one who may be on them are made again. */
    private static void reconsider(CaseState state, Change next, String line) {
        boolean candidate = state.acknowledged().values().stream().anyMatch(lines -> lines.contains(line));
        if (candidate && (next.phase == Phase.PROPOSED || next.phase == Phase.FROZEN)) {
            next.proposal = null;
            next.frozen.clear();
            next.signatures.clear();
            next.phase = Phase.LOTTERY_DRAWN;
        }
    }

    private static Optional<String> seeker(CaseState state, String line) {
        return state.lists().entrySet().stream()
                .filter(e -> e.getValue().stream().anyMatch(l -> l.line().equals(line)))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static Optional<Act.Reply> reply(CaseState state, String line) {
        return state.replies().values().stream()
                .map(replies -> replies.get(line))
                .filter(java.util.Objects::nonNull)
                .findFirst();
    }
}
