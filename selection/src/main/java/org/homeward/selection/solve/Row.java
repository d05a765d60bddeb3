package org.homeward.selection.solve;

import org.jspecify.annotations.Nullable;

/** {@code low <= sum of coef(i) * x[vars[i]] <= high}, for one clause. Arrays are not copied; they must not change. */
public final class Row {
    /** Larger than any sum the bounds on terms allow, small enough for a solver's 64 bits. */
    public static final long NONE = 1L << 50;

    public final String clause;
    final int[] vars;
    private final long @Nullable [] coefs;
    final long low;
    final long high;

    private Row(String clause, int[] vars, long @Nullable [] coefs, long low, long high) {
        this.clause = clause;
        this.vars = vars;
        this.coefs = coefs;
        this.low = low;
        this.high = high;
    }

    /**
     * A row that counts its variables.
     *
     * @param low, high pass {@link #NONE} or its negative for no bound
     */
    public static Row count(String clause, int[] vars, long low, long high) {
        return new Row(clause, vars, null, low, high);
    }

    /** A row of any coefficients; one whose coefficients are all 1, or a single -1, becomes a counting row. */
    public static Row weighted(String clause, int[] vars, long[] coefs, long low, long high) {
        if (vars.length == 1 && coefs[0] == -1) {
            return new Row(clause, vars, null, -high, -low);
        }
        for (long coef : coefs) {
            if (coef != 1) {
                return new Row(clause, vars, coefs, low, high);
            }
        }
        return new Row(clause, vars, null, low, high);
    }

    public long low() {
        return low;
    }

    public long high() {
        return high;
    }

    public int size() {
        return vars.length;
    }

    long coef(int at) {
        return coefs == null ? 1 : coefs[at];
    }

    boolean counts() {
        return coefs == null;
    }

    /** Whether the row says that two variables are equal: 1 and -1, and a sum of 0. */
    boolean ties() {
        return coefs != null && vars.length == 2 && coefs[0] + coefs[1] == 0 && coefs[0] * coefs[0] == 1 && fixed(0);
    }

    boolean fixed(long sum) {
        return low == sum && high == sum;
    }

    boolean holds(boolean[] chosen) {
        long sum = sum(chosen);
        return low <= sum && sum <= high;
    }

    long sum(boolean[] chosen) {
        long sum = 0;
        for (int i = 0; i < vars.length; i++) {
            sum += chosen[vars[i]] ? coef(i) : 0;
        }
        return sum;
    }

    /** Whether the row alone can hold. */
    boolean possible() {
        long least = 0;
        long most = 0;
        for (int i = 0; i < vars.length; i++) {
            least += Math.min(0, coef(i));
            most += Math.max(0, coef(i));
        }
        return low <= high && low <= most && high >= least;
    }
}
