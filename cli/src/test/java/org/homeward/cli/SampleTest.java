package org.homeward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        return Homeward.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void makesRegistersThatTraceReadsAndScoresWhatItFound() throws IOException {
        assertThat(run("sample", "--seed", "11", "--size", "600", "--out", at("s")))
                .isZero();
        assertThat(run(
                        "trace",
                        "--held",
                        at("s/ru-held.csv"),
                        "--sought",
                        at("s/ua-sought.csv"),
                        "--out",
                        at("links.csv")))
                .isZero();
        out.getBuffer().setLength(0);
        assertThat(run("sample", "score", "--truth", at("s/truth-ua.csv"), "--links", at("links.csv"), "--json"))
                .isZero();
        assertThat(out.toString()).contains("\"people\":", "\"byKind\":");
        List<String> truth = Files.readAllLines(folder.resolve("s/truth-ua.csv"));
        assertThat(truth.getFirst()).contains("held_id", "sought_id", "errors");
    }

    @Test
    void theTruthScoresOneAgainstItself() {
        assertThat(run("sample", "--seed", "11", "--size", "200", "--out", at("s")))
                .isZero();
        out.getBuffer().setLength(0);
        assertThat(run("sample", "score", "--truth", at("s/truth-ru.csv"), "--links", at("s/truth-ru.csv")))
                .isZero();
        assertThat(out.toString()).contains("precision 1.0000", "recall    1.0000", "F1        1.0000");
    }

    @Test
    void aFolderWithSomethingInItIsLeftAsItIs() throws IOException {
        Files.createDirectory(folder.resolve("s"));
        Files.writeString(folder.resolve("s/mine.txt"), "mine");
        assertThat(run("sample", "--seed", "1", "--size", "10", "--out", at("s")))
                .isEqualTo(2);
        assertThat(err.toString()).contains("not empty");
        try (Stream<Path> inside = Files.walk(folder)) {
            assertThat(inside.filter(Files::isRegularFile)).hasSize(1);
        }
    }

    @Test
    void aFileThatIsNoTruthIsRefusedInOneSentence() throws IOException {
        Files.writeString(folder.resolve("t.csv"), "a,b\n1,2\n");
        assertThat(run("sample", "score", "--truth", at("t.csv"), "--links", at("t.csv")))
                .isEqualTo(2);
        assertThat(err.toString().strip())
                .contains("needs the columns held_id, sought_id, errors")
                .doesNotContain("\n");
    }
}
