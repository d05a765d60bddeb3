package org.homeward.node.packages;

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

    /** The line's bytes, without its end. */
    default byte[] bytes() {
        return CanonicalJson.bytes(
                switch (this) {
                    case Accepted(int index, Envelope e) -> new Line("accepted", index, CanonicalJson.tree(e));
                    case Order(OrderHead head) -> new Line("order", null, CanonicalJson.tree(head));
                    case HandedIn(Envelope e) -> new Line("handedIn", null, CanonicalJson.tree(e));
                    case Answered(Receipt r) -> new Line("answered", null, CanonicalJson.tree(r));
                    case Checkpoint(String note) -> new Line("checkpoint", null, CanonicalJson.tree(note));
                    case Cosigned(String note) -> new Line("cosigned", null, CanonicalJson.tree(note));
                });
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
