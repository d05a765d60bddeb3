package org.homeward.handover.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.homeward.protocol.json.CanonicalJson;

/**
 * A device's log that is not one unbroken log, with what proves it.
 *
 * @param kind what is wrong
 * @param device whose log it is
 * @param seq where
 * @param events signed events that prove it
 * @param heads signed ends that prove it
 */
public record Breach(Kind kind, String device, long seq, List<SignedEvent> events, List<SignedHead> heads) {
    /** What can be wrong. */
    public enum Kind {
        /** The device signed two histories. */
        FORK,
        /** The device signed that an event exists, and it is not there. */
        GAP,
        /** The device signed a longer log than the one it handed in. */
        TRUNCATION
    }

    public Breach {
        events = List.copyOf(events);
        heads = List.copyOf(heads);
    }

    /** The proof as a file: what {@code docs/handover.md} describes and any verifier can check with the device's key alone. */
    public byte[] proof(String deviceKey) {
        return CanonicalJson.bytes(new Proof(
                1,
                kind.name(),
                device,
                deviceKey,
                seq,
                events.stream()
                        .map(e -> new Statement(e.event(), e.signature()))
                        .toList(),
                heads));
    }

    /** An event as its device signed it: officers' signatures prove nothing against a device. */
    private record Statement(Event event, String signature) {}

    private record Proof(
            int v, String what, String device, String key, long seq, List<Statement> events, List<SignedHead> heads) {}

    /** One sentence for people. */
    public String sentence() {
        return switch (kind) {
            case FORK -> "Device " + device + " has signed two different histories at event " + seq + ".";
            case GAP ->
                "Event " + seq + " of device " + device + " is missing though the device signed what follows it.";
            case TRUNCATION ->
                "The log of device " + device + " ends before event " + seq
                        + " though the device had signed a longer one.";
        };
    }

    /** All that is wrong in a set, by device and number. The same for the same set. Linear in its size. */
    public static List<Breach> in(EventSet set) {
        List<Breach> found = new ArrayList<>();
        for (Map.Entry<String, EventSet.Lane> lane : set.lanes().entrySet()) {
            String device = lane.getKey();
            forks(device, lane.getValue(), found);
            chain(device, lane.getValue(), found);
            ends(device, lane.getValue(), found);
        }
        return found;
    }

    private static void forks(String device, EventSet.Lane lane, List<Breach> found) {
        for (SignedEvent rival : lane.rivals()) {
            SignedEvent first = lane.at(rival.seq());
            if (first != null) {
                found.add(new Breach(Kind.FORK, device, rival.seq(), List.of(first, rival), List.of()));
            }
        }
    }

    private static void chain(String device, EventSet.Lane lane, List<Breach> found) {
        boolean forked = !lane.rivals().isEmpty();
        SignedEvent before = null;
        for (int seq = 1; seq <= lane.top(); seq++) {
            SignedEvent event = lane.at(seq);
            if (event != null && seq > 1 && before == null) {
                found.add(new Breach(Kind.GAP, device, seq - 1L, List.of(event), List.of()));
            } else if (event != null
                    && !forked
                    && !event.event().prev().equals(before == null ? Event.NONE : before.hash())) {
                // It names another event before it than the one that the device also signed.
                found.add(new Breach(
                        Kind.FORK,
                        device,
                        Math.max(1, seq - 1L),
                        before == null ? List.of(event) : List.of(before, event),
                        List.of()));
            }
            before = event;
        }
    }

    private static void ends(String device, EventSet.Lane lane, List<Breach> found) {
        SignedHead longest = null;
        SignedHead last = null;
        for (SignedHead head : lane.heads()) {
            SignedEvent there = lane.at(head.head().seq());
            boolean same = there == null
                    || there.hash().equals(head.head().hash())
                    || lane.rivals().stream()
                            .anyMatch(r -> r.hash().equals(head.head().hash()));
            if (!same) {
                found.add(new Breach(Kind.FORK, device, head.head().seq(), List.of(there), List.of(head)));
            }
            if (longest == null || head.head().seq() > longest.head().seq()) {
                longest = head;
            }
            if (head.head().last()
                    && (last == null || head.head().seq() < last.head().seq())) {
                last = head;
            }
        }
        if (last != null
                && longest != null
                && longest.head().seq() > last.head().seq()) {
            found.add(new Breach(Kind.TRUNCATION, device, longest.head().seq(), List.of(), List.of(last, longest)));
        } else if (last != null && lane.top() > last.head().seq()) {
            SignedEvent beyond = lane.at(lane.top());
            if (beyond != null) {
                found.add(new Breach(Kind.TRUNCATION, device, lane.top(), List.of(beyond), List.of(last)));
            }
        } else if (longest != null && longest.head().seq() > lane.top()) {
            // Handed in shorter than signed: whoever has the device owes the rest.
            SignedEvent end = lane.at(lane.top());
            found.add(new Breach(
                    Kind.TRUNCATION,
                    device,
                    longest.head().seq(),
                    end == null ? List.of() : List.of(end),
                    List.of(longest)));
        }
    }
}
