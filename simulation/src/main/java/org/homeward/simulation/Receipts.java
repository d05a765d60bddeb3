package org.homeward.simulation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.homeward.protocol.exchange.Act;
import org.homeward.protocol.exchange.CaseState;
import org.homeward.protocol.exchange.Doubt;
import org.jspecify.annotations.Nullable;

/** What becomes of receipts after they were signed: now and then a side doubts one, and thinks again or is agreed with. */
final class Receipts {
    private Receipts() {}

    /** A doubt that happens to be raised or dropped, or nothing. */
    static Optional<Act> said(CaseState state, String id, Seeded random) {
        Optional<Act> dropped = first(state, Doubt.DROPPED, id::equals);
        if (dropped.isPresent()) {
            return dropped;
        }
        return random.oneIn(2) ? first(state, Doubt.RAISED, by -> by == null) : Optional.empty();
    }

    /** The answer to what the other side doubts: it is right. */
    static Optional<Act> answered(CaseState state, String id) {
        return first(state, Doubt.AGREED, by -> by != null && !by.equals(id));
    }

    /** About the first person received of whom that holds which says who doubts him. */
    private static Optional<Act> first(CaseState state, Doubt doubt, Predicate<@Nullable String> doubter) {
        for (Map.Entry<String, Map<String, String>> side : new TreeMap<>(state.received()).entrySet()) {
            Map<String, String> doubted = state.doubted().getOrDefault(side.getKey(), Map.of());
            for (Map.Entry<String, String> one : new TreeMap<>(side.getValue()).entrySet()) {
                if (doubter.test(doubted.get(one.getKey()))) {
                    return Optional.of(new Act.ReceiptDoubted(one.getValue(), List.of(one.getKey()), doubt));
                }
            }
        }
        return Optional.empty();
    }
}
