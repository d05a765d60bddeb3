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
        subcommands = {NodeInitCommand.class, NodeStartCommand.class},
        footer = {
            "",
            "Examples:",
            "  homeward node init --home agency --id med --name \"Mediator\" --port 8441 --test-operators",
            "  homeward node init --home bureau --id ua --name \"Ukraine\" --port 8442 --agency http://127.0.0.1:8441"
                    + " --test-operators",
            "  homeward node start --home agency"
        })
public final class NodeCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run().
    private CommandSpec spec;

    @Override
    public void run() {
        CommandLine self = spec.commandLine();
        throw new ParameterException(self, "Name what to do: init or start.");
    }
}
