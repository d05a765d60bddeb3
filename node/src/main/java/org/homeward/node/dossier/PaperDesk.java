package org.homeward.node.dossier;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.homeward.node.store.Papers;
import org.homeward.node.store.Papers.Paper;
import org.homeward.node.store.Registers.Kind;

/** Photographs of a person, and photographed or scanned papers about him. Safe for threads. */
public final class PaperDesk {
    /** Longest title or source, in characters. */
    public static final int LONGEST = 200;

    private final Papers papers;
    private final Clock clock;
    private final SecureRandom random;

    PaperDesk(Papers papers, Clock clock, SecureRandom random) {
        this.papers = papers;
        this.clock = clock;
        this.random = random;
    }

    /** Why a picture was not kept. */
    public enum No {
        TOO_LARGE,
        OTHER_KIND,
        DAMAGED,
        /** It has no title, or words that are too long. */
        WORDS,
        /** There is no such person any more, or he has as many as are kept. */
        FULL
    }

    /** Keeps a picture, written anew. @return why not, or empty */
    public Optional<No> add(Kind kind, String row, InputStream content, String title, String source, String by) {
        if (title.isBlank() || title.length() > LONGEST || source.length() > LONGEST) {
            return Optional.of(No.WORDS);
        }
        byte[] file;
        try {
            file = content.readNBytes(Pictures.MAX_BYTES + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return switch (Pictures.rewrite(file)) {
            case Pictures.Outcome.Refused(Pictures.Code code) -> Optional.of(No.valueOf(code.name()));
            case Pictures.Outcome.Kept(String media, int width, int height, byte[] bytes) -> {
                byte[] id = new byte[12];
                random.nextBytes(id);
                Paper paper = new Paper(
                        HexFormat.of().formatHex(id),
                        media,
                        width,
                        height,
                        bytes.length,
                        title.strip(),
                        source.strip(),
                        by,
                        clock.instant());
                yield papers.add(kind, row, paper, bytes) ? Optional.empty() : Optional.of(No.FULL);
            }
        };
    }

    public List<Paper> of(Kind kind, String row) {
        return papers.of(kind, row);
    }

    /** A picture with what it is. */
    public record Shown(Paper paper, byte[] bytes) {}

    public Optional<Shown> show(Kind kind, String row, String id) {
        return papers.of(kind, row).stream()
                .filter(p -> p.id().equals(id))
                .findFirst()
                .flatMap(p -> papers.picture(kind, row, id).map(bytes -> new Shown(p, bytes)));
    }

    /** Deletes a picture; that it was there stays in the node's own log. @return whether it was there */
    public boolean remove(Kind kind, String row, String id, String by) {
        return papers.remove(kind, row, id, by, clock.instant());
    }
}
