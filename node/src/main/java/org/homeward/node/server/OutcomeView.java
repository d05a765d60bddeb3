package org.homeward.node.server;

import java.util.List;
import org.homeward.node.exchange.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What became of an act, for programs.
 *
 * @param outcome {@code WAITING}, {@code TO_CARRY}, {@code DONE} or {@code REFUSED}
 * @param commitment what a person signs, while it waits
 * @param code why it is refused
 */
record OutcomeView(
        String outcome,
        @Nullable String draft,
        @Nullable String kind,
        @Nullable String commitment,
        List<String> approvedBy,
        @Nullable String envelope,
        @Nullable String code,
        @Nullable String sentence) {
    static OutcomeView of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Waiting w ->
                new OutcomeView("WAITING", w.draftId(), w.kind(), w.commitment(), w.approvedBy(), null, null, null);
            case Outcome.ToCarry(Outcome.Waiting w) ->
                new OutcomeView(
                        "TO_CARRY",
                        w.draftId(),
                        w.kind(),
                        w.commitment(),
                        w.approvedBy(),
                        null,
                        null,
                        "Two people have signed; carry the act to the agency with 'homeward node export'.");
            case Outcome.Done d ->
                new OutcomeView("DONE", null, null, null, List.of(), d.receipt().envelope(), null, null);
            case Outcome.Refused r ->
                new OutcomeView(
                        "REFUSED",
                        null,
                        null,
                        null,
                        List.of(),
                        null,
                        r.refusal().code().name(),
                        r.refusal().sentence());
        };
    }
}
