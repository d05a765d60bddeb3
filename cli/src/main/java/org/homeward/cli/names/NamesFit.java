package org.homeward.cli.names;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.homeward.names.NameWeights;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Fits the weights that turn a comparison of names into a probability. */
@Command(
        name = "fit",
        mixinStandardHelpOptions = true,
        description = {
            "Fits the weights that turn a comparison of two names into a probability, from pairs that people have judged: two names"
                    + " and 1 (one name) or 0 on each line, separated by tabs.",
            "Exit code: 0 done, 2 the file cannot be used (nothing is written)."
        },
        footer = {"", "Example:", "  homeward names fit --pairs judged.tsv --out weights.txt"})
final class NamesFit implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call().
    private CommandSpec spec;

    @Option(names = "--pairs", required = true, paramLabel = "FILE", description = "two names and 1 or 0 on each line")
    @SuppressWarnings("NullAway.Init") // picocli refuses a call without it.
    private Path pairs;

    /** Pairs of each kind, below which a question finds too few on its sides. */
    private static final int LEAST = 20;

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
        Lines.Outcome lines = Lines.read(pairs);
        if (lines instanceof Lines.Outcome.Refused refused) {
            return bad(refused.sentence());
        }
        List<NameWeights.Labelled> judged = new ArrayList<>();
        for (String line : ((Lines.Outcome.Read) lines).lines()) {
            String[] cells = line.split("\t", -1);
            if (cells.length != 3 || !cells[2].equals("0") && !cells[2].equals("1")) {
                return bad(
                        pairs + ", line " + (judged.size() + 1) + ": write two names and 1 or 0, with tabs between.");
            }
            judged.add(new NameWeights.Labelled(cells[0], cells[1], cells[2].equals("1")));
        }
        long same = judged.stream().filter(NameWeights.Labelled::same).count();
        if (Math.min(same, judged.size() - same) < LEAST) {
            return bad(pairs + ": " + same + " pairs are one name and " + (judged.size() - same)
                    + " are two. Give at least " + LEAST + " of each: from fewer nothing is learned.");
        }
        Lines.write(out, NameWeights.fit(judged).write(source));
        spec.commandLine().getOut().printf("%d pairs, weights in %s%n", judged.size(), out);
        return 0;
    }

    private int bad(String sentence) {
        spec.commandLine().getErr().println(sentence);
        return 2;
    }
}
