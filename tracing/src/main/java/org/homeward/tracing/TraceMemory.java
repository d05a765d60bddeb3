package org.homeward.tracing;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What memory a run takes, estimated from the numbers of rows before the work starts. */
public final class TraceMemory {
    private static final long FIXED = 48L << 20;
    /**
     * With ten million rows a side the heap grew by 334 bytes a row beyond the registers, with one million by 356, some of them garbage. A collector of two
     * generations wants room beside what is alive.
     */
    private static final long PER_ROW = 500;

    private TraceMemory() {}

    /** Bytes that a run needs beside the registers themselves. */
    public static long bytes(long heldRows, long soughtRows) {
        return FIXED + PER_ROW * (heldRows + soughtRows);
    }

    /** Why the run would not fit, with the size it needs, or null where it fits in {@code available} bytes. */
    public static @Nullable String refusal(long heldRows, long soughtRows, long available) {
        long needed = bytes(heldRows, soughtRows);
        return needed <= available
                ? null
                : String.format(
                        Locale.ROOT,
                        "Tracing %,d rows against %,d needs about %,d MiB of memory and %,d MiB are free: give the program more"
                                + " (-Xmx%dm).",
                        heldRows,
                        soughtRows,
                        needed >> 20,
                        available >> 20,
                        (needed >> 20) * 3 / 2);
    }
}
