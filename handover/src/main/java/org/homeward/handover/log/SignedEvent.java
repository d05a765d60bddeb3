package org.homeward.handover.log;

import java.util.Objects;
import java.util.Set;
import org.homeward.protocol.crypto.Bytes;
import org.homeward.protocol.json.CanonicalJson;
import org.homeward.protocol.json.MalformedJsonException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An event with its signatures and what its body says. Equal when hash and signatures are. Immutable. */
public final class SignedEvent {
    private static final Set<String> MAY_LACK = Set.of("officer", "officerSignature", "sealed");

    private final Event event;
    private final String signature;
    private final @Nullable String officerSignature;
    private final Observation observation;
    private final String hash;
    private final byte[] message;

    /** The form on the wire. */
    record Wire(Event event, String signature, @Nullable String officerSignature) {}

    SignedEvent(Event event, String signature, @Nullable String officerSignature, Observation observation) {
        this.event = event;
        this.signature = signature;
        this.officerSignature = officerSignature;
        this.observation = observation;
        this.message = event.message();
        this.hash = Bytes.hex(Bytes.sha256(message));
    }

    public Event event() {
        return event;
    }

    /** The device's signature, 64 bytes in base64. */
    public String signature() {
        return signature;
    }

    public @Nullable String officerSignature() {
        return officerSignature;
    }

    public Observation observation() {
        return observation;
    }

    /** SHA-256 of what is signed, 64 hex digits: the event's name everywhere. */
    public String hash() {
        return hash;
    }

    byte[] message() {
        return message;
    }

    public String device() {
        return event.device();
    }

    public long seq() {
        return event.seq();
    }

    /** The canonical bytes. */
    public byte[] bytes() {
        return CanonicalJson.bytes(new Wire(event, signature, officerSignature));
    }

    /** Reads canonical bytes; signatures are not checked here. */
    public static SignedEvent parse(byte[] bytes) throws MalformedJsonException {
        JsonNode tree = CanonicalJson.parse(bytes);
        if (lacks(tree)) {
            throw new MalformedJsonException("an event without its members");
        }
        Wire wire = CanonicalJson.as(tree, Wire.class);
        Event e = wire.event();
        if (e.v() != Event.VERSION || e.seq() < 1 || e.seq() > Event.MOST || e.lamport() < 1) {
            throw new MalformedJsonException("an event with impossible numbers");
        }
        return new SignedEvent(e, wire.signature(), wire.officerSignature(), Observation.parse(e.kind(), e.body()));
    }

    /** Whether a member is null that may not be: a device may sign anything, and what reads it should not have to ask. */
    private static boolean lacks(JsonNode node) {
        if (node.isObject()) {
            for (String name : node.propertyNames()) {
                JsonNode member = node.get(name);
                if (member.isNull() ? !MAY_LACK.contains(name) : lacks(member)) {
                    return true;
                }
            }
        } else if (node.isArray()) {
            for (JsonNode item : node) {
                if (item.isNull() || lacks(item)) {
                    return true;
                }
            }
        }
        return false;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedEvent o
                && hash.equals(o.hash)
                && signature.equals(o.signature)
                && Objects.equals(officerSignature, o.officerSignature);
    }

    @Override
    public int hashCode() {
        return hash.hashCode();
    }

    @Override
    public String toString() {
        return event.device() + "/" + event.seq() + " " + event.kind();
    }
}
