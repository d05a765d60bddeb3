package org.homeward.cli.names;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.homeward.names.NameMatch;
import org.homeward.protocol.json.CanonicalJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Scores pairs of names, a line each. */
@Command(
        name = "score",
        mixinStandardHelpOptions = true,
        description = {
            "Reads two names a line, separated by a tab, and writes for each line, separated by tabs: the probability that both are"
                    + " one name, a verdict (same, likely, unsure, different) and the reasons.",
            "The probability is calibrated where about one pair in ten is one name and the others are close neighbours. It is about"
                    + " the writing only: namesakes have one name and are two people.",
            "Exit code: 0 done, 2 the file cannot be used (nothing is written)."
        },
        footer = {"", "Example:", "  homeward names score --pairs pairs.tsv"})
final class NamesScore implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call().
    private CommandSpec spec;

    @Option(
            names = "--pairs",
            required = true,
            paramLabel = "FILE",
            description = "two names a line, separated by a tab; UTF-8")
    @SuppressWarnings("NullAway.Init") // picocli refuses a call without it.
    private Path pairs;

    @Option(names = "--json", description = "one JSON object a line; the probability in millionths")
    private boolean json;

    @Override
    public Integer call() {
        Lines.Outcome outcome = Lines.read(pairs);
        if (outcome instanceof Lines.Outcome.Refused refused) {
            return bad(refused.sentence());
        }
        List<String[]> names = new ArrayList<>();
        for (String line : ((Lines.Outcome.Read) outcome).lines()) {
            String[] cells = line.split("\t", -1);
            if (cells.length < 2) {
                return bad(pairs + ", line " + (names.size() + 1) + ": write two names with a tab between them.");
            }
            names.add(cells);
        }
        PrintWriter out = spec.commandLine().getOut();
        for (String[] pair : names) {
            NameMatch match = NameMatch.of(pair[0], pair[1]);
            String verdict = match.verdict().name().toLowerCase(Locale.ROOT);
            if (json) {
                out.println(new String(
                        CanonicalJson.bytes(Map.of(
                                "probabilityMillionths",
                                Math.round(match.probability() * 1e6),
                                "verdict",
                                verdict,
                                "explanation",
                                match.words())),
                        StandardCharsets.UTF_8));
            } else {
                out.printf(Locale.ROOT, "%.6f\t%s\t%s%n", match.probability(), verdict, match.words());
            }
        }
        out.flush();
        return 0;
    }

    private int bad(String sentence) {
        spec.commandLine().getErr().println(sentence);
        return 2;
    }
}
