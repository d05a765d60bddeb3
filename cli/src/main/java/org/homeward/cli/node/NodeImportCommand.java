package org.homeward.cli.node;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.homeward.node.server.NodePackages;
import org.homeward.node.server.StartRefusal;
import org.homeward.protocol.json.CanonicalJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes a sealed package in. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Takes a sealed package in that another node of the case wrote. Every envelope is checked as if it had come over the line. In"
                    + " any order, twice or late: the case becomes the same. It works beside a running node and without one.",
            "Exit code: 0 taken, 1 taken, but the agency did not accept an act of it (its code and sentence are said), 2 nothing was"
                    + " taken (a code and a sentence say why)."
        },
        footer = {"", "Example:", "  homeward node import --home agency /media/stick/to-med.package"})
public final class NodeImportCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call().
    private CommandSpec spec;

    @Option(names = "--home", required = true, paramLabel = "DIR", description = "the node's folder")
    @SuppressWarnings("NullAway.Init") // picocli refuses a call without it.
    private Path home;

    @Parameters(paramLabel = "FILE", description = "the package")
    @SuppressWarnings("NullAway.Init") // picocli refuses a call without it.
    private Path file;

    @Option(names = "--json", description = "print what was taken as JSON")
    private boolean json;

    @Override
    public Integer call() {
        if (!Files.isRegularFile(file)) {
            return refused("The file " + file + " is not there.");
        }
        try {
            NodePackages.View view = NodePackages.take(home, file);
            if (view.refused()) {
                return refused(view.code() + ": " + view.sentence());
            }
            spec.commandLine()
                    .getOut()
                    .println(
                            json
                                    ? new String(CanonicalJson.bytes(view), StandardCharsets.UTF_8)
                                    : "Taken from %s: case %s, %d acts were new, %d were handed in and accepted."
                                            .formatted(view.from(), view.caseId(), view.acts(), view.handedIn()));
            view.refusedActs().forEach(act -> spec.commandLine().getErr().println("An act was not accepted. " + act));
            return view.refusedActs().isEmpty() ? 0 : 1;
        } catch (StartRefusal | IOException e) {
            return refused(String.valueOf(e.getMessage()));
        }
    }

    private int refused(String sentence) {
        spec.commandLine().getErr().println(sentence);
        return 2;
    }
}
