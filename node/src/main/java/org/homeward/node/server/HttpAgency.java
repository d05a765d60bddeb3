package org.homeward.node.server;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.homeward.ledger.Result;
import org.homeward.ledger.SignedNote;
import org.homeward.node.exchange.Answer;
import org.homeward.node.exchange.Batch;
import org.homeward.node.exchange.NodeIdentity;
import org.homeward.protocol.envelope.Envelope;
import org.homeward.protocol.envelope.OrderHead;
import org.homeward.protocol.json.CanonicalJson;
import org.homeward.protocol.json.MalformedJsonException;

/** A bureau's way to its agency over HTTPS with mutual certificates. Every answer is limited in size and time. Safe for threads. */
final class HttpAgency implements AgencyLine {
    /** An answer holds one envelope of the greatest size, or several smaller ones. */
    static final int MAX_ANSWER = 2 * Envelope.MAX_BYTES;

    private final URI agency;
    private final NodeIdentity identity;
    private final Clock clock;
    private final HttpClient client;

    HttpAgency(URI agency, NodeIdentity identity, Pins pins, Clock clock) {
        this.client = HttpClient.newBuilder()
                .sslContext(pins.context(identity.transport()))
                .connectTimeout(Duration.ofSeconds(5))
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        this.agency = agency;
        this.identity = identity;
        this.clock = clock;
    }

    @Override
    public boolean isConnected() {
        return true;
    }

    @Override
    public Answer submit(Envelope envelope) throws IOException {
        return read(call("POST", path(envelope.caseId(), "envelopes"), envelope.bytes()), Answer.class);
    }

    @Override
    public Batch fetch(String caseId, int from) throws IOException {
        WireBatch wire = read(call("GET", path(caseId, "batch?from=" + from), new byte[0]), WireBatch.class);
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
        byte[] body = call("GET", path(caseId, "checkpoint?old=" + oldSize), new byte[0]);
        return body.length == 0 ? Optional.empty() : Optional.of(body);
    }

    @Override
    public void cosigned(String caseId, SignedNote note) throws IOException {
        call("POST", path(caseId, "cosignatures"), note.bytes());
    }

    @Override
    public Optional<SignedNote> cosignedCheckpoint(String caseId) throws IOException {
        byte[] body = call("GET", path(caseId, "cosigned"), new byte[0]);
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

    private static String path(String caseId, String rest) {
        return "/peer/cases/" + caseId + "/" + rest;
    }

    private byte[] call(String method, String path, byte[] body) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(agency.resolve(path))
                .timeout(Duration.ofSeconds(60))
                .header(
                        PeerSignature.HEADER,
                        PeerSignature.header(identity.id(), identity.signing(), method, path, body, clock.instant()))
                .method(
                        method,
                        body.length == 0
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream stream = response.body()) {
                byte[] answer = stream.readNBytes(MAX_ANSWER + 1);
                if (answer.length > MAX_ANSWER) {
                    throw new IOException("The agency's answer is too long.");
                }
                if (response.statusCode() / 100 != 2) {
                    throw new IOException("The agency answers " + response.statusCode() + " to " + method + " " + path);
                }
                return answer;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for the agency", e);
        }
    }

    private static <T> T read(byte[] body, Class<T> type) throws IOException {
        try {
            return CanonicalJson.read(body, type);
        } catch (MalformedJsonException e) {
            throw new IOException("The agency's answer cannot be read: " + e.getMessage(), e);
        }
    }
}
