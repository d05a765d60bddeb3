package org.homeward.bench.names;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.homeward.names.EditModelTrainer.Pair;
import org.homeward.names.EditModelTrainer.Settings;
import org.homeward.names.NameWeights;
import org.homeward.names.Plausibility;
import org.homeward.names.Script;
import org.homeward.names.TrainingPairs;

/** Learns the files of costs and weights that ship, from the parts of the lists by which nothing is judged. */
final class CostLearning {
    private static final String WIKIDATA = "steveash/NETransliteration-COLING2018 (CC0 1.0)";
    private static final String TRANSLATOR = "dchaplinsky/names-translator (MIT)";

    private final NameLists lists;
    private final Path into;
    private final PrintStream out;

    CostLearning(NameLists lists, Path into, PrintStream out) {
        this.lists = lists;
        this.into = into;
        this.out = out;
    }

    void sounds() throws IOException {
        List<String> words = new ArrayList<>();
        for (SyntheticNames.Word word : lists.surnames(false)) {
            words.add(word.ukrainian());
            words.add(word.russian());
        }
        Files.write(into.resolve("sound-triples.txt"), Plausibility.learn(words, TRANSLATOR));
    }

    void costs() throws IOException {
        List<Pair> surnames = lists.learned(lists.surnames(false), 2);
        List<Pair> romanised = lists.learned(lists.surnames(false), 6);
        romanised.addAll(lists.learned(lists.given(), 2));
        romanised.addAll(lists.learned(lists.patronymics(), 2));
        List<Pair> russian = lists.transliterated(Script.CYRILLIC, false);
        russian.addAll(TrainingPairs.romanised(romanised, Script.LATIN, Script.CYRILLIC, 1));
        write(Script.LATIN, Script.CYRILLIC, russian, new Settings(4, 2, true, 5, 4), WIKIDATA + ", " + TRANSLATOR);
        for (Script script : new Script[] {Script.ARABIC, Script.HEBREW}) {
            write(Script.LATIN, script, lists.transliterated(script, false), new Settings(4, 3, true, 6, 4), WIKIDATA);
        }
        List<Pair> latin = TrainingPairs.romanised(romanised, Script.LATIN, Script.LATIN, 1);
        write(Script.LATIN, Script.LATIN, latin, new Settings(3, 3, true, 5, 4), TRANSLATOR);
        write(
                Script.CYRILLIC,
                Script.CYRILLIC,
                TrainingPairs.bothWays(surnames),
                new Settings(2, 2, true, 5, 4),
                TRANSLATOR);
    }

    private void write(Script left, Script right, List<Pair> pairs, Settings settings, String source)
            throws IOException {
        String name = ("edits-" + left + "-" + right + ".txt").toLowerCase(java.util.Locale.ROOT);
        List<String> lines = TrainingPairs.model(left, right, pairs, settings, source);
        Files.write(into.resolve(name), lines);
        out.printf("%s: %,d pairs, %,d units%n", name, pairs.size(), lines.size() - 3);
    }

    void weights(long seed) throws IOException {
        List<NameWeights.Labelled> pairs = new ArrayList<>();
        for (int part = 0; part < 8; part++) {
            pairs.addAll(SyntheticNames.from(lists, seed + part, false).labelled(3000, 9));
            pairs.addAll(SyntheticNames.foreign(lists, seed + part, false).labelled(3000, 9));
            pairs.addAll(SyntheticNames.from(lists, seed + part, false).alone(1000, 9));
            pairs.addAll(SyntheticNames.foreign(lists, seed + part, false).alone(1000, 9));
        }
        Files.write(
                into.resolve("name-weights.txt"),
                NameWeights.fit(pairs)
                        .write("synthetic pairs of bench/run names from " + TRANSLATOR + ", seed " + seed));
        out.printf("name-weights.txt: %,d pairs%n", pairs.size());
    }
}
