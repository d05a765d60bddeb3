package org.homeward.cli;

import org.homeward.cli.ledger.LedgerCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code homeward} command: each capability is a subcommand in a package of its own. */
@Command(
        name = "homeward",
        mixinStandardHelpOptions = true,
        version = "homeward 0.1.0",
        description = "Exchange of prisoners between two sides and a mediator, none of whom trusts another's computer.",
        subcommands = {LedgerCommand.class})
public final class Homeward {
    private Homeward() {}

    /** Runs one command; the exit code is 0, 1 (a check failed) or 2 (bad input or usage). */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Homeward()).execute(args));
    }
}
