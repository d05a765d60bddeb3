package org.homeward.handover.device;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.homeward.handover.day.DayState;
import org.homeward.handover.day.DeviceRules;
import org.homeward.handover.log.LogText;
import org.homeward.handover.log.Merger;
import org.homeward.handover.log.Observation;
import org.homeward.handover.log.SignedEvent;
import org.homeward.handover.log.SignedHead;
import org.homeward.handover.pack.DayList;
import org.homeward.handover.pack.DayPack;
import org.homeward.handover.pack.DeviceKeys;
import org.homeward.ledger.Refusal;
import org.homeward.ledger.Result;

/** A device at its post: asks the rules, signs, and shows nothing before it is on the disk. For one thread. */
public final class Post implements Closeable {
    private final DayPack pack;
    private final DeviceKeys keys;
    private final DeviceStore store;
    private final Finder finder;

    private Post(DayPack pack, DeviceKeys keys, DeviceStore store) {
        this.pack = pack;
        this.keys = keys;
        this.store = store;
        this.finder = new Finder(pack.roster(), pack.list());
    }

    /** Takes the post up, or goes on where the device was. */
    public static Result<Post> open(DayPack pack, DeviceKeys keys, Path folder) throws IOException {
        return DeviceStore.open(folder, pack.roster(), keys.device())
                .then(store -> Result.ok(new Post(pack, keys, store)));
    }

    public DayPack pack() {
        return pack;
    }

    public Finder finder() {
        return finder;
    }

    /** What follows from all that this device has recorded and seen. Linear in that. */
    public DayState state() {
        return DayState.of(pack.roster(), store.events());
    }

    /**
     * Records what was seen or done; the officer of the device signs where the act is his side's. On return it is durable.
     *
     * @param claimed milliseconds since 1970 by this device's clock
     */
    public Result<SignedEvent> record(Observation observation, long claimed) throws IOException {
        Optional<Refusal> no = DeviceRules.decide(state(), store.log(), observation, questions(observation));
        if (no.isPresent()) {
            return new Result.Refused<>(no.get());
        }
        return store.append(
                store.log().next(observation, claimed, keys.officer(), keys.signingKey(), keys.officerSigningKey()));
    }

    private int questions(Observation observation) {
        return observation instanceof Observation.CheckedIn in
                ? pack.list()
                        .line(in.subject())
                        .map(DayList.Line::questions)
                        .map(q -> q.size())
                        .orElse(0)
                : 0;
    }

    /** Takes in what another device shows: an act, a part of its log, or all of it. */
    public Merger.Report take(LogText.Content content) throws IOException {
        return store.take(content);
    }

    /** How far this device's log goes, signed. */
    public SignedHead head() {
        return store.log().head(keys.signingKey());
    }

    /** This device's log as a file to carry. */
    public byte[] log() {
        return log(0);
    }

    /** What of this device's log follows that event, with its end: for another device that has the rest. */
    public byte[] log(long after) {
        return LogText.write(
                store.events().of(keys.device()).stream()
                        .filter(e -> e.seq() > after)
                        .toList(),
                java.util.List.of(head()));
    }

    /** The number of the last event of this device's log that another one has said it has; 0 where it has said nothing. */
    public long heldBy(String device) {
        return store.events().of(device).stream()
                .map(SignedEvent::observation)
                .filter(Observation.Met.class::isInstance)
                .map(o -> ((Observation.Met) o).head().head())
                .filter(head -> head.device().equals(keys.device()))
                .mapToLong(org.homeward.handover.log.Head::seq)
                .max()
                .orElse(0);
    }

    @Override
    public void close() throws IOException {
        store.close();
    }
}
