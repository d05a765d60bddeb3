package org.homeward.handover.log;

import org.homeward.protocol.crypto.SigningKey;
import org.homeward.protocol.json.CanonicalJson;
import org.jspecify.annotations.Nullable;

/**
 * Where a device stands in its own log: enough to write the next event. Immutable: the caller keeps what it has made durable.
 *
 * @param seq of the last event, 0 before the first
 * @param lamport greatest seen, own or another's
 */
public record DeviceLog(
        String caseId, String handover, String device, long seq, String hash, long lamport, boolean closed) {

    /** Before the first event. */
    public static DeviceLog empty(String caseId, String handover, String device) {
        return new DeviceLog(caseId, handover, device, 0, Event.NONE, 0, false);
    }

    /**
     * Writes the next event.
     *
     * @param claimed milliseconds since 1970 by this device's clock
     * @param officer who holds the device, with his own key where the observation needs one
     * @throws IllegalStateException when the log is closed: the rules refuse before
     */
    public SignedEvent next(
            Observation observation,
            long claimed,
            @Nullable String officer,
            SigningKey deviceKey,
            @Nullable SigningKey officerKey) {
        if (closed) {
            throw new IllegalStateException("the log of " + device + " is closed");
        }
        Event event = new Event(
                Event.VERSION,
                caseId,
                handover,
                device,
                seq + 1,
                hash,
                lamport + 1,
                claimed,
                officer,
                observation.kind(),
                CanonicalJson.tree(observation));
        byte[] message = event.message();
        return new SignedEvent(
                event,
                deviceKey.sign(message),
                officerKey != null && observation.needsOfficer() ? officerKey.sign(message) : null,
                observation);
    }

    /** Where the device stands after its own event. */
    public DeviceLog after(SignedEvent own) {
        return new DeviceLog(
                caseId,
                handover,
                device,
                own.seq(),
                own.hash(),
                Math.max(lamport, own.event().lamport()),
                own.observation() instanceof Observation.Closed);
    }

    /** Where it stands after it has seen an event or a head of another device. */
    public DeviceLog saw(long otherLamport) {
        return otherLamport <= lamport
                ? this
                : new DeviceLog(caseId, handover, device, seq, hash, otherLamport, closed);
    }

    /** This log's end, signed. */
    public SignedHead head(SigningKey deviceKey) {
        Head head = new Head(Event.VERSION, caseId, handover, device, seq, hash, lamport, closed);
        return new SignedHead(head, deviceKey.sign(head.message()));
    }
}
