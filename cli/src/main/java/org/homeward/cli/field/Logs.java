package org.homeward.cli.field;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import org.homeward.handover.reconciliation.DayLogs;
import org.homeward.ledger.Result;

/** A day read from a roster and a folder of logs. */
final class Logs {
    private Logs() {}

    /** Reads every log, closing and signature of the folder. */
    static Result<DayLogs> read(Path roster, Path folder) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(
                folder, "*{" + DayLogs.LOG + "," + DayLogs.CLOSING + "," + DayLogs.SIGNATURE + "}")) {
            for (Path file : found) {
                files.put(String.valueOf(file.getFileName()), Files.readAllBytes(file));
            }
        }
        return DayLogs.read(Files.readAllBytes(roster), files);
    }
}
