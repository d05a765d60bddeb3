package org.homeward.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.homeward.register.HostileFiles.Fate;
import org.homeward.register.HostileFiles.Hostile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every hostile file, read by a JVM of 256 MiB that is given twenty seconds for each. */
class HostileFilesTest {
    private static final String SECRET = "the words of a file that nobody handed in";

    @TempDir
    private Path folder;

    @Test
    void eachEndsWithASentenceOrRowsAndNoneReadsAFileOrOpensAConnection() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret.txt"), SECRET);
        Path work = Files.createDirectory(folder.resolve("work"));
        List<String> wrong = new ArrayList<>();
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Map<String, Hostile> files =
                    HostileFiles.all(secret.toString(), "http://127.0.0.1:" + server.getLocalPort());
            assertThat(files.size()).isGreaterThanOrEqualTo(60);
            Process child = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx256m",
                            "-XX:+UseSerialGC",
                            "-Dstdout.encoding=UTF-8",
                            "-cp",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                            HostileReader.class.getName())
                    .directory(work.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (Writer ask = new OutputStreamWriter(child.getOutputStream(), StandardCharsets.UTF_8);
                    BufferedReader said =
                            new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
                for (Map.Entry<String, Hostile> file : files.entrySet()) {
                    Path path = folder.resolve(file.getKey());
                    Files.write(path, file.getValue().bytes());
                    ask.write(path + "\n");
                    ask.flush();
                    String answer =
                            CompletableFuture.supplyAsync(() -> line(said)).get(20, TimeUnit.SECONDS);
                    judge(file.getKey(), file.getValue().fate(), answer, wrong);
                    Files.delete(path);
                }
            } finally {
                child.destroyForcibly();
            }
            server.setSoTimeout(200);
            try (var visitor = server.accept()) {
                wrong.add("a connection was opened from " + visitor.getPort());
            } catch (SocketTimeoutException e) {
                // Nobody came.
            }
        }
        try (Stream<Path> left = Files.list(work)) {
            assertThat(left).as("nothing is written").isEmpty();
        }
        assertThat(wrong).isEmpty();
    }

    private static void judge(String name, Fate fate, String answer, List<String> wrong) {
        String plain = answer.replaceAll("/\\S*/", "");
        if (!answer.startsWith(fate.name() + " ")) {
            wrong.add(name + " should be " + fate + ": " + shortened(answer));
        } else if (answer.contains(SECRET)) {
            wrong.add(name + " read a file that was not handed in");
        } else if (fate == Fate.REFUSED
                && (plain.length() > 320
                        || !answer.endsWith(".")
                        || plain.matches("(?s).*(Exception|Error|null|org\\.|java\\.).*"))) {
            wrong.add(name + " is refused with no sentence for a clerk: " + shortened(answer));
        }
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(300, text.length()));
    }

    private static String line(BufferedReader said) {
        try {
            String line = said.readLine();
            return line == null ? "DIED" : line;
        } catch (IOException e) {
            return "DIED " + e.getMessage();
        }
    }
}
