package org.homeward.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.homeward.names.EditModelTrainer.Pair;
import org.junit.jupiter.api.Test;

final class EditModelTest {
    private static final EditModelTrainer.Settings SMALL = new EditModelTrainer.Settings(4, 1, true, 6, 2);

    /** Words of random syllables against what the German press would write. */
    private static List<Pair> pairs(int count, long seed) {
        Random random = new Random(seed);
        String consonants = "бвдзкмнпрстшчжцлх";
        String vowels = "аеиоу";
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            StringBuilder word = new StringBuilder();
            for (int s = 2 + random.nextInt(3); s > 0; s--) {
                word.append(consonants.charAt(random.nextInt(consonants.length())))
                        .append(vowels.charAt(random.nextInt(vowels.length())));
            }
            pairs.add(new Pair(Romanisation.GERMAN_RUSSIAN.write(word.toString()), word.toString(), 1));
        }
        return pairs;
    }

    private static EditModel learned() {
        return EditModel.of(
                Script.LATIN,
                Script.CYRILLIC,
                EditModelTrainer.train(Script.LATIN, Script.CYRILLIC, pairs(1500, 7), SMALL));
    }

    @Test
    void learnsFromPairsAloneThatLettersAnswerEachOther() {
        EditModel model = learned();
        assertThat(model.align("petschora", "печора"))
                .extracting(step -> step.left() + "=" + step.right())
                .contains("tsch=ч", "p=п", "r=р");
        assertThat(model.evidence("woschira", "вошира")).isPositive();
        assertThat(model.evidence("woschira", "рамути")).isNegative();
        assertThat(model.evidence("woschira", "вошира")).isGreaterThan(model.evidence("woschira", "вочира"));
    }

    @Test
    void findsWordsThatItWasNotTaughtAmongTwoThousand() {
        EditModel model = learned();
        List<Pair> asked = pairs(2000, 99);
        int right = 0;
        for (Pair pair : asked.subList(0, 50)) {
            Pair best = pair;
            for (Pair other : asked) {
                if (model.evidence(pair.left(), other.right()) > model.evidence(pair.left(), best.right())) {
                    best = other;
                }
            }
            right += best.right().equals(pair.right()) ? 1 : 0;
        }
        assertThat(right).isGreaterThanOrEqualTo(45);
    }

    @Test
    void theSamePairsGiveTheSameFileAndItReadsBack() {
        List<String> file = TrainingPairs.model(Script.LATIN, Script.CYRILLIC, pairs(300, 5), SMALL, "a test");
        assertThat(TrainingPairs.model(Script.LATIN, Script.CYRILLIC, pairs(300, 5), SMALL, "a test"))
                .isEqualTo(file);
        EditModel model = EditModel.read(file);
        assertThat(model.evidence("samora", "замора")).isPositive();
        assertThat(file).contains("# source: a test");
    }

    @Test
    void aModelOfMoreSegmentsThanAWordHasNumbersForIsRefused() {
        String letters = "абвгдежзиклмнопрстуфхцчшщыэюяієїґ";
        List<EditModel.Unit> units = new ArrayList<>();
        for (int i = 0; i < Short.MAX_VALUE; i++) {
            int n = letters.length();
            String right = "" + letters.charAt(i % n) + letters.charAt(i / n % n) + letters.charAt(i / n / n % n);
            units.add(new EditModel.Unit("a", right, 1e-6));
        }
        assertThatThrownBy(() -> EditModel.of(Script.LATIN, Script.CYRILLIC, units))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("32767 different segments");
        EditModel.of(Script.LATIN, Script.CYRILLIC, units.subList(0, Short.MAX_VALUE - 1));
    }

    @Test
    void aFileThatIsNoModelIsRefusedWithItsLine() {
        List<String> file = TrainingPairs.model(Script.LATIN, Script.CYRILLIC, pairs(300, 5), SMALL, "a test");
        Random random = new Random(3);
        String letters = "aбש\t-9.\n ";
        for (int round = 0; round < 3000; round++) {
            List<String> bent = new ArrayList<>(file);
            int line = random.nextInt(bent.size());
            StringBuilder text = new StringBuilder(bent.get(line));
            for (int k = random.nextInt(3); k >= 0; k--) {
                text.insert(random.nextInt(text.length() + 1), letters.charAt(random.nextInt(letters.length())));
            }
            bent.set(line, text.toString());
            try {
                EditModel.read(bent);
            } catch (IllegalArgumentException e) {
                assertThat(e).hasMessageStartingWith("line ");
            }
        }
        assertThatThrownBy(() -> EditModel.read(List.of("nothing"))).hasMessageContaining("line 1");
    }

    @Test
    void aLineThatIsNoPairIsRefusedWithItsNumber() {
        assertThat(TrainingPairs.read(List.of("a\tа", "b")))
                .isInstanceOfSatisfying(
                        TrainingPairs.Outcome.Refused.class,
                        refused -> assertThat(refused.sentence()).contains("Line 2"));
    }

    @Test
    void theShippedCostsFindNamesInArabicAndHebrew() {
        assertThat(NameComparer.explain("Mohammed", "محمد").evidence()).isGreaterThan(5);
        assertThat(NameComparer.explain("Mohammed", "كريم").evidence()).isNegative();
        assertThat(NameComparer.explain("Vorobyov", "וורוביוב").evidence()).isGreaterThan(5);
        assertThat(NameComparer.explain("Мохаммед", "محمد").evidence()).isGreaterThan(1.5);
    }
}
