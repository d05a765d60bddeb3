package org.homeward.selection.solve;

import java.util.Arrays;

/**
 * A choice that keeps every row, with what is proven about it.
 *
 * <p>{@code gaps}: for each level how much better another choice could still be at most; all 0 when it is proven best.
 */
public final class Answer {
    private final boolean[] chosen;
    private final long[] gaps;
    private final String algorithm;

    Answer(boolean[] chosen, long[] gaps, String algorithm) {
        this.chosen = chosen;
        this.gaps = gaps;
        this.algorithm = algorithm;
    }

    /** One entry for each variable; not copied. */
    public boolean[] chosen() {
        return chosen;
    }

    public long[] gaps() {
        return gaps.clone();
    }

    public boolean proven() {
        return Arrays.stream(gaps).allMatch(g -> g == 0);
    }

    /** Name and version of the method. */
    public String algorithm() {
        return algorithm;
    }
}
