package org.homeward.cli.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.homeward.cli.Homeward;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class RecordConfirmTest {
    @TempDir
    Path folder;

    private record Answer(int code, String out, String err) {}

    private static Answer run(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = Homeward.commandLine();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        String[] words =
                java.util.Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
        int code = line.execute(words);
        return new Answer(code, out.toString(), err.toString());
    }

    private Path draft(String name, String text) throws Exception {
        Path article = Files.writeString(folder.resolve(name + ".txt"), text);
        Answer drafted = run("record", "draft", article, "--published", "2026-02-05", "--json");
        assertThat(drafted.code()).isZero();
        return Files.writeString(folder.resolve(name + ".json"), drafted.out());
    }

    @Test
    void twoOutletsThatGiveDifferentNumbersAreShownSideBySide() throws Exception {
        Path one = draft("one", "The sides exchanged 314 prisoners, envoy Orla Venn said on Thursday.\n");
        Path two = draft("two", "The sides exchanged 157 POWs, envoy Orla Venn said on Thursday.\n");
        Path record = folder.resolve("press");

        assertThat(run("record", "confirm", one, "--entry", "F1", "--by", "T. Brook", "--record", record)
                        .code())
                .isZero();
        assertThat(run("record", "confirm", one, "--entry", "S1", "--by", "T. Brook", "--record", record)
                        .code())
                .isZero();
        assertThat(run("record", "confirm", two, "--entry", "F1", "--by", "T. Brook", "--record", record)
                        .code())
                .isZero();

        assertThat(run("record", "list", "--record", record).out())
                .contains("1. ", "reports 314 prisoners", "envoy Orla Venn: ", "confirmed by T. Brook", "3 entries");
        assertThat(run("record", "conflicts", "--record", record).out())
                .contains(
                        "exchanged prisoners, number",
                        "number 1 gives 314, number 3 gives 157",
                        "1 differences among 3");
    }

    @Test
    void nothingIsAddedWithoutAPersonAKnownEntryAndADraft() throws Exception {
        Path one = draft("one", "The sides exchanged 314 prisoners, envoy Orla Venn said.\n");
        Path record = folder.resolve("press");
        assertThat(run("record", "confirm", one, "--entry", "F1", "--by", " ", "--record", record)
                        .err())
                .contains("Nobody is named");
        assertThat(run("record", "confirm", one, "--entry", "F9", "--by", "T", "--record", record)
                        .err())
                .contains("no entry F9");
        Path text = folder.resolve("one.txt");
        assertThat(run("record", "confirm", text, "--entry", "F1", "--by", "T", "--record", record)
                        .err())
                .contains("not JSON");
        assertThat(Files.exists(record.resolve("record.log"))).isFalse();

        run("record", "confirm", one, "--entry", "F1", "--by", "T", "--record", record);
        Answer again = run("record", "confirm", one, "--entry", "F1", "--by", "T", "--record", record);
        assertThat(again.code()).isEqualTo(2);
        assertThat(again.err()).contains("already, as number 1");
    }

    @Test
    void aRecordThatWasChangedIsRefusedAndTheLineNamed() throws Exception {
        Path one = draft("one", "The sides exchanged 314 prisoners, envoy Orla Venn said.\n");
        Path record = folder.resolve("press");
        run("record", "confirm", one, "--entry", "F1", "--by", "T", "--record", record);
        Path log = record.resolve("record.log");
        Files.writeString(log, Files.readString(log).replace("314", "413"));
        Answer listed = run("record", "list", "--record", record);
        assertThat(listed.code()).isEqualTo(2);
        assertThat(listed.err()).contains("line 1 is not the one that was written");
    }

    @Test
    void anEntryIsWithdrawnByALaterLineAndMayBeConfirmedAnew() throws Exception {
        Path one = draft("one", "The sides exchanged 314 prisoners, envoy Orla Venn said on Thursday.\n");
        Path record = folder.resolve("press");
        Object[] confirm = {"record", "confirm", one, "--entry", "F1", "--by", "T. Brook", "--record", record};
        assertThat(run(confirm).code()).isZero();
        assertThat(run(confirm).err()).contains("in the record already, as number 1");

        assertThat(withdraw(record, 1, " ", "T. Brook").err()).contains("Say why");
        assertThat(withdraw(record, 2, "wrong", "T. Brook").err()).contains("no confirmed entry that stands");
        assertThat(withdraw(record, 1, "wrong", " ").err()).contains("Nobody is named");
        assertThat(withdraw(folder.resolve("none"), 1, "wrong", "T. Brook").code())
                .isEqualTo(2);
        assertThat(Files.exists(folder.resolve("none"))).isFalse();
        assertThat(run("record", "list", "--record", record).out()).contains("1 entries");

        Answer done = withdraw(record, 1, "the outlet corrected it", "O. Venn");
        assertThat(done.code()).isZero();
        assertThat(done.out()).contains("Number 1 is withdrawn, by number 2.");
        assertThat(run("record", "list", "--record", record).out())
                .contains("withdraws number 1: the outlet corrected it [by O. Venn");
        assertThat(withdraw(record, 1, "again", "O. Venn").code()).isEqualTo(2);
        assertThat(run(confirm).code()).isZero();
        assertThat(run("record", "list", "--record", record).out()).contains("3 entries");
    }

    private static Answer withdraw(Path record, int number, String reason, String by) {
        return run("record", "withdraw", "--number", number, "--reason", reason, "--by", by, "--record", record);
    }
}
