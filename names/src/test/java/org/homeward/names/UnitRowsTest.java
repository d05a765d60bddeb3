package org.homeward.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The cheapest chain of units, against a search that tries every unit at every place. */
final class UnitRowsTest {
    private static final List<EditModel.Unit> UNITS = List.of(
            new EditModel.Unit("a", "а", .2),
            new EditModel.Unit("b", "б", .1),
            new EditModel.Unit("ab", "аб", .05),
            new EditModel.Unit("sh", "ш", .1),
            new EditModel.Unit("s", "с", .1),
            new EditModel.Unit("h", "х", .05),
            new EditModel.Unit("h", "", .02),
            new EditModel.Unit("", "ь", .02),
            new EditModel.Unit("sha", "", .001),
            new EditModel.Unit("b", "ьб", .01));
    private static final EditModel MODEL = EditModel.of(Script.LATIN, Script.CYRILLIC, UNITS);

    private static double cheapest(String left, String right) {
        double[][] at = new double[left.length() + 1][right.length() + 1];
        for (int i = 0; i <= left.length(); i++) {
            for (int j = 0; j <= right.length(); j++) {
                double best = i + j == 0 ? 0 : Double.MAX_VALUE;
                for (EditModel.Unit unit : UNITS) {
                    boolean gapOfRight = unit.left().isEmpty() && unit.right().length() > 1;
                    if (!gapOfRight
                            && left.substring(0, i).endsWith(unit.left())
                            && right.substring(0, j).endsWith(unit.right())) {
                        best = Math.min(
                                best,
                                at[i - unit.left().length()][j - unit.right().length()] - Math.log(unit.probability()));
                    }
                }
                if (i > 0) {
                    best = Math.min(best, at[i - 1][j] + EditModel.STRAY_GAP);
                }
                if (j > 0) {
                    best = Math.min(best, at[i][j - 1] + EditModel.STRAY_GAP);
                }
                if (i > 0 && j > 0) {
                    best = Math.min(best, at[i - 1][j - 1] + EditModel.STRAY_CHANGE);
                }
                at[i][j] = best;
            }
        }
        return at[left.length()][right.length()];
    }

    private static String word(Random random, String letters) {
        StringBuilder word = new StringBuilder();
        for (int i = random.nextInt(7); i >= 0; i--) {
            word.append(letters.charAt(random.nextInt(letters.length())));
        }
        return word.toString();
    }

    @Test
    void theCheapestChainIsFoundAndShown() {
        Random random = new Random(23);
        for (int round = 0; round < 5_000; round++) {
            String left = word(random, "abshx");
            String right = word(random, "абсхшья");
            EditModel.Word x = MODEL.leftWord(left);
            EditModel.Word y = MODEL.rightWord(right);
            double cost = cheapest(left, right);
            assertThat(x.information + y.information - MODEL.evidence(x, y))
                    .as(left + " / " + right)
                    .isCloseTo((float) cost, within(1e-3f));
            assertThat(MODEL.align(left, right).stream()
                            .mapToDouble(EditModel.Step::cost)
                            .sum())
                    .isCloseTo(cost, within(1e-3));
        }
    }

    @Test
    void stoppingEarlyNeverHidesAShareAboveTheFloor() {
        Random random = new Random(29);
        for (int round = 0; round < 5_000; round++) {
            EditModel.Word x = MODEL.leftWord(word(random, "absh"));
            EditModel.Word y = MODEL.rightWord(word(random, "абсхш"));
            float most = EditModel.most(x, y);
            float exact = most <= 0 ? -0.25f : Math.max(-0.25f, MODEL.evidence(x, y) / most);
            assertThat(MODEL.share(x, y, -0.25f)).isCloseTo(exact, within(1e-4f));
        }
    }

    @Test
    void stoppingEarlyNeverHidesAShareOfTheModelsThatShip() {
        Random random = new Random(31);
        for (Script right : List.of(Script.CYRILLIC, Script.LATIN)) {
            EditModel model = Objects.requireNonNull(EditModels.between(Script.CYRILLIC, right));
            String rights = right == Script.LATIN ? "abdehiklmnorstuvyz" : "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя";
            for (int round = 0; round < 10_000; round++) {
                String word = word(random, "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя");
                String other = right == Script.LATIN ? word(random, rights) : slipped(random, word, rights);
                boolean cyrillicFirst = model.left() == Script.CYRILLIC;
                EditModel.Word x = model.leftWord(cyrillicFirst ? word : other);
                EditModel.Word y = model.rightWord(cyrillicFirst ? other : word);
                float most = EditModel.most(x, y);
                float exact = most <= 0 ? -0.25f : Math.max(-0.25f, model.evidence(x, y) / most);
                assertThat(model.share(x, y, -0.25f)).as(word + " / " + other).isCloseTo(exact, within(1e-4f));
            }
        }
    }

    /** A word with two neighbours exchanged or a letter replaced, some times. */
    private static String slipped(Random random, String word, String letters) {
        StringBuilder slipped = new StringBuilder(word);
        for (int slips = random.nextInt(4); slips > 0; slips--) {
            int at = random.nextInt(slipped.length());
            char letter = slipped.charAt(at);
            if (at > 0 && random.nextBoolean()) {
                slipped.setCharAt(at, slipped.charAt(at - 1));
                slipped.setCharAt(at - 1, letter);
            } else {
                slipped.setCharAt(at, letters.charAt(random.nextInt(letters.length())));
            }
        }
        return slipped.toString();
    }
}
