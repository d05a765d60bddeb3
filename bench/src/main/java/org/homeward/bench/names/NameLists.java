package org.homeward.bench.names;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.homeward.names.EditModelTrainer.Pair;
import org.homeward.names.Script;

/**
 * The public lists in a folder: {@code uk_ru_first|patronymic|last.tsv} (dchaplinsky/names-translator, MIT) and {@code
 * wd_russian|arabic|hebrew_80.tsv} (steveash/NETransliteration-COLING2018, CC0). Each word is either learned from or judged by, never
 * both: a surname by its letters one in five, a transliterated word one in ten.
 */
final class NameLists {
    private static final long ORDER = 20260205;

    private final Path folder;

    NameLists(Path folder) {
        this.folder = folder;
    }

    private static boolean judgedSurname(String ukrainian) {
        // By the beginning, so that a man's and a woman's form, and most kin of one root, fall on one side.
        String root = ukrainian.substring(0, Math.min(5, ukrainian.length()));
        return Math.floorMod(root.hashCode() * 31 + 7, 5) == 0;
    }

    private static boolean judgedWord(String latin) {
        return Math.floorMod(latin.hashCode() * 31 + 7, 10) == 0;
    }

    List<SyntheticNames.Word> given() throws IOException {
        return words("first", null);
    }

    List<SyntheticNames.Word> patronymics() throws IOException {
        return words("patronymic", null);
    }

    List<SyntheticNames.Word> surnames(boolean judged) throws IOException {
        return words("last", judged);
    }

    /** Ukrainian word, rank, Russian word; the likeliest Russian word only. */
    private List<SyntheticNames.Word> words(String part, @org.jspecify.annotations.Nullable Boolean judged)
            throws IOException {
        List<SyntheticNames.Word> words = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("uk_ru_" + part + ".tsv"))) {
            String[] cells = line.split("\t");
            if (cells.length == 3 && cells[1].equals("0") && (judged == null || judged == judgedSurname(cells[0]))) {
                words.add(new SyntheticNames.Word(cells[0], cells[2].toLowerCase(Locale.ROOT)));
            }
        }
        // Lists are in the order of letters; people are not.
        Collections.shuffle(words, new Random(ORDER));
        return words;
    }

    /** Latin words with the same in another script, in the order of the file. */
    List<Pair> transliterated(Script script, boolean judged) throws IOException {
        String name = script == Script.CYRILLIC ? "russian" : script.name().toLowerCase(Locale.ROOT);
        List<Pair> pairs = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("wd_" + name + "_80.tsv"))) {
            String[] cells = line.split("\t");
            if (cells.length == 3 && judgedWord(cells[0]) == judged) {
                pairs.add(new Pair(cells[0], cells[1].replace(" ", ""), Integer.parseInt(cells[2])));
            }
        }
        return pairs;
    }

    /** Ukrainian words against Russian ones, of which costs are learned. */
    List<Pair> learned(List<SyntheticNames.Word> words, int oneIn) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < words.size(); i += oneIn) {
            pairs.add(new Pair(words.get(i).ukrainian(), words.get(i).russian(), 1));
        }
        return pairs;
    }
}
