package org.homeward.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A witness behind a real HTTP server, asked as tlog-witness says. */
class WitnessHttpTest {
    private final HttpClient client = HttpClient.newHttpClient();
    private HttpServer server;
    private Witness witness;
    private TransparencyLog log;

    @BeforeEach
    void serve(@TempDir Path memory, @TempDir Path folder) throws IOException {
        witness = Witness.open(
                memory,
                List.of(Keys.WITNESS_A, Keys.WITNESS_B),
                Keys.KNOWN,
                Keys.options().clock());
        log = TransparencyLog.open(folder, Keys.options());
        WitnessHttp http = new WitnessHttp(witness);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            WitnessHttp.Reply reply = http.handle(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath(),
                    exchange.getRequestBody().readNBytes(WitnessHttp.MAX_BODY + 1));
            exchange.getResponseHeaders().set("Content-Type", reply.contentType());
            exchange.sendResponseHeaders(reply.status(), reply.body().length);
            exchange.getResponseBody().write(reply.body());
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() throws IOException {
        server.stop(0);
        client.close();
        log.close();
        witness.close();
    }

    private HttpResponse<String> send(String method, String path, byte[] body)
            throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
        return client.send(
                HttpRequest.newBuilder(uri)
                        .method(method, HttpRequest.BodyPublishers.ofByteArray(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private HttpResponse<String> offer(long old, SignedNote note) throws IOException, InterruptedException {
        long size = note.checkpoint().get().size();
        return send("POST", "/add-checkpoint", Witness.request(old, log.consistencyProof(old, size), note));
    }

    @Test
    void coSignsAGrowingLogAndServesWhatItCoSigned() throws Exception {
        SignedNote first = log.append(new byte[] {1}).checkpoint();
        HttpResponse<String> cosigned = offer(0, first);
        assertThat(cosigned.statusCode()).isEqualTo(200);
        SignedNote note = SignedNote.parse((new String(first.bytes(), StandardCharsets.UTF_8) + cosigned.body())
                        .getBytes(StandardCharsets.UTF_8))
                .get();
        assertThat(note.verify(List.of(Keys.WITNESS_A.verifier(), Keys.WITNESS_B.verifier()))
                        .get())
                .hasSize(2);

        SignedNote second = log.append(new byte[] {2}).checkpoint();
        HttpResponse<String> stale = offer(0, second);
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body()).isEqualTo("1\n");
        assertThat(stale.headers().firstValue("Content-Type")).contains("text/x.tlog.size");
        assertThat(offer(1, second).statusCode()).isEqualTo(200);

        String hash =
                HexFormat.of().formatHex(MerkleTree.sha256().digest(Keys.ORIGIN.getBytes(StandardCharsets.UTF_8)));
        SignedNote kept = SignedNote.parse(send("GET", "/" + hash + "/checkpoint", new byte[0])
                        .body()
                        .getBytes(StandardCharsets.UTF_8))
                .get();
        assertThat(Keys.both().evaluate(kept).get().satisfied()).isTrue();
        assertThat(kept.text()).isEqualTo(second.text());
    }

    @Test
    void answersWhatItDoesNotCoSignWithAStatusAndASentence() throws Exception {
        assertThat(send("GET", "/add-checkpoint", new byte[0]).statusCode()).isEqualTo(405);
        assertThat(send("POST", "/" + "0".repeat(64) + "/checkpoint", new byte[0])
                        .statusCode())
                .isEqualTo(405);
        assertThat(send("GET", "/" + "0".repeat(64) + "/checkpoint", new byte[0])
                        .statusCode())
                .isEqualTo(404);
        assertThat(send("GET", "/../secrets", new byte[0]).statusCode()).isEqualTo(404);
        assertThat(send("POST", "/add-checkpoint", new byte[WitnessHttp.MAX_BODY + 1])
                        .statusCode())
                .isEqualTo(413);
        HttpResponse<String> nonsense =
                send("POST", "/add-checkpoint", "old 007\n\nx".getBytes(StandardCharsets.UTF_8));
        assertThat(nonsense.statusCode()).isEqualTo(400);
        assertThat(nonsense.body()).endsWith(".\n");
    }

    @Test
    void noRequestMakesItThrow() throws IOException {
        WitnessHttp http = new WitnessHttp(witness);
        SignedNote note = log.append(new byte[] {1}).checkpoint();
        byte[] good = Witness.request(3, List.of(MerkleTree.EMPTY_ROOT), note);
        SplittableRandom random = new SplittableRandom(9);
        for (int i = 0; i < 5_000; i++) {
            byte[] bad = good.clone();
            for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
            }
            assertThat(http.handle("POST", "/add-checkpoint", bad).status()).isBetween(400, 422);
        }
    }
}
