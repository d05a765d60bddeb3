package org.homeward.cli.field;

import picocli.CommandLine.Command;

/** {@code homeward field}: what anybody may do with the logs of a handover day. */
@Command(
        name = "field",
        mixinStandardHelpOptions = true,
        description = "Joins and checks the logs of a handover day, from files and without a network.",
        subcommands = {FieldDrill.class, FieldMerge.class, FieldProve.class})
public final class FieldCommand {
    FieldCommand() {}
}
