package org.homeward.protocol.exchange;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.homeward.protocol.crypto.Bytes;
import org.homeward.protocol.json.CanonicalJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the three sign before any list is shown.
 *
 * @param countingRule in words: per side or in total, who is counted, who stands outside
 * @param perSide soldiers returning to each party, by party id; a party that is not there has no number fixed in advance
 * @param civilians civilians returning on a track of their own, by party id; likewise
 * @param clauses the terms in the form that the selection reads; its canonical bytes are what is signed
 * @param deadlines the clocks of the case, each at most once
 * @param ladder how far people are shown at each step
 * @param rates what each rank counts for in the account, or null where everybody counts for one
 * @param carried what earlier agreements still owe and these terms take over
 */
public record Terms(
        String title,
        String countingRule,
        Map<String, Integer> perSide,
        Map<String, Integer> civilians,
        JsonNode clauses,
        List<Deadline> deadlines,
        Ladder ladder,
        @Nullable RateTable rates,
        List<CarriedOver> carried) {
    /** The kinds of clauses whose meaning is agreed. What a newer program means by another kind, nobody here can sign. */
    private static final Set<String> KINDS = Set.of(
            "COUNT",
            "RATIO",
            "RATE",
            "ALL",
            "MIN",
            "MAX",
            "SHARE",
            "TOGETHER",
            "PAIR",
            "IF",
            "BAR",
            "MUST",
            "UNCONDITIONAL",
            "ACCOUNT",
            "DAYS",
            "OBJECTIONS");

    public Terms {
        deadlines = List.copyOf(deadlines);
        carried = List.copyOf(carried);
        Objects.requireNonNull(ladder);
    }

    /** Terms of one exchange by itself, with the ladder that holds where nobody agreed another. */
    public Terms(
            String title,
            String countingRule,
            Map<String, Integer> perSide,
            Map<String, Integer> civilians,
            JsonNode clauses,
            List<Deadline> deadlines) {
        this(title, countingRule, perSide, civilians, clauses, deadlines, Ladder.STANDARD, null, List.of());
    }

    /** Terms without clocks. */
    public Terms(
            String title,
            String countingRule,
            Map<String, Integer> perSide,
            Map<String, Integer> civilians,
            JsonNode clauses) {
        this(title, countingRule, perSide, civilians, clauses, List.of());
    }

    public String digest() {
        return Bytes.hex(Bytes.sha256(CanonicalJson.bytes(this)));
    }

    /** What makes these terms unusable, or empty. */
    Optional<String> flaw() {
        if (countingRule.isBlank()) {
            return Optional.of("they do not say by which rule people are counted");
        }
        JsonNode list = clauses.path("clauses");
        if (!list.isArray()) {
            return Optional.of("they have no list of clauses");
        }
        int place = 0;
        for (JsonNode clause : list) {
            place++;
            if (!clause.path("type").isString()
                    || !KINDS.contains(clause.path("type").stringValue())) {
                return Optional.of("clause " + place + " is of a kind that is not agreed between the programs");
            }
        }
        return Deadline.flaw(deadlines)
                .or(ladder::flaw)
                .or(() -> rates == null ? Optional.empty() : rates.flaw())
                .or(() -> rates != null && ladder.held() != Disclosure.Rung.FULL
                        ? Optional.of("a table of rates needs the ranks, which this ladder does not show")
                        : Optional.empty())
                .or(() -> CarriedOver.flaw(carried))
                .or(this::tooFew);
    }

    /** What is carried over comes first: the numbers that are fixed have room for it. */
    private Optional<String> tooFew() {
        for (CarriedOver one : carried) {
            Integer fixed = one.category().equals("soldier")
                    ? perSide.get(one.party())
                    : one.category().equals("civilian") ? civilians.get(one.party()) : null;
            if (fixed != null && fixed < CarriedOver.persons(this, one.party(), one.category())) {
                return Optional.of("fewer return to " + one.party() + " than are carried over to it");
            }
        }
        return Optional.empty();
    }
}
