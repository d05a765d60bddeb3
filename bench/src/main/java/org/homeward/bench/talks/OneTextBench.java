package org.homeward.bench.talks;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.homeward.talks.onetext.Answer;
import org.homeward.talks.onetext.OneText;
import org.homeward.talks.onetext.Orders;

/**
 * One texts to their end, with simulated sides that answer truly: how many questions, and how often no other text is better for
 * both. Beside it a mediator who knows nothing and tries changes of one or two issues.
 */
final class OneTextBench {
    private static final double SAME = 1e-9;

    private OneTextBench() {}

    private record Sides(double[][] a, double[][] b) {}

    private record End(int questions, boolean optimal) {}

    static void run(PrintStream out, long seed, int domains, int starts) {
        Random random = new Random(seed);
        List<End> guided = new ArrayList<>();
        List<End> blind = new ArrayList<>();
        List<End> short8 = new ArrayList<>();
        int hurt = 0;
        long begin = System.nanoTime();
        for (int d = 0; d < domains; d++) {
            int[] sizes = sizes(random);
            Sides sides = new Sides(wishes(random, sizes), wishes(random, sizes));
            List<int[]> all = outcomes(sizes);
            for (int s = 0; s < starts; s++) {
                int[] start = all.get(random.nextInt(all.size()));
                OneText end = guided(sides, start, seed + s, 60);
                OneText eight = guided(sides, start, seed + s, 8);
                short8.add(new End(eight.asked().size(), optimal(sides, all, ints(eight.text()))));
                guided.add(new End(end.asked().size(), optimal(sides, all, ints(end.text()))));
                hurt += worse(sides, ints(end.text()), start) ? 1 : 0;
                blind.add(blind(sides, sizes, all, start, random));
            }
        }
        out.printf(
                Locale.ROOT,
                "One text, %d made-up domains x %d starts, true answers%n  orders and sampled questions: %.1f questions on average"
                        + " (most %d), %.1f %% end where no text is better for both; %d ended worse for a side%n  stopped after 8 questions at the latest: %.1f questions, %.1f %%%n"
                        + "  blind changes of one or two issues: %.0f questions, %.1f %%%n  %.1f ms a run%n",
                domains,
                starts,
                questions(guided),
                guided.stream().mapToInt(End::questions).max().orElse(0),
                optimal(guided),
                hurt,
                questions(short8),
                optimal(short8),
                questions(blind),
                optimal(blind),
                (System.nanoTime() - begin) / 1e6 / guided.size());
    }

    private static double questions(List<End> ends) {
        return ends.stream().mapToInt(End::questions).average().orElse(0);
    }

    private static double optimal(List<End> ends) {
        return 100.0 * ends.stream().filter(End::optimal).count() / ends.size();
    }

    /** Three to ten issues of two to nine options, 100 to 10,000 outcomes, as in the domains of negotiation contests. */
    private static int[] sizes(Random random) {
        while (true) {
            int[] sizes = random.ints(3 + random.nextInt(8), 2, 10).toArray();
            double outcomes = Arrays.stream(sizes).asDoubleStream().reduce(1, (x, y) -> x * y);
            if (outcomes >= 100 && outcomes <= 10_000) {
                return sizes;
            }
        }
    }

    /** Weights even on the simplex; options even, then stretched from 0 to 1. */
    private static double[][] wishes(Random random, int[] sizes) {
        double[] weights = IntStream.range(0, sizes.length)
                .mapToDouble(i -> -Math.log(1 - random.nextDouble()))
                .toArray();
        double sum = Arrays.stream(weights).sum();
        double[][] wishes = new double[sizes.length][];
        for (int i = 0; i < sizes.length; i++) {
            double[] raw = random.doubles(sizes[i]).toArray();
            double low = Arrays.stream(raw).min().orElse(0);
            double high = Arrays.stream(raw).max().orElse(1);
            double weight = weights[i] / sum;
            wishes[i] = Arrays.stream(raw)
                    .map(r -> weight * (r - low) / (high - low))
                    .toArray();
        }
        return wishes;
    }

    private static OneText guided(Sides sides, int[] start, long seed, int most) {
        OneText text = OneText.start(
                orders(sides.a()),
                orders(sides.b()),
                Arrays.stream(start).boxed().toList(),
                seed);
        while (text.asked().size() < most) {
            Optional<OneText.Question> question = text.next();
            if (question.isEmpty()) {
                break;
            }
            int[] proposal = ints(question.get().proposal());
            int[] now = ints(text.text());
            text = text.answered(
                    question.get().proposal(), answer(sides.a(), proposal, now), answer(sides.b(), proposal, now));
        }
        return text;
    }

    private static End blind(Sides sides, int[] sizes, List<int[]> all, int[] start, Random random) {
        int[] now = start.clone();
        int questions = 0;
        boolean moved = true;
        while (moved) {
            moved = false;
            List<int[]> changes = changes(sizes, now);
            Collections.shuffle(changes, random);
            for (int[] proposal : changes) {
                questions++;
                Answer a = answer(sides.a(), proposal, now);
                Answer b = answer(sides.b(), proposal, now);
                if (a != Answer.WORSE && b != Answer.WORSE && (a == Answer.BETTER || b == Answer.BETTER)) {
                    now = proposal;
                    moved = true;
                    break;
                }
            }
        }
        return new End(questions, optimal(sides, all, now));
    }

    private static List<int[]> changes(int[] sizes, int[] now) {
        List<int[]> changes = new ArrayList<>();
        for (int i = 0; i < sizes.length; i++) {
            for (int o = 0; o < sizes[i]; o++) {
                int[] one = now.clone();
                one[i] = o;
                if (o != now[i]) {
                    changes.add(one);
                }
                for (int j = i + 1; j < sizes.length && o != now[i]; j++) {
                    for (int p = 0; p < sizes[j]; p++) {
                        if (p != now[j]) {
                            int[] two = one.clone();
                            two[j] = p;
                            changes.add(two);
                        }
                    }
                }
            }
        }
        return changes;
    }

    private static Orders orders(double[][] wishes) {
        return new Orders(Arrays.stream(wishes)
                .map(options -> IntStream.range(0, options.length)
                        .boxed()
                        .sorted(Comparator.comparingDouble((Integer o) -> -options[o]))
                        .toList())
                .toList());
    }

    private static Answer answer(double[][] wishes, int[] proposal, int[] now) {
        double difference = worth(wishes, proposal) - worth(wishes, now);
        return Math.abs(difference) < SAME ? Answer.SAME : difference > 0 ? Answer.BETTER : Answer.WORSE;
    }

    private static boolean optimal(Sides sides, List<int[]> all, int[] text) {
        double a = worth(sides.a(), text);
        double b = worth(sides.b(), text);
        return all.stream().noneMatch(other -> {
            double moreA = worth(sides.a(), other) - a;
            double moreB = worth(sides.b(), other) - b;
            return moreA > -SAME && moreB > -SAME && (moreA > SAME || moreB > SAME);
        });
    }

    private static boolean worse(Sides sides, int[] end, int[] start) {
        return answer(sides.a(), end, start) == Answer.WORSE || answer(sides.b(), end, start) == Answer.WORSE;
    }

    private static double worth(double[][] wishes, int[] text) {
        double sum = 0;
        for (int i = 0; i < text.length; i++) {
            sum += wishes[i][text[i]];
        }
        return sum;
    }

    private static List<int[]> outcomes(int[] sizes) {
        List<int[]> all = new ArrayList<>();
        int[] at = new int[sizes.length];
        while (true) {
            all.add(at.clone());
            int i = 0;
            while (i < sizes.length && ++at[i] == sizes[i]) {
                at[i++] = 0;
            }
            if (i == sizes.length) {
                return all;
            }
        }
    }

    private static int[] ints(List<Integer> text) {
        return text.stream().mapToInt(Integer::intValue).toArray();
    }
}
