package org.homeward.node.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.homeward.node.exchange.NodeIdentity;
import org.homeward.node.people.People;
import org.homeward.protocol.crypto.TransportKey;
import org.homeward.protocol.exchange.Participants;
import org.homeward.protocol.exchange.Participants.Participant;
import org.homeward.protocol.json.CanonicalJson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The doors of a running agency and bureau, from outside. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DoorsTest {
    private static final String CASE = "case-1";
    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private static Path temp;

    private Node agency;
    private Node bureau;

    @BeforeAll
    void start() throws Exception {
        agency = node("med", null);
        bureau = node("ua", agency.peerUrl());
        node("ru", agency.peerUrl()).close();
        byte[] body = CanonicalJson.bytes(new Participants(card("med"), List.of(card("ua"), card("ru"))));
        for (Node node : List.of(agency, bureau)) {
            String id = node == agency ? "med" : "ua";
            assertThat(send(node, "POST", "/api/cases/" + CASE, body, token(id, 0))
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @AfterAll
    void stop() {
        bureau.close();
        agency.close();
    }

    @ParameterizedTest
    @CsvSource({
        "POST, envelopes?",
        "GET, batch?from=0",
        "GET, checkpoint?old=0",
        "POST, cosignatures?",
        "GET, cosigned?"
    })
    void aRequestThatNoEnrolledNodeSignedIsAStrangers(String method, String door) throws Exception {
        String path = "/peer/cases/" + CASE + "/" + door + "&x=0";
        assertThat(peer("ua", method, path, null).statusCode())
                .as("an enrolled certificate, and no signature")
                .isEqualTo(401);
        assertThat(signed(method, path, path, Instant.now()).statusCode())
                .as("the same request under the bureau's signature")
                .isNotEqualTo(401);
        assertThat(signed(method, path + "1", path, Instant.now()).statusCode())
                .as("a signature over another path")
                .isEqualTo(401);
        assertThat(signed(method, path, path, Instant.now().minus(Duration.ofHours(1)))
                        .statusCode())
                .as("an old signature")
                .isEqualTo(401);
    }

    /** A stranger's answer, and one about a case that is not there, come on a beat; sooner is impossible, later only by a slow machine. */
    @Test
    void theRunningAgencysDoorKeepsTheBeat() throws Exception {
        for (String path : List.of("/peer/cases/" + CASE + "/cosigned", "/peer/cases/case-9/cosigned")) {
            long start = System.nanoTime();
            assertThat(peer("ua", "GET", path, null).statusCode()).isEqualTo(401);
            assertThat(System.nanoTime() - start).as(path).isGreaterThanOrEqualTo(SteadyDoor.BEAT.toNanos());
        }
    }

    @Test
    void figuresSayHowManyAndNeverWho() throws Exception {
        String figures = send(bureau, "GET", "/metrics", new byte[0], null).body();
        assertThat(figures)
                .contains(
                        "homeward_cases{phase=\"",
                        "homeward_drafts_waiting ",
                        "homeward_register_rows{register=\"HELD\"} 0",
                        "homeward_http_seconds_bucket{status=",
                        "jvm_memory_used_bytes")
                .doesNotContain(CASE, "Test operator", "ua-test");
    }

    @Test
    void aProgramFollowsARegisterFromCursorToCursorAndMissesNoChange() throws Exception {
        String doorOfRows = "/api/registers/sought/rows?limit=2&after=";
        take("id,surname\n1,Ткач\n2,Мельник\n3,Шевченко\n");
        Map<String, String> kept = new TreeMap<>();
        String cursor = follow(doorOfRows, "", kept);
        assertThat(kept).containsOnlyKeys("1", "2", "3").containsEntry("2", "Мельник");

        take("id,surname\n2,Мельничук\n4,Бойко\n");
        cursor = follow(doorOfRows, cursor, kept);
        assertThat(kept).hasSize(4).containsEntry("2", "Мельничук").containsEntry("1", "Ткач");
        assertThat(follow(doorOfRows, cursor, kept)).isEqualTo(cursor);

        assertThat(send(bureau, "GET", "/api/registers/sought/rows?after=1", new byte[0], token("ua", 0))
                        .body())
                .contains("BAD_PARAMETER", "cursor");
        assertThat(send(bureau, "GET", "/api/registers/sought/rows", new byte[0], null)
                        .statusCode())
                .isEqualTo(401);
        assertThat(send(bureau, "GET", "/api/cases/" + CASE + "/acts?from=0", new byte[0], token("ua", 0))
                        .statusCode())
                .isEqualTo(200);
        assertThat(send(bureau, "GET", "/api/openapi.json", new byte[0], token("ua", 0))
                        .body())
                .contains("\"openapi\": \"3.1.0\"");
        // The other tests share this node.
        for (JsonNode batch : JsonMapper.shared()
                .readTree(send(bureau, "GET", "/api/registers/sought", new byte[0], token("ua", 0))
                        .body())) {
            send(bureau, "DELETE", "/api/registers/sought/" + batch.get("id").intValue(), new byte[0], token("ua", 0));
        }
    }

    @Test
    void aProgramSetsConfirmsAndLiftsAHoldAsItsPeopleMay() throws Exception {
        byte[] register = "id,surname\n1,Ткач\n".getBytes(StandardCharsets.UTF_8);
        JsonNode taken = JsonMapper.shared()
                .readTree(send(bureau, "POST", "/api/registers/held?name=h.csv", register, token("ua", 0))
                        .body());
        String row = "/api/registers/held/rows/" + taken.get("batch").intValue() + "/0/";
        assertThat(post(0, row + "holds", "{\"kind\": \"OWN_WILL\", \"askAgain\": null}"))
                .as("a will is asked again")
                .isEqualTo(403);
        assertThat(post(0, row + "holds", "{\"kind\": \"DISPUTED_IDENTITY\"}")).isEqualTo(400);
        assertThat(post(0, row + "holds", "{\"kind\": null, \"askAgain\": null}"))
                .isEqualTo(400);
        assertThat(post(0, row + "holds", "{\"kind\": \"DISPUTED_IDENTITY\", \"askAgain\": null}"))
                .isEqualTo(200);
        JsonNode holds = JsonMapper.shared()
                .readTree(send(bureau, "GET", row + "holds", new byte[0], token("ua", 0))
                        .body());
        String id = row + "holds/" + holds.at("/seen/0/id").longValue();
        assertThat(post(0, id + "/confirm", "")).as("by the same person").isEqualTo(403);
        assertThat(post(1, id + "/confirm", "")).isEqualTo(200);
        assertThat(post(0, id + "/lift", "")).isEqualTo(200);
        assertThat(post(1, id + "/lift", "")).isEqualTo(200);
        assertThat(post(
                        0,
                        row.replace("/0/", "/7/") + "holds",
                        "{\"kind\": \"DISPUTED_IDENTITY\", \"askAgain\": null}"))
                .as("no such row")
                .isEqualTo(404);
        send(bureau, "DELETE", "/api/registers/held/" + taken.get("batch").intValue(), new byte[0], token("ua", 0));
    }

    /** Each of these makes a draft where it is its time, and says why not where it is not. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "amendment | {\"changes\": []}",
                "amendment/signature | ''",
                "objection | {\"lines\": []}",
                "receipt | {\"handover\": \"day-1\", \"lines\": []}",
                "deadlines/REPLY/passed | ''",
                "deadlines/REPLY/extended | {\"hours\": 24}",
                "availability | {\"notAvailable\": [\"ua-000001\"], \"again\": []}",
                "board | {\"line\": \"ua-000001\"}",
                "death | {\"line\": \"ua-000001\", \"standing\": \"CONFIRMED\", \"day\": null, \"burial\": null}"
            })
    void whatIsDoneBesideTheWalkHasADoorForPrograms(String door, String body) throws Exception {
        String path = "/api/cases/" + CASE + "/" + door;
        HttpResponse<String> answer = send(bureau, "POST", path, body.getBytes(StandardCharsets.UTF_8), token("ua", 0));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(JsonMapper.shared().readTree(answer.body()).get("outcome").stringValue())
                .isEqualTo("REFUSED");
        assertThat(post(0, "/api/cases/case-9/" + door, body)).isEqualTo(404);
        if (!body.isEmpty()) {
            assertThat(post(0, path, "[]")).isEqualTo(400);
            assertThat(post(0, path, "{\"surplus\": 1}")).isEqualTo(400);
        }
    }

    @Test
    void whatPagesOfACaseDoNotShowYetIsAskedForInVain() throws Exception {
        // Nobody has opened the case yet: its pages are not there either.
        assertThat(asked("/agreed", 404).get("code").stringValue()).isEqualTo("NO_CASE");
        assertThat(asked("/learned", 404).get("code").stringValue()).isEqualTo("NO_CASE");
        assertThat(asked("/desk", 404).get("code").stringValue()).isEqualTo("NO_QUEUE");
        assertThat(asked("/desk?phase=LATER", 400).get("code").stringValue()).isEqualTo("NO_PHASE");
        assertThat(asked("/desk/pairs/ua-000001", 404).get("code").stringValue())
                .isEqualTo("NO_PAIR");
        assertThat(send(bureau, "GET", "/api/cases/" + CASE + "/agreed", new byte[0], null)
                        .statusCode())
                .isEqualTo(401);
    }

    private JsonNode asked(String of, int status) throws Exception {
        HttpResponse<String> answer = send(bureau, "GET", "/api/cases/" + CASE + of, new byte[0], token("ua", 0));
        assertThat(answer.statusCode()).as(of).isEqualTo(status);
        return JsonMapper.shared().readTree(answer.body());
    }

    private int post(int operator, String path, String body) throws Exception {
        return send(bureau, "POST", path, body.getBytes(StandardCharsets.UTF_8), token("ua", operator))
                .statusCode();
    }

    private void take(String csv) throws Exception {
        assertThat(send(
                                bureau,
                                "POST",
                                "/api/registers/sought?name=a.csv",
                                csv.getBytes(StandardCharsets.UTF_8),
                                token("ua", 0))
                        .statusCode())
                .isEqualTo(200);
    }

    /** Keeps the last of each key until there is nothing new. @return the last cursor */
    private String follow(String door, String after, Map<String, String> kept) throws Exception {
        String cursor = after;
        while (true) {
            JsonNode answer = JsonMapper.shared()
                    .readTree(send(bureau, "GET", door + cursor, new byte[0], token("ua", 0))
                            .body());
            for (JsonNode row : answer.get("rows")) {
                kept.put(
                        row.get("key").stringValue(),
                        row.get("cells").get("surname").stringValue());
            }
            if (answer.get("rows").isEmpty()) {
                return cursor;
            }
            cursor = answer.get("next").stringValue();
        }
    }

    @Test
    void aStrangerLearnsNothingOfWhichCasesThereAre() throws Exception {
        String there = "/peer/cases/" + CASE + "/batch?from=0";
        String notThere = "/peer/cases/none/batch?from=0";
        assertThat(peer("ua", "GET", there, null).body())
                .isEqualTo(peer("ua", "GET", notThere, null).body());
    }

    @Test
    void aNodeThatIsNotEnrolledIsRefusedInTheHandshakeBeforeAnyHttp() throws Exception {
        byte[] request = ("GET /peer/cases/" + CASE + "/batch?from=0 HTTP/1.1\r\nHost: x\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        Pins pins = new Pins();
        pins.enrol("ua", new Participants(card("med"), List.of(card("ua"), card("ru"))));
        TransportKey stranger = TransportKey.generate("ua", new SecureRandom());
        assertThat(raw(pins.context(stranger), request))
                .as("not one byte of an answer")
                .isEmpty();
        TransportKey known = NodeIdentity.load(temp.resolve("ua")).orElseThrow().transport();
        assertThat(raw(pins.context(known), request))
                .as("the same bytes from an enrolled node")
                .startsWith("HTTP/1.1 401");
        try (Socket plain = new Socket("127.0.0.1", agency.peerUrl().getPort())) {
            plain.getOutputStream().write(request);
            plain.getOutputStream().flush();
            assertThat(new String(plain.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1))
                    .as("nothing is said without TLS")
                    .doesNotContain("STRANGER");
        }
    }

    @Test
    void aBureauDoesNotSpeakToAnAgencyThatIsNotEnrolled() throws Exception {
        Pins nobody = new Pins();
        TransportKey known = NodeIdentity.load(temp.resolve("ua")).orElseThrow().transport();
        assertThatThrownBy(() -> raw(nobody.context(known), new byte[] {'G'})).isInstanceOf(SSLException.class);
    }

    @Test
    void aNodeDoesNotSpeakForAnotherEvenOnItsOwnLine() throws Exception {
        String path = "/peer/cases/" + CASE + "/batch?from=0";
        assertThat(peer("ru", "GET", path, header("ua", "GET", path, Instant.now()))
                        .statusCode())
                .as("ua's signature on ru's line")
                .isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({"/api/cases", "/health", "/", "/control/package?to=ua&from=0", "/sign-in", "/assets/homeward.css"})
    void thePortForNodesHasNoOtherDoor(String path) throws Exception {
        assertThat(peer("ua", "GET", path, null).statusCode()).isEqualTo(404);
    }

    @Test
    void theDoorForNodesIsNotOnThePortForPeople() throws Exception {
        String path = "/peer/cases/" + CASE + "/batch?from=0";
        assertThat(send(agency, "GET", path, new byte[0], null).statusCode()).isEqualTo(404);
    }

    private String raw(SSLContext context, byte[] bytes) throws Exception {
        try (Socket socket = context.getSocketFactory()
                .createSocket("127.0.0.1", agency.peerUrl().getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            byte[] first = socket.getInputStream().readNBytes(12);
            return new String(first, StandardCharsets.ISO_8859_1);
        } catch (SSLHandshakeException | java.net.SocketException refused) {
            if (String.valueOf(refused.getMessage()).contains("no enrolled node")) {
                throw refused;
            }
            return "";
        }
    }

    private static HttpClient line(String id) throws Exception {
        Pins pins = new Pins();
        pins.enrol(id, new Participants(card("med"), List.of(card("ua"), card("ru"))));
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(pins.context(
                        NodeIdentity.load(temp.resolve(id)).orElseThrow().transport()))
                .build();
    }

    private HttpResponse<String> peer(String id, String method, String path, String header) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(agency.peerUrl().resolve(path))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (header != null) {
            request.header(PeerSignature.HEADER, header);
        }
        try (HttpClient client = line(id)) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private static String header(String id, String method, String path, Instant at) throws Exception {
        NodeIdentity identity = NodeIdentity.load(temp.resolve(id)).orElseThrow();
        return PeerSignature.header(id, identity.signing(), method, path, new byte[0], at);
    }

    @Test
    void aBureauKeepsNoLogAndSoHasNoDoorForNodes() throws Exception {
        String path = "/peer/cases/" + CASE + "/batch?from=0";
        assertThat(send(bureau, "GET", path, new byte[0], null).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/cases",
        "GET, /api/cases/case-1",
        "GET, /api/cases/case-1/drafts",
        "POST, /api/cases/case-1/steps/seal-list",
        "POST, /api/cases/case-1/terms",
        "POST, /api/cases/case-1/synchronise",
        "POST, /api/registers/held",
        "GET, /api/registers/held",
        "GET, /api/enrolment/case-1",
        "GET, /api/cases/case-1/bundle"
    })
    void withoutAPersonsTokenNothingIsAnswered(String method, String path) throws Exception {
        assertThat(send(bureau, method, path, new byte[0], null).statusCode()).isEqualTo(401);
        assertThat(send(bureau, method, path, new byte[0], "guessed").statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/cases/case-1/steps/seal-list",
        "/api/cases/case-1/terms",
        "/api/registers/held",
        "/api/cases/case-2"
    })
    void anAuditorReadsAndChangesNothing(String path) throws Exception {
        HttpResponse<String> answer = send(bureau, "POST", path, new byte[] {'{', '}'}, token("ua", 2));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("ROLE");
        assertThat(send(bureau, "GET", "/api/cases/case-1", new byte[0], token("ua", 2))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aRegisterThatIsNoneIsRefusedWithASentence() throws Exception {
        byte[] pdf = "%PDF-1.7 nothing".getBytes(StandardCharsets.US_ASCII);
        HttpResponse<String> answer = send(bureau, "POST", "/api/registers/held", pdf, token("ua", 0));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("sentence");
        assertThat(send(bureau, "GET", "/api/registers/held", new byte[0], token("ua", 0))
                        .body())
                .isEqualTo("[]");
    }

    @Test
    void aRegisterIsTakenInOnceAndTakenBackWhole() throws Exception {
        byte[] file = "Фамилия,Имя\nТестенко,Тест\nПробенко,Проба\n".getBytes(StandardCharsets.UTF_8);
        String token = token("ua", 0);
        String first =
                send(bureau, "POST", "/api/registers/sought", file, token).body();
        assertThat(first).contains("\"rows\":2").contains("UTF-8");
        assertThat(send(bureau, "POST", "/api/registers/sought", file, token).body())
                .isEqualTo(first);
        String batch = first.replaceAll(".*\"batch\":(\\d+).*", "$1");
        assertThat(send(bureau, "DELETE", "/api/registers/sought/" + batch, new byte[0], token)
                        .body())
                .contains("true");
        assertThat(send(bureau, "GET", "/api/registers/sought", new byte[0], token)
                        .body())
                .isEqualTo("[]");
    }

    @Test
    void whatIsTooLargeIsRefusedUnread() throws Exception {
        HttpResponse<String> answer =
                send(bureau, "POST", "/api/cases/case-1/terms", new byte[2_000_000], token("ua", 0));
        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    void anEnrolmentWithOtherKeysForThisNodeIsRefused() throws Exception {
        NodeSetup.withTestOperators(config("other", "ua", agency.peerUrl()), new SecureRandom());
        Participants wrong = new Participants(card("med"), List.of(card("ru"), card("other")));
        HttpResponse<String> answer =
                send(bureau, "POST", "/api/cases/case-3", CanonicalJson.bytes(wrong), token("ua", 0));
        assertThat(answer.statusCode()).isEqualTo(409);
    }

    private static NodeConfig config(String home, String id, URI agency) {
        return new NodeConfig(temp.resolve(home), id, "Side " + id, agency, "127.0.0.1", 0, true, null);
    }

    private static Node node(String id, URI agency) throws Exception {
        NodeSetup.withTestOperators(config(id, id, agency), new SecureRandom());
        return Node.start(temp.resolve(id));
    }

    private static Participant card(String home) throws Exception {
        NodeIdentity identity = NodeIdentity.load(temp.resolve(home)).orElseThrow();
        People people = People.load(temp.resolve(home), NodeConfig.LOCAL);
        return identity.card(CASE, identity.id().equals("med"), "Side " + identity.id(), people.officers());
    }

    private static String token(String id, int operator) throws Exception {
        return TestOperators.load(temp.resolve(id)).all().get(operator).token();
    }

    private HttpResponse<String> signed(String method, String path, String signedPath, Instant at) throws Exception {
        return peer("ua", method, path, header("ua", method, signedPath, at));
    }

    private HttpResponse<String> send(Node node, String method, String path, byte[] body, String token)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(node.url().resolve(path))
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
