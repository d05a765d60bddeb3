package org.homeward.node.talks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.homeward.node.exchange.DurableFiles;
import org.homeward.node.exchange.NodeIdentity;
import org.homeward.node.release.Outgoing;
import org.homeward.node.release.ReleaseGate;
import org.homeward.node.release.Released;
import org.homeward.protocol.json.MalformedJsonException;
import org.homeward.talks.Entry;
import org.homeward.talks.TalksLog;
import org.homeward.talks.View;
import org.homeward.talks.ViewFile;
import org.jspecify.annotations.Nullable;

/**
 * The talks of a node. The agency keeps the log of each in {@code talks/ID}, signed by its own key; a bureau keeps the newest view that
 * the agency released to it in {@code talks/ID.view}, and takes none that another key than its mediator's signed.
 */
public final class TalksDesk {
    /** What the name of talks looks like. */
    public static final String ID = "[a-z0-9][a-z0-9-]{0,39}";

    /** A view has at most this many bytes. */
    public static final int LARGEST_VIEW = 8 << 20;

    private static final String VIEW = ".view";

    private final Path home;
    private final NodeIdentity identity;
    private final boolean agency;
    private final Supplier<Set<String>> mediatorKeys;
    private final ReleaseGate gate;
    private final Clock clock;
    private final Map<String, Kept> read = new ConcurrentHashMap<>();

    /** @param mediatorKeys the signing keys of the mediators of this node's cases, as two people compared and enrolled them */
    public TalksDesk(
            Path home,
            NodeIdentity identity,
            boolean agency,
            Supplier<Set<String>> mediatorKeys,
            ReleaseGate gate,
            Clock clock) {
        this.home = home;
        this.identity = identity;
        this.agency = agency;
        this.mediatorKeys = mediatorKeys;
        this.gate = gate;
        this.clock = clock;
    }

    /** Talks that were read and found sound, and the file's size and time then: signatures are not checked twice. */
    private record Kept(long size, FileTime time, Talks talks) {}

    /**
     * Talks as this node has them.
     *
     * @param own whether the log is this node's
     * @param at when a view was released; null for a log
     * @param fault why they cannot be used, or null; the view is empty then
     */
    public record Talks(
            String id,
            View view,
            boolean own,
            @Nullable Instant at,
            @Nullable String fault) {}

    /** All talks, by their names. */
    public List<Talks> all() {
        if (!Files.isDirectory(home)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(home)) {
            return files.map(f -> f.getFileName().toString())
                    .map(name -> name.endsWith(VIEW) ? name.substring(0, name.length() - VIEW.length()) : name)
                    .filter(name -> name.matches(ID))
                    .sorted()
                    .flatMap(id -> find(id).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Talks of that name; those whose file is damaged are there with the reason. */
    public Optional<Talks> find(String id) {
        if (!id.matches(ID)) {
            return Optional.empty();
        }
        Path file = agency ? home.resolve(id).resolve(TalksLog.FILE) : home.resolve(id + VIEW);
        try {
            if (!Files.isRegularFile(file)) {
                return Optional.empty();
            }
            long size = Files.size(file);
            FileTime time = Files.getLastModifiedTime(file);
            Kept kept = read.get(id);
            if (kept != null && kept.size() == size && kept.time().equals(time)) {
                return Optional.of(kept.talks());
            }
            Talks talks = agency ? log(id) : view(id, Files.readAllBytes(file));
            if (talks.fault() == null) {
                read.put(id, new Kept(size, time, talks));
            }
            return Optional.of(talks);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Talks log(String id) throws IOException {
        return switch (TalksLog.read(home.resolve(id), identity.signing().publicText())) {
            case TalksLog.Opened.Ok(TalksLog log) ->
                new Talks(id, View.of(log.entries(), identity.id()), true, null, null);
            case TalksLog.Opened.Bad(String sentence) ->
                new Talks(id, View.of(List.of(), identity.id()), true, null, sentence);
        };
    }

    private Talks view(String id, byte[] bytes) {
        try {
            ViewFile file = ViewFile.read(bytes);
            return new Talks(id, file.view(), false, file.at(), null);
        } catch (MalformedJsonException e) {
            return new Talks(id, View.of(List.of(), identity.id()), false, null, String.valueOf(e.getMessage()));
        }
    }

    /**
     * Opens talks with their first entry.
     *
     * @return why not, in a sentence, or null
     */
    public synchronized @Nullable String open(String id, Entry process) throws IOException {
        if (!agency || !id.matches(ID)) {
            return "The name of talks is made of small letters, digits and hyphens, at most 40.";
        }
        Path folder = home.resolve(id);
        if (Files.exists(folder.resolve(TalksLog.FILE)) && !all(id).isEmpty()) {
            return "There are talks of that name already.";
        }
        if (!Files.exists(folder.resolve(TalksLog.FILE))) {
            Files.createDirectories(folder);
            TalksLog.create(folder);
        }
        return add(id, List.of(process));
    }

    private List<Entry> all(String id) {
        return find(id).map(t -> t.view().entries()).orElse(List.of());
    }

    /**
     * Adds entries to the log, all or none.
     *
     * @return why none was added, in a sentence, or null
     */
    public synchronized @Nullable String add(String id, List<Entry> entries) throws IOException {
        if (!agency || find(id).isEmpty()) {
            return "There are no talks of that name.";
        }
        return switch (TalksLog.add(home.resolve(id), entries, identity.signing())) {
            case TalksLog.Added.Ok ok -> null;
            case TalksLog.Added.Refused refused -> refused.refusal().sentence();
            case TalksLog.Added.Broken(String sentence) -> sentence;
        };
    }

    /** The time that goes into an entry; seconds, as in every signed text. */
    public Instant now() {
        return Instant.ofEpochSecond(clock.instant().getEpochSecond());
    }

    /** What a participant may see, as the file that leaves this node; empty where he takes no part or the log is damaged. */
    public Optional<Released> release(String id, String to) {
        return find(id).filter(t -> t.own() && t.fault() == null && others(t).contains(to))
                .map(t -> gate.release(
                        id,
                        to,
                        new Outgoing.TalksShown(
                                ViewFile.signed(id, now(), View.of(t.view().entries(), to), identity.signing()))));
    }

    /** Whom talks may be released to. */
    public static List<String> others(Talks talks) {
        var process = talks.view().state().process();
        return process == null
                ? List.of()
                : Stream.concat(process.parties().stream(), process.observers().stream())
                        .toList();
    }

    /** What came of taking a view in. */
    public sealed interface Taken {
        /** It is the newest now. */
        record Ok(String id) implements Taken {}

        /** It was not taken. */
        record Refused(String sentence) implements Taken {}
    }

    /** Takes in what the agency released to this bureau: signed by its mediator, for this node, not older than what is there. */
    public synchronized Taken take(byte[] bytes) throws IOException {
        ViewFile file;
        try {
            file = ViewFile.read(bytes);
        } catch (MalformedJsonException e) {
            return new Taken.Refused("This is no file of talks as an agency releases it: " + e.getMessage() + ".");
        }
        if (!mediatorKeys.get().contains(file.signer())) {
            return new Taken.Refused(
                    "The file is signed by a key that is not the mediator's in any case of this node.");
        }
        if (!file.view().who().equals(identity.id())) {
            return new Taken.Refused("The file was released to another participant; ask the agency for this side's.");
        }
        if (!file.talks().matches(ID)) {
            return new Taken.Refused("The file bears no name of talks.");
        }
        Instant there = find(file.talks()).map(Talks::at).orElse(null);
        if (there != null && file.at().isBefore(there)) {
            return new Taken.Refused("A newer file of these talks is here already.");
        }
        Files.createDirectories(home);
        DurableFiles.replace(home.resolve(file.talks() + VIEW + ".new"), bytes, home.resolve(file.talks() + VIEW));
        read.remove(file.talks());
        return new Taken.Ok(file.talks());
    }
}
