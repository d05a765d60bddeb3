package org.homeward.cli.talks;

import java.io.IOException;
import java.nio.file.Files;
import org.homeward.talks.TalksLog;
import picocli.CommandLine.Command;

/** Makes an empty folder of talks. */
@Command(
        name = "open",
        mixinStandardHelpOptions = true,
        description = "Makes a folder for talks; the first act to add is a PROCESS.",
        footer = {"", "Example:", "  homeward talks open abu-dhabi"})
final class TalksOpen extends TalksOf {
    @Override
    int run() throws IOException, Refused {
        if (Files.exists(folder().resolve(TalksLog.FILE))) {
            throw new Refused("the folder " + folder() + " holds talks already");
        }
        if (Files.exists(folder()) && !Files.isDirectory(folder())) {
            throw new Refused(folder() + " is a file; name a folder");
        }
        Files.createDirectories(folder());
        Files.createFile(folder().resolve(TalksLog.FILE));
        print(json() ? "{\"entries\":0}" : "Talks are open in " + folder() + ".");
        return 0;
    }
}
