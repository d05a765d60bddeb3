package org.homeward.protocol.exchange;

import java.util.Map;
import org.homeward.protocol.json.CanonicalJson;

/** One person's signature under an act. */
public record Approval(String officer, String signature) {
    /** The bytes that a person signs: what is done, by which side, in which case, and the commitment to its content. */
    public static byte[] message(String caseId, String from, String kind, String commitment) {
        return CanonicalJson.bytes(Map.of(
                "purpose", "homeward/act/1", "case", caseId, "from", from, "kind", kind, "commitment", commitment));
    }
}
