package org.homeward.cli.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.homeward.node.server.TestOperators;
import org.homeward.protocol.crypto.SigningKey;
import org.homeward.protocol.exchange.Approval;
import org.homeward.protocol.exchange.Participants.Participant;
import org.homeward.protocol.json.CanonicalJson;
import org.homeward.protocol.json.MalformedJsonException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A node as its own people's programs see it, through {@code /api}, with the tokens and keys of its test operators. */
final class NodeClient {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final String id;
    private final URI url;
    private final List<TestOperators.Operator> operators;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    NodeClient(String id, URI url, Path home) throws IOException {
        this.id = id;
        this.url = url;
        this.operators = TestOperators.load(home).all();
    }

    String id() {
        return id;
    }

    URI url() {
        return url;
    }

    /** A node's answer that is not what was asked for. */
    static final class Unfulfilled extends IOException {
        private static final long serialVersionUID = 1L;

        Unfulfilled(String sentence) {
            super(sentence);
        }
    }

    Participant enrolment(String caseId) throws IOException {
        try {
            return CanonicalJson.read(call("GET", "/api/enrolment/" + caseId, null), Participant.class);
        } catch (MalformedJsonException e) {
            throw new IOException("The enrolment of " + id + " cannot be read.", e);
        }
    }

    void enrol(String caseId, byte[] participants) throws IOException {
        call("POST", "/api/cases/" + caseId, participants);
    }

    JsonNode takeIn(String register, byte[] file) throws IOException {
        return JSON.readTree(call("POST", "/api/registers/" + register + "?name=" + register + ".csv", file));
    }

    JsonNode summary(String caseId) throws IOException {
        return JSON.readTree(call("GET", "/api/cases/" + caseId, null));
    }

    JsonNode cases() throws IOException {
        return JSON.readTree(call("GET", "/api/cases", null));
    }

    JsonNode synchronise(String caseId) throws IOException {
        return JSON.readTree(call("POST", "/api/cases/" + caseId + "/synchronise", new byte[0]));
    }

    byte[] bundle(String caseId) throws IOException {
        return call("GET", "/api/cases/" + caseId + "/bundle", null);
    }

    /** Lays terms on the table and signs them off with both test operators. */
    void propose(String caseId, byte[] terms) throws IOException {
        sign(caseId, JSON.readTree(call("POST", "/api/cases/" + caseId + "/terms", terms)));
    }

    /** Starts a step, and signs it with both test operators. */
    void step(String caseId, String step) throws IOException {
        sign(caseId, JSON.readTree(call("POST", "/api/cases/" + caseId + "/steps/" + step, new byte[0])));
    }

    private void sign(String caseId, JsonNode drafted) throws IOException {
        JsonNode outcome = drafted;
        for (TestOperators.Operator operator : operators.subList(0, 2)) {
            if (!outcome.get("outcome").stringValue().equals("WAITING")) {
                break;
            }
            byte[] message = Approval.message(
                    caseId,
                    id,
                    outcome.get("kind").stringValue(),
                    outcome.get("commitment").stringValue());
            String signature = SigningKey.fromPrivateText(operator.privateKey()).sign(message);
            String path =
                    "/api/cases/" + caseId + "/drafts/" + outcome.get("draft").stringValue() + "/approvals";
            byte[] approval = CanonicalJson.bytes(new Approval(operator.id(), signature));
            outcome = JSON.readTree(call("POST", path, approval, operator.token()));
        }
        if (!Set.of("DONE", "TO_CARRY").contains(outcome.get("outcome").stringValue())) {
            throw new Unfulfilled("At " + id + ": " + outcome.get("sentence").asString("the act still waits"));
        }
    }

    private byte[] call(String method, String path, byte @Nullable [] body) throws IOException {
        return call(method, path, body, operators.getFirst().token());
    }

    private byte[] call(String method, String path, byte @Nullable [] body, String token) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(url.resolve(path))
                .timeout(Duration.ofMinutes(5))
                .header("Authorization", "Bearer " + token)
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() / 100 == 2) {
                return response.body();
            }
            throw new Unfulfilled("At " + id + ": " + sentence(response));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static String sentence(HttpResponse<byte[]> response) {
        try {
            JsonNode sentence = JSON.readTree(response.body()).get("sentence");
            if (sentence != null) {
                return sentence.asString();
            }
        } catch (tools.jackson.core.JacksonException e) {
            // Not one of the node's own answers; its text is not for people.
        }
        return "the node answers " + response.statusCode() + " ("
                + new String(response.body(), 0, Math.min(200, response.body().length), StandardCharsets.UTF_8).strip()
                + ")";
    }
}
