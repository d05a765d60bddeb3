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
    void wordsThatAreToldToBeFarApartAreAsFarWhenReadInFull() throws IOException {
        List<Token> tokens = new ArrayList<>();
        for (PreparedName name : names()) {
            for (int slot = 0; slot < 3; slot++) {
                Token token = name.slot(slot);
                if (token != null && token.script != null) {
                    tokens.add(token);
                }
            }
        }
        Random random = new Random(7);
        int far = 0;
        int near = 0;
        for (int round = 0; round < 200_000; round++) {
            Token a = tokens.get(random.nextInt(tokens.size()));
            Token b = tokens.get(random.nextInt(tokens.size()));
            EditModel model = EditModels.between(Objects.requireNonNull(a.script), Objects.requireNonNull(b.script));
            if (model == null || model.left() != a.script || model.right() != b.script) {
                continue;
            }
            EditModel.Word x = a.word(model, true, b.script);
            EditModel.Word y = b.word(model, false, a.script);
            float most = EditModel.most(x, y);
            if (most > 0) {
                // Without a floor nothing is told from whole numbers.
                float inFull = model.evidence(x, y) / most;
                for (float floor : new float[] {NameComparer.APART, NameComparer.LOOSE}) {
                    assertThat(model.share(x, y, floor))
                            .as(a.text + " / " + b.text)
                            .isEqualTo(Math.max(floor, inFull));
                }
                far += inFull < NameComparer.APART ? 1 : 0;
                near += inFull > NameComparer.LOOSE ? 1 : 0;
            }
        }
        assertThat(far).isGreaterThan(20_000);
        assertThat(near).isGreaterThan(1_000);
    }

    private static List<PreparedName> names() throws IOException {
        List<PreparedName> names = new ArrayList<>();
        for (String[] pair : pairs()) {
            names.add(PreparedName.of(pair[0]));
            names.add(PreparedName.of(pair[1]));
        }
        names.addAll(madeUp());
        return names;
    }

    @Test
    void whatAGlanceSaysIsWhatReadingInFullSays() throws IOException {
        List<PreparedName> names = names();
        NameWeights weights = NameWeights.shipped();
        int strangers = 0;
        int asRead = 0;
        for (PreparedName a : names) {
            for (PreparedName b : names) {
                assertThat(weights.logit(a, b))
                        .as(a.surname + " " + a.given + " / " + b.surname + " " + b.given)
                        .isEqualTo(weights.inFull(a, b));
                boolean stands = Glance.standsAsRead(a, b);
                asRead += stands ? 1 : 0;
                strangers += stands && Glance.at(a, b, 0) == Glance.APART ? 1 : 0;
            }
        }
        assertThat(asRead).isGreaterThan(names.size() * names.size() / 2);
        assertThat(strangers).isGreaterThan(names.size() * names.size() / 4);
    }

    /** Names of every sort that is read in full or at a glance: initials, double and short names, relatives, other scripts, words in another's place. */
    private static List<PreparedName> madeUp() {
        String[] surnames = {
            "Коваль",
            "Нечуй-Левицький",
            "Kovalenko",
            "Іваненко",
            "Юр",
            "محمد",
            "כהן",
            "Петров",
            "Иванов",
            "Ким",
            "К.",
            "Саша"
        };
        String[] given = {
            "Іван", "Юрій", "Георгій", "Егор", "Саша", "Sasha", "О.", "Ivan", "Анна-Марія", "Владислав", "", "Петренко"
        };
        String[] patronymics = {"Іванович", "Юрьевна", "Георгиевич", "Петрович", "П.", "", "Ivanovych"};
        List<PreparedName> made = new ArrayList<>();
        Random random = new Random(41);
        for (int i = 0; i < 300; i++) {
            made.add(PreparedName.of(
                    (surnames[random.nextInt(surnames.length)] + " " + given[random.nextInt(given.length)] + " "
                                    + patronymics[random.nextInt(patronymics.length)])
                            .strip()));
        }
        return made;
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
