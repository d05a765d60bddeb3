package org.homeward.tracing;

/** What the patterns of a run say by themselves, worked out once for each and not for each of their pairs. */
final class PatternBits {
    private final Model model;
    private final Patterns patterns;
    private final double[] match;
    private final double[] siblings;
    private final double[] twins;
    private final double[] kin;

    PatternBits(Model trained, Patterns patterns) {
        model = trained;
        this.patterns = patterns;
        match = new double[patterns.size];
        siblings = new double[patterns.size];
        twins = new double[patterns.size];
        kin = new double[patterns.size];
        for (int p = 0; p < patterns.size; p++) {
            match[p] = model.prior() + model.matchBits(patterns.patterns[p]);
            siblings[p] = model.familyBits(Family.SIBLINGS, patterns.patterns[p]);
            twins[p] = model.familyBits(Family.TWINS, patterns.patterns[p]);
            kin[p] = model.familyBits(Family.KIN, patterns.patterns[p]);
        }
    }

    /** Bits for a match, before it is asked how usual the values are. */
    double match(int p) {
        return match[p];
    }

    /** {@link Model#bits(long, int[], int, int[], int)} of a pair that has the pattern of this number. */
    double bits(int p, int[] left, int i, int[] right, int j) {
        return model.bits(patterns.patterns[p], match[p], siblings[p], twins[p], kin[p], left, i, right, j);
    }
}
