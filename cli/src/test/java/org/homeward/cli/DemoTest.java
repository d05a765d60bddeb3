package org.homeward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** From two registers to signed lists, in processes of their own, as a newcomer runs it. */
class DemoTest {
    private record Run(int exit, String out) {}

    @Test
    void aDemonstrationThatWasKilledIsCarriedOnAndWhatItLeavesIsChecked(@TempDir Path temp) throws Exception {
        Path registers = temp.resolve("registers");
        assertThat(here("sample", "--seed", "5", "--size", "1400", "--out", registers.toString())
                        .exit())
                .isZero();
        Path home = temp.resolve("home");
        Path out = temp.resolve("out");
        killAt("both sought lists sealed", home, registers, out);
        assertThat(out).doesNotExist();

        Run run = demo(home, registers, out).run();
        assertThat(run.exit()).as(run.out()).isZero();
        assertThat(run.out()).contains("Every invariant held").contains("157 soldier");
        for (String id : List.of("med", "ua", "ru")) {
            assertThat(isLocked(home.resolve(id))).as(id).isFalse();
        }
        assertThat(out.resolve("lists/ua.csv")).exists();
        assertThat(out.resolve("lists/ru.pdf")).exists();
        assertThat(out.resolve("summary.html")).exists();

        Run verified = here("verify", out.toString());
        assertThat(verified.exit()).as(verified.out()).isZero();
        assertThat(verified.out()).contains("co-signed by both").contains("keep every clause");
        everyChangedFileIsNamed(out);
    }

    /** Changes one byte of each file in turn: the verifier names the file. */
    private static void everyChangedFileIsNamed(Path out) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(out)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        assertThat(files).hasSizeGreaterThan(30);
        for (Path file : files) {
            byte[] sound = Files.readAllBytes(file);
            byte[] changed = sound.clone();
            changed[changed.length / 2] ^= 1;
            Files.write(file, changed);
            Run verified = here("verify", out.toString());
            assertThat(verified.exit()).as(file.toString()).isEqualTo(1);
            assertThat(verified.out().lines().filter(line -> line.contains("WRONG")))
                    .as(file.toString())
                    .anyMatch(line ->
                            line.contains(out.relativize(file).toString().replace('\\', '/')));
            Files.write(file, sound);
        }
        assertThat(here("verify", out.toString()).exit()).isZero();
    }

    /** Kills the demonstration and its nodes, as a power cut would, once it says that. */
    private static void killAt(String said, Path home, Path registers, Path out) throws Exception {
        Process process = demo(home, registers, out).start();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            String line = lines.readLine();
            while (line != null && !line.contains(said)) {
                line = lines.readLine();
            }
            assertThat(line).as("the demonstration comes that far").isNotNull();
            List<ProcessHandle> nodes = new ArrayList<>();
            for (String id : List.of("med", "ua", "ru")) {
                String pid = Files.readString(home.resolve(id).resolve("node.lock"), StandardCharsets.US_ASCII);
                ProcessHandle.of(Long.parseLong(pid.trim())).ifPresent(nodes::add);
            }
            assertThat(nodes).hasSize(3);
            nodes.forEach(ProcessHandle::destroyForcibly);
            process.toHandle().destroyForcibly();
            for (ProcessHandle node : nodes) {
                node.onExit().get(30, TimeUnit.SECONDS);
            }
        }
        process.waitFor();
    }

    private static boolean isLocked(Path home) throws IOException {
        try (FileChannel channel = FileChannel.open(home.resolve("node.lock"), StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock(1_000, 1, false)) {
            return lock == null;
        }
    }

    private record Demo(List<String> command) {
        Process start() throws IOException {
            return new ProcessBuilder(command).redirectErrorStream(true).start();
        }

        Run run() throws Exception {
            Process process = start();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Run(process.waitFor(), out);
        }
    }

    private static Demo demo(Path home, Path registers, Path out) {
        return new Demo(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "org.homeward.cli.Homeward",
                "demo",
                "--headless",
                "--home",
                home.toString(),
                "--registers",
                registers.toString(),
                "--out",
                out.toString()));
    }

    private static Run here(String... arguments) {
        StringWriter out = new StringWriter();
        CommandLine command = Homeward.commandLine();
        command.setOut(new PrintWriter(out));
        command.setErr(new PrintWriter(out));
        return new Run(command.execute(arguments), out.toString());
    }
}
