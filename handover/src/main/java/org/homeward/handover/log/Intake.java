package org.homeward.handover.log;

import java.util.HashMap;
import java.util.Map;
import org.homeward.ledger.Refusal;
import org.homeward.ledger.Result;
import org.homeward.ledger.StrictEd25519;
import org.homeward.protocol.crypto.Bytes;
import org.homeward.protocol.crypto.SigningKey;
import org.jspecify.annotations.Nullable;

/** Decides whether an event or a head is what its device signed. Whether it is allowed or true is not asked here. Thread-safe. */
public final class Intake {
    private final String caseId;
    private final String handover;
    private final Map<String, Roster.Device> devices = new HashMap<>();
    private final Map<String, Roster.Officer> officers = new HashMap<>();

    /** Decoded once, and only keys that are sound: asking that again for every event would double the work. */
    private final Map<String, byte[]> keys = new HashMap<>();

    public Intake(Roster roster) {
        caseId = roster.caseId();
        handover = roster.handover();
        roster.devices().forEach(d -> {
            devices.put(d.id(), d);
            learn(d.key());
        });
        roster.officers().forEach(o -> {
            officers.put(o.id(), o);
            learn(o.key());
        });
    }

    private void learn(String key) {
        if (SigningKey.isSound(key)) {
            keys.put(key, Bytes.fromBase64(key));
        }
    }

    private boolean verifies(String key, byte[] message, @Nullable String signature) {
        byte[] decoded = keys.get(key);
        try {
            return decoded != null
                    && signature != null
                    && StrictEd25519.verify(decoded, message, Bytes.fromBase64(signature));
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    /** An event that may join a set; only this class makes one. */
    public static final class Verified {
        private final SignedEvent event;

        private Verified(SignedEvent event) {
            this.event = event;
        }

        public SignedEvent event() {
            return event;
        }
    }

    /** A head that may join a set. */
    public static final class VerifiedHead {
        private final SignedHead head;

        private VerifiedHead(SignedHead head) {
            this.head = head;
        }

        public SignedHead head() {
            return head;
        }
    }

    /** Checks case, day, device and both signatures; and the head inside a meeting, if it is one. */
    public Result<Verified> check(SignedEvent event) {
        Event e = event.event();
        Roster.Device device = devices.get(e.device());
        if (!e.caseId().equals(caseId) || !e.handover().equals(handover)) {
            return Result.refused("event.day", "An event belongs to another case or another day.");
        }
        if (device == null) {
            return Result.refused("event.device", "An event names a device that is not of this day.");
        }
        if (!verifies(device.key(), event.message(), event.signature())) {
            return Result.refused(
                    "event.signature",
                    "Event " + e.seq() + " of " + e.device()
                            + " does not bear the device's signature: it was changed or made by another.");
        }
        if (event.observation().needsOfficer()) {
            Roster.Officer officer = e.officer() == null ? null : officers.get(e.officer());
            if (officer == null
                    || !officer.party().equals(device.party())
                    || !verifies(officer.key(), event.message(), event.officerSignature())) {
                return Result.refused(
                        "event.officer",
                        "Event " + e.seq() + " of " + e.device()
                                + " is an act of its side and bears no signature of one of that side's officers.");
            }
        }
        return Result.ok(new Verified(event));
    }

    /** Checks a head by itself. */
    public Result<VerifiedHead> check(SignedHead signed) {
        Head head = signed.head();
        Roster.Device device = head == null ? null : devices.get(head.device());
        if (head == null
                || device == null
                || head.v() != Event.VERSION
                || head.seq() < 0
                || head.seq() > Event.MOST
                || !caseId.equals(head.caseId())
                || !handover.equals(head.handover())) {
            return Result.refused("head.day", "A log's end belongs to another day or to no device of it.");
        }
        return verifies(device.key(), head.message(), signed.signature())
                ? Result.ok(new VerifiedHead(signed))
                : new Result.Refused<>(new Refusal(
                        "head.signature", "The end of the log of " + head.device() + " is not signed by it."));
    }
}
