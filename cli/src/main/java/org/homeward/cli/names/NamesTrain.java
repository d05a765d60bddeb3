package org.homeward.cli.names;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.homeward.names.EditModelTrainer;
import org.homeward.names.EditModelTrainer.Pair;
import org.homeward.names.Script;
import org.homeward.names.TrainingPairs;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Learns edit costs from pairs. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description = {
            "Learns which letters answer which from pairs of words that are one name, by expectation maximisation, and writes them"
                    + " with their costs. The same pairs give the same file. docs/names-training.md has the recipe of the files that ship.",
            "Exit code: 0 done, 2 the file cannot be used (nothing is written)."
        },
        footer = {
            "",
            "Example:",
            "  homeward names train --pairs latin-hebrew.tsv --left LATIN --right HEBREW --out costs.txt"
        })
final class NamesTrain implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call().
    private CommandSpec spec;

    @Option(
            names = "--pairs",
            paramLabel = "FILE",
            description = "a word, a tab and the word it answers to on each line, and if known a tab and a count")
    private @Nullable Path pairs;

    @Option(
            names = "--romanise",
            paramLabel = "FILE",
            description = "pairs whose Cyrillic words are taken with their romanisations, one table for each word")
    private @Nullable Path romanise;

    @Option(
            names = "--left",
            defaultValue = "LATIN",
            description = "script of the left: ${COMPLETION-CANDIDATES} (default: LATIN)")
    private Script left = Script.LATIN;

    @Option(names = "--right", defaultValue = "CYRILLIC", description = "script of the right (default: CYRILLIC)")
    private Script right = Script.CYRILLIC;

    @Option(
            names = "--longest-left",
            defaultValue = "3",
            description = "most letters of a unit on the left, 1 to 4 (default: 3)")
    private int longestLeft;

    @Option(names = "--longest-right", defaultValue = "2", description = "the same on the right (default: 2)")
    private int longestRight;

    @Option(names = "--rounds", defaultValue = "5", description = "rounds of expectation maximisation (default: 5)")
    private int rounds;

    @Option(
            names = "--source",
            defaultValue = "not stated",
            description = "where the pairs come from, kept in the file")
    private String source = "not stated";

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "file to write")
    @SuppressWarnings("NullAway.Init") // picocli refuses a call without it.
    private Path out;

    @Override
    public Integer call() throws IOException {
        if (longestLeft < 1 || longestLeft > 4 || longestRight < 1 || longestRight > 4 || rounds < 1 || rounds > 100) {
            return bad("A unit has 1 to 4 letters, and there are 1 to 100 rounds.");
        }
        if (pairs == null && romanise == null) {
            return bad("Name a file of pairs with --pairs, or one to romanise with --romanise.");
        }
        List<Pair> all = new ArrayList<>();
        for (Path file : new Path[] {pairs, romanise}) {
            if (file == null) {
                continue;
            }
            Lines.Outcome lines = Lines.read(file);
            if (lines instanceof Lines.Outcome.Refused refused) {
                return bad(refused.sentence());
            }
            TrainingPairs.Outcome read = TrainingPairs.read(((Lines.Outcome.Read) lines).lines());
            if (read instanceof TrainingPairs.Outcome.Refused refused) {
                return bad(file + ": " + refused.sentence());
            }
            List<Pair> own = ((TrainingPairs.Outcome.Read) read).pairs();
            boolean asTheyAre = file.equals(pairs);
            all.addAll(
                    !asTheyAre
                            ? TrainingPairs.romanised(own, left, right, 1)
                            : left == right ? TrainingPairs.bothWays(own) : own);
        }
        List<String> model = TrainingPairs.model(
                left, right, all, new EditModelTrainer.Settings(longestLeft, longestRight, true, rounds, 4), source);
        if (model.size() < 4) {
            return bad("Nothing could be learned: no unit of " + left + " against " + right + " is in enough pairs.");
        }
        Lines.write(out, model);
        spec.commandLine().getOut().printf("%d pairs, %d units in %s%n", all.size(), model.size() - 3, out);
        return 0;
    }

    private int bad(String sentence) {
        spec.commandLine().getErr().println(sentence);
        return 2;
    }
}
