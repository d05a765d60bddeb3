package org.homeward.node.families;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** No notice leaves while the family sleeps: from 21:00 to 08:00 in its own time zone. */
public final class QuietHours {
    static final LocalTime FROM = LocalTime.of(21, 0);
    static final LocalTime TO = LocalTime.of(8, 0);

    private QuietHours() {}

    /** That moment, or the first one after it that is not quiet. */
    public static Instant next(Instant at, ZoneId zone) {
        ZonedDateTime there = at.atZone(zone);
        LocalTime time = there.toLocalTime();
        if (time.isBefore(TO)) {
            return there.with(TO).toInstant();
        }
        if (!time.isBefore(FROM)) {
            return there.toLocalDate().plusDays(1).atTime(TO).atZone(zone).toInstant();
        }
        return at;
    }
}
