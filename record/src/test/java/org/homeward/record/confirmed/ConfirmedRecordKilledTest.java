package org.homeward.record.confirmed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that appends without end is killed as by {@code kill -9}; what it said was appended is there, and the record goes on. */
class ConfirmedRecordKilledTest {
    @TempDir
    Path folder;

    @Test
    void whatWasAcknowledgedSurvivesAKillInTheMiddleOfAppending() throws Exception {
        long there = 0;
        for (int kill = 0; kill < 4; kill++) {
            Process process = new ProcessBuilder(
                            ProcessHandle.current().info().command().orElseThrow(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Appends.class.getName(),
                            folder.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            long acknowledged = 0;
            try (BufferedReader said =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                for (String line = said.readLine(); line != null; line = said.readLine()) {
                    acknowledged = Long.parseLong(line);
                    if (acknowledged == there + 20 + 7L * kill) {
                        process.destroyForcibly();
                    }
                }
            } catch (IOException e) {
                // The pipe of a killed process may close before all that it held is read.
            }
            process.waitFor();
            assertThat(acknowledged).isGreaterThan(there);

            try (ConfirmedRecord record = ((ConfirmedRecord.Opening.Opened) ConfirmedRecord.open(folder)).record()) {
                assertThat((long) record.lines().size()).isGreaterThanOrEqualTo(acknowledged);
                assertThat(record.lines().getLast().entry()).startsWith("{\"n\":");
                there = record.lines().size();
                assertThat(record.append("{\"n\":\"after\"}").number()).isEqualTo(there + 1);
                there++;
            }
        }
    }

    /** Appends entry after entry and says the number of each that was acknowledged. */
    static final class Appends {
        private Appends() {}

        public static void main(String[] args) throws Exception {
            ConfirmedRecord record = ((ConfirmedRecord.Opening.Opened) ConfirmedRecord.open(Path.of(args[0]))).record();
            for (int i = 0; ; i++) {
                System.out.println(record.append("{\"n\":" + i + ",\"words\":\"" + "x".repeat(200) + "\"}")
                        .number());
                System.out.flush();
            }
        }
    }
}
