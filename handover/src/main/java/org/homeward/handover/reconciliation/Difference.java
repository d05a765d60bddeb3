package org.homeward.handover.reconciliation;

import java.util.List;
import org.homeward.protocol.crypto.Bytes;
import org.homeward.protocol.json.CanonicalJson;
import org.jspecify.annotations.Nullable;

/**
 * Something that did not go as planned, or that the sides counted differently: a case until both close it.
 *
 * @param subject token, {@code bag:TAG}, what was counted, a vehicle or a device
 * @param returnsTo party that was to get it, or null where nobody agreed on that
 * @param number on the printed list of those who return to that party; 0 where there is none
 * @param other token of the reserve who went in his place
 * @param code the neutral's code, or what is wrong with a log
 * @param counts what the sides counted, where it is about a count
 * @param parts what only one side saw: bags, fragments
 * @param events hashes of the events it follows from, so that a new event opens the case again
 */
public record Difference(
        Kind kind,
        String subject,
        @Nullable String returnsTo,
        int number,
        @Nullable String other,
        @Nullable String code,
        @Nullable Count counts,
        List<String> parts,
        List<String> events) {
    /** What kind of difference. */
    public enum Kind {
        /** One of the agreed reserve went in his place. */
        SUBSTITUTED,
        /** The neutral recorded that he does not travel; the code says no cause. */
        NOT_TRAVELLING,
        DIED_ON_THE_WAY,
        /** Nobody had seen him alive on the day. */
        DIED_BEFORE,
        UNFIT,
        IDENTITY_DISPUTED,
        /** Seen, and on no list. */
        ON_NO_LIST,
        /** Of the reserve, handed over, and nobody recorded in whose place. */
        RESERVE_UNCALLED,
        /** The receiving officer did not sign for him. */
        DECLINED,
        /** Offered or accepted, and the other side's act is missing: the sides' counts differ by him. */
        ONE_SIDED,
        /** What was seen of him or of the bag cannot all be true. */
        DISPUTED,
        /** Seen on the day, and neither side has an act of handover. */
        NOT_HANDED_OVER,
        /** On the list, and nobody saw him. */
        MISSING,
        /** Planned, handed over and received are not one number, or a side's own counts differ. */
        COUNTS_UNEQUAL,
        /** Both saw the bag, and not the same fragments in it. */
        FRAGMENTS_UNEQUAL,
        /** A vehicle left without every acknowledgement, or on one that was taken back. */
        DEPARTURE,
        /** A device's log is not one unbroken log. */
        DEVICE_LOG;

        /** Whether it is about one person. */
        public boolean personal() {
            return ordinal() <= MISSING.ordinal();
        }
    }

    public Difference {
        parts = List.copyOf(parts);
        events = List.copyOf(events);
    }

    /** Its name, the same as long as it is about the same. */
    public String id() {
        return kind + "/" + subject + (code == null || kind.personal() ? "" : "/" + code);
    }

    /** SHA-256 of all it says, hex: what officers sign when they close it. */
    public String digest() {
        return Bytes.hex(Bytes.sha256(CanonicalJson.bytes(this)));
    }
}
