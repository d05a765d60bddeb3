package org.homeward.node.exports;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.homeward.node.store.ExportRequests;
import org.homeward.node.store.Registers.Kind;

/**
 * How much of the registers a person's programs read. A file of more than a page needs a second person ({@link ExportDesk}); a program that reads
 * row by row must not be the way around that. So all programs of a person together have {@link #ALONE} rows a day, and more only while a second
 * person's word stands. Counted since the node started; every read is noted besides. Safe for threads.
 */
public final class ProgramReads {
    /** Rows that the programs of one person read in a day (UTC) on his word alone. */
    public static final int ALONE = 1000;

    private final ExportRequests requests;
    private final Clock clock;
    private final Map<String, Integer> read = new HashMap<>();
    private LocalDate day = LocalDate.MIN;

    public ProgramReads(ExportRequests requests, Clock clock) {
        this.requests = requests;
        this.clock = clock;
    }

    /**
     * Rows that may be read now.
     *
     * @param rows how many; 0 where today's are used up and nobody allowed more
     * @param counted whether they were taken from today's, and not read on a second person's word
     */
    public record Taken(String person, int rows, boolean counted) {}

    /** Takes up to that many rows of the register. */
    public Taken take(String person, Kind register, int wanted) {
        if (requests.isAllowed(
                FeedExport.KIND, register.word(), person, clock.instant().minus(ExportDesk.GOOD))) {
            return new Taken(person, wanted, false);
        }
        synchronized (this) {
            LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
            if (!today.equals(day)) {
                day = today;
                read.clear();
            }
            int taken = Math.min(wanted, ALONE - read.getOrDefault(person, 0));
            read.merge(person, taken, Integer::sum);
            return new Taken(person, taken, true);
        }
    }

    /** What a program is told that finds today's rows used up. */
    public static String usedUp(Kind register) {
        return "Your programs have read " + ALONE
                + " rows today, as many as one person's may. Ask for more at /exports/new?kind=feed&subject="
                + register.word() + ": a second person allows it, and it holds for two days.";
    }

    /** Gives back what was taken and not there to be read. */
    public synchronized void giveBack(Taken taken, int unread) {
        if (taken.counted()) {
            read.computeIfPresent(taken.person(), (p, count) -> Math.max(0, count - unread));
        }
    }
}
