package org.homeward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.homeward.node.server.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node for real people begins with a code on paper and nobody in it. */
class NodeInitTest {
    private static final Pattern CODE = Pattern.compile("(?m)^ {4}[0-9a-z]{5}(-[0-9a-z]{5}){4}-[0-9a-z]$");

    @TempDir
    private Path work;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        return Homeward.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }

    @Test
    void aNodeForRealPeoplePrintsOneCodeAndStarts() throws Exception {
        Path home = work.resolve("med");
        assertThat(run("node", "init", "--home", home.toString(), "--id", "med", "--name", "Agency", "--port", "0"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("/enrol").containsPattern(CODE);
        assertThat(Files.readString(home.resolve("people.json"))).isEqualTo("[]");
        assertThat(home.resolve("test-operators.json")).doesNotExist();
        try (Node node = Node.start(home)) {
            assertThat(node.url().getPort()).isPositive();
        }
        assertThat(run("node", "init", "--home", home.toString(), "--id", "med", "--name", "Agency", "--port", "0"))
                .as("nothing that is there is written over")
                .isEqualTo(2);
        assertThat(err.toString()).contains("holds a node already");
    }

    @Test
    void aSiteThatIsNoHostNameIsRefused() {
        for (String site :
                new String[] {"https://bureau.example", "Bureau.example", "bureau.example:8443", "", "a b"}) {
            Path home = work.resolve("ua" + site.hashCode());
            assertThat(run(
                            "node",
                            "init",
                            "--home",
                            home.toString(),
                            "--id",
                            "ua",
                            "--name",
                            "Bureau",
                            "--port",
                            "0",
                            "--agency",
                            "by-hand",
                            "--site",
                            site))
                    .as(site)
                    .isEqualTo(2);
            assertThat(err.toString()).contains("site");
            assertThat(home).as("nothing is half-done").doesNotExist();
        }
    }
}
