package org.homeward.node.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import org.homeward.node.server.Node;
import org.homeward.node.server.StartRefusal;
import org.homeward.node.store.Store;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A node that cannot start says in one sentence what is wrong and what to do, and leaves no lock behind. */
class StartRefusalTest {
    @TempDir
    Path folder;

    @Test
    void aHomeThatIsNotThere() {
        assertThat(sentence(folder.resolve("none"))).contains("is not there: set the node up first");
    }

    @Test
    void aHomeWithoutSettings() {
        assertThat(sentence(folder)).contains("node.properties", "set the node up");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "port=0; port=many; port 'many' is not a number from 0 to 65535",
                "port=0; port=65536; port '65536' is not a number from 0 to 65535",
                "id=med; id=Not A Code; is not a short lower-case code",
                "id=med; ; 'id' is missing",
                "id=med; ide=med; 'ide' is not a setting",
                "bind=127.0.0.1; bind=0.0.0.0; test sign-in lets anybody in and is only allowed on 127.0.0.1",
                "port=0; port=0\\nagency=ftp://x; is neither an https address nor by-hand",
                "port=0; port=0\\nstore=jdbc:postgresql://db.example/h?password=open-sesame; must have sslmode=verify-full",
                "port=0; port=0\\nstore=jdbc:postgresql://db.example/h?sslmode=require; must have sslmode=verify-full",
                "port=0; port=0\\nstore=jdbc:postgresql://localhost,db.example/h; must have sslmode=verify-full",
                "port=0; port=\\u12; a \\u escape in it is broken"
            })
    void settingsThatCannotBeUsed(String right, String wrong, String expected) throws Exception {
        Path file = TestHome.agency(folder.resolve("home")).resolve("node.properties");
        String changed = wrong == null ? "" : wrong.replace("\\n", "\n");
        Files.writeString(file, Files.readString(file).replace(right + "\n", changed + "\n"));
        assertThat(sentence(folder.resolve("home")))
                .contains(file.toString(), expected)
                .doesNotContain("open-sesame");
    }

    @Test
    void aHomeInWhichANodeRunsAlready() throws Exception {
        Path home = TestHome.agency(folder.resolve("home"));
        try (Node node = Node.start(home)) {
            assertThat(sentence(home))
                    .contains("A node runs in " + home + " already (process "
                            + ProcessHandle.current().pid() + ")");
        }
        Node.start(home).close();
    }

    @Test
    void aNodeThatWasKilledLeavesNoLock() throws Exception {
        Path home = TestHome.agency(folder.resolve("home"));
        Process process = start(List.of(), home);
        try (BufferedReader lines = lines(process)) {
            assertThat(lines.readLine()).isEqualTo("started");
            assertThat(sentence(home)).contains("(process " + process.pid() + ")");
        } finally {
            process.destroyForcibly().waitFor();
        }
        Node.start(home).close();
    }

    @Test
    void aPortThatIsTaken() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Path home = TestHome.agency(folder.resolve("home"), other.getLocalPort());
            assertThat(sentence(home))
                    .contains("Port " + other.getLocalPort() + " on 127.0.0.1 is taken", "set another port");
        }
        Node.start(folder.resolve("home")).close();
    }

    @Test
    void aBrokenKeyFile() throws Exception {
        Path home = TestHome.agency(folder.resolve("home"));
        Path key = home.resolve("identity.json");
        byte[] whole = Files.readAllBytes(key);
        for (byte[] broken : List.of(
                new byte[0],
                java.util.Arrays.copyOf(whole, whole.length / 2),
                Files.readString(key)
                        .replace("\"id\":\"med\"", "\"id\":\"mad\"")
                        .getBytes(StandardCharsets.UTF_8))) {
            Files.write(key, broken);
            assertThat(sentence(home)).contains("The key file " + key + " is damaged or was edited");
        }
        Files.delete(key);
        assertThat(sentence(home)).contains("The key file of the node in " + home + " is missing");
        Files.write(key, whole);
        Node.start(home).close();
    }

    @Test
    void keysOfAnotherNode() throws Exception {
        Path home = TestHome.agency(folder.resolve("home"));
        Path other = TestHome.bureau(folder.resolve("other"));
        Files.write(home.resolve("identity.json"), Files.readAllBytes(other.resolve("identity.json")));
        assertThat(sentence(home)).contains("are those of 'aa', its settings those of 'med'");
    }

    @Test
    void peopleThatCannotBeRead() throws Exception {
        Path home = TestHome.agency(folder.resolve("home"));
        Files.writeString(home.resolve("people.json"), "[{");
        assertThat(sentence(home)).contains("people.json cannot be read");
        Files.delete(home.resolve("people.json"));
        assertThat(sentence(home)).contains("people.json is missing");
    }

    @Test
    void aStoreOfANewerVersion() throws Exception {
        Path home = TestHome.bureau(folder.resolve("home"));
        Path file = Files.createDirectories(home.resolve("store")).resolve("homeward.db");
        Store.embedded(file).close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("update flyway_schema_history set version = '900' where version = '2'");
        }
        assertThat(sentence(home)).contains("was written by a newer version of Homeward: start that version");
    }

    @Test
    void aDamagedStore() throws Exception {
        Path home = TestHome.bureau(folder.resolve("home"));
        Files.createDirectories(home.resolve("store"));
        Files.writeString(home.resolve("store/homeward.db"), "not a store at all ".repeat(300));
        assertThat(sentence(home)).contains("is not a store, or is damaged: restore the backup");
    }

    /** A limit on the size of files stands in for the full disk: the system refuses the write in the same place. */
    @Test
    void aDiskThatTakesNoMore() throws Exception {
        Assumptions.assumeTrue(
                Files.isExecutable(Path.of("/bin/sh")), "SKIPPED: no shell here to limit the size of files");
        Path home = TestHome.agency(folder.resolve("home"));
        Process process = start(List.of("/bin/sh", "-c", "ulimit -f 2000; exec \"$@\"", "sh"), home);
        try (BufferedReader lines = lines(process)) {
            assertThat(lines.readLine())
                    .startsWith("refused The folder " + home + " cannot be written")
                    .contains("make room on its disk");
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertThat(home.resolve("probe.new")).doesNotExist();
        Node.start(home).close();
    }

    @Test
    void aHomeThatMayNotBeWritten() throws Exception {
        Path home = TestHome.agency(folder.resolve("home"));
        // A folder where the lock belongs cannot be written by anybody, not even by an administrator.
        Files.createDirectory(home.resolve("node.lock"));
        assertThat(sentence(home)).contains("cannot be written", "check its owner and rights");
    }

    private static String sentence(Path home) {
        StartRefusal refusal =
                catchThrowableOfType(StartRefusal.class, () -> Node.start(home).close());
        assertThat(refusal).as("the node refuses to start").isNotNull();
        assertThat(refusal.getMessage()).endsWith(".");
        return refusal.getMessage();
    }

    private static Process start(List<String> before, Path home) throws IOException {
        List<String> command = new java.util.ArrayList<>(before);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                StartedNode.class.getName(),
                home.toString()));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static BufferedReader lines(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }
}
