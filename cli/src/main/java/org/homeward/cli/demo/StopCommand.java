package org.homeward.cli.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Stops the nodes of a demonstration. */
@Command(
        name = "stop",
        mixinStandardHelpOptions = true,
        description = {
            "Stops the nodes that 'homeward demo' left running, in order; nothing of theirs is lost. Does nothing where none runs.",
            "Exit code: 0 none runs any more, 2 a node could not be stopped."
        },
        footer = {"", "Example:", "  homeward stop"})
public final class StopCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call().
    private CommandSpec spec;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            defaultValue = ".homeward/demo",
            description = "where the nodes live (default: ${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init") // it has a default.
    private Path home;

    @Override
    public Integer call() {
        try {
            int stopped = new DemoNodes(home.toAbsolutePath()).stop();
            spec.commandLine()
                    .getOut()
                    .println(stopped == 0 ? "No node was running." : "Stopped " + stopped + " nodes; their data stay.");
            return 0;
        } catch (IOException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return 2;
        }
    }
}
