package org.homeward.cli.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.homeward.sample.SampleFiles;
import org.homeward.sample.SampleGenerator;
import org.homeward.sample.SampleGenerator.Sample;
import org.homeward.sample.SampleSpec;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes synthetic registers of both sides, with the truth beside them. */
@Command(
        name = "sample",
        mixinStandardHelpOptions = true,
        subcommands = ScoreCommand.class,
        description = {
            "Writes synthetic registers of two sides into a new folder: whom each holds and whom each seeks, in Ukrainian, Russian"
                    + " and Latin letters, with the mistakes that registers have, and the truth beside them. None of the people"
                    + " exists. The same seed gives the same files.",
            "Exit code: 0 written, 2 bad usage or a folder that is not empty."
        },
        footer = {
            "",
            "Examples:",
            "  homeward sample --seed 1 --size 1000 --out sample",
            "  homeward sample --seed 1 --example --out sample",
            "  homeward trace --held sample/ru-held.csv --sought sample/ua-sought.csv --out links.csv",
            "  homeward sample score --truth sample/truth-ua.csv --links links.csv"
        })
public final class SampleCommand implements Callable<Integer> {
    private static final int MAX = 2_000_000;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call().
    private CommandSpec spec;

    // None of these is required by picocli, which would then ask the subcommand for them too.
    @Option(names = "--seed", paramLabel = "N", description = "seed; any whole number")
    private @Nullable Long seed;

    @ArgGroup
    private @Nullable Size size;

    private static final class Size {
        @Option(
                names = "--size",
                paramLabel = "N",
                description = "each side seeks N people and holds half as many of the other; 2 to 2000000")
        int people;

        @Option(names = "--example", description = "the sizes of the example case: 6300 of 12000 and 4500 of 9000")
        boolean example;
    }

    @Option(names = "--out", paramLabel = "DIR", description = "a folder that is new or empty")
    private @Nullable Path out;

    @Override
    public Integer call() throws IOException {
        if (seed == null || size == null || out == null) {
            throw new ParameterException(
                    spec.commandLine(), "Give --seed N, either --size N or --example, and --out DIR.");
        }
        if (!size.example && (size.people < 2 || size.people > MAX)) {
            throw new ParameterException(spec.commandLine(), "--size takes 2 to " + MAX + " people.");
        }
        if (Files.exists(out) && !isEmptyFolder(out)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "The folder " + out + " is not empty: name a new one, so that nothing is lost.");
        }
        Sample sample =
                SampleGenerator.generate(seed, size.example ? SampleSpec.example() : SampleSpec.ofSize(size.people));
        Path parent = out.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        // Made beside its place and then renamed: a run that is stopped leaves nothing half written there.
        Path made = Files.createTempDirectory(parent, ".sample");
        SampleFiles.write(sample, seed, made);
        Files.move(made, out, StandardCopyOption.REPLACE_EXISTING);
        sample.registers()
                .forEach(r -> spec.commandLine()
                        .getOut()
                        .printf(
                                "%s-%s.csv: %d rows%n",
                                r.side(), r.name(), r.rows().size()));
        spec.commandLine()
                .getOut()
                .printf(
                        "truth-ua.csv: %d pairs, truth-ru.csv: %d pairs%n",
                        sample.ofUa().size(), sample.ofRu().size());
        return 0;
    }

    private static boolean isEmptyFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }
}
