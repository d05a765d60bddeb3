package org.homeward.cli.names;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.homeward.cli.names.PairLines.Line;
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
            "A line that cannot be read as two names has its line too: probability 0, the verdict unreadable, and why.",
            "The probability is calibrated where about one pair in ten is one name and the others are close neighbours. It is about"
                    + " the writing only: namesakes have one name and are two people.",
            "Exit code: 0 done, 2 the file cannot be read or is empty (nothing is written)."
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

    private static final String UNREADABLE = "unreadable";

    @Option(names = "--json", description = "one JSON object a line; the probability in millionths")
    private boolean json;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        long lines = 0;
        long unreadable = 0;
        NamesKept kept = new NamesKept();
        try (PairLines read = new PairLines(Files.newInputStream(pairs))) {
            StringBuilder text = new StringBuilder(1 << 16);
            for (Line line = read.next(); line != null; line = read.next()) {
                lines++;
                switch (line) {
                    case Line.Unusable unusable -> {
                        unreadable++;
                        write(0, UNREADABLE, unusable.sentence(), text);
                    }
                    case Line.Pair pair -> {
                        NameMatch match = kept.match(pair.left(), pair.right());
                        write(match.probability(), word(match.verdict()), match.words(), text);
                    }
                }
                if (text.length() > 1 << 15) {
                    out.append(text);
                    text.setLength(0);
                }
            }
            out.append(text);
        } catch (IOException e) {
            return bad("The file " + pairs + " cannot be read; check that it exists and that you may read it.");
        }
        out.flush();
        if (lines == 0) {
            return bad("The file " + pairs + " has no line in it.");
        }
        if (unreadable > 0) {
            spec.commandLine()
                    .getErr()
                    .printf("%d of %d lines could not be read as two names; each says why.%n", unreadable, lines);
        }
        return 0;
    }

    private static String word(NameMatch.Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }

    private void write(double probability, String verdict, String explanation, StringBuilder into) {
        if (json) {
            into.append(new String(
                    CanonicalJson.bytes(Map.of(
                            "probabilityMillionths",
                            Math.round(probability * 1e6),
                            "verdict",
                            verdict,
                            "explanation",
                            explanation)),
                    StandardCharsets.UTF_8));
        } else {
            long millionths = Math.round(probability * 1e6);
            String digits = Long.toString(1_000_000 + millionths % 1_000_000);
            into.append(millionths / 1_000_000)
                    .append('.')
                    .append(digits, 1, digits.length())
                    .append('\t')
                    .append(verdict)
                    .append('\t')
                    .append(explanation);
        }
        into.append(System.lineSeparator());
    }

    private int bad(String sentence) {
        spec.commandLine().getErr().println(sentence);
        return 2;
    }
}
