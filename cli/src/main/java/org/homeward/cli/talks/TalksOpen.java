package org.homeward.cli.talks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.homeward.talks.TalksLog;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes an empty folder of talks. */
@Command(
        name = "open",
        mixinStandardHelpOptions = true,
        description = "Makes a folder for talks; the first act to add is a PROCESS.",
        footer = {"", "Example:", "  homeward talks open abu-dhabi"})
final class TalksOpen extends TalksOf {
    @Option(
            names = "--key",
            paramLabel = "FILE",
            description = "the key that will sign, made where there is none (default: signing.key in the folder)")
    private @Nullable Path key;

    @Override
    int run() throws IOException, Refused {
        if (Files.exists(folder().resolve(TalksLog.FILE))) {
            throw new Refused("the folder " + folder() + " holds talks already");
        }
        if (Files.exists(folder()) && !Files.isDirectory(folder())) {
            throw new Refused(folder() + " is a file; name a folder");
        }
        Files.createDirectories(folder());
        String signer = Folder.makeKey(folder(), key).publicText();
        TalksLog.create(folder());
        print(
                json()
                        ? "{\"entries\":0,\"signer\":\"" + signer + "\"}"
                        : "Talks are open in " + folder() + ". Entries are signed by " + signer
                                + "; keep this line elsewhere, and ask for it with --signer.");
        return 0;
    }
}
