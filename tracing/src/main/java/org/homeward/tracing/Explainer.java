package org.homeward.tracing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.homeward.register.RegisterTable;
import org.jspecify.annotations.Nullable;

/** Says of a pair what each field adds, in bits and words. Called only for pairs that are shown. */
final class Explainer {
    private final Model model;
    private final Features features;
    private final RegisterTable heldTable;
    private final int firstHeld;
    private final int[] held;
    private final RegisterTable soughtTable;
    private final int[] sought;

    Explainer(Model model, RegisterTable heldTable, int[] held, RegisterTable soughtTable, int[] sought) {
        this(model, heldTable, 0, held, soughtTable, sought);
    }

    /**
     * @param firstHeld the row of the held register with which its encoded rows begin
     * @param held the encoded rows from there, as far as links of them are asked for
     */
    Explainer(
            Model model, RegisterTable heldTable, int firstHeld, int[] held, RegisterTable soughtTable, int[] sought) {
        this.model = model;
        features = model.features;
        this.heldTable = heldTable;
        this.firstHeld = firstHeld;
        this.held = held;
        this.soughtTable = soughtTable;
        this.sought = sought;
    }

    /** @param second the row of the runner-up, or -1 */
    Link link(int heldRow, int soughtRow, double probability, int second, double secondProbability) {
        List<FieldEvidence> evidence = evidence(heldRow, soughtRow);
        double prior = model.prior();
        double sum = prior + evidence.stream().mapToDouble(FieldEvidence::bits).sum();
        double bits = bits(heldRow, soughtRow);
        @Nullable RunnerUp runnerUp = null;
        double margin = Double.POSITIVE_INFINITY;
        if (second >= 0) {
            runnerUp = new RunnerUp(second, secondProbability, whyNot(evidence, evidence(heldRow, second)));
            margin = bits - bits(heldRow, second);
        }
        return new Link(heldRow, soughtRow, probability, key(evidence), evidence, prior, bits - sum, runnerUp, margin);
    }

    private double bits(int heldRow, int soughtRow) {
        int row = heldRow - firstHeld;
        return model.bits(features.pattern(held, row, sought, soughtRow), held, row, sought, soughtRow);
    }

    private List<FieldEvidence> evidence(int heldRow, int soughtRow) {
        int row = heldRow - firstHeld;
        long pattern = features.pattern(held, row, sought, soughtRow);
        boolean exchanged = Features.isExchanged(pattern);
        List<FieldEvidence> evidence = new ArrayList<>();
        for (int f = 0; f < features.count; f++) {
            Features.Feature feature = features.all.get(f);
            int level = Features.level(pattern, f);
            double bits = model.matchBits[Features.scripts(pattern)][f][level]
                    + model.rarity(f, pattern, held, row, sought, soughtRow);
            String words = Step.level(level).words(feature.kind());
            if (exchanged && f == features.surname) {
                bits += Features.exchangedBits(pattern);
                words += ", in the given name's column";
            }
            evidence.add(new FieldEvidence(
                    feature.field().name(),
                    Features.value(heldTable, heldRow, feature.field()),
                    Features.value(soughtTable, soughtRow, feature.field()),
                    Step.level(level).name(),
                    bits,
                    words));
        }
        return evidence;
    }

    private static String key(List<FieldEvidence> evidence) {
        StringBuilder key = new StringBuilder();
        for (FieldEvidence field : evidence) {
            if (!field.level().equals(Level.MISSING.name())) {
                key.append(
                                field.level().equals(Level.EXACT.name())
                                        ? '+'
                                        : field.level().equals(Level.DIFFERENT.name()) ? '-' : '~')
                        .append(field.field());
            }
        }
        return key.toString();
    }

    private static String whyNot(List<FieldEvidence> first, List<FieldEvidence> second) {
        List<Integer> worse = new ArrayList<>();
        for (int f = 0; f < first.size(); f++) {
            if (first.get(f).bits() - second.get(f).bits() >= .5) {
                worse.add(f);
            }
        }
        if (worse.isEmpty()) {
            return "no field speaks less for it";
        }
        worse.sort(Comparator.comparingDouble(
                f -> second.get(f).bits() - first.get(f).bits()));
        return worse.stream()
                .limit(3)
                .map(f -> second.get(f).field() + " is " + second.get(f).words() + " ("
                        + signed(second.get(f).bits()) + " bits) where the first is "
                        + first.get(f).words() + " (" + signed(first.get(f).bits()) + ")")
                .collect(Collectors.joining("; "));
    }

    /** With its sign and one decimal; a formatter takes longer than all the rest of an explanation. */
    static String signed(double bits) {
        long tenths = Math.round(Math.abs(bits) * 10);
        return (bits < 0 ? "-" : "+") + tenths / 10 + "." + tenths % 10;
    }
}
