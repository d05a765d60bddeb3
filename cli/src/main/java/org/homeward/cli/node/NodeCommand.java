package org.homeward.cli.node;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Groups what concerns one node. */
@Command(
        name = "node",
        mixinStandardHelpOptions = true,
        description = "One node: a bureau of a party, or the mediator's agency.",
        subcommands = {
            NodeInitCommand.class,
            NodeStartCommand.class,
            NodeExportCommand.class,
            NodeImportCommand.class,
            NodeAuditCommand.class
        },
        footer = {
            "",
            "Examples:",
            "  homeward node init --home agency --id med --name \"Mediator\" --port 8441 --test-operators",
            "  homeward node init --home bureau --id ua --name \"Ukraine\" --port 8442 --agency https://127.0.0.1:8541"
                    + " --test-operators",
            "  homeward node start --home agency",
            "  homeward node export --home bureau --to med --out to-med.package",
            "  homeward node import --home agency to-med.package"
        })
public final class NodeCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run().
    private CommandSpec spec;

    @Override
    public void run() {
        CommandLine self = spec.commandLine();
        throw new ParameterException(self, "Name what to do: init, start, export or import.");
    }
}
