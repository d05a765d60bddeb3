package org.homeward.node.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.homeward.protocol.envelope.Envelope;
import org.homeward.protocol.json.MalformedJsonException;

/**
 * The envelopes of one case in the agency's order, one file each: evidence that needs no database to be read.
 *
 * <p>An envelope is there whole after a power cut, or not at all. Not safe for threads: its owner locks.
 */
final class CaseJournal implements Journal {
    private final Path folder;
    private int size;

    private CaseJournal(Path folder, int size) {
        this.folder = folder;
        this.size = size;
    }

    static CaseJournal open(Path folder) throws IOException {
        Files.createDirectories(folder);
        int size = 0;
        while (Files.exists(file(folder, size))) {
            size++;
        }
        Files.createDirectories(folder.resolve("drafts"));
        return new CaseJournal(folder, size);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void prepare(Envelope envelope) throws IOException {
        DurableFiles.write(next(), envelope.bytes());
    }

    @Override
    public void commit() throws IOException {
        DurableFiles.rename(next(), file(folder, size));
        size++;
    }

    @Override
    public Optional<Envelope> prepared() throws IOException {
        if (!Files.exists(next())) {
            return Optional.empty();
        }
        try {
            return Optional.of(Envelope.parse(Files.readAllBytes(next())));
        } catch (MalformedJsonException e) {
            // Torn by the stop: it was never acknowledged.
            return Optional.empty();
        }
    }

    private Path next() {
        return folder.resolve("next");
    }

    @Override
    public List<Envelope> from(int index, int limit) throws IOException {
        List<Envelope> envelopes = new ArrayList<>();
        for (int i = index; i < size && envelopes.size() < limit; i++) {
            Path file = file(folder, i);
            try {
                envelopes.add(Envelope.parse(Files.readAllBytes(file)));
            } catch (MalformedJsonException | NoSuchFileException e) {
                throw new IOException("The journal file " + file + " is damaged: restore the backup.", e);
            }
        }
        return envelopes;
    }

    @Override
    public void keep(WaitingDraft draft) throws IOException {
        DurableFiles.replace(folder.resolve("draft.new"), draft.bytes(), draft(draft.id()));
    }

    @Override
    public void drop(String draftId) throws IOException {
        Files.deleteIfExists(draft(draftId));
    }

    @Override
    public List<WaitingDraft> drafts() throws IOException {
        List<WaitingDraft> drafts = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder.resolve("drafts"))) {
            for (Path file : files.sorted().toList()) {
                drafts.add(WaitingDraft.parse(Files.readAllBytes(file)));
            }
        } catch (MalformedJsonException e) {
            throw new IOException("A draft of the case in " + folder + " is damaged: restore the backup.", e);
        }
        drafts.sort(Comparator.comparing(WaitingDraft::since).thenComparing(WaitingDraft::id));
        return drafts;
    }

    private Path draft(String id) {
        return folder.resolve("drafts").resolve(id + ".json");
    }

    private static Path file(Path folder, int index) {
        return folder.resolve(String.format(Locale.ROOT, "%06d.json", index));
    }
}
