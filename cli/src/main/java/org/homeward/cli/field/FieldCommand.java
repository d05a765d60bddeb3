package org.homeward.cli.field;

import picocli.CommandLine.Command;

/** {@code homeward field}: a handover day without a network. */
@Command(
        name = "field",
        mixinStandardHelpOptions = true,
        description = "A handover day from the evening before to the reconciliation, from files and without a network.",
        subcommands = {
            FieldDrill.class,
            FieldServe.class,
            FieldEnrol.class,
            FieldPack.class,
            FieldOpen.class,
            FieldSlips.class,
            FieldScan.class,
            FieldCheckin.class,
            FieldForms.class,
            FieldMerge.class,
            FieldProve.class,
            FieldReconcile.class,
            FieldClose.class,
            FieldSign.class
        })
public final class FieldCommand {
    FieldCommand() {}
}
