package org.homeward.cli.notice;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code homeward notice}: what families are told. */
@Command(
        name = "notice",
        mixinStandardHelpOptions = true,
        description = "Checks what a family was told.",
        subcommands = NoticeVerify.class)
public final class NoticeCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run().
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command.");
    }
}
