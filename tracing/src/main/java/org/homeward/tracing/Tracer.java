package org.homeward.tracing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.register.RegisterTable;
import org.jspecify.annotations.Nullable;

/** Links the rows of two registers, with no label shown to it; equal inputs give equal results. */
public final class Tracer {
    /** Up to so many pairs, every pair is compared: blocking saves nothing and could miss. */
    private static final long ALL_PAIRS = 250_000;

    private Tracer() {}

    /**
     * Compares the fields that both registers have. Without a common field, or a row, the result is empty.
     *
     * <p>Time grows with rows times candidates per record; {@link TraceMemory} says what memory it takes. Two threads; their number changes nothing of the result.
     */
    public static TraceResult trace(RegisterTable held, RegisterTable sought, TraceOptions options) {
        Run run = run(held, sought, options);
        if (run == null) {
            return new TraceResult(
                    List.of(),
                    List.of(),
                    List.of(),
                    new TraceReport(0, 0, 1, 0, 0, 0, 0, 0, 0, 0, hash("empty"), List.of()));
        }
        run.model.oneToOne(true);
        Scored scored = new Scored(run.model, run.candidates, run.held, run.sought);
        Choice choice = Choice.of(scored, held.size(), sought.size(), options);
        Explainer explainer = new Explainer(run.model, held, run.held, sought, run.sought);
        return new TraceResult(
                new Links(choice.links(), scored, explainer),
                new Links(choice.repeats(), scored, explainer),
                new Links(choice.possible(), scored, explainer),
                report(run, scored, choice, held.size()));
    }

    /** A trained run, before its pairs are scored. */
    static final class Run {
        final Model model;
        final Candidates candidates;
        final int[] held;
        final int[] sought;
        final @Nullable Blocking blocking;

        Run(Model model, Candidates candidates, int[] held, int[] sought, @Nullable Blocking blocking) {
            this.model = model;
            this.candidates = candidates;
            this.held = held;
            this.sought = sought;
            this.blocking = blocking;
        }
    }

    static @Nullable Run run(RegisterTable heldTable, RegisterTable soughtTable, TraceOptions options) {
        Features features = Features.common(heldTable, soughtTable);
        if (features.count == 0 || heldTable.size() == 0 || soughtTable.size() == 0) {
            return null;
        }
        int[] held = features.encode(heldTable);
        int[] sought = features.encode(soughtTable);
        Model model = new Model(features, held, sought);
        Candidates candidates = new Candidates(features, model, held, sought);
        Blocking.Sink sink = withoutRuledOut(candidates, heldTable, soughtTable, options.ruledOut());
        Blocking blocking = null;
        if ((long) heldTable.size() * soughtTable.size() <= ALL_PAIRS) {
            for (int h = 0; h < heldTable.size(); h++) {
                for (int s = 0; s < soughtTable.size(); s++) {
                    sink.pair(h, s);
                }
            }
        } else {
            Keys keys = new Keys(features);
            blocking = new Blocking(keys, held, sought, options.blockCap());
            Candidates others = candidates.fork();
            blocking.join(sink, withoutRuledOut(others, heldTable, soughtTable, options.ruledOut()));
            candidates.add(others);
            blocking.done();
        }
        model.train(candidates.patterns);
        return new Run(model, candidates, held, sought, blocking);
    }

    private static Blocking.Sink withoutRuledOut(
            Candidates candidates, RegisterTable held, RegisterTable sought, Set<RuledOut> ruledOut) {
        if (ruledOut.isEmpty()) {
            return candidates;
        }
        Map<String, Integer> heldRows = rows(held);
        Map<String, Integer> soughtRows = rows(sought);
        Set<Long> pairs = new HashSet<>();
        for (RuledOut pair : ruledOut) {
            Integer h = heldRows.get(pair.heldId());
            Integer s = soughtRows.get(pair.soughtId());
            if (h != null && s != null) {
                pairs.add((long) h << 32 | s);
            }
        }
        return (h, s) -> {
            if (!pairs.contains((long) h << 32 | s)) {
                candidates.pair(h, s);
            }
        };
    }

    private static Map<String, Integer> rows(RegisterTable table) {
        Map<String, Integer> rows = new HashMap<>();
        for (int row = 0; row < table.size(); row++) {
            rows.put(table.id(row), row);
        }
        return rows;
    }

    private static TraceReport report(Run run, Scored scored, Choice choice, int heldRows) {
        Model model = run.model;
        List<TraceReport.FieldModel> fields = new ArrayList<>();
        for (int c = 0; c < Model.SCRIPTS; c++) {
            for (int f = 0; f < model.features.count; f++) {
                fields.add(new TraceReport.FieldModel(
                        model.features.all.get(f).field().name(), c == 1, list(model.m[c][f]), list(model.u[c][f])));
            }
        }
        double completeness = run.blocking == null ? 1 : run.blocking.completeness(choice.links(), scored.pairs);
        double expected = (scored.forgotten + Arrays.stream(scored.probability).sum()) / Math.max(.5, completeness);
        double wrong = choice.links().stream()
                .mapToDouble(i -> 1 - scored.probability[i])
                .sum();
        return new TraceReport(
                run.candidates.seen,
                run.candidates.seen / (double) heldRows,
                completeness,
                model.lambda,
                model.siblingPairs(),
                expected,
                wrong,
                model.learnedFrom,
                run.blocking == null ? 0 : run.blocking.refined(),
                run.blocking == null ? 0 : run.blocking.leftOut(),
                hash(model.lambda + " " + Arrays.toString(model.families) + " " + fields),
                fields);
    }

    private static List<Double> list(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
