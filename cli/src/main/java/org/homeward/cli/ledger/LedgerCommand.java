package org.homeward.cli.ledger;

import picocli.CommandLine.Command;

/** {@code homeward ledger}: what anybody may do with a copy of a log. */
@Command(
        name = "ledger",
        mixinStandardHelpOptions = true,
        description =
                "Checks a log that cannot be rewritten unnoticed, from a copy of its files and without a network.",
        subcommands = {
            LedgerVerify.class,
            LedgerVerifyProof.class,
            LedgerPaper.class,
            LedgerReadPaper.class,
            LedgerPage.class
        })
public final class LedgerCommand {
    LedgerCommand() {}
}
