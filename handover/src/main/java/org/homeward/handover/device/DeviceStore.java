package org.homeward.handover.device;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.homeward.handover.log.DeviceLog;
import org.homeward.handover.log.Event;
import org.homeward.handover.log.EventSet;
import org.homeward.handover.log.Intake;
import org.homeward.handover.log.LogText;
import org.homeward.handover.log.Merger;
import org.homeward.handover.log.Roster;
import org.homeward.handover.log.SignedEvent;
import org.homeward.ledger.Refusal;
import org.homeward.ledger.Result;

/**
 * A device's own log and what it has seen of others', on its disk. Locked: two processes would write two histories, which is what a device is
 * accused of. A folder brought back from a copy does the same; start a new device instead.
 */
public final class DeviceStore implements Closeable {
    private static final String SEEN = "seen.hwlog";

    private final FileChannel lock;
    private final AppendFile own;
    private final AppendFile seen;
    private final Merger merger;
    private final Intake intake;
    private final EventSet events;
    private DeviceLog log;

    private DeviceStore(
            FileChannel lock, AppendFile own, AppendFile seen, Roster roster, EventSet events, DeviceLog log) {
        this.lock = lock;
        this.own = own;
        this.seen = seen;
        this.merger = new Merger(roster);
        this.intake = new Intake(roster);
        this.events = events;
        this.log = log;
    }

    /** Opens or creates; refuses a log that is not one unbroken log of this device. */
    public static Result<DeviceStore> open(Path folder, Roster roster, String device) throws IOException {
        Files.createDirectories(folder);
        FileChannel lock =
                FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        AppendFile.Opened own = null;
        AppendFile.Opened seen = null;
        boolean done = false;
        try {
            if (!locked(lock)) {
                return Result.refused(
                        "store.locked", "The log in this folder is in use by another process: close it first.");
            }
            own = AppendFile.open(folder.resolve(device + ".hwlog"));
            seen = AppendFile.open(folder.resolve(SEEN));
            DeviceStore store = new DeviceStore(
                    lock,
                    own.file(),
                    seen.file(),
                    roster,
                    new EventSet(),
                    DeviceLog.empty(roster.caseId(), roster.handover(), device));
            Refusal wrong = store.read(own.content(), seen.content());
            done = wrong == null;
            return wrong == null ? Result.ok(store) : new Result.Refused<>(wrong);
        } finally {
            if (!done) {
                lock.close();
                if (own != null) {
                    own.file().close();
                }
                if (seen != null) {
                    seen.file().close();
                }
            }
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock held = channel.tryLock();
            return held != null;
        } catch (OverlappingFileLockException heldHere) {
            return false;
        }
    }

    private @org.jspecify.annotations.Nullable Refusal read(byte[] ownBytes, byte[] seenBytes) {
        if (ownBytes.length > 0) {
            Result<LogText.Content> content = LogText.read(ownBytes);
            if (content instanceof Result.Refused<LogText.Content>(Refusal refusal)) {
                return damaged(refusal.sentence());
            }
            for (SignedEvent event : content.get().events()) {
                Event e = event.event();
                boolean next = e.device().equals(log.device())
                        && e.seq() == log.seq() + 1
                        && e.prev().equals(log.hash())
                        && e.lamport() > log.lamport();
                if (!next || !(intake.check(event) instanceof Result.Ok<Intake.Verified>(Intake.Verified good))) {
                    return damaged("Event " + e.seq() + " does not follow from the one before it.");
                }
                events.add(good);
                log = log.after(event);
            }
        }
        if (seenBytes.length > 0) {
            Result<LogText.Content> content = LogText.read(seenBytes);
            if (content instanceof Result.Refused<LogText.Content>(Refusal refusal)) {
                return damaged(refusal.sentence());
            }
            join(content.get());
        }
        return null;
    }

    private static Refusal damaged(String what) {
        return new Refusal(
                "store.damaged",
                "The log of this device was changed or damaged: " + what
                        + " Do not go on with it; hand in what there is and take another device.");
    }

    private Merger.Report join(LogText.Content content) {
        Merger.Report report = merger.merge(content, events);
        content.events().forEach(e -> log = log.saw(e.event().lamport()));
        return report;
    }

    /** Where the device stands in its own log. */
    public DeviceLog log() {
        return log;
    }

    /** Everything it has recorded and seen. */
    public EventSet events() {
        return events;
    }

    /**
     * Appends the device's next event: durable on return.
     *
     * @throws IOException when the disk refuses; nothing can be appended any more, and what was acknowledged before is there
     */
    Result<SignedEvent> append(SignedEvent event) throws IOException {
        Result<Intake.Verified> checked = intake.check(event);
        if (checked instanceof Result.Refused<Intake.Verified>(Refusal refusal)) {
            return new Result.Refused<>(refusal);
        }
        own.append(LogText.write(List.of(event), List.of()));
        events.add(checked.get());
        log = log.after(event);
        return Result.ok(event);
    }

    /** Takes in what another device shows: only what verifies, durable on return. */
    Merger.Report take(LogText.Content content) throws IOException {
        List<SignedEvent> others = new ArrayList<>();
        List<Refusal> refused = new ArrayList<>();
        for (SignedEvent event : content.events()) {
            Result<Intake.Verified> checked = intake.check(event);
            if (checked instanceof Result.Refused<Intake.Verified>(Refusal refusal)) {
                refused.add(refusal);
            } else if (!event.device().equals(log.device())) {
                others.add(event);
            }
        }
        LogText.Content good = new LogText.Content(
                others,
                content.heads().stream().filter(h -> intake.check(h).accepted()).toList());
        if (!good.events().isEmpty() || !good.heads().isEmpty()) {
            seen.append(LogText.write(good.events(), good.heads()));
        }
        Merger.Report report = join(good);
        return new Merger.Report(report.fresh(), report.known(), refused);
    }

    @Override
    public void close() throws IOException {
        try (lock;
                own;
                seen) {
            // closed in turn
        }
    }
}
