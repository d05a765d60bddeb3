package org.homeward.handover;

import org.homeward.handover.drill.Drill;
import org.homeward.handover.drill.DrillDevice;
import org.homeward.handover.drill.DrillLedger;
import org.homeward.handover.drill.DrillNames;
import org.homeward.handover.pack.DayPack;
import org.homeward.handover.pack.DeviceKeys;

/** Day packs to test with. */
public final class Packs {
    public static final long MADE = 1_770_200_000_000L;
    public static final long EXPIRES = MADE + 36 * 3_600_000L;

    private Packs() {}

    public static DayPack day(Drill drill, boolean cosigned) {
        DrillLedger ledger = DrillLedger.create(drill.roster().parties(), Days.KEYS);
        return new DayPack(
                drill.roster(),
                cosigned ? ledger.checkpoint() : ledger.signedOnly(),
                ledger.policy(),
                DrillNames.list(drill.roster()),
                drill.seats());
    }

    public static DayPack.Order order(Drill drill) {
        return new DayPack.Order(day(drill, true), MADE, EXPIRES);
    }

    /** Keys of a device; its packs are made by its own officer. */
    public static DeviceKeys keys(DrillDevice d) {
        return d.keys(d.officerKey().publicText());
    }

    public static byte[] pack(Drill drill, DrillDevice d) {
        return DayPack.make(order(drill), d.device().id(), d.officer(), d.officerKey())
                .get()
                .bytes();
    }
}
