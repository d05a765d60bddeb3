package org.homeward.protocol.exchange;

import static org.homeward.protocol.exchange.CaseRules.refuse;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import org.homeward.protocol.exchange.CaseState.Change;
import org.homeward.protocol.exchange.Refusal.Code;

/**
 * How a receipt is put right. A receipt gives credit for a person who is then owed no more, so neither side may end that alone: one says that
 * somebody did not come, the other agrees, and until it does he counts and is shown as doubtful.
 */
final class ReceiptRules {
    private ReceiptRules() {}

    static Optional<Refusal> refusal(CaseState state, String from, Act.ReceiptDoubted act) {
        if (act.tokens().isEmpty()
                || new HashSet<>(act.tokens()).size() != act.tokens().size()) {
            return refuse(Code.BAD_LINES, "A doubt names somebody, and each person once.");
        }
        Optional<String> receiver = receiver(state, act);
        if (receiver.isEmpty()) {
            return refuse(Code.BAD_LINES, "Somebody is named for whom no side signed in that handover.");
        }
        Map<String, String> doubted = state.doubted().getOrDefault(receiver.get(), Map.of());
        return switch (act.doubt()) {
            case RAISED ->
                act.tokens().stream().noneMatch(doubted::containsKey)
                        ? Optional.empty()
                        : refuse(Code.ALREADY_DONE, "Of somebody there it is said already that he did not come.");
            case DROPPED ->
                act.tokens().stream().allMatch(token -> from.equals(doubted.get(token)))
                        ? Optional.empty()
                        : refuse(Code.BAD_LINES, "A side takes back what it said itself, and nothing else.");
            case AGREED ->
                act.tokens().stream().allMatch(token -> doubted.containsKey(token) && !from.equals(doubted.get(token)))
                        ? Optional.empty()
                        : refuse(Code.BAD_LINES, "A side agrees to what the other one said, and to nothing else.");
        };
    }

    static void apply(CaseState state, Change next, String from, Act.ReceiptDoubted act) {
        String receiver = receiver(state, act).orElseThrow();
        Map<String, String> doubted = new HashMap<>(state.doubted().getOrDefault(receiver, Map.of()));
        if (act.doubt() == Doubt.RAISED) {
            act.tokens().forEach(token -> doubted.put(token, from));
        } else {
            act.tokens().forEach(doubted::remove);
        }
        put(next.doubted, receiver, doubted);
        if (act.doubt() == Doubt.AGREED) {
            Map<String, String> received = new HashMap<>(state.received().getOrDefault(receiver, Map.of()));
            act.tokens().forEach(received::remove);
            put(next.received, receiver, received);
        }
    }

    private static void put(Map<String, Map<String, String>> all, String party, Map<String, String> of) {
        if (of.isEmpty()) {
            all.remove(party);
        } else {
            all.put(party, Map.copyOf(of));
        }
    }

    /** The side that signed for all of them in that handover, or empty. */
    private static Optional<String> receiver(CaseState state, Act.ReceiptDoubted act) {
        return state.received().entrySet().stream()
                .filter(side -> act.tokens().stream()
                        .allMatch(token -> act.handover().equals(side.getValue().get(token))))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
