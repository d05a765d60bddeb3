package org.homeward.cli.talks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import org.homeward.protocol.crypto.SigningKey;
import org.homeward.talks.Act;
import org.homeward.talks.Minutes;
import org.homeward.talks.TalksLog;
import org.homeward.talks.View;
import org.jspecify.annotations.Nullable;

/** What the commands on a folder of talks have in common. */
final class Folder {
    private static final String KEY = "signing.key";

    private Folder() {}

    /** The view of a participant; without one, the mediator's. */
    static View view(Path folder, @Nullable String signer, @Nullable String who) throws IOException, Refused {
        TalksLog log = log(folder, signer);
        if (log.entries().isEmpty() || !(log.entries().getFirst().act() instanceof Act.ProcessOpened process)) {
            throw new Refused("the talks in " + folder + " are empty; add a PROCESS first");
        }
        if (who != null
                && !process.mediator().equals(who)
                && !process.parties().contains(who)
                && !process.observers().contains(who)) {
            throw new Refused("'" + who + "' takes no part in these talks");
        }
        return View.of(log.entries(), who == null ? process.mediator() : who);
    }

    /** What every party may see. */
    static View common(Path folder, @Nullable String signer) throws IOException, Refused {
        view(folder, signer, null);
        return View.common(log(folder, signer).entries());
    }

    static TalksLog log(Path folder, @Nullable String signer) throws IOException, Refused {
        return switch (TalksLog.read(folder, signer)) {
            case TalksLog.Opened.Ok(TalksLog log) -> log;
            case TalksLog.Opened.Bad(String sentence) -> throw new Refused(sentence);
        };
    }

    /** The key that signs the log; 'talks open' makes one beside the log when none is named. */
    static SigningKey key(Path folder, @Nullable Path named) throws IOException, Refused {
        Path file = named == null ? folder.resolve(KEY) : named;
        if (!Files.isRegularFile(file)) {
            throw new Refused("there is no key in " + file + "; name the one of 'talks open' with --key");
        }
        try {
            return SigningKey.fromPrivateText(Files.readString(file).strip());
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw new Refused("the file " + file + " is no key of 'talks open'");
        }
    }

    /** Makes a key that only its owner may read; one that is there is kept. */
    static SigningKey makeKey(Path folder, @Nullable Path named) throws IOException, Refused {
        Path file = (named == null ? folder.resolve(KEY) : named).toAbsolutePath();
        if (!Files.exists(file)) {
            Path parent = Objects.requireNonNull(file.getParent(), "a file has a folder");
            Files.createDirectories(parent);
            if (Files.getFileStore(parent).supportsFileAttributeView("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(file, SigningKey.generate(new SecureRandom()).privateText() + "\n");
        }
        return key(folder, file);
    }

    static List<String> languages(List<String> asked) throws Refused {
        for (String language : asked) {
            if (!Minutes.LANGUAGES.contains(language)) {
                throw new Refused("'" + language + "' is no language of the labels; there are " + Minutes.LANGUAGES);
            }
        }
        return asked;
    }

    static LocalDate date(@Nullable String text) throws Refused {
        try {
            return text == null ? LocalDate.now(ZoneOffset.UTC) : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new Refused("'" + text + "' is no day; write it like 2026-02-05");
        }
    }

    static String text(Path file) throws IOException, Refused {
        byte[] bytes = Refused.bytes(file);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Refused(file + " is not UTF-8 text");
        }
    }

    /** Writes a new file at once or not at all. */
    static void write(Path file, String text) throws IOException, Refused {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The same, of bytes. */
    static void write(Path file, byte[] bytes) throws IOException, Refused {
        if (Files.exists(file)) {
            throw new Refused("the file " + file + " is there already; name a new one");
        }
        Path target = file.toAbsolutePath();
        Path parent = Objects.requireNonNull(target.getParent(), "a file has a folder");
        Files.createDirectories(parent);
        Path draft = Files.createTempFile(parent, ".talks", ".tmp");
        try {
            Files.write(draft, bytes);
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
