package org.homeward.cli.field;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.homeward.handover.device.LogCodes;
import org.homeward.handover.device.Post;
import org.homeward.ledger.Refusal;
import org.homeward.ledger.Result;
import org.jspecify.annotations.Nullable;

/** Logs as pictures of codes, where a telephone can be given no file: a folder of them to show, and a folder of them to take in. */
final class CodesAtPost {
    /** A picture of a code is small; what is larger is not read into memory. */
    private static final long LARGEST = 32L << 20;

    private final Post post;
    private final LogCodes.Gathering gathering = new LogCodes.Gathering();

    CodesAtPost(Post post) {
        this.post = post;
    }

    /** Whether codes are to be taken from there: a folder of pictures, or a file of texts. */
    static boolean are(Path from) {
        return Files.isDirectory(from)
                || from.toString().toLowerCase(Locale.ROOT).endsWith(".txt");
    }

    List<String> show(Path folder, @Nullable String device) throws Unclear {
        if (device != null && post.pack().roster().device(device).isEmpty()) {
            throw new Unclear("The roster of this day has no device of that id.");
        }
        long after = device == null ? 0 : post.heldBy(device);
        Result<List<byte[]>> made = LogCodes.pictures(post.log(after));
        if (made instanceof Result.Refused<List<byte[]>>(Refusal refusal)) {
            return List.of(refusal.sentence());
        }
        List<byte[]> pictures = made.get();
        try {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> there = Files.list(folder)) {
                    if (there.findAny().isPresent()) {
                        throw new Unclear(
                                "That folder is not empty: codes of two logs in one folder would be taken for one.");
                    }
                }
            }
            Files.createDirectories(folder);
            for (int i = 0; i < pictures.size(); i++) {
                Output.file(
                        folder.resolve(String.format(Locale.ROOT, "%04d-of-%04d.png", i + 1, pictures.size())),
                        pictures.get(i));
            }
        } catch (IOException e) {
            throw new Unclear("The folder " + folder + " cannot be written: try another one.");
        }
        return List.of("Written: " + pictures.size() + " codes in " + folder
                + (after == 0 ? ", the whole log." : ", what follows event " + after + "."));
    }

    /** The other log's file, or which codes are still missing. What was taken stays for the next time. */
    Result<byte[]> take(Path from) throws IOException {
        List<Refusal> refused = new ArrayList<>();
        if (Files.isDirectory(from)) {
            try (Stream<Path> there = Files.list(from)) {
                for (Path picture : there.filter(Files::isRegularFile).sorted().toList()) {
                    Optional<Refusal> no = Files.size(picture) > LARGEST
                            ? Optional.of(new Refusal("codes.none", "The picture is too large."))
                            : gathering.addPicture(Files.readAllBytes(picture));
                    no.ifPresent(r -> refused.add(new Refusal(r.code(), picture.getFileName() + ": " + r.sentence())));
                }
            }
        } else if (Files.size(from) <= LARGEST) {
            Files.readString(from)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .forEach(line -> gathering.add(line).ifPresent(refused::add));
        }
        if (gathering.total() == 0) {
            return refused.isEmpty()
                    ? Result.refused("codes.none", "No code of a log is there.")
                    : new Result.Refused<>(refused.getFirst());
        }
        Result<byte[]> whole = gathering.whole();
        if (whole instanceof Result.Refused<byte[]>(Refusal refusal) && !refused.isEmpty()) {
            return Result.refused(
                    refusal.code(),
                    refusal.sentence() + " " + refused.getFirst().sentence());
        }
        return whole;
    }
}
