package org.homeward.names;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * The figures of this module, measured: {@code NamesBench FOLDER WHAT}, where the folder has the pairs that
 * {@code docs/names-training.md} names, and WHAT is {@code pairs} (recall at fixed precision among nearest neighbours),
 * {@code speed}, {@code fit FILE} (fits the shipped weights) or {@code tokens SCRIPT} (learns from nine tenths, searches for the
 * rest). Words are split by their letters, so that no word is in both the fitted and the judged part.
 */
final class NamesBench {
    private static final long SEED = 20260205;

    private NamesBench() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        System.out.printf(
                Locale.ROOT,
                "NamesBench, seed %d, Java %s, %d processors, heap %d MiB%n",
                SEED,
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory() >> 20);
        switch (arguments[1]) {
            case "pairs" -> pairs(folder);
            case "speed" -> speed(folder);
            case "fit" ->
                Files.write(
                        Path.of(arguments[2]),
                        fit(folder)
                                .write("synthetic pairs of NamesBench from dchaplinsky/names-translator (MIT), seed "
                                        + SEED));
            case "tokens" -> tokens(folder, Script.valueOf(arguments[2]));
            default -> System.out.println("pairs, speed, fit FILE or tokens SCRIPT");
        }
    }

    private static NameWeights fit(Path folder) throws IOException {
        NameWeights weights = NameWeights.fit(synthetic(folder, SEED, false).labelled(3000, 9));
        return weights;
    }

    private static SyntheticNames synthetic(Path folder, long seed, boolean judged) throws IOException {
        return new SyntheticNames(
                seed,
                words(folder.resolve("uk_ru_first.tsv"), judged, false),
                words(folder.resolve("uk_ru_patronymic.tsv"), judged, false),
                words(folder.resolve("uk_ru_last.tsv"), judged, true));
    }

    /** Ukrainian word, rank, Russian word; the likeliest Russian word only. */
    private static List<SyntheticNames.Word> words(Path file, boolean judged, boolean split) throws IOException {
        List<SyntheticNames.Word> words = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            String[] cells = line.split("\t");
            if (cells.length == 3
                    && cells[1].equals("0")
                    && (!split || judged == (Math.floorMod(cells[0].hashCode(), 5) == 0))) {
                words.add(new SyntheticNames.Word(cells[0], cells[2].toLowerCase(Locale.ROOT)));
            }
        }
        // Lists are in the order of letters; people are not.
        Collections.shuffle(words, new Random(SEED));
        return words;
    }

    private static void pairs(Path folder) throws IOException {
        List<NameWeights.Labelled> pairs = synthetic(folder, SEED + 1, true).labelled(3000, 9);
        long started = System.nanoTime();
        record Scored(double score, NameWeights.Labelled pair) {}
        List<Scored> scored = new ArrayList<>();
        NameTable table = new NameTable(pairs.size() * 2);
        for (NameWeights.Labelled pair : pairs) {
            scored.add(new Scored(
                    table.score(table.add(PersonName.parse(pair.left())), table.add(PersonName.parse(pair.right()))),
                    pair));
        }
        double micros = (System.nanoTime() - started) / 1e3 / pairs.size();
        scored.sort((a, b) -> Double.compare(b.score(), a.score()));
        long positives = pairs.stream().filter(NameWeights.Labelled::same).count();
        System.out.printf(
                Locale.ROOT,
                "%d pairs, %d of one person, read and scored in %.1f us a pair%n",
                pairs.size(),
                positives,
                micros);
        for (double least : new double[] {0.9, 0.95, 0.99}) {
            double recall = 0;
            int right = 0;
            for (int i = 0; i < scored.size(); i++) {
                right += scored.get(i).pair().same() ? 1 : 0;
                if (right >= least * (i + 1)) {
                    recall = Math.max(recall, right / (double) positives);
                }
            }
            System.out.printf(Locale.ROOT, "recall at precision %.2f: %.4f%n", least, recall);
        }
        int[] seen = new int[10];
        double[] said = new double[10];
        int[] held = new int[10];
        for (Scored s : scored) {
            double p = NameTable.probability(s.score());
            int bin = Math.min(9, (int) (p * 10));
            seen[bin]++;
            said[bin] += p;
            held[bin] += s.pair().same() ? 1 : 0;
        }
        for (int bin = 0; bin < 10; bin++) {
            System.out.printf(
                    Locale.ROOT,
                    "said %.3f held %.3f of %d%n",
                    said[bin] / Math.max(1, seen[bin]),
                    held[bin] / (double) Math.max(1, seen[bin]),
                    seen[bin]);
        }
        scored.stream()
                .filter(s -> !s.pair().same())
                .limit(25)
                .forEach(s -> System.out.printf(
                        Locale.ROOT,
                        "wrong %.2f %s / %s%n",
                        s.score(),
                        s.pair().left(),
                        s.pair().right()));
        scored.reversed().stream()
                .filter(s -> s.pair().same())
                .limit(40)
                .forEach(s -> System.out.printf(
                        Locale.ROOT,
                        "missed %.2f %s / %s%n",
                        s.score(),
                        s.pair().left(),
                        s.pair().right()));
    }

    private static void speed(Path folder) throws IOException {
        List<NameWeights.Labelled> made = synthetic(folder, SEED + 2, true).labelled(10_000, 0);
        NameTable table = new NameTable(20_000);
        made.forEach(pair -> {
            table.add(PersonName.parse(pair.left()));
            table.add(PersonName.parse(pair.right()));
        });
        for (int round = 0; round < 5; round++) {
            Random random = new Random(SEED + round);
            int count = 1_000_000;
            double sum = 0;
            long started = System.nanoTime();
            for (int i = 0; i < count; i++) {
                sum += table.score(random.nextInt(table.size()), random.nextInt(table.size()));
            }
            double seconds = (System.nanoTime() - started) / 1e9;
            System.out.printf(
                    Locale.ROOT, "%.2f million random name pairs a second (sum %.0f)%n", count / seconds / 1e6, sum);
        }
    }

    private static void tokens(Path folder, Script script) throws IOException {
        String name = script == Script.CYRILLIC ? "russian" : script.name().toLowerCase(Locale.ROOT);
        List<EditModelTrainer.Pair> learned = new ArrayList<>();
        List<EditModelTrainer.Pair> held = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("wd_" + name + "_80.tsv"))) {
            String[] cells = line.split("\t");
            if (cells.length == 3) {
                var pair = new EditModelTrainer.Pair(cells[0], cells[1].replace(" ", ""), 1);
                (Math.floorMod(cells[0].hashCode() * 31 + 7, 10) == 0 ? held : learned).add(pair);
            }
        }
        EditModel model = EditModel.of(
                Script.LATIN,
                script,
                EditModelTrainer.train(Script.LATIN, script, learned, EditModelTrainer.Settings.standard()));
        Collections.shuffle(held, new Random(SEED));
        List<String> targets = new ArrayList<>();
        List.of(held, learned).forEach(list -> list.forEach(pair -> targets.add(pair.right())));
        List<String> distinct = targets.stream().distinct().limit(31_000).toList();
        List<EditModel.Word> words = distinct.stream().map(model::rightWord).toList();
        int asked = Math.min(300, held.size());
        int right = 0;
        for (EditModelTrainer.Pair pair : held.subList(0, asked)) {
            EditModel.Word word = model.leftWord(pair.left());
            int best = 0;
            float most = Float.NEGATIVE_INFINITY;
            for (int i = 0; i < words.size(); i++) {
                float evidence = model.evidence(word, words.get(i));
                if (evidence > most) {
                    most = evidence;
                    best = i;
                }
            }
            right += distinct.get(best).equals(pair.right()) ? 1 : 0;
        }
        System.out.printf(
                Locale.ROOT,
                "%s: recall at 1 %.3f, %d queries held back from learning, %d targets%n",
                script,
                right / (double) asked,
                asked,
                distinct.size());
    }
}
