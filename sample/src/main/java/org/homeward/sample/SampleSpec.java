package org.homeward.sample;

/**
 * What to generate. Sizes count rows.
 *
 * @param ukrainiansHeld rows of the Russian bureau's register of Ukrainians held
 * @param ukrainiansSought rows of the Ukrainian bureau's register of its own people sought
 * @param russiansHeld rows of the Ukrainian bureau's register of Russians held
 * @param russiansSought rows of the Russian bureau's register of its own people sought
 * @param onList share of the people held that their own side seeks, at most as many as it seeks at all
 * @param latin share of rows of every register in Latin letters
 * @param twice share of a register's rows that are a second row of a person
 * @param oneNameColumn whether the registers of people held have the whole name in one column
 */
public record SampleSpec(
        int ukrainiansHeld,
        int ukrainiansSought,
        int russiansHeld,
        int russiansSought,
        double onList,
        double latin,
        double twice,
        boolean oneNameColumn) {
    /** Largest register. */
    public static final int MAX_ROWS = 1_000_000;

    public SampleSpec {
        for (int size : new int[] {ukrainiansHeld, ukrainiansSought, russiansHeld, russiansSought}) {
            if (size < 1 || size > MAX_ROWS) {
                throw new IllegalArgumentException("a register has 1 to " + MAX_ROWS + " rows, not " + size);
            }
        }
        for (double share : new double[] {onList, latin, twice}) {
            if (!(share >= 0 && share <= 1)) {
                throw new IllegalArgumentException("a share is 0 to 1, not " + share);
            }
        }
    }

    /** The example case: 6,300 held and 12,000 sought on one side, 4,500 and 9,000 on the other. */
    public static SampleSpec example() {
        return new SampleSpec(6_300, 12_000, 4_500, 9_000, 0.85, 0.15, 0.015, false);
    }

    /** The shape of the example with {@code rows} in its largest register. */
    public static SampleSpec ofSize(int rows) {
        return new SampleSpec(
                atLeastOne(rows * 0.525),
                rows,
                atLeastOne(rows * 0.375),
                atLeastOne(rows * 0.75),
                0.85,
                0.15,
                0.015,
                false);
    }

    public SampleSpec withOneNameColumn() {
        return new SampleSpec(
                ukrainiansHeld, ukrainiansSought, russiansHeld, russiansSought, onList, latin, twice, true);
    }

    private static int atLeastOne(double rows) {
        return Math.max(1, (int) Math.round(rows));
    }
}
