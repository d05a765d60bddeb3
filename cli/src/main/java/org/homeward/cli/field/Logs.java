package org.homeward.cli.field;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.homeward.handover.day.DayState;
import org.homeward.handover.log.EventSet;
import org.homeward.handover.log.LogText;
import org.homeward.handover.log.Merger;
import org.homeward.handover.log.Roster;
import org.homeward.handover.log.RosterText;
import org.homeward.handover.reconciliation.Closing;
import org.homeward.ledger.Refusal;
import org.homeward.ledger.Result;

/**
 * A day read from a roster and a folder of logs.
 *
 * @param closings what officers signed since
 * @param refused what did not verify, and why
 */
record Logs(DayState day, List<Closing.Signed> closings, List<Refusal> refused) {
    /** Reads every {@code .hwlog} and {@code .hwclose} of the folder. */
    static Result<Logs> read(Path roster, Path folder) throws IOException {
        Result<Roster> day = RosterText.read(Files.readAllBytes(roster));
        if (day instanceof Result.Refused<Roster>(Refusal refusal)) {
            return new Result.Refused<>(refusal);
        }
        EventSet set = new EventSet();
        Merger merger = new Merger(day.get());
        List<Refusal> refused = new ArrayList<>();
        for (Path log : files(folder, "*.hwlog")) {
            Result<LogText.Content> content = LogText.read(Files.readAllBytes(log));
            if (content instanceof Result.Refused<LogText.Content>(Refusal refusal)) {
                return Result.refused(refusal.code(), log.getFileName() + ": " + refusal.sentence());
            }
            refused.addAll(merger.merge(content.get(), set).refused());
        }
        List<Closing.Signed> closings = new ArrayList<>();
        for (Path file : files(folder, "*.hwclose")) {
            Result<Closing.Signed> closing = Closing.Signed.parse(Files.readAllBytes(file));
            if (closing instanceof Result.Refused<Closing.Signed>(Refusal refusal)) {
                return Result.refused(refusal.code(), file.getFileName() + ": " + refusal.sentence());
            }
            closings.add(closing.get());
        }
        return Result.ok(new Logs(DayState.of(day.get(), set), closings, refused));
    }

    /** In the order of their names, so that a refusal names the same file every time. */
    private static List<Path> files(Path folder, String glob) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, glob)) {
            found.forEach(files::add);
        }
        Collections.sort(files);
        return files;
    }
}
