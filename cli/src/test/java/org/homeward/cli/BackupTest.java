package org.homeward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.homeward.node.server.NodeConfig;
import org.homeward.node.server.NodeSetup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The backup and restore commands on the home of a real node. */
class BackupTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private String home;
    private String backup;

    @BeforeEach
    void aNode() throws Exception {
        home = folder.resolve("home").toString();
        backup = folder.resolve("b.zip").toString();
        NodeSetup.withTestOperators(
                new NodeConfig(Path.of(home), "med", "Agency", null, "127.0.0.1", 0, true, null), new SecureRandom());
    }

    @Test
    void whatWasBackedUpIsRestored() {
        assertThat(run("backup", "--home", home, "--out", backup, "--with-keys"))
                .isZero();
        assertThat(out.toString()).contains("node med, 4 files", "with its keys");
        Path again = folder.resolve("again");
        assertThat(run("restore", "--from", backup, "--home", again.toString(), "--json"))
                .isZero();
        assertThat(out.toString()).contains("\"node\":\"med\"", "\"files\":4", "\"keys\":true");
        assertThat(again.resolve("identity.json")).hasSameBinaryContentAs(Path.of(home, "identity.json"));
    }

    @Test
    void aRefusalIsOneSentenceAndExitCodeTwo() throws Exception {
        assertThat(run("backup", "--home", home, "--out", backup)).isZero();
        assertThat(run("backup", "--home", home, "--out", backup)).isEqualTo(2);
        assertThat(run("restore", "--from", backup, "--home", home)).isEqualTo(2);
        Files.write(Path.of(backup), new byte[] {1, 2, 3});
        assertThat(run(
                        "restore",
                        "--from",
                        backup,
                        "--home",
                        folder.resolve("again").toString()))
                .isEqualTo(2);
        assertThat(err.toString().lines())
                .satisfiesExactly(
                        line -> assertThat(line).contains("is there already"),
                        line -> assertThat(line).contains("is not empty"),
                        line -> assertThat(line).contains("is not a ZIP file"));
        assertThat(folder.resolve("again")).doesNotExist();
    }

    private int run(String... args) {
        out.getBuffer().setLength(0);
        return Homeward.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }
}
