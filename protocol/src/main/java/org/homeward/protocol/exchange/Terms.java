package org.homeward.protocol.exchange;

import java.util.Map;
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
 */
public record Terms(
        String title,
        String countingRule,
        Map<String, Integer> perSide,
        Map<String, Integer> civilians,
        JsonNode clauses) {
    public String digest() {
        return Bytes.hex(Bytes.sha256(CanonicalJson.bytes(this)));
    }
}
