package org.homeward.tracing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.homeward.register.Field;
import org.homeward.register.RegisterTable;
import org.jspecify.annotations.Nullable;

/** Links the rows of two registers, with no label shown to it; equal inputs give equal results. */
public final class Tracer {
    private static final Set<Field> IDENTITY = EnumSet.complementOf(
            EnumSet.of(Field.ID, Field.OTHER, Field.KIND, Field.MEDICAL, Field.CAPTURE_DATE, Field.CAPTURE_PLACE));

    private Tracer() {}

    /** Compares the fields that both registers have. Without a common field, or a row, the result is empty. */
    public static TraceResult trace(RegisterTable held, RegisterTable sought, TraceOptions options) {
        List<FieldColumn> columns = new ArrayList<>();
        for (Field field : IDENTITY) {
            if (held.column(field) >= 0 && sought.column(field) >= 0) {
                columns.add(new FieldColumn(field, held, sought));
            }
        }
        if (columns.isEmpty() || held.size() == 0 || sought.size() == 0) {
            return new TraceResult(List.of(), List.of(), new TraceReport(0, 0, 0, 0, 0, hash("empty"), List.of()));
        }
        Blocking blocking = new Blocking(columns, options.blockCap());
        long[] candidates = blocking.candidates();
        Model model = new Model(columns, held.size(), sought.size());
        model.train(candidates);

        double floor = Math.log(options.possibleAt() / (1 - options.possibleAt())) / Math.log(2);
        long[] kept = new long[candidates.length];
        double[] bits = new double[candidates.length];
        double[] weights = new double[candidates.length];
        int count = 0;
        double expected = 0;
        for (long pair : candidates) {
            double sum = model.bits(pair);
            expected += Model.probability(sum);
            if (sum > floor) {
                bits[count] = sum;
                weights[count] = sum - floor;
                kept[count++] = pair;
            }
        }
        kept = Arrays.copyOf(kept, count);
        int[] chosen = Assignment.choose(kept, weights, held.size(), sought.size());
        List<Link> links = new ArrayList<>();
        List<Link> possible = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean isChosen = chosen[(int) (kept[i] >> 32)] == i;
            Link link = link(kept, bits, i, columns, model, held, sought);
            (isChosen && link.probability() >= options.linkAt() ? links : possible).add(link);
        }
        List<TraceReport.FieldModel> fields = new ArrayList<>();
        for (int f = 0; f < columns.size(); f++) {
            fields.add(new TraceReport.FieldModel(columns.get(f).field.name(), list(model.m[f]), list(model.u[f])));
        }
        TraceReport report = new TraceReport(
                candidates.length,
                candidates.length / (double) held.size(),
                model.lambda,
                expected,
                blocking.leftOut(),
                hash(model.lambda + " " + fields),
                List.copyOf(fields));
        return new TraceResult(List.copyOf(links), List.copyOf(possible), report);
    }

    private static Link link(
            long[] pairs,
            double[] bits,
            int at,
            List<FieldColumn> columns,
            Model model,
            RegisterTable held,
            RegisterTable sought) {
        int heldRow = (int) (pairs[at] >> 32);
        int soughtRow = (int) pairs[at];
        List<FieldEvidence> evidence = new ArrayList<>();
        StringBuilder key = new StringBuilder();
        for (int f = 0; f < columns.size(); f++) {
            FieldColumn column = columns.get(f);
            Level level = column.level(heldRow, soughtRow);
            evidence.add(new FieldEvidence(
                    column.field.name(),
                    held.value(heldRow, column.heldColumn),
                    sought.value(soughtRow, column.soughtColumn),
                    level.name(),
                    model.bits(f, heldRow, soughtRow),
                    level.words()));
            if (level != Level.MISSING) {
                key.append(level == Level.EXACT ? '+' : level == Level.DIFFERENT ? '-' : '~')
                        .append(column.field);
            }
        }
        int second = -1;
        int from = at;
        while (from > 0 && pairs[from - 1] >> 32 == heldRow) {
            from--;
        }
        for (int i = from; i < pairs.length && pairs[i] >> 32 == heldRow; i++) {
            if (i != at && (second < 0 || bits[i] > bits[second])) {
                second = i;
            }
        }
        @Nullable
        RunnerUp runnerUp = second < 0 ? null : new RunnerUp((int) pairs[second], Model.probability(bits[second]));
        return new Link(
                heldRow,
                soughtRow,
                Model.probability(bits[at]),
                key.toString(),
                List.copyOf(evidence),
                runnerUp,
                second < 0 ? Double.POSITIVE_INFINITY : bits[at] - bits[second]);
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
