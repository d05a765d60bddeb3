package org.homeward.selection;

/** {@code low <= sum of coefs[i] * x[vars[i]] <= high}, for one clause. */
final class Row {
    final String clause;
    final int[] vars;
    final long[] coefs;
    final long low;
    final long high;

    /** @param low, high pass {@link #NONE} or its negative for no bound */
    Row(String clause, int[] vars, long[] coefs, long low, long high) {
        this.clause = clause;
        this.vars = vars;
        this.coefs = coefs;
        this.low = low;
        this.high = high;
    }

    /** Larger than any sum the bounds on terms allow, small enough for a solver's 64 bits. */
    static final long NONE = 1L << 50;

    boolean countsPersons() {
        for (long coef : coefs) {
            if (coef != 1) {
                return false;
            }
        }
        return true;
    }
}
