package org.homeward.node.families;

import org.homeward.node.store.Families.Kin;
import org.homeward.node.store.Families.Notice;

/** A way by which a released notice reaches a family without an officer. */
public interface NoticeChannel {
    /** What became of one try. */
    sealed interface Delivery {
        /** A server took it. Whether the family read it is another matter. */
        record Taken() implements Delivery {}

        /** Not now; why, in a sentence without personal data. */
        record Later(String why) implements Delivery {}

        /** This address will never take it; why, in a sentence without personal data. */
        record AddressRefused(String why) implements Delivery {}
    }

    /** Sends once. The same notice always goes out under the same identifier. */
    Delivery send(Kin kin, Notice notice);
}
