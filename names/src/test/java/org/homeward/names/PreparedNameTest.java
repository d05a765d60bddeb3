package org.homeward.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class PreparedNameTest {
    private static List<String[]> pairs() throws IOException {
        List<String[]> pairs = new ArrayList<>();
        try (var in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(PreparedNameTest.class.getResourceAsStream("pairs-by-hand.tsv")),
                StandardCharsets.UTF_8))) {
            for (String line : in.lines().toList()) {
                String[] cells = line.split("\t");
                if (!line.startsWith("#")) {
                    pairs.add(new String[] {cells[2], cells[3]});
                }
            }
        }
        return pairs;
    }

    @Test
    void whichNameComesFirstChangesNothing() throws IOException {
        for (String[] pair : pairs()) {
            PreparedName a = PreparedName.of(pair[0]);
            PreparedName b = PreparedName.of(pair[1]);
            assertThat(NameComparer.logOdds(a, b)).as(pair[0] + " / " + pair[1]).isEqualTo(NameComparer.logOdds(b, a));
        }
    }

    @Test
    void whatWasWorkedOutBeforeChangesNoAnswer() throws IOException {
        List<Token> tokens = new ArrayList<>();
        for (String[] pair : pairs()) {
            for (String name : pair) {
                PreparedName ready = PreparedName.of(name);
                for (int slot = 0; slot < 3; slot++) {
                    if (ready.slot(slot) != null) {
                        tokens.add(ready.slot(slot));
                    }
                }
            }
        }
        Random random = new Random(5);
        for (int round = 0; round < 20_000; round++) {
            Token a = tokens.get(random.nextInt(tokens.size()));
            Token b = tokens.get(random.nextInt(tokens.size()));
            long first = TokenPairs.compare(a, b);
            assertThat(TokenPairs.compare(b, a)).as(a.text + " / " + b.text).isEqualTo(first);
            // Tokens that nothing was kept of, by their numbers.
            assertThat(TokenPairs.compare(new Token(a.text), new Token(b.text)))
                    .as(a.text + " / " + b.text)
                    .isEqualTo(a == b && !a.initial ? TokenPairs.outcome(a, a) : first);
        }
    }

    @Test
    void whoIsAStrangerAtAGlanceIsOneWhenReadInFull() throws IOException {
        List<PreparedName> names = new ArrayList<>();
        for (String[] pair : pairs()) {
            names.add(PreparedName.of(pair[0]));
            names.add(PreparedName.of(pair[1]));
        }
        double[] weights = new double[NameFeatures.SIZE];
        Random random = new Random(3);
        for (int f = 0; f < weights.length; f++) {
            weights[f] = random.nextDouble();
        }
        double[] strangers = NameFeatures.sumOfStrangers(weights);
        int seen = 0;
        for (PreparedName a : names) {
            for (PreparedName b : names) {
                if (Glance.strangers(a.glance, b.glance)) {
                    seen++;
                    assertThat(NameFeatures.sum(weights, null, a, b))
                            .as(a.surname.text + " / " + b.surname.text)
                            .isEqualTo(strangers[Glance.both(a.glance, b.glance)]);
                }
            }
        }
        assertThat(seen).isGreaterThan(names.size() * names.size() / 6);
    }

    @Test
    void theSameProbabilityIsSaidWithReasonsAndWithout() throws IOException {
        for (String[] pair : pairs()) {
            assertThat(NameMatch.of(pair[0], pair[1]).probability())
                    .isEqualTo(NameComparer.compare(PreparedName.of(pair[0]), PreparedName.of(pair[1])));
        }
    }

    @Test
    void anyTextIsANameOrNoneButNeverAFailure() {
        Random random = new Random(17);
        String[] bits = {
            "Коваль",
            "Ivan",
            "\u0000",
            "\u202E",
            "e\u0301",
            "\uD83D\uDE00",
            "\uD800",
            "محمد",
            "יוסף",
            "-",
            "'",
            ".",
            ",",
            " ",
            "(",
            ")",
            "al-",
            "abd ",
            "Գրիգորյան",
            "123",
            "ß",
            "I",
            "О'",
            "\u0438\u0306",
            "\t",
            "\r",
            "M.",
            "ст.",
            "''--",
            "ʹ"
        };
        for (int round = 0; round < 20_000; round++) {
            StringBuilder left = new StringBuilder();
            StringBuilder right = new StringBuilder();
            for (int i = random.nextInt(7); i >= 0; i--) {
                left.append(bits[random.nextInt(bits.length)]);
                right.append(bits[random.nextInt(bits.length)]);
            }
            NameMatch match = NameMatch.of(left.toString(), right.toString());
            assertThat(match.probability()).isBetween(0.0, 1.0);
            assertThat(match.words()).doesNotContain("\t", "\n", "\r", "\u0000");
        }
    }
}
