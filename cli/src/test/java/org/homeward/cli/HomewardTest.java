package org.homeward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class HomewardTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        return Homeward.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }

    @Test
    void everyCommandHasHelpWithAnExample() {
        visit(Homeward.commandLine());
    }

    private void visit(CommandLine command) {
        for (CommandLine sub : command.getSubcommands().values()) {
            if (sub.getSubcommands().isEmpty()) {
                assertThat(sub.getUsageMessage()).as(sub.getCommandName()).contains("Example");
            }
            visit(sub);
        }
    }

    @Test
    void aCommandAloneIsTheCommandAmongAll() {
        Homeward.commandLine().getSubcommands().forEach((name, command) -> {
            CommandLine alone = Homeward.commandLineFor(name, "--help");
            assertThat(alone.getSubcommands()).containsOnlyKeys(name);
            assertThat(alone.getSubcommands().get(name).getUsageMessage()).isEqualTo(command.getUsageMessage());
        });
        assertThat(Homeward.commandLineFor("nothing").getSubcommands()).hasSizeGreaterThan(10);
        assertThat(Homeward.commandLineFor().getSubcommands()).hasSizeGreaterThan(10);
    }

    @Test
    void verifyingAFolderWithoutAManifestSaysWhatToDo(@TempDir Path empty) {
        assertThat(run("verify", empty.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("name the folder").hasLineCount(1);
    }

    @Test
    void aSeedGivesTheSameRunTwice() {
        assertThat(run("simulate", "--seed", "3", "--hours", "200", "--json")).isZero();
        String first = out.toString();
        out.getBuffer().setLength(0);
        assertThat(run("simulate", "--seed", "3", "--hours", "200", "--json")).isZero();
        assertThat(out.toString()).isEqualTo(first).contains("\"hash\"");
    }

    @Test
    void aCallWithoutACommandShowsTheHelpAndFails() {
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString()).contains("verify", "simulate");
    }
}
