package org.homeward.tracing;

import java.util.Random;

/** The chances of levels among pairs taken at random, nearly all of them strangers. */
final class Strangers {
    private static final int SAMPLE = 30_000;
    private static final int DATE_SAMPLE = 200_000;

    private Strangers() {}

    /**
     * By scripts of the pair, by field, by level; levels of agreement have none, since a sample is too small for them. Equal registers give equal chances.
     */
    static double[][][] levels(Features features, int[] held, int[] sought) {
        Random random = new Random(1949);
        double[][][] chances = new double[Model.SCRIPTS][features.count][];
        for (int f = 0; f < features.count; f++) {
            sample(features, f, held, sought, random, chances);
        }
        return chances;
    }

    private static void sample(
            Features features, int f, int[] held, int[] sought, Random random, double[][][] chances) {
        int heldRows = held.length / features.count;
        int soughtRows = sought.length / features.count;
        Kind kind = features.all.get(f).kind();
        Lexicon lexicon = features.all.get(f).lexicon();
        double notFar = kind == Kind.SURNAME ? 270 : kind.isName() ? 20 : .01;
        for (int c = 0; c < Model.SCRIPTS; c++) {
            chances[c][f] = kind == Kind.DATE
                    ? new double[] {0, 0, .1, .1, .2, .9, 3, 3, 260, .01, 2, 40}
                    : new double[] {0, 0, .01, .01, .3, .6, 4, 1, 300 - notFar, .4, 2, notFar};
        }
        int sample = kind == Kind.DATE ? DATE_SAMPLE : SAMPLE;
        // A few pairs drawn again and again tell no more than themselves; in two tiny registers the true pairs are many
        // of them.
        double weight = Math.min(1, (double) heldRows * soughtRows / sample);
        for (int i = 0; i < sample; i++) {
            int left = random.nextInt(heldRows) * features.count;
            int right = random.nextInt(soughtRows) * features.count;
            int level = lexicon.level(held[left + f], sought[right + f]);
            if (level > 0 && !Level.isAgreement(level, kind)) {
                chances[kind.isSpelled() ? features.scripts(held, left, sought, right) : 0][f][level] += weight;
            }
        }
        for (int c = 0; c < Model.SCRIPTS; c++) {
            if (!kind.isSpelled()) {
                chances[c][f] = chances[0][f].clone();
            }
            Model.share(chances[c][f]);
        }
    }
}
