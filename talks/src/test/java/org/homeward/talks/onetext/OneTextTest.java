package org.homeward.talks.onetext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OneTextTest {
    private static final Orders UP = new Orders(List.of(List.of(2, 1, 0), List.of(1, 0)));
    private static final Orders DOWN = new Orders(List.of(List.of(0, 1, 2), List.of(1, 0)));

    private static double worth(double[][] wishes, List<Integer> text) {
        return IntStream.range(0, wishes.length)
                .mapToDouble(i -> wishes[i][text.get(i)])
                .sum();
    }

    private static Answer answer(double[][] wishes, List<Integer> proposal, List<Integer> now) {
        double difference = worth(wishes, proposal) - worth(wishes, now);
        return Math.abs(difference) < 1e-9 ? Answer.SAME : difference > 0 ? Answer.BETTER : Answer.WORSE;
    }

    private static Orders orders(double[][] wishes) {
        List<List<Integer>> orders = new ArrayList<>();
        for (double[] options : wishes) {
            orders.add(IntStream.range(0, options.length)
                    .boxed()
                    .sorted((x, y) -> Double.compare(options[y], options[x]))
                    .toList());
        }
        return new Orders(orders);
    }

    private static double[][] wishes(Random random) {
        double[][] wishes = new double[4][];
        for (int i = 0; i < 4; i++) {
            double weight = random.nextDouble();
            wishes[i] = random.doubles(4).map(u -> u * weight).toArray();
        }
        return wishes;
    }

    @Test
    void whatBothLikeMoreIsTheFirstQuestion() {
        OneText text = OneText.start(UP, DOWN, List.of(1, 0), 1);

        assertThat(text.next().orElseThrow().proposal().get(1)).isEqualTo(1);
    }

    @Test
    void fewTrueAnswersLeadToATextThatNoOtherBeatsForBoth() {
        Random random = new Random(5);
        int questions = 0;
        int optimal = 0;
        int runs = 60;
        for (int run = 0; run < runs; run++) {
            double[][] a = wishes(random);
            double[][] b = wishes(random);
            List<Integer> start = random.ints(4, 0, 4).boxed().toList();
            OneText text = OneText.start(orders(a), orders(b), start, run);
            for (Optional<OneText.Question> next = text.next();
                    next.isPresent() && text.asked().size() < 40;
                    next = text.next()) {
                List<Integer> proposal = next.get().proposal();
                text = text.answered(proposal, answer(a, proposal, text.text()), answer(b, proposal, text.text()));
            }
            assertThat(answer(a, text.text(), start)).isNotEqualTo(Answer.WORSE);
            assertThat(answer(b, text.text(), start)).isNotEqualTo(Answer.WORSE);
            questions += text.asked().size();
            List<Integer> end = text.text();
            optimal += IntStream.range(0, 256)
                            .mapToObj(n -> List.of(n & 3, n >> 2 & 3, n >> 4 & 3, n >> 6))
                            .noneMatch(o -> answer(a, o, end) != Answer.WORSE
                                    && answer(b, o, end) != Answer.WORSE
                                    && (answer(a, o, end) == Answer.BETTER || answer(b, o, end) == Answer.BETTER))
                    ? 1
                    : 0;
        }
        assertThat((double) questions / runs).isLessThanOrEqualTo(8);
        assertThat((double) optimal / runs).isGreaterThanOrEqualTo(.95);
    }

    @Test
    void theTextMovesOnlyWhenItIsWorseForNeither() {
        OneText text = OneText.start(UP, DOWN, List.of(1, 0), 1);

        assertThat(text.answered(List.of(2, 1), Answer.BETTER, Answer.WORSE).text())
                .containsExactly(1, 0);
        assertThat(text.answered(List.of(2, 1), Answer.SAME, Answer.SAME).text())
                .containsExactly(1, 0);
        assertThat(text.answered(List.of(2, 1), Answer.BETTER, Answer.SAME).text())
                .containsExactly(2, 1);
    }

    @Test
    void oneSeedAsksTheSameQuestions() {
        assertThat(OneText.start(UP, DOWN, List.of(1, 0), 7).next())
                .isEqualTo(OneText.start(UP, DOWN, List.of(1, 0), 7).next());
    }

    @Test
    void answersThatContradictEachOtherStillGiveAValue() {
        OneText text = OneText.start(UP, DOWN, List.of(0, 0), 3)
                .answered(List.of(1, 0), Answer.WORSE, Answer.BETTER)
                .answered(List.of(0, 1), Answer.WORSE, Answer.WORSE);

        assertThat(text.text()).containsExactly(0, 0);
        text.next();
    }

    @Test
    void ordersThatLeaveAnOptionOutAreNone() {
        assertThatThrownBy(() -> new Orders(List.of(List.of(0, 2)))).isInstanceOf(IllegalArgumentException.class);
    }
}
