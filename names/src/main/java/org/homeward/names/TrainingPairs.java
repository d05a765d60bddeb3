package org.homeward.names;

import java.util.ArrayList;
import java.util.List;

/** Pairs of words to learn edit costs from: read from lines, and widened by the romanisation tables. */
public final class TrainingPairs {
    private TrainingPairs() {}

    /** What lines held, or the sentence that says which line is no pair. */
    public sealed interface Outcome {
        record Read(List<EditModelTrainer.Pair> pairs) implements Outcome {
            public Read {
                pairs = List.copyOf(pairs);
            }
        }

        record Refused(String sentence) implements Outcome {}
    }

    /** Reads {@code word TAB word}, optionally {@code TAB count}, a line; empty lines and those that begin with # are skipped. */
    public static Outcome read(List<String> lines) {
        List<EditModelTrainer.Pair> pairs = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] cells = line.split("\t", -1);
            if (cells.length < 2 || cells.length > 3) {
                return new Outcome.Refused("Line " + (i + 1)
                        + " is no pair: write a word, a tab, the word it answers to, and if known a tab and a count.");
            }
            int count = 1;
            if (cells.length == 3) {
                try {
                    count = Math.max(1, (int) Double.parseDouble(cells[2]));
                } catch (NumberFormatException e) {
                    return new Outcome.Refused("Line " + (i + 1) + ": the third cell, a count, is not a number.");
                }
            }
            pairs.add(new EditModelTrainer.Pair(cells[0], cells[1], count));
        }
        return pairs.isEmpty() ? new Outcome.Refused("There is no pair in the file.") : new Outcome.Read(pairs);
    }

    /**
     * Every Cyrillic word of {@code pairs} romanised: Latin against Cyrillic, or, where both scripts are Latin, one romanisation
     * against another. Each word meets {@code tables} of the tables that can read it, chosen by its own letters: the same
     * pairs give the same result.
     */
    public static List<EditModelTrainer.Pair> romanised(
            List<EditModelTrainer.Pair> pairs, Script left, Script right, int tables) {
        List<EditModelTrainer.Pair> more = new ArrayList<>();
        for (EditModelTrainer.Pair pair : pairs) {
            for (String word : List.of(pair.left(), pair.right())) {
                if (Script.of(word) != Script.CYRILLIC) {
                    continue;
                }
                List<Romanisation> able = new ArrayList<>();
                for (Romanisation table : Romanisation.values()) {
                    if (table.reads(word)) {
                        able.add(table);
                    }
                }
                int turn = Math.floorMod(word.hashCode() * 0x9E3779B1, 1 << 20);
                for (int t = 0; t < tables; t++) {
                    String one = able.get((turn + t * 7) % able.size()).write(word);
                    String other =
                            able.get((turn / 31 + t * 5 + 3) % able.size()).write(word);
                    if (left == Script.LATIN && right == Script.CYRILLIC) {
                        more.add(new EditModelTrainer.Pair(one, word, 1));
                    } else if (left == Script.LATIN && right == Script.LATIN) {
                        more.add(new EditModelTrainer.Pair(one, other, 1));
                        more.add(new EditModelTrainer.Pair(other, one, 1));
                    }
                }
            }
        }
        return more;
    }

    /** Pairs within one script count in both directions, so that the model has none. */
    public static List<EditModelTrainer.Pair> bothWays(List<EditModelTrainer.Pair> pairs) {
        List<EditModelTrainer.Pair> both = new ArrayList<>(pairs);
        pairs.forEach(pair -> both.add(new EditModelTrainer.Pair(pair.right(), pair.left(), pair.count())));
        return both;
    }

    /** Learns a model and gives it as the text of its file. */
    public static List<String> model(
            Script left,
            Script right,
            List<EditModelTrainer.Pair> pairs,
            EditModelTrainer.Settings settings,
            String source) {
        return EditModel.write(left, right, EditModelTrainer.train(left, right, pairs, settings), source);
    }
}
