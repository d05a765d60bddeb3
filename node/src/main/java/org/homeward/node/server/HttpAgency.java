package org.homeward.node.server;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.homeward.ledger.Result;
import org.homeward.ledger.SignedNote;
import org.homeward.node.exchange.Answer;
import org.homeward.node.exchange.Batch;
import org.homeward.node.exchange.NodeIdentity;
import org.homeward.node.exchange.Surroundings;
import org.homeward.node.release.Outgoing;
import org.homeward.node.release.Released;
import org.homeward.protocol.envelope.Envelope;
import org.homeward.protocol.envelope.OrderHead;
import org.homeward.protocol.json.CanonicalJson;
import org.homeward.protocol.json.MalformedJsonException;

/** A bureau's way to its agency: what is asked, and how the answers are read. Safe for threads. */
final class HttpAgency implements AgencyLine {
    private final NodeIdentity identity;
    private final Wire wire;
    private final Surroundings around;

    /** What carries a request to the agency and brings its answer. */
    interface Wire {
        /**
         * @param header the caller's signature over the request
         * @return the body of a success
         * @throws IOException when there is none
         */
        byte[] call(String method, String path, String header, Released body) throws IOException;
    }

    HttpAgency(NodeIdentity identity, Wire wire, Surroundings around) {
        this.identity = identity;
        this.wire = wire;
        this.around = around;
    }

    /** The line to the agency at that address. */
    static HttpAgency at(URI agency, NodeIdentity identity, Pins pins, Surroundings around) {
        return new HttpAgency(identity, new TlsWire(agency, pins.context(identity.transport())), around);
    }

    @Override
    public boolean isConnected() {
        return true;
    }

    @Override
    public Answer submit(Envelope envelope) throws IOException {
        // The mediator is the first reader of every act.
        String mediator = envelope.to().getFirst();
        return read(
                call("POST", envelope.caseId(), "envelopes", mediator, new Outgoing.HandedIn(envelope)), Answer.class);
    }

    @Override
    public Batch fetch(String caseId, int from) throws IOException {
        WireBatch wire = read(get(caseId, "batch?from=" + from), WireBatch.class);
        List<Envelope> envelopes = new ArrayList<>();
        for (String text : wire.envelopes()) {
            try {
                envelopes.add(Envelope.parse(text.getBytes(StandardCharsets.UTF_8)));
            } catch (MalformedJsonException e) {
                throw new IOException("The agency hands out an envelope that cannot be read: " + e.getMessage(), e);
            }
        }
        return new Batch(envelopes, wire.head());
    }

    @Override
    public Optional<byte[]> offer(String caseId, long oldSize) throws IOException {
        byte[] body = get(caseId, "checkpoint?old=" + oldSize);
        return body.length == 0 ? Optional.empty() : Optional.of(body);
    }

    @Override
    public void cosigned(String caseId, SignedNote note) throws IOException {
        call("POST", caseId, "cosignatures", "", new Outgoing.LogNote(note.bytes()));
    }

    @Override
    public Optional<SignedNote> cosignedCheckpoint(String caseId) throws IOException {
        byte[] body = get(caseId, "cosigned");
        if (body.length == 0) {
            return Optional.empty();
        }
        return switch (SignedNote.parse(body)) {
            case Result.Ok<SignedNote>(SignedNote note) -> Optional.of(note);
            case Result.Refused<SignedNote>(var refusal) -> throw new IOException(refusal.sentence());
        };
    }

    /** Accepted envelopes as they cross: each as the text of its canonical bytes. */
    record WireBatch(List<String> envelopes, OrderHead head) {
        WireBatch {
            envelopes = List.copyOf(envelopes);
        }
    }

    private byte[] get(String caseId, String rest) throws IOException {
        return call("GET", caseId, rest, "", new Outgoing.Nothing());
    }

    private byte[] call(String method, String caseId, String rest, String to, Outgoing outgoing) throws IOException {
        String path = "/peer/cases/" + caseId + "/" + rest;
        Released body = around.gate().release(caseId, to, outgoing);
        String header = PeerSignature.header(
                identity.id(),
                identity.signing(),
                method,
                path,
                body.bytes(),
                around.clock().instant());
        return wire.call(method, path, header, body);
    }

    private static <T> T read(byte[] body, Class<T> type) throws IOException {
        try {
            return CanonicalJson.read(body, type);
        } catch (MalformedJsonException e) {
            throw new IOException("The agency's answer cannot be read: " + e.getMessage(), e);
        }
    }
}
