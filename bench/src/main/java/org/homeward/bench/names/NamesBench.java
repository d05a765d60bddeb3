package org.homeward.bench.names;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.homeward.bench.tracing.TraceBench;
import org.homeward.names.Script;

/**
 * The figures of names: {@code FOLDER SEED [pairs] [tokens] [speed] [registers] [peers] [misses]}, where the folder has the lists of {@link
 * NameLists} ({@code registers} traces two registers made of them); and {@code learn FOLDER OUT [SEED]}, {@code weights FOLDER OUT [SEED]}, which make the files that ship
 * ({@code sounds} makes the table of triples alone).
 */
public final class NamesBench {
    private static final long SEED = 20260205;
    /** Of each register that is made of the lists. */
    private static final int ROWS = 20_000;

    private NamesBench() {}

    /** See the class. */
    public static void main(String[] args) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (args.length >= 3 && Set.of("learn", "sounds", "weights").contains(args[0])) {
            long seed = args.length > 3 ? Long.parseLong(args[3]) : SEED;
            CostLearning learning = new CostLearning(new NameLists(Path.of(args[1])), Path.of(args[2]), out);
            if (args[0].equals("learn")) {
                learning.sounds();
                learning.costs();
            } else if (args[0].equals("sounds")) {
                learning.sounds();
            } else {
                learning.weights(seed);
            }
            return;
        }
        if (args.length < 2) {
            System.err.println("usage: names FOLDER SEED [pairs] [tokens] [speed] [registers] [peers] [misses]"
                    + " | learn FOLDER OUT | weights FOLDER OUT [SEED]");
            System.exit(2);
        }
        long seed = Long.parseLong(args[1]);
        Set<String> asked = Set.copyOf(List.of(args).subList(2, args.length));
        boolean all = asked.stream().noneMatch(Set.of("pairs", "tokens", "speed", "registers")::contains);
        boolean peers = all || asked.contains("peers");
        NameLists lists = new NameLists(Path.of(args[0]));
        out.printf(
                Locale.ROOT,
                "Names, seed %d; JDK %s, %d processors, heap %d MiB%n",
                seed,
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory() >> 20);
        if (all || asked.contains("pairs")) {
            for (PairTask task : PairTask.all(lists, seed, out)) {
                task.run(peers, asked.contains("misses"));
            }
        }
        if (all || asked.contains("tokens")) {
            for (Script script : new Script[] {Script.CYRILLIC, Script.ARABIC, Script.HEBREW}) {
                new TokenTask(lists, script, seed, out).run(peers, asked.contains("misses"));
            }
        }
        if (all || asked.contains("speed")) {
            new SpeedTask(lists, seed, out).run();
        }
        if (all || asked.contains("registers")) {
            TraceBench.run(List.of(ListedRegisters.task(lists, seed, ROWS)), peers ? Set.of("peer") : asked, out);
        }
    }
}
