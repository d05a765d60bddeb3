package org.homeward.browser.present;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.homeward.node.server.Node;
import org.homeward.node.server.NodeConfig;
import org.homeward.node.server.NodeSetup;
import org.homeward.node.server.TestOperators;
import org.homeward.protocol.crypto.SigningKey;
import org.homeward.protocol.exchange.Approval;
import org.homeward.protocol.json.CanonicalJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A started node and its own people's programs, which use nothing but {@code /api}. */
final class Side implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final String id;
    private final Node node;
    private final List<TestOperators.Operator> operators;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Side(String id, Node node, List<TestOperators.Operator> operators) {
        this.id = id;
        this.node = node;
        this.operators = operators;
    }

    /**
     * Sets a node up and starts it on a free port.
     *
     * @param agency where the agency answers; null for the agency itself
     */
    static Side start(Path home, String id, String name, URI agency) throws Exception {
        NodeSetup.withTestOperators(
                new NodeConfig(home, id, name, agency, "127.0.0.1", 0, true, null), new SecureRandom());
        return new Side(id, Node.start(home), TestOperators.load(home).all());
    }

    URI peerUrl() {
        return node.peerUrl();
    }

    URI url() {
        return node.url();
    }

    byte[] enrolment(String caseId) throws IOException {
        return call("GET", "/api/enrolment/" + caseId, null, 0);
    }

    void enrol(String caseId, byte[] participants) throws IOException {
        call("POST", "/api/cases/" + caseId, participants, 0);
    }

    void takeIn(String register, byte[] file) throws IOException {
        call("POST", "/api/registers/" + register + "?name=" + register + ".csv", file, 0);
    }

    JsonNode synchronise(String caseId) throws IOException {
        return JSON.readTree(call("POST", "/api/cases/" + caseId + "/synchronise", new byte[0], 0));
    }

    void propose(String caseId, String terms) throws IOException {
        sign(caseId, call("POST", "/api/cases/" + caseId + "/terms", terms.getBytes(StandardCharsets.UTF_8), 0));
    }

    void step(String caseId, String step) throws IOException {
        sign(caseId, draft(caseId, step));
    }

    /** Starts a step that then waits for its two signatures. */
    byte[] draft(String caseId, String step) throws IOException {
        return call("POST", "/api/cases/" + caseId + "/steps/" + step, new byte[0], 0);
    }

    private void sign(String caseId, byte[] drafted) throws IOException {
        JsonNode outcome = JSON.readTree(drafted);
        for (int i = 0; i < 2 && outcome.get("outcome").stringValue().equals("WAITING"); i++) {
            byte[] message = Approval.message(
                    caseId,
                    id,
                    outcome.get("kind").stringValue(),
                    outcome.get("commitment").stringValue());
            TestOperators.Operator operator = operators.get(i);
            String signature = SigningKey.fromPrivateText(operator.privateKey()).sign(message);
            String path =
                    "/api/cases/" + caseId + "/drafts/" + outcome.get("draft").stringValue() + "/approvals";
            outcome = JSON.readTree(call("POST", path, CanonicalJson.bytes(new Approval(operator.id(), signature)), i));
        }
        if (!outcome.get("outcome").stringValue().equals("DONE")) {
            throw new IOException(id + ": " + outcome);
        }
    }

    /** What that operator's program is answered at a page's own address. */
    byte[] data(String path, int operator) throws IOException {
        return call("GET", path, null, operator);
    }

    private byte[] call(String method, String path, byte[] body, int operator) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(url().resolve(path))
                .header("Authorization", "Bearer " + operators.get(operator).token())
                .header("Accept", "application/json")
                .header("Homeward-Purpose", "REVIEW")
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new IOException(id + " " + path + ": " + response.statusCode() + " "
                        + new String(response.body(), StandardCharsets.UTF_8));
            }
            return response.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        client.close();
        node.close();
    }
}
