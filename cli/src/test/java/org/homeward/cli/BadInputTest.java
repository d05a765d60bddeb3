package org.homeward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What trace says of files that are no registers: one sentence, exit code 2, nothing written. */
class BadInputTest {
    private static final String SOUND = "id,surname,given_name\n1,Testenko,Ivan\n";

    @TempDir
    Path folder;

    /** Runs trace with the file on either side; gives what it says. */
    private String refusal(Path file) throws IOException {
        Path sound = Files.writeString(folder.resolve("sound.csv"), SOUND);
        Path out = folder.resolve("links.csv");
        String said = "";
        for (boolean asHeld : new boolean[] {true, false}) {
            StringWriter err = new StringWriter();
            int code = Homeward.commandLine()
                    .setOut(new PrintWriter(new StringWriter(), true))
                    .setErr(new PrintWriter(err, true))
                    .execute(
                            "trace",
                            "--held",
                            (asHeld ? file : sound).toString(),
                            "--sought",
                            (asHeld ? sound : file).toString(),
                            "--out",
                            out.toString());
            said = err.toString().strip();
            assertThat(code).as(said).isEqualTo(2);
            assertThat(said).isNotEmpty().doesNotContain("\n").endsWith(".").contains(file.toString());
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactlyInAnyOrder(sound, file);
        }
        Files.delete(file);
        return said;
    }

    private String refusal(byte[] bytes) throws IOException {
        return refusal(Files.write(folder.resolve("bad.csv"), bytes));
    }

    @Test
    void eachFileThatIsNoRegisterIsRefusedForItsOwnReason() throws IOException {
        Map<String, String> texts = new HashMap<>();
        texts.put("", "is empty");
        texts.put("1,2,3\n4,5,6\n", "no header");
        texts.put("id,surname\n", "no rows");
        texts.put(
                IntStream.range(0, 1_000)
                        .mapToObj(i -> "c" + i)
                        .collect(Collectors.joining(",", "id,surname,", "\n1,A\n")),
                "columns; at most");
        texts.put("%PDF-1.7\n%\u00e2\n1 0 obj\n", "is a PDF");
        texts.put("id,surname\n1,Te\0st\n", "NUL byte in line 2");
        texts.put("id,surname\n1,A\n1,B\n", "id in line 3 twice");
        texts.put("id,surname\n1,\"A\n" + "2,B\n".repeat(300_000), "a quote in line 2 that is not closed");
        for (Map.Entry<String, String> text : texts.entrySet()) {
            assertThat(refusal(text.getKey().getBytes(StandardCharsets.UTF_8))).contains(text.getValue());
        }
    }

    @Test
    void bytesInNoEncodingThatIsKnownAreRefused() throws IOException {
        assertThat(refusal(new byte[] {'i', 'd', ',', (byte) 0xC3, 0x28, (byte) 0xA0, (byte) 0xA1, '\n'}))
                .contains("encoding");
    }

    @Test
    void twoGibibytesAreRefusedBySizeBeforeTheyAreRead() throws IOException {
        Path huge = folder.resolve("huge.csv");
        try (RandomAccessFile sparse = new RandomAccessFile(huge.toFile(), "rw")) {
            sparse.setLength(2L << 30);
        }
        assertThat(refusal(huge)).contains("2048 MiB");
    }
}
