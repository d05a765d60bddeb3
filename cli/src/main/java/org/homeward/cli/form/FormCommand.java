package org.homeward.cli.form;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code homeward form}: what a bureau prints for one person. */
@Command(
        name = "form",
        mixinStandardHelpOptions = true,
        description = "Checks a form that a bureau printed.",
        subcommands = FormVerify.class)
public final class FormCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run().
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command.");
    }
}
