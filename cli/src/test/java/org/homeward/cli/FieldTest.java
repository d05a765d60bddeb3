package org.homeward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FieldTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(Object... args) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Homeward.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(Stream.of(args).map(Object::toString).toArray(String[]::new));
    }

    private List<Path> logs(Path drill) throws Exception {
        try (Stream<Path> files = Files.list(drill)) {
            return files.filter(f -> f.toString().endsWith(".hwlog")).sorted().toList();
        }
    }

    private int merge(Path drill, List<Path> logs, Object... more) {
        List<Object> args = new ArrayList<>(List.of("field", "merge", "--roster", drill.resolve("roster.json")));
        args.addAll(List.of(more));
        args.addAll(logs);
        return run(args.toArray());
    }

    @Test
    void logsJoinToTheSameHashInAnyOrder() throws Exception {
        Path drill = folder.resolve("drill");
        assertThat(run("field", "drill", "--seed", "7", "--devices", "6", "--events", "20", "--out", drill))
                .isZero();
        assertThat(merge(drill, logs(drill))).isZero();
        String once = out.toString();
        List<Path> twice = new ArrayList<>(logs(drill).reversed());
        twice.addAll(logs(drill));
        assertThat(merge(drill, twice)).isZero();
        assertThat(out).hasToString(once);
        assertThat(once).startsWith("120 events joined; state ");
    }

    @Test
    void aLogWithAnEventLeftOutNamesTheDeviceAndTheProofHolds() throws Exception {
        Path drill = folder.resolve("drill");
        run("field", "drill", "--seed", "8", "--devices", "3", "--events", "20", "--out", drill);
        Path log = drill.resolve("bb-01.hwlog");
        List<String> lines = new ArrayList<>(Files.readAllLines(log));
        lines.remove(9);
        Files.writeString(log, String.join("\n", lines) + "\n");
        Path proofs = folder.resolve("proofs");
        assertThat(merge(drill, logs(drill), "--proofs", proofs)).isEqualTo(1);
        assertThat(out.toString()).contains("Event 10 of device bb-01 is missing");
        Path proof = proofs.resolve("bb-01-GAP-000010.json");
        assertThat(run("field", "prove", "--roster", drill.resolve("roster.json"), "--device", "bb-01", proof))
                .isZero();
        assertThat(run("field", "prove", "--roster", drill.resolve("roster.json"), "--device", "aa-01", proof))
                .isEqualTo(1);
    }

    @Test
    void badInputIsOneSentenceAndWritesNothing() throws Exception {
        Path drill = folder.resolve("drill");
        run("field", "drill", "--seed", "9", "--devices", "3", "--events", "5", "--out", drill);
        Path half = folder.resolve("half.hwlog");
        byte[] whole = Files.readAllBytes(drill.resolve("aa-01.hwlog"));
        Files.write(half, java.util.Arrays.copyOf(whole, whole.length / 2));
        Path board = folder.resolve("board.json");
        assertThat(merge(drill, List.of(half), "--board", board)).isEqualTo(2);
        assertThat(err.toString()).contains("half.hwlog").hasLineCount(1);
        assertThat(board).doesNotExist();
        assertThat(run("field", "drill", "--seed", "9", "--out", drill)).isEqualTo(2);
        assertThat(run("field", "merge", "--roster", folder.resolve("none"), half))
                .isEqualTo(2);
    }
}
