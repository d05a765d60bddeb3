package org.homeward.bench.handover;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.homeward.handover.drill.Drill;
import org.homeward.handover.drill.DrillDevice;
import org.homeward.handover.drill.Stain;
import org.homeward.handover.log.Roster;
import org.homeward.handover.slip.Slip;
import org.homeward.handover.slip.SlipCode;
import org.homeward.handover.slip.SlipScanner;
import org.homeward.ledger.Result;

/** Reads and verifies slips from PNG files in memory and prints how long one takes, by the clock and in processor time, clean and with 15 % of the code stained. */
public final class SlipBench {
    private static final int SCALE = 6;
    private static final double SHARE = 0.15;

    /** The clock on the wall also counts what else the machine does; this counts the reading alone. */
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private SlipBench() {}

    /** Arguments: seed, slips. */
    public static void main(String[] args) throws IOException {
        if (args.length != 2) {
            System.err.println("usage: bench/run slips SEED SLIPS");
            System.exit(2);
        }
        long seed = Long.parseLong(args[0]);
        int count = Integer.parseInt(args[1]);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.printf(
                Locale.ROOT,
                "Slips: %,d, QR version 16 level H, %d pixels a module; seed %d; JDK %s, %d processors%n",
                count,
                SCALE,
                seed,
                Runtime.version(),
                Runtime.getRuntime().availableProcessors());
        Drill drill = Drill.create(
                new Drill.Size(Map.of("aa", count / 2, "bb", count - count / 2), Map.of(), 0, Map.of(), 3),
                new SecureRandom(),
                new SplittableRandom(seed));
        DrillDevice signer = drill.of(Drill.NEUTRAL).getFirst();
        Slip.Maker maker = Slip.Maker.of(drill.roster(), signer.officer(), signer.officerKey())
                .get();
        measure(out, "clean, first in this JVM", drill.roster(), maker, 0, seed);
        measure(out, "clean", drill.roster(), maker, 0, seed);
        measure(out, "one stain on 15 % of the code", drill.roster(), maker, 1, seed);
        measure(out, "four stains on 15 % of the code", drill.roster(), maker, 4, seed);
    }

    private static void measure(PrintStream out, String what, Roster roster, Slip.Maker maker, int stains, long seed)
            throws IOException {
        Slip.Reader reader = new Slip.Reader(roster);
        long[] nanos = new long[roster.people().size()];
        long[] cpu = new long[nanos.length];
        int read = 0;
        for (int i = 0; i < nanos.length; i++) {
            Roster.Expected person = roster.people().get(i);
            BufferedImage image = SlipCode.image(maker.slip(person), SCALE);
            if (stains > 0) {
                Stain.cover(
                        image,
                        SlipCode.QUIET * SCALE,
                        SlipCode.SIDE * SCALE,
                        SHARE,
                        stains,
                        new SplittableRandom(seed * 1_000_003 + i));
            }
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(image, "png", png);
            long own = THREADS.getCurrentThreadCpuTime();
            long start = System.nanoTime();
            Result<Slip.Read> slip = SlipScanner.read(png.toByteArray()).then(reader::read);
            nanos[i] = System.nanoTime() - start;
            cpu[i] = THREADS.getCurrentThreadCpuTime() - own;
            read += slip.accepted() && slip.get().expected().equals(person) ? 1 : 0;
        }
        double first = cpu[0] / 1e6;
        Arrays.sort(nanos);
        Arrays.sort(cpu);
        out.printf(
                Locale.ROOT,
                "  %s: %,d of %,d read and verified; p50 %.1f ms, p99 %.1f ms, worst %.1f ms;"
                        + " of this thread's processor time p50 %.1f ms, p99 %.1f ms, worst %.1f ms, the first %.1f ms%n",
                what,
                read,
                nanos.length,
                nanos[nanos.length / 2] / 1e6,
                nanos[nanos.length * 99 / 100] / 1e6,
                nanos[nanos.length - 1] / 1e6,
                cpu[cpu.length / 2] / 1e6,
                cpu[cpu.length * 99 / 100] / 1e6,
                cpu[cpu.length - 1] / 1e6,
                first);
    }
}
