package org.homeward.handover.log;

import org.homeward.protocol.crypto.Bytes;
import org.homeward.protocol.json.CanonicalJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One entry of a device's log, as it is signed.
 *
 * @param v 1
 * @param seq 1 for a device's first event, then one more each time
 * @param prev hash of the device's event before, 64 hex digits; zeros for the first
 * @param lamport greater than that of every event this device had seen (Lamport 1978); the only order across devices
 * @param claimed milliseconds since 1970 by the device's own clock: shown, never used to decide
 * @param officer who held the device, or null where nobody signs
 */
public record Event(
        int v,
        String caseId,
        String handover,
        String device,
        long seq,
        String prev,
        long lamport,
        long claimed,
        @Nullable String officer,
        String kind,
        JsonNode body) {
    public static final int VERSION = 1;

    /** What stands before the first event. */
    public static final String NONE = "0".repeat(64);

    /** More events than a device can write in a day; keeps a hostile number from filling memory. */
    public static final long MOST = 1_000_000;

    private static final byte[] DOMAIN = Bytes.utf8("homeward handover event v1\n");

    /** What device and officer sign. */
    public byte[] message() {
        byte[] json = CanonicalJson.bytes(this);
        byte[] out = new byte[DOMAIN.length + json.length];
        System.arraycopy(DOMAIN, 0, out, 0, DOMAIN.length);
        System.arraycopy(json, 0, out, DOMAIN.length, json.length);
        return out;
    }
}
