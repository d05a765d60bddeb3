package org.homeward.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Pairs that a person wrote and judged, none of them from a list or the training generator: bounds are what was measured. */
final class PairsByHandTest {
    private record Judged(boolean same, String left, String right, double score) {}

    private static List<Judged> judged() throws IOException {
        List<Judged> pairs = new ArrayList<>();
        try (var in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(PairsByHandTest.class.getResourceAsStream("pairs-by-hand.tsv")),
                StandardCharsets.UTF_8))) {
            for (String line : in.lines().toList()) {
                String[] cells = line.split("\t");
                if (!line.startsWith("#") && !line.startsWith("?")) {
                    NameTable table = new NameTable(4);
                    double score =
                            table.score(table.add(PersonName.parse(cells[2])), table.add(PersonName.parse(cells[3])));
                    pairs.add(new Judged(cells[0].equals("1"), cells[2], cells[3], score));
                }
            }
        }
        return pairs;
    }

    @Test
    void amongNearNeighboursNineInTenAreFoundWhereNineteenInTwentyFoundAreRight() throws IOException {
        List<Judged> pairs = judged();
        pairs.sort(Comparator.comparingDouble((Judged pair) -> -pair.score()));
        long all = pairs.stream().filter(Judged::same).count();
        int right = 0;
        double recall = 0;
        for (int i = 0; i < pairs.size(); i++) {
            right += pairs.get(i).same() ? 1 : 0;
            if (right >= 0.95 * (i + 1)) {
                recall = right / (double) all;
            }
        }
        assertThat(all).isGreaterThan(200);
        assertThat(recall).isGreaterThan(0.92);
    }

    @Test
    void nineInTenPairsAreOnTheRightSideOfEvenOdds() throws IOException {
        List<Judged> pairs = judged();
        long right =
                pairs.stream().filter(pair -> pair.score() > 0 == pair.same()).count();
        assertThat(right / (double) pairs.size()).isGreaterThan(0.91);
    }
}
