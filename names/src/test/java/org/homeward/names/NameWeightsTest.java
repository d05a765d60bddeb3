package org.homeward.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class NameWeightsTest {
    /** Names with an agreeing, an other and no patronymic, and what an invented judge says of them: only the surname counts. */
    private static List<NameWeights.Labelled> judged() {
        String[] surnames = {"Коваль", "Гнатюк", "Мельник", "Савчук", "Бондар", "Ткач", "Швець", "Олійник"};
        String[] given = {"Іван", "Петро", "Олег"};
        String[] patronymics = {"", " Петрович", " Іванович"};
        List<NameWeights.Labelled> judged = new ArrayList<>();
        Random random = new Random(1);
        for (int i = 0; i < 2000; i++) {
            String a = surnames[random.nextInt(surnames.length)];
            String b = random.nextBoolean() ? a : surnames[random.nextInt(surnames.length)];
            judged.add(new NameWeights.Labelled(
                    a + " " + given[random.nextInt(3)] + patronymics[random.nextInt(3)],
                    b + " " + given[random.nextInt(3)] + patronymics[random.nextInt(3)],
                    a.equals(b)));
        }
        return judged;
    }

    @Test
    void whatAJudgeGoesByIsLearned() {
        NameWeights weights = NameWeights.fit(judged());
        assertThat(weights.logit(PreparedName.of("Гончар Іван"), PreparedName.of("Гончар Петро")))
                .isGreaterThan(2);
        assertThat(weights.logit(PreparedName.of("Гончар Іван"), PreparedName.of("Лисенко Іван")))
                .isLessThan(-2);
    }

    @Test
    void theSamePairsGiveTheSameFileAndTheFileTheSameWeights() {
        List<String> lines = NameWeights.fit(judged()).write("a judge");
        assertThat(NameWeights.fit(judged()).write("a judge")).isEqualTo(lines);
        assertThat(NameWeights.read(lines).write("a judge")).isEqualTo(lines);
    }

    @Test
    void aPartThatAgreesBetterNeverMakesItLessLikely() {
        // Of each slot the questions to how far it agrees; shapes and kinds of the slots stay as they are.
        NameWeights weights = NameWeights.shipped();
        Random random = new Random(9);
        int higher = 0;
        for (int round = 0; round < 20_000; round++) {
            int[] row = new int[NameFeatures.SIZE];
            for (int feature = 0; feature < row.length; feature++) {
                row[feature] = random.nextInt(feature < 6 ? 17 : feature < 9 ? 4 : 14);
            }
            double before = weights.sum(row);
            row[random.nextInt(6)] += 1 + random.nextInt(5);
            double after = weights.sum(row);
            assertThat(after).isGreaterThanOrEqualTo(before - 1e-9);
            higher += after > before ? 1 : 0;
        }
        assertThat(higher).isGreaterThan(5_000);
    }

    @Test
    void aLineThatIsNoWeightIsNamed() {
        List<String> head = List.of("# homeward-name-weights 2", "# source: nobody", "start\t-2.0");
        String[] bad = {
            "tree\tsurname<3 0.1", "tree\tshoe-size<3 0.1 0.2", "tree\t0.1 0.2", "bush\t0.1", "tree\tsurname<x 0 1"
        };
        for (String line : bad) {
            List<String> lines = new ArrayList<>(head);
            lines.add(line);
            assertThatThrownBy(() -> NameWeights.read(lines)).as(line).hasMessageStartingWith("line 4: ");
        }
        assertThatThrownBy(() -> NameWeights.read(head.subList(0, 2))).hasMessage("line 2: no log odds to start from");
        assertThatThrownBy(() -> NameWeights.read(List.of("# homeward-name-weights 1")))
                .hasMessageContaining("fitted again");
    }
}
