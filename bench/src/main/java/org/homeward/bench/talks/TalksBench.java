package org.homeward.bench.talks;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What supports the talks, measured: fronts of two profiles, and one texts to their end. */
public final class TalksBench {
    private TalksBench() {}

    /** Arguments: seed, pairs (200 when left out). */
    public static void main(String[] args) {
        if (args.length < 1) {
            System.err.println("usage: TalksBench SEED [PAIRS]");
            System.exit(2);
        }
        long seed = Long.parseLong(args[0]);
        int pairs = args.length > 1 ? Integer.parseInt(args[1]) : 200;
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.printf(
                "Seed %d; JDK %s, %d processors, heap %d MiB%n",
                seed,
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory() >> 20);
        FrontBench.run(out, seed, pairs, 1e6);
        OneTextBench.run(out, seed, 50, 20);
    }
}
