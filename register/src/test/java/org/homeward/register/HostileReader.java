package org.homeward.register;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/** Reads files named on its input, one after the other, and says what became of each: the program of {@link HostileFilesTest}'s child. */
final class HostileReader {
    private HostileReader() {}

    public static void main(String[] args) throws IOException {
        var in = new java.io.BufferedReader(
                new java.io.InputStreamReader(System.in, java.nio.charset.StandardCharsets.UTF_8));
        for (String file = in.readLine(); file != null; file = in.readLine()) {
            String said;
            try {
                said = switch (RegisterReader.read(Path.of(file), Map.of(), Instant.EPOCH)) {
                    case ReadOutcome.Read read -> "READ " + cells(read.table());
                    case ReadOutcome.Refused refused -> "REFUSED " + refused.sentence();
                };
            } catch (Throwable e) {
                // What a user would see as a crash.
                said = "THREW " + e;
            }
            System.out.println(said.replace('\n', '\u2424').replace('\r', '\u240d'));
            System.out.flush();
        }
    }

    private static String cells(RegisterTable table) {
        StringBuilder cells = new StringBuilder();
        for (int row = 0; row < table.size(); row++) {
            for (int column = 0; column < table.columns().size(); column++) {
                cells.append(table.value(row, column)).append(' ');
            }
        }
        return cells.toString();
    }
}
