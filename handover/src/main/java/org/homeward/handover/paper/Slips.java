package org.homeward.handover.paper;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.homeward.documents.SlipSheet;
import org.homeward.handover.log.Roster;
import org.homeward.handover.slip.Slip;

/** Everybody's slip on sheets to cut. */
public final class Slips {
    private Slips() {}

    /** Slips of the lists and then of the reserve, in the order of the roster. */
    public static SlipSheet of(Roster roster, Slip.Maker maker, Instant generatedAt) {
        List<SlipSheet.Slip> slips = new ArrayList<>();
        for (Roster.Expected person : roster.people()) {
            slips.add(slip(maker, person, false));
        }
        for (Roster.Expected person : roster.reserve()) {
            slips.add(slip(maker, person, true));
        }
        return new SlipSheet(roster.caseId(), roster.handover(), generatedAt, slips, roster.digest());
    }

    private static SlipSheet.Slip slip(Slip.Maker maker, Roster.Expected person, boolean reserve) {
        return new SlipSheet.Slip(
                person.returnsTo(), person.number(), reserve, maker.slip(person).text());
    }
}
