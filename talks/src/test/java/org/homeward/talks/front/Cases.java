package org.homeward.talks.front;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Seeded pairs of profiles. */
final class Cases {
    private Cases() {}

    /** A pair over the same issues. */
    record Pair(Profile a, Profile b) {}

    /** How the numbers look: few distinct ones make ties, many digits leave the longs. */
    enum Digits {
        ONE,
        TWO,
        SEVENTEEN
    }

    static Pair pair(Random random, int issues, int mostOptions, Digits digits) {
        int[] sizes = new int[issues];
        for (int i = 0; i < issues; i++) {
            sizes[i] = 1 + random.nextInt(mostOptions);
        }
        return new Pair(profile(random, sizes, digits), profile(random, sizes, digits));
    }

    private static Profile profile(Random random, int[] sizes, Digits digits) {
        List<List<Fraction>> worth = new ArrayList<>();
        for (int size : sizes) {
            List<Fraction> options = new ArrayList<>();
            Fraction weight = number(random, digits);
            for (int o = 0; o < size; o++) {
                options.add(weight.times(number(random, digits)));
            }
            worth.add(options);
        }
        return new Profile("made up", worth, number(random, Digits.ONE), Fraction.ONE, List.of());
    }

    private static Fraction number(Random random, Digits digits) {
        return switch (digits) {
            case ONE -> new Fraction(BigInteger.valueOf(random.nextInt(5)), BigInteger.TWO);
            case TWO -> Fraction.of(BigDecimal.valueOf(random.nextInt(100), 2));
            case SEVENTEEN -> Fraction.of(new BigDecimal(random.nextDouble()));
        };
    }

    static Clauses clauses(Random random, Profile profile, int count) {
        List<Clauses.Clause> clauses = new ArrayList<>();
        for (int c = 0; c < count; c++) {
            clauses.add(
                    switch (random.nextInt(3)) {
                        case 0 -> new Clauses.Clause.If(choices(random, profile), choices(random, profile));
                        case 1 -> new Clauses.Clause.Bar(choices(random, profile));
                        default -> new Clauses.Clause.Together(choices(random, profile));
                    });
        }
        return new Clauses(clauses);
    }

    private static List<Clauses.Choice> choices(Random random, Profile profile) {
        List<Clauses.Choice> choices = new ArrayList<>();
        int count = 1 + random.nextInt(2);
        for (int i = 0; i < count; i++) {
            int issue = random.nextInt(profile.worth().size());
            Set<Integer> options = new HashSet<>();
            for (int o = 0; o < profile.worth().get(issue).size(); o++) {
                if (random.nextBoolean()) {
                    options.add(o);
                }
            }
            choices.add(new Clauses.Choice(issue, options));
        }
        return choices;
    }
}
