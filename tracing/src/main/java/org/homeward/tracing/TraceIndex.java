package org.homeward.tracing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.homeward.register.RegisterTable;
import org.jspecify.annotations.Nullable;

/**
 * A register ready to be searched for one person at a time, with the model of a full run: a new or changed dossier is traced at once.
 *
 * <p>Costs memory for one sorted array per blocking key. Safe for threads, which take turns: a new spelling is learned as it comes.
 */
public final class TraceIndex {
    /** Rows of a block that is not divided. */
    private static final int MOST_IN_BLOCK = 1_000;
    /** Most rows compared with one dossier; its smallest blocks come first, for they say most of it. */
    private static final int MOST_ROWS = 8_000;
    /** Up to so many rows, all are compared. */
    private static final int SMALL = 2_000;

    private final RegisterTable soughtTable;
    private final int[] sought;
    private final Model model;
    private final Keys keys;
    private final Blocks[] blocks;
    private final TraceOptions options;

    private TraceIndex(RegisterTable soughtTable, Tracer.Run run, TraceOptions options) {
        this.soughtTable = soughtTable;
        this.options = options;
        sought = run.sought;
        model = run.model;
        keys = new Keys(model.features);
        int[] hashes = keys.keys(sought);
        blocks = new Blocks[keys.count];
        for (int k = 0; k < keys.count; k++) {
            blocks[k] = new Blocks(keys, sought, Blocking.sorted(hashes, keys.count, k), MOST_IN_BLOCK);
        }
    }

    /**
     * Trains on both registers as {@link Tracer#trace} does, and keeps the sought one to be searched. To search the held one, exchange them.
     *
     * @return null where the registers share no field, or one has no row
     */
    public static @Nullable TraceIndex of(RegisterTable held, RegisterTable sought, TraceOptions options) {
        Tracer.Run run = Tracer.run(held, sought, options);
        if (run == null) {
            return null;
        }
        run.model.oneToOne(false);
        return new TraceIndex(sought, run, options);
    }

    /**
     * The rows that may be this person, the likeliest first: those of at least the options' {@code possibleAt}.
     *
     * @param dossiers a table of the first register's form; its columns may stand in any order
     * @param row the dossier's row in it, which each link has as {@code heldRow}
     * @param most the most links to give
     */
    public synchronized List<Link> trace(RegisterTable dossiers, int row, int most) {
        Features features = model.features;
        int[] cells = new int[features.count];
        features.encode(dossiers, row, cells, 0);
        int[] rows = candidates(cells, dossiers.id(row));
        int[] theirs = new int[rows.length * features.count];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(sought, rows[i] * features.count, theirs, i * features.count, features.count);
        }
        Candidates candidates = new Candidates(features, model, cells, theirs);
        for (int i = 0; i < rows.length; i++) {
            candidates.pair(0, i);
        }
        Scored scored = new Scored(model, candidates, cells, theirs);
        List<Integer> best = new ArrayList<>();
        for (int i = 0; i < scored.pairs.length; i++) {
            if (scored.probability[i] >= options.possibleAt()) {
                best.add(i);
            }
        }
        best.sort(Comparator.comparingDouble((Integer i) -> -scored.bits[i]).thenComparing(i -> i));
        Explainer explainer = new Explainer(model, dossiers, row, cells, soughtTable, sought);
        return best.stream()
                .limit(most)
                .map(i -> {
                    int second = scored.second(i);
                    return explainer.link(
                            row,
                            rows[(int) scored.pairs[i]],
                            scored.probability[i],
                            second < 0 ? -1 : rows[(int) scored.pairs[second]],
                            second < 0 ? 0 : scored.probability[second]);
                })
                .toList();
    }

    /** Rows that share a key with the dossier, ascending, without those ruled out. */
    private int[] candidates(int[] cells, String id) {
        IntStream rows = soughtTable.size() <= SMALL
                ? IntStream.range(0, soughtTable.size())
                : sharing(cells).sorted().distinct();
        return rows.filter(row -> options.ruledOut().isEmpty()
                        || !options.ruledOut().contains(new RuledOut(id, soughtTable.id(row))))
                .toArray();
    }

    private IntStream sharing(int[] cells) {
        int[] own = keys.keys(cells);
        Blocks.Block[] his = new Blocks.Block[keys.count];
        for (int k = 0; k < keys.count; k++) {
            his[k] = blocks[k].of(keys, cells, own[k]);
        }
        Arrays.sort(his, Comparator.comparingInt(Blocks.Block::size));
        int[] found = new int[MOST_ROWS];
        int size = 0;
        for (Blocks.Block block : his) {
            for (int at = block.from(); at < block.to() && size < MOST_ROWS; at++) {
                found[size++] = (int) block.entries()[at];
            }
        }
        return Arrays.stream(found, 0, size);
    }
}
