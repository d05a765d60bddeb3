package org.homeward.talks.front;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A side's worth as whole numbers over one denominator. */
record Scale(BigInteger[][] whole, BigInteger denominator) {
    static Scale of(List<List<Fraction>> worth) {
        BigInteger common = BigInteger.ONE;
        // Most options share few denominators, and a division costs more than a look-up.
        Map<BigInteger, BigInteger> factors = new HashMap<>();
        for (List<Fraction> options : worth) {
            for (Fraction f : options) {
                if (factors.put(f.denominator(), BigInteger.ONE) == null) {
                    common = common.divide(common.gcd(f.denominator())).multiply(f.denominator());
                }
            }
        }
        BigInteger denominator = common;
        factors.replaceAll((below, one) -> denominator.divide(below));
        BigInteger[][] whole = new BigInteger[worth.size()][];
        for (int i = 0; i < whole.length; i++) {
            whole[i] = new BigInteger[worth.get(i).size()];
            for (int o = 0; o < whole[i].length; o++) {
                Fraction f = worth.get(i).get(o);
                whole[i][o] = f.numerator().multiply(Objects.requireNonNull(factors.get(f.denominator())));
            }
        }
        return new Scale(whole, common);
    }

    static Scale ofWhole(long[][] worth) {
        return new Scale(
                Arrays.stream(worth)
                        .map(options -> Arrays.stream(options)
                                .mapToObj(BigInteger::valueOf)
                                .toArray(BigInteger[]::new))
                        .toArray(BigInteger[][]::new),
                BigInteger.ONE);
    }

    /** The same in longs, or null when a sum could overflow. */
    long @Nullable [][] longs() {
        long[][] longs = new long[whole.length][];
        BigInteger most = BigInteger.ZERO;
        for (int i = 0; i < whole.length; i++) {
            BigInteger largest = BigInteger.ZERO;
            longs[i] = new long[whole[i].length];
            for (int o = 0; o < whole[i].length; o++) {
                longs[i][o] = whole[i][o].longValue();
                largest = largest.max(whole[i][o].abs());
            }
            most = most.add(largest);
        }
        return most.bitLength() < 62 ? longs : null;
    }
}
