package org.homeward.protocol.exchange;

import java.util.List;
import org.homeward.protocol.crypto.Bytes;
import org.homeward.protocol.exchange.Act.ListedPerson;
import org.homeward.protocol.json.CanonicalJson;
import org.jspecify.annotations.Nullable;

/**
 * A change of the agreed lists, as its whole difference to the version in force, so that nobody signs a list whose changes he would have to
 * find for himself.
 *
 * @param version the number of the version that it makes
 * @param amends digest of the agreement in force
 * @param changes at least one
 */
public record Amendment(int version, String amends, List<Change> changes) {
    public Amendment {
        changes = List.copyOf(changes);
    }

    /**
     * One line of the difference: somebody leaves, somebody takes his place, or somebody is added.
     *
     * @param party the party to which they would return
     * @param leaves line of the person who leaves the list, or null
     * @param code why, as one of the codes that say no more than an answer to a line does; exactly where somebody leaves
     * @param comes the person who comes onto the list, under a number that no version gave to another, or null
     * @param passed those who stand before him in the agreed order of the reserve, each with one of the codes with which somebody leaves a
     *     list
     */
    public record Change(
            String party,
            @Nullable String leaves,
            @Nullable ReplyCode code,
            @Nullable ListedPerson comes,
            List<Act.RejectedLine> passed) {
        public Change {
            passed = List.copyOf(passed);
        }

        /** A change that passes nobody over. */
        public Change(String party, @Nullable String leaves, @Nullable ReplyCode code, @Nullable ListedPerson comes) {
            this(party, leaves, code, comes, List.of());
        }
    }

    /** What its withdrawal, or who declines it, names. */
    public String digest() {
        return Bytes.hex(Bytes.sha256(CanonicalJson.bytes(this)));
    }
}
