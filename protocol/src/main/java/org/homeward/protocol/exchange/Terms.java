package org.homeward.protocol.exchange;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.homeward.protocol.crypto.Bytes;
import org.homeward.protocol.json.CanonicalJson;
import tools.jackson.databind.JsonNode;

/**
 * What the three sign before any list is shown.
 *
 * @param countingRule in words: per side or in total, who is counted, who stands outside
 * @param perSide soldiers returning to each party, by party id; a party that is not there has no number fixed in advance
 * @param civilians civilians returning on a track of their own, by party id; likewise
 * @param clauses the terms in the form that the selection reads; its canonical bytes are what is signed
 * @param deadlines the clocks of the case, each at most once
 */
public record Terms(
        String title,
        String countingRule,
        Map<String, Integer> perSide,
        Map<String, Integer> civilians,
        JsonNode clauses,
        List<Deadline> deadlines) {
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
        return Deadline.flaw(deadlines);
    }
}
