package org.homeward.bench.handover;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.homeward.handover.day.DayState;
import org.homeward.handover.drill.BusyDay;
import org.homeward.handover.drill.Drill;
import org.homeward.handover.log.EventSet;
import org.homeward.handover.log.Intake;
import org.homeward.handover.log.LogText;
import org.homeward.handover.log.Merger;
import org.homeward.handover.log.SignedEvent;

/** Joins the logs of an invented day in many orders and prints the time and how many states came of it. */
public final class HandoverBench {
    private HandoverBench() {}

    /** Arguments: seed, devices, events for each, orders. */
    public static void main(String[] args) {
        if (args.length != 4) {
            System.err.println("usage: bench/run handover SEED DEVICES EVENTS ORDERS");
            System.exit(2);
        }
        long seed = Long.parseLong(args[0]);
        int devices = Integer.parseInt(args[1]);
        int each = Integer.parseInt(args[2]);
        int orders = Integer.parseInt(args[3]);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.printf(
                Locale.ROOT,
                "Handover logs: %d devices x %,d events, 72 h offline, clocks up to two days apart; seed %d; JDK %s, %d processors%n",
                devices,
                each,
                seed,
                Runtime.version(),
                Runtime.getRuntime().availableProcessors());
        Drill drill = Drill.create(
                new Drill.Size(Map.of("aa", 157, "bb", 160), Map.of("bb", 3), 5, Map.of(), devices),
                new SecureRandom(),
                new SplittableRandom(seed));
        Map<String, List<SignedEvent>> logs = BusyDay.run(drill, each, true, new SplittableRandom(seed + 1));
        List<byte[]> files = new ArrayList<>();
        logs.forEach((device, log) -> files.add(LogText.write(
                log,
                List.of(java.util.Objects.requireNonNull(drill.devices().get(device))
                        .head()))));
        merge(out, drill, files);
        orders(out, drill, logs, orders, seed);
    }

    /** From files as carried to the state: read, every signature checked, joined, folded. */
    private static void merge(PrintStream out, Drill drill, List<byte[]> files) {
        long start = System.nanoTime();
        EventSet set = new EventSet();
        Merger merger = new Merger(drill.roster());
        int refused = 0;
        for (byte[] file : files) {
            refused += merger.merge(LogText.read(file).get(), set).refused().size();
        }
        DayState state = DayState.of(drill.roster(), set);
        out.printf(
                Locale.ROOT,
                "  first merge in this JVM: %,d events from files, every signature checked, %d refused: %.2f s wall; state %s%n",
                state.events(),
                refused,
                (System.nanoTime() - start) / 1e9,
                state.hash().substring(0, 16));
    }

    /** Every event whole in random order, one in eight twice, then folded. Signatures were checked once before. */
    private static void orders(
            PrintStream out, Drill drill, Map<String, List<SignedEvent>> logs, int orders, long seed) {
        Intake intake = new Intake(drill.roster());
        List<Intake.Verified> events = logs.values().parallelStream()
                .flatMap(List::stream)
                .map(e -> intake.check(e).get())
                .toList();
        Set<String> hashes = ConcurrentHashMap.newKeySet();
        long start = System.nanoTime();
        IntStream.range(0, orders).parallel().forEach(run -> {
            Random order = new Random(seed * 1_000_003 + run);
            List<Intake.Verified> shuffled = new ArrayList<>(events);
            for (int i = 0; i < events.size() / 8; i++) {
                shuffled.add(events.get(order.nextInt(events.size())));
            }
            Collections.shuffle(shuffled, order);
            EventSet set = new EventSet();
            shuffled.forEach(set::add);
            hashes.add(DayState.of(drill.roster(), set).hash());
        });
        out.printf(
                Locale.ROOT,
                "  %,d random orders of all %,d events, one in eight twice: %d state hash(es), %.1f s wall%n",
                orders,
                events.size(),
                hashes.size(),
                (System.nanoTime() - start) / 1e9);
        if (hashes.size() != 1) {
            System.exit(1);
        }
    }
}
