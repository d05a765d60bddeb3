package org.homeward.node.server;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.homeward.node.release.Released;
import org.homeward.protocol.envelope.Envelope;

/** HTTPS with mutual certificates. Every answer is limited in size and time. Safe for threads. */
final class TlsWire implements HttpAgency.Wire {
    /** An answer holds one envelope of the greatest size, or several smaller ones. */
    private static final int MAX_ANSWER = 2 * Envelope.MAX_BYTES;

    private final URI agency;
    private final HttpClient client;

    TlsWire(URI agency, SSLContext tls) {
        this.agency = agency;
        this.client = HttpClient.newBuilder()
                .sslContext(tls)
                .connectTimeout(Duration.ofSeconds(5))
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    @Override
    public byte[] call(String method, String path, String header, Released body) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(agency.resolve(path))
                .timeout(Duration.ofSeconds(60))
                .header(PeerSignature.HEADER, header)
                .method(
                        method,
                        body.bytes().length == 0
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body.bytes()))
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
}
