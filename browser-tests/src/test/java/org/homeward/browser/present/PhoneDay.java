package org.homeward.browser.present;

import java.security.SecureRandom;
import java.util.Map;
import java.util.SplittableRandom;
import org.homeward.handover.drill.Drill;
import org.homeward.handover.drill.DrillDevice;
import org.homeward.handover.drill.DrillLedger;
import org.homeward.handover.drill.DrillNames;
import org.homeward.handover.log.Roster;
import org.homeward.handover.pack.DayList;
import org.homeward.handover.pack.DayPack;
import org.homeward.handover.pack.Enrolment;

/** A day whose devices are telephones: an invented roster into which they enrol, and their packs. */
final class PhoneDay {
    private final Drill drill;
    private final DrillLedger ledger;
    private Roster roster;

    private PhoneDay(Drill drill) {
        this.drill = drill;
        this.roster = drill.roster();
        this.ledger = DrillLedger.create(roster.parties(), new SecureRandom());
    }

    static PhoneDay of(int aa, int bb, int civilians) {
        return new PhoneDay(Drill.create(
                new Drill.Size(Map.of("aa", aa, "bb", bb), Map.of("bb", civilians), 2, Map.of("bags:aa", 6_060L), 6),
                new SecureRandom(),
                new SplittableRandom(7)));
    }

    Roster roster() {
        return roster;
    }

    /** The officer of a side who makes its packs. */
    DrillDevice maker(String party) {
        return drill.of(party).getFirst();
    }

    String trusts(String party) {
        return maker(party).officerKey().publicText();
    }

    void enrol(Enrolment enrolment) {
        roster = enrolment.into(roster).get();
    }

    DayList list() {
        return DrillNames.list(roster);
    }

    byte[] pack(String device, DayList list, long made, long expires) {
        DayPack day = new DayPack(roster, ledger.checkpoint(), ledger.policy(), list, drill.seats());
        DrillDevice maker = maker(roster.device(device).orElseThrow().party());
        return DayPack.make(new DayPack.Order(day, made, expires), device, maker.officer(), maker.officerKey())
                .get()
                .bytes();
    }
}
