package org.homeward.bench.record;

import java.util.Locale;

/** Counts of right, shown and sought, and what follows from them. */
record Tally(int right, int found, int shown, int sought) {
    static final Tally NONE = new Tally(0, 0, 0, 0);

    Tally plus(Tally o) {
        return new Tally(right + o.right, found + o.found, shown + o.shown, sought + o.sought);
    }

    /** Of what was shown, how much is right. */
    double precision() {
        return shown == 0 ? 1 : (double) right / shown;
    }

    /** Of what was sought, how much was found; what is right but need not be shown does not count here. */
    double recall() {
        return sought == 0 ? 1 : (double) found / sought;
    }

    double f() {
        double sum = precision() + recall();
        return sum == 0 ? 0 : 2 * precision() * recall() / sum;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "P %.3f (%d of %d)  R %.3f (%d of %d)  F %.3f",
                precision(),
                right,
                shown,
                recall(),
                found,
                sought,
                f());
    }
}
