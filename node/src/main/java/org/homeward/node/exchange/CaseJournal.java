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
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.homeward.protocol.envelope.Envelope;
import org.homeward.protocol.envelope.OrderHead;
import org.homeward.protocol.envelope.Receipt;
import org.homeward.protocol.json.CanonicalJson;
import org.homeward.protocol.json.MalformedJsonException;

/**
 * The envelopes of one case in the agency's order, one file each: evidence that needs no database to be read.
 *
 * <p>An envelope is there whole after a power cut, or not at all. Not safe for threads: its owner locks.
 */
final class CaseJournal implements Journal {
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final int MOST_REFUSED = 1_000;

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
        for (String part : List.of("drafts", "receipts", "refused")) {
            Files.createDirectories(folder.resolve(part));
        }
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

    @Override
    public void keep(Receipt receipt) throws IOException {
        DurableFiles.replace(
                folder.resolve("receipt.new"), CanonicalJson.bytes(receipt), receiptFile(receipt.envelope()));
    }

    @Override
    public Optional<Receipt> receipt(String digest) throws IOException {
        return read(receiptFile(digest), Receipt.class);
    }

    private Path receiptFile(String digest) {
        if (!DIGEST.matcher(digest).matches()) {
            throw new IllegalArgumentException("not a digest");
        }
        return folder.resolve("receipts").resolve(digest + ".json");
    }

    @Override
    public void keep(OrderHead head) throws IOException {
        DurableFiles.replace(folder.resolve("order.new"), CanonicalJson.bytes(head), folder.resolve("order.json"));
    }

    @Override
    public Optional<OrderHead> order() throws IOException {
        return read(folder.resolve("order.json"), OrderHead.class);
    }

    private static <T> Optional<T> read(Path file, Class<T> type) throws IOException {
        try {
            return Files.exists(file)
                    ? Optional.of(CanonicalJson.read(Files.readAllBytes(file), type))
                    : Optional.empty();
        } catch (MalformedJsonException e) {
            throw new IOException("The file " + file + " is damaged: restore the backup.", e);
        }
    }

    @Override
    public void note(RefusedEnvelope refused) throws IOException {
        String name = refused.code() + "-" + refused.digest() + ".json";
        Path file = folder.resolve("refused").resolve(name);
        // A peer that sends rubbish all day must not fill the disk; a fork is kept even then.
        if (!Files.exists(file) && (!refused.proof().isEmpty() || refusals().size() < MOST_REFUSED)) {
            DurableFiles.replace(folder.resolve("refused.new"), refused.bytes(), file);
        }
    }

    @Override
    public List<RefusedEnvelope> refused() throws IOException {
        List<RefusedEnvelope> all = new ArrayList<>();
        for (Path file : refusals()) {
            read(file, RefusedEnvelope.class).ifPresent(all::add);
        }
        all.sort(Comparator.comparing(RefusedEnvelope::at).thenComparing(RefusedEnvelope::digest));
        return all;
    }

    private List<Path> refusals() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("refused"))) {
            return files.toList();
        }
    }

    private Path draft(String id) {
        return folder.resolve("drafts").resolve(id + ".json");
    }

    private static Path file(Path folder, int index) {
        return folder.resolve(String.format(Locale.ROOT, "%06d.json", index));
    }
}
