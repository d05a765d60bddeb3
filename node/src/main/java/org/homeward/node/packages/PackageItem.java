package org.homeward.node.packages;

import org.homeward.ledger.SignedNote;
import org.homeward.node.release.Outgoing;
import org.homeward.protocol.envelope.Envelope;
import org.homeward.protocol.envelope.OrderHead;
import org.homeward.protocol.envelope.Receipt;
import org.homeward.protocol.json.CanonicalJson;
import org.homeward.protocol.json.MalformedJsonException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One line of a package. */
public sealed interface PackageItem {
    /** An accepted act at its place in the order, from 0. */
    record Accepted(int index, Envelope envelope) implements PackageItem {}

    /** The agency's signed order up to the last accepted act of the package. */
    record Order(OrderHead head) implements PackageItem {}

    /** An act that is handed in to the agency. */
    record HandedIn(Envelope envelope) implements PackageItem {}

    /** The agency's answer to an act of the recipient. */
    record Answered(Receipt receipt) implements PackageItem {}

    /** The mediator's newest checkpoint of the joint log, for the recipient's witness. */
    record Checkpoint(String note) implements PackageItem {}

    /** The newest checkpoint that bears co-signatures. */
    record Cosigned(String note) implements PackageItem {}

    /** A line on the wire. */
    record Line(String item, @Nullable Integer index, JsonNode content) {}

    /** An accepted act as it goes out; with the next ones, the only lines that a package is made of. */
    static Outgoing accepted(int index, Envelope envelope) {
        return new Outgoing.Packed("accepted", index, new Outgoing.AcceptedOne(envelope));
    }

    static Outgoing order(OrderHead head) {
        return new Outgoing.Packed("order", null, new Outgoing.Order(head));
    }

    static Outgoing handedIn(Envelope envelope) {
        return new Outgoing.Packed("handedIn", null, new Outgoing.HandedIn(envelope));
    }

    static Outgoing answered(Receipt receipt) {
        return new Outgoing.Packed("answered", null, new Outgoing.ReceiptOnly(receipt));
    }

    static Outgoing checkpoint(SignedNote note) {
        return new Outgoing.Packed("checkpoint", null, new Outgoing.LogNote(note.bytes()));
    }

    static Outgoing cosigned(SignedNote note) {
        return new Outgoing.Packed("cosigned", null, new Outgoing.LogNote(note.bytes()));
    }

    /** Reads a line. */
    static PackageItem parse(byte[] bytes) throws MalformedJsonException {
        Line line = CanonicalJson.read(bytes, Line.class);
        JsonNode content = line.content();
        Integer index = line.index();
        return switch (line.item()) {
            case "accepted" -> {
                if (index == null || index < 0) {
                    throw new MalformedJsonException("an accepted act without its place in the order");
                }
                yield new Accepted(index, Envelope.parse(CanonicalJson.bytes(content)));
            }
            case "order" -> new Order(CanonicalJson.as(content, OrderHead.class));
            case "handedIn" -> new HandedIn(Envelope.parse(CanonicalJson.bytes(content)));
            case "answered" -> new Answered(CanonicalJson.as(content, Receipt.class));
            case "checkpoint" -> new Checkpoint(CanonicalJson.as(content, String.class));
            case "cosigned" -> new Cosigned(CanonicalJson.as(content, String.class));
            default -> throw new MalformedJsonException("an item of a kind that this program does not know; update it");
        };
    }
}
