package org.homeward.talks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.homeward.protocol.crypto.SigningKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that adds without end is killed as by {@code kill -9}; what it said was added is there, and the log goes on. */
class TalksLogKilledTest {
    @TempDir
    Path folder;

    @Test
    void whatWasAcknowledgedSurvivesAKillInTheMiddleOfAdding() throws Exception {
        SigningKey key = SigningKey.generate(new SecureRandom());
        TalksLog.create(folder);
        TalksLog.add(folder, Example.entries(), key);
        int there = Example.entries().size();
        for (int kill = 0; kill < 4; kill++) {
            Process process = new ProcessBuilder(
                            ProcessHandle.current().info().command().orElseThrow(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Adds.class.getName(),
                            folder.toString(),
                            key.privateText(),
                            Integer.toString(kill))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            int acknowledged = 0;
            try (BufferedReader said =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                for (String line = said.readLine(); line != null; line = said.readLine()) {
                    acknowledged = Integer.parseInt(line);
                    if (acknowledged == there + 5 + 3 * kill) {
                        process.destroyForcibly();
                    }
                }
            } catch (IOException e) {
                // The pipe of a killed process may close before all that it held is read.
            }
            process.waitFor();
            assertThat(acknowledged).isGreaterThan(there);

            TalksLog log = ((TalksLog.Opened.Ok) TalksLog.read(folder, key.publicText())).log();
            assertThat(log.entries().size()).isGreaterThanOrEqualTo(acknowledged);
            there = log.entries().size();
        }
        Entry more = Example.entry("US", "{\"type\":\"ISSUE\",\"id\":\"after\",\"name\":{\"en\":\"x\"}}");
        assertThat(TalksLog.add(folder, List.of(more), key)).isInstanceOf(TalksLog.Added.Ok.class);
    }

    /** Adds issue after issue and says how many entries were acknowledged. */
    static final class Adds {
        private Adds() {}

        public static void main(String[] args) throws Exception {
            SigningKey key = SigningKey.fromPrivateText(args[1]);
            for (int i = 0; ; i++) {
                Entry entry = Example.entry(
                        "US", "{\"type\":\"ISSUE\",\"id\":\"k" + args[2] + "-" + i + "\",\"name\":{\"en\":\"x\"}}");
                TalksLog.Added added = TalksLog.add(Path.of(args[0]), List.of(entry), key);
                System.out.println(((TalksLog.Added.Ok) added).log().entries().size());
                System.out.flush();
            }
        }
    }
}
