package org.homeward.selection.solve;

import com.google.ortools.Loader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The general class, incumbent first: one relaxation with all levels in one objective says which variables are in doubt; an exact
 * search over those few gives a list that is nearly always the best. Then level by level a relaxation bounds what any list can reach
 * and settles every variable whose reduced cost exceeds the gap; where the bound is not yet the list's own value, an exact search
 * over what is left closes it. Settled variables stay settled: a later level never costs an earlier one anything.
 */
public final class Hybrid {
    static final String NAME = "relaxation, reduced-cost fixing and CP-SAT on the core (OR-Tools), 1";

    /** Variables that the first search leaves open. */
    private static final int FIRST_CORE = 1200;

    private final Program program;
    private final long end;
    private final List<Row> extra = new ArrayList<>();
    private long listAt;

    public Hybrid(Program program, Duration limit) {
        this.program = program;
        end = System.nanoTime() + limit.toNanos();
        Loader.loadNativeLibraries();
    }

    /** When the list that was given out in the end had been found, as {@link System#nanoTime()}. */
    public long listAt() {
        return listAt;
    }

    /** @return null when the rows cannot all hold; throws when the limit ends before a first choice is found */
    public @Nullable Answer solve() {
        Relaxation relaxation = new Relaxation(program);
        boolean[] list = first(relaxation);
        if (list == null) {
            return null;
        }
        long[] gaps = new long[program.keys.length];
        byte[] settled = new byte[program.size];
        for (int level = 0; level < gaps.length; level++) {
            long[] key = program.keys[level];
            long value = value(level, list);
            long bound = Arrays.stream(key).sum();
            if (bound > value
                    && relaxation.maximise(Arrays.stream(key).asDoubleStream().toArray(), left())) {
                relaxation.certify(key);
                bound = relaxation.bound();
                for (int v = 0; v < settled.length; v++) {
                    int side = settled[v] == 0 ? relaxation.settled(v, value) : 0;
                    if (side != 0) {
                        settled[v] = (byte) side;
                        relaxation.fix(v, side > 0);
                    }
                }
            }
            if (bound > value) {
                Core.Found found = new Core(program, extra, settled).search(level, list, end);
                if (found.chosen() != null && value(level, found.chosen()) > value) {
                    list = found.chosen();
                    value = value(level, list);
                    listAt = System.nanoTime();
                }
                gaps[level] = found.proven() ? 0 : Math.min(bound, found.bound()) - value;
            }
            Row keep = Row.weighted("level", all(), key, value, Row.NONE);
            extra.add(keep);
            relaxation.add(keep);
        }
        return new Answer(list, gaps, NAME);
    }

    private int[] all() {
        return IntStream.range(0, program.size).toArray();
    }

    private long value(int level, boolean[] chosen) {
        long value = 0;
        for (int v = 0; v < chosen.length; v++) {
            value += chosen[v] ? program.keys[level][v] : 0;
        }
        return value;
    }

    private long left() {
        return Math.max(1, (end - System.nanoTime()) / 1_000_000);
    }

    /** A first list, best in the neighbourhood of the relaxation; null when there is none at all. */
    private boolean @Nullable [] first(Relaxation relaxation) {
        boolean solved = relaxation.maximise(blended(), left());
        Integer[] doubt = new Integer[program.size];
        double[] certain = new double[program.size];
        for (int v = 0; v < doubt.length; v++) {
            doubt[v] = v;
            double x = solved ? relaxation.value(v) : 0.5;
            boolean whole = x < 1e-6 || x > 1 - 1e-6;
            certain[v] = whole ? Math.abs(relaxation.reducedCost(v)) : -1;
        }
        Arrays.sort(doubt, (a, b) -> Double.compare(certain[a], certain[b]));
        for (int open = solved ? FIRST_CORE : program.size; ; open = Math.min(program.size, open * 4)) {
            byte[] settled = new byte[program.size];
            for (int i = open; i < doubt.length; i++) {
                settled[doubt[i]] = (byte) (relaxation.value(doubt[i]) > 0.5 ? 1 : -1);
            }
            Core core = new Core(program, List.of(), settled);
            boolean[] list = core.allLevels(end);
            if (list != null || open >= program.size) {
                listAt = System.nanoTime();
                return list;
            }
        }
    }

    /** All levels in one objective; only a guide, so that rounding in it costs time, never truth. */
    private double[] blended() {
        double[] blended = new double[program.size];
        double below = 0;
        double weight = 1;
        for (int level = program.keys.length - 1; level >= 0; level--) {
            double greatest = Math.max(1, program.greatest[level]);
            boolean lottery = level == program.keys.length - 1;
            weight = lottery ? 0.5 / greatest : below == 0.5 ? 1 : Math.max(1, 20 * below / greatest);
            for (int v = 0; v < blended.length; v++) {
                blended[v] += weight * program.keys[level][v];
            }
            below += weight * greatest;
        }
        return blended;
    }
}
