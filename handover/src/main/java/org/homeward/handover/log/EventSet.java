package org.homeward.handover.log;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Events of several devices, joined as a set: the same whatever order they came in and however often. Nothing in it is ever replaced;
 * two events in one place are both kept. For one thread.
 */
public final class EventSet {
    private final Map<String, Lane> lanes = new TreeMap<>();
    private int size;

    /** One device's part. */
    static final class Lane {
        /** By number; where there are two, the one with the smaller hash, so that no order of arrival shows. */
        private final ArrayList<@Nullable SignedEvent> bySeq = new ArrayList<>();

        private final TreeMap<String, SignedEvent> rivals = new TreeMap<>();
        private final TreeMap<String, SignedHead> heads = new TreeMap<>();

        /** Highest number of an event here; 0 when there is none. */
        int top() {
            return bySeq.size();
        }

        @Nullable
        SignedEvent at(long seq) {
            return seq < 1 || seq > bySeq.size() ? null : bySeq.get((int) seq - 1);
        }

        Collection<SignedEvent> rivals() {
            return rivals.values();
        }

        /** Every end that this device ever signed and somebody brought. */
        Collection<SignedHead> heads() {
            return heads.values();
        }

        private boolean add(SignedEvent event) {
            int index = (int) event.seq() - 1;
            while (bySeq.size() <= index) {
                bySeq.add(null);
            }
            SignedEvent there = bySeq.get(index);
            if (there == null) {
                bySeq.set(index, event);
                return true;
            }
            int order = there.hash().compareTo(event.hash());
            if (order == 0) {
                return false;
            }
            if (order > 0) {
                bySeq.set(index, event);
                return rivals.put(there.hash(), there) == null;
            }
            return rivals.put(event.hash(), event) == null;
        }
    }

    /** Adds an event; false when it was there. A head inside a meeting joins too: give it to {@link #add(Intake.VerifiedHead)}. */
    public boolean add(Intake.Verified verified) {
        SignedEvent event = verified.event();
        boolean fresh = lane(event.device()).add(event);
        if (fresh) {
            size++;
        }
        return fresh;
    }

    /** Adds a device's signed end. */
    public void add(Intake.VerifiedHead verified) {
        SignedHead head = verified.head();
        lane(head.head().device())
                .heads
                .putIfAbsent(
                        String.format(java.util.Locale.ROOT, "%07d", head.head().seq())
                                + head.head().hash()
                                + head.head().last(),
                        head);
    }

    private Lane lane(String device) {
        return lanes.computeIfAbsent(device, d -> new Lane());
    }

    Map<String, Lane> lanes() {
        return lanes;
    }

    /** How many different events. */
    public int size() {
        return size;
    }

    /** Every event: by device, then number, then a device's rival events; the same order for the same set. */
    public void forEach(Consumer<SignedEvent> use) {
        for (Lane lane : lanes.values()) {
            for (SignedEvent event : lane.bySeq) {
                if (event != null) {
                    use.accept(event);
                }
            }
            lane.rivals.values().forEach(use);
        }
    }

    /** The events of one device by number, without rivals. */
    public List<SignedEvent> of(String device) {
        Lane lane = lanes.get(device);
        List<SignedEvent> events = new ArrayList<>();
        if (lane != null) {
            for (SignedEvent event : lane.bySeq) {
                if (event != null) {
                    events.add(event);
                }
            }
        }
        return events;
    }
}
