package org.homeward.sample;

/**
 * How many rows each register has. A bureau <em>holds</em> people of the other side and <em>seeks</em> its own.
 *
 * @param heldByRu rows of the register of Ukrainians held, written in Russian
 * @param soughtByUa rows of the register of Ukrainians sought, written in Ukrainian
 * @param heldByUa rows of the register of Russians held, written in Ukrainian
 * @param soughtByRu rows of the register of Russians sought, written in Russian
 */
public record SampleSpec(int heldByRu, int soughtByUa, int heldByUa, int soughtByRu) {
    public SampleSpec {
        if (heldByRu < 1 || soughtByUa < heldByRu || heldByUa < 1 || soughtByRu < heldByUa) {
            throw new IllegalArgumentException(
                    "every register has at least one row, and no more are held than are sought");
        }
    }

    /** The sizes of the example case: 6,300 held of 12,000 sought, and 4,500 of 9,000. */
    public static SampleSpec example() {
        return new SampleSpec(6_300, 12_000, 4_500, 9_000);
    }

    /** Registers in which {@code size} people are sought by each side, and half as many are held. */
    public static SampleSpec ofSize(int size) {
        int held = Math.max(1, size / 2);
        return new SampleSpec(held, size, held, size);
    }
}
