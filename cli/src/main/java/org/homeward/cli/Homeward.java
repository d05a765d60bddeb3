package org.homeward.cli;

import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.homeward.cli.backup.BackupCommand;
import org.homeward.cli.backup.RestoreCommand;
import org.homeward.cli.demo.DemoCommand;
import org.homeward.cli.demo.StopCommand;
import org.homeward.cli.field.FieldCommand;
import org.homeward.cli.form.FormCommand;
import org.homeward.cli.ledger.LedgerCommand;
import org.homeward.cli.names.NamesCommand;
import org.homeward.cli.node.NodeCommand;
import org.homeward.cli.notice.NoticeCommand;
import org.homeward.cli.record.RecordCommand;
import org.homeward.cli.sample.SampleCommand;
import org.homeward.cli.select.SelectCommand;
import org.homeward.cli.simulate.SimulateCommand;
import org.homeward.cli.talks.TalksCommand;
import org.homeward.cli.trace.TraceCommand;
import org.homeward.cli.verify.VerifyCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The {@code homeward} command: each capability is a subcommand in a package of its own. */
@Command(
        name = "homeward",
        mixinStandardHelpOptions = true,
        version = "homeward 0.1.0",
        description = "Exchange of prisoners between two sides and a mediator, none of whom trusts another's computer.")
public final class Homeward implements Runnable {
    private static final List<Class<?>> COMMANDS = List.of(
            SelectCommand.class,
            LedgerCommand.class,
            FieldCommand.class,
            TraceCommand.class,
            NamesCommand.class,
            TalksCommand.class,
            SampleCommand.class,
            DemoCommand.class,
            StopCommand.class,
            NodeCommand.class,
            VerifyCommand.class,
            SimulateCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            RecordCommand.class,
            NoticeCommand.class,
            FormCommand.class);

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run().
    private CommandSpec spec;

    private Homeward() {}

    /** The command with all that it can do. */
    public static CommandLine commandLine() {
        return with(COMMANDS);
    }

    /** The same for these arguments: of subcommands only the one that they name, since describing them all takes longer than many a command's own work. */
    static CommandLine commandLineFor(String... args) {
        List<Class<?>> named = COMMANDS.stream()
                .filter(command -> args.length > 0
                        && command.getAnnotation(Command.class).name().equals(args[0]))
                .toList();
        return with(named.isEmpty() ? COMMANDS : named);
    }

    private static CommandLine with(List<Class<?>> commands) {
        CommandLine line = new CommandLine(new Homeward());
        commands.forEach(line::addSubcommand);
        return line;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command.");
    }

    /** Runs one command; the exit code is 0, 1 (a check failed) or 2 (bad input or usage). */
    public static void main(String[] args) {
        // Names come in every script, and a shell without a locale would turn them into question marks.
        PrintWriter out = new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), true);
        PrintWriter err = new PrintWriter(new OutputStreamWriter(System.err, StandardCharsets.UTF_8), true);
        System.exit(commandLineFor(args).setOut(out).setErr(err).execute(args));
    }
}
