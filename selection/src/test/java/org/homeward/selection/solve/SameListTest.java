package org.homeward.selection.solve;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.homeward.selection.solve.Recogniser.ProblemClass;
import org.junit.jupiter.api.Test;

/**
 * Two algorithms that share no code give the identical list, in every class. The general solver is the second opinion; more rounds
 * with {@code -Dhomeward.selection.rounds=10000}, from another seed with {@code -Dhomeward.selection.first}.
 */
class SameListTest {
    private static final int ROUNDS = Integer.getInteger("homeward.selection.rounds", 40);
    private static final int FIRST = Integer.getInteger("homeward.selection.first", 0);

    @Test
    void nestedQuotas() {
        same(ProblemClass.LAMINAR, random -> RandomTerms.of(random).nested());
    }

    @Test
    void twoCrossingFamiliesOfQuotas() {
        same(ProblemClass.TWO_FAMILIES, random -> RandomTerms.of(random).crossing());
    }

    @Test
    void twoFamiliesAndAsManyForTheOneSideAsForTheOther() {
        same(ProblemClass.TWO_FAMILIES, random -> RandomTerms.of(random).balancedCrossing());
    }

    @Test
    void soManyOfOneForSoManyOfTheOther() {
        same(ProblemClass.RATIO, random -> RandomTerms.of(random).ratio());
    }

    @Test
    void pointsByRank() {
        same(ProblemClass.RANK_RATES, random -> RandomTerms.of(random).rates());
    }

    @Test
    void groupsKeptTogether() {
        same(ProblemClass.GROUPS, random -> RandomTerms.of(random).groups());
    }

    /** Small terms of this class the product gives to the general solver, so the second algorithm is asked by name. */
    @Test
    void everythingAtOnceByBoundsAndASearchOfTheCore() {
        int solved = 0;
        for (int round = FIRST; round < FIRST + ROUNDS; round++) {
            Program program = RandomTerms.of(new Random(round)).everything();
            Answer own = new Hybrid(program, Duration.ofMinutes(1)).solve();
            Answer peer = new CpSat(program, Duration.ofMinutes(1)).solve();
            assertThat(own == null).as("round %d is infeasible", round).isEqualTo(peer == null);
            if (own != null && peer != null) {
                assertThat(own.proven()).isTrue();
                assertThat(own.chosen()).as("round %d", round).isEqualTo(peer.chosen());
                solved++;
            }
        }
        assertThat(solved).as("solved").isGreaterThan(ROUNDS / 10);
    }

    private interface Maker {
        Program make(Random random);
    }

    private static void same(ProblemClass kind, Maker maker) {
        int solved = 0;
        int other = 0;
        for (int round = FIRST; round < FIRST + ROUNDS; round++) {
            Program program = maker.make(new Random(round));
            Recogniser reading = Recogniser.read(program);
            if (reading.kind() != kind) {
                other++;
            }
            Answer own = Solver.solve(program, reading, Duration.ofMinutes(1));
            Answer peer = new CpSat(program, Duration.ofMinutes(1)).solve();
            assertThat(own == null).as("%s round %d is infeasible", kind, round).isEqualTo(peer == null);
            if (own != null && peer != null) {
                assertThat(own.proven()).isTrue();
                assertThat(program.values(own.chosen()))
                        .as("%s round %d", kind, round)
                        .isEqualTo(program.values(peer.chosen()));
                assertThat(own.chosen()).as("%s round %d", kind, round).isEqualTo(peer.chosen());
                solved++;
            }
        }
        if (ROUNDS > 40) {
            System.out.printf(
                    "%s: seeds %d to %d, %d solved and identical, %d infeasible for both%n",
                    kind, FIRST, FIRST + ROUNDS - 1, solved, ROUNDS - solved);
        }
        assertThat(solved).as("%s solved", kind).isGreaterThan(ROUNDS / 10);
        assertThat(other).as("%s read as another class", kind).isLessThan(ROUNDS / 3 + 1);
    }

    /** Small random terms of one class each; persons are numbers. */
    private record RandomTerms(Random random, int n, int[] side, int[] region, int[] camp, int[] rank, List<Row> rows) {
        private static final int[] POINTS = {1, 2, 4, 6};

        static RandomTerms of(Random random) {
            int n = 14 + random.nextInt(30);
            return new RandomTerms(
                    random,
                    n,
                    random.ints(n, 0, 2).toArray(),
                    random.ints(n, 0, 3).toArray(),
                    random.ints(n, 0, 3).toArray(),
                    random.ints(n, 0, 4).toArray(),
                    new ArrayList<>());
        }

        private Program program() {
            long[][] keys = new long[4][n];
            for (int i = 0; i < n; i++) {
                keys[0][i] = random.nextInt(6) == 0 ? 1 : 0;
                keys[1][i] = Math.max(keys[0][i], random.nextInt(3) == 0 ? 1 : 0);
                keys[2][i] = 90L * random.nextInt(6);
                keys[3][i] = random.nextInt(1 << 30);
            }
            return new Program(n, rows, keys);
        }

        private int[] where(java.util.function.IntPredicate test) {
            return IntStream.range(0, n).filter(test).toArray();
        }

        private void quota(java.util.function.IntPredicate test, int least, int most) {
            int low = random.nextInt(3) == 0 ? Math.min(least, most) : 0;
            rows.add(Row.count("q" + rows.size(), where(test), low, most));
        }

        private void count(int s, int k) {
            rows.add(Row.count("k" + s, where(i -> side[i] == s), k, k));
        }

        private void regions(int s) {
            for (int r = 0; r < 3; r++) {
                int region0 = r;
                quota(i -> side[i] == s && region[i] == region0, 1, 1 + random.nextInt(5));
                quota(i -> side[i] == s && region[i] == region0 && rank[i] == 1, 1, random.nextInt(3));
            }
        }

        private void camps(int s) {
            for (int c = 0; c < 3; c++) {
                int camp0 = c;
                quota(i -> side[i] == s && camp[i] == camp0, 1, 1 + random.nextInt(4));
            }
            quota(i -> side[i] == s && camp[i] < 2, 1, 3 + random.nextInt(5));
        }

        Program nested() {
            for (int s = 0; s < 2; s++) {
                count(s, 2 + random.nextInt(5));
                regions(s);
            }
            return program();
        }

        Program crossing() {
            for (int s = 0; s < 2; s++) {
                count(s, 2 + random.nextInt(5));
                regions(s);
                camps(s);
            }
            return program();
        }

        private void balance(int first, int second) {
            int[] vars = where(i -> true);
            long[] coefs = IntStream.of(vars)
                    .mapToLong(v -> side[v] == 0 ? second : -first)
                    .toArray();
            rows.add(Row.weighted("balance", vars, coefs, 0, 0));
        }

        Program balancedCrossing() {
            balance(1, 1);
            for (int s = 0; s < 2; s++) {
                regions(s);
                camps(s);
            }
            return amount();
        }

        Program ratio() {
            balance(1 + random.nextInt(2), 1 + random.nextInt(3));
            for (int s = 0; s < 2; s++) {
                regions(s);
            }
            return amount();
        }

        private Program amount() {
            Program plain = program();
            long[][] keys = new long[5][];
            keys[0] = new long[n];
            java.util.Arrays.fill(keys[0], 1);
            System.arraycopy(plain.keys, 0, keys, 1, 4);
            return new Program(n, rows, keys);
        }

        Program rates() {
            int[] vars = where(i -> true);
            long[] coefs = IntStream.of(vars)
                    .mapToLong(v -> (side[v] == 0 ? 1 : -1) * POINTS[rank[v]])
                    .toArray();
            int owed = random.nextInt(5) - 2;
            rows.add(Row.weighted("rate", vars, coefs, owed - 1, owed + random.nextInt(3)));
            if (random.nextBoolean()) {
                int[] first = where(i -> side[i] == 0);
                long[] points =
                        IntStream.of(first).mapToLong(v -> POINTS[rank[v]]).toArray();
                rows.add(Row.weighted("most", first, points, 0, 5 + random.nextInt(20)));
            }
            for (int s = 0; s < 2; s++) {
                int s0 = s;
                quota(i -> side[i] == s0 && rank[i] == 0, 1, 2 + random.nextInt(4));
                quota(i -> side[i] == s0 && rank[i] == 0 && region[i] == 0, 1, 1 + random.nextInt(3));
            }
            return program();
        }

        Program groups() {
            for (int s = 0; s < 2; s++) {
                count(s, 3 + random.nextInt(5));
                regions(s);
            }
            ties(3);
            return program();
        }

        private void ties(int most) {
            boolean[] used = new boolean[n];
            int groups = 1 + random.nextInt(most);
            for (int g = 0; g < groups; g++) {
                int head = random.nextInt(n);
                int size = 2 + random.nextInt(3);
                for (int i = 0; i < n && size > 1; i++) {
                    boolean alike =
                            side[i] == side[head] && region[i] == region[head] && (rank[i] == 1) == (rank[head] == 1);
                    if (i != head && !used[head] && !used[i] && alike) {
                        rows.add(Row.weighted("t" + g, new int[] {head, i}, new long[] {1, -1}, 0, 0));
                        used[i] = true;
                        size--;
                    }
                }
                used[head] = true;
            }
        }

        Program everything() {
            crossing();
            for (int b = 0; b < 3; b++) {
                int b0 = b;
                rows.add(Row.count("brigade" + b, where(i -> (i * 7 + 3) % 5 == b0), 0, 3 + random.nextInt(4)));
            }
            for (int p = 0; p < 2; p++) {
                rows.add(Row.weighted("if" + p, new int[] {p, 5 + p}, new long[] {1, -1}, -Row.NONE, 0));
                rows.add(Row.weighted("pair" + p, new int[] {8 + p, 11 + p}, new long[] {1, -1}, 0, 0));
            }
            return program();
        }
    }
}
