package org.homeward.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.homeward.node.home.RolesHome;
import org.homeward.node.home.TestHome;
import org.homeward.node.people.ApiToken;
import org.homeward.node.people.ApiToken.Rights;
import org.homeward.node.people.People;
import org.homeward.node.people.Person.Role;
import org.homeward.node.server.Node;
import org.homeward.protocol.json.CanonicalJson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a program is answered at the pages' own addresses, asked of a real node through its port. */
class PageDataTest {
    private static final String JSON = "application/json";
    private static final String ANALYST = "homeward_analyst";
    private static final String ROW = "/registers/held/rows/1/0";

    @TempDir
    static Path folder;

    private static final Map<Role, String> PEOPLE = new HashMap<>();
    private static Node node;

    @BeforeAll
    static void start() throws Exception {
        Path home = RolesHome.make(folder.resolve("home"), false, PEOPLE, r -> r == Role.LIST_OFFICER);
        Instant now = Instant.now();
        ApiToken token = new ApiToken(
                "one",
                "aa-analyst",
                "night report",
                Rights.READ,
                People.hash(ANALYST),
                now.toString(),
                now.plus(Duration.ofDays(1)).toString());
        Files.write(home.resolve("tokens.json"), CanonicalJson.bytes(List.of(token)));
        node = Node.start(home);
        PageTokens.takeIn(node, PEOPLE.get(Role.HEAD), "id,name,address\n1,Зразок Іван,=1+1\n");
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    private static HttpRequest.Builder request(String path, String token, String accept) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(node.url().toString().replaceAll("/$", "") + path))
                .header("Accept", accept);
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private static HttpResponse<String> data(String path, String token) throws Exception {
        return send(request(path, token, JSON));
    }

    private static JsonNode read(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(response.body());
    }

    @Test
    void aPageAnswersAProgramWithItsDataAndSaysWhereItIsDescribed() throws Exception {
        HttpResponse<String> response = data("/registers/held", ANALYST);

        JsonNode register = read(response);
        assertThat(register.at("/size/rows").intValue()).isOne();
        assertThat(register.has("page")).as("the frame is none of it").isFalse();
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith(JSON);
        assertThat(response.headers().firstValue("Link"))
                .contains("</api/pages.json#/components/schemas/register>; rel=\"describedby\"");
        assertThat(response.headers().firstValue("Set-Cookie"))
                .as("a program has no session")
                .isEmpty();
        assertThat(response.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(read(data("/api/pages.json", ANALYST)).at("/paths/~1registers~1{name}/get/responses/200"))
                .isNotEmpty();
    }

    @Test
    void whoAsksForAPageIsSentToSignInAsBefore() throws Exception {
        for (String accept : List.of("text/html", "*/*", "text/html,application/json")) {
            HttpResponse<String> response = send(request("/registers/held", ANALYST, accept));
            assertThat(response.statusCode()).as(accept).isEqualTo(302);
            assertThat(response.headers().firstValue("Location").orElse("")).contains("/sign-in");
        }
    }

    @Test
    void aStrangerIsToldNothing() throws Exception {
        HttpResponse<String> response = data("/registers/held", "homeward_other");

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.body()).contains("UNAUTHORIZED").doesNotContain("<");
        assertThat(data("/registers/held", "").statusCode()).isEqualTo(302);
    }

    @Test
    void allThatIsKnownOfAPersonIsAnsweredToWhoSaysWhatFor() throws Exception {
        HttpResponse<String> without = data(ROW, ANALYST);
        assertThat(without.statusCode()).isEqualTo(428);
        assertThat(without.body()).contains("Homeward-Purpose", "TRACING");
        assertThat(send(request(ROW, ANALYST, JSON).header("Homeward-Purpose", "CURIOSITY"))
                        .statusCode())
                .isEqualTo(428);

        JsonNode person = read(send(request(ROW, ANALYST, JSON).header("Homeward-Purpose", "TRACING 12/2026")));

        assertThat(person.at("/dossier/name").stringValue()).isEqualTo("Зразок Іван");
        assertThat(data(ROW, ANALYST).statusCode())
                .as("the next read says it again")
                .isEqualTo(428);
    }

    @Test
    void aFileIsForPeople() throws Exception {
        for (String path : List.of("/registers/held/export", ROW + "/forms/capture-card", "/exports/1/file")) {
            HttpResponse<String> response = send(request(path, ANALYST, JSON).header("Homeward-Purpose", "TRACING"));
            assertThat(response.statusCode()).as(path).isEqualTo(406);
            assertThat(response.body()).contains("A file lies here");
        }
    }

    @Test
    void aProgramOnlyAsks() throws Exception {
        HttpResponse<String> posted = send(request("/glass", ANALYST, JSON)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("case=" + TestHome.CASE + "&reason=because+I+want+to")));

        assertThat(posted.statusCode()).isIn(302, 403);
    }

    @Test
    void itsRightsAreThoseOfItsPerson() throws Exception {
        String auditor = PEOPLE.get(Role.AUDITOR);
        String liaison = PEOPLE.get(Role.LIAISON);

        assertThat(data("/statements", auditor).statusCode()).isEqualTo(403);
        assertThat(data("/statements", ANALYST).statusCode()).isEqualTo(200);
        assertThat(data("/registers/held", liaison).statusCode()).isEqualTo(403);
        assertThat(data("/families", liaison).statusCode()).isEqualTo(200);
        assertThat(data("/families", ANALYST).statusCode()).isEqualTo(403);
    }

    @Test
    void aCaseThatIsNotOpenIsNotThereNeitherBehindBrokenGlass() throws Exception {
        String path = "/cases/" + TestHome.CASE;
        assertThat(data(path, PEOPLE.get(Role.LIST_OFFICER)).statusCode()).isEqualTo(200);
        HttpResponse<String> closed = data(path, ANALYST);
        assertThat(closed.statusCode()).isEqualTo(404);
        assertThat(closed.body()).contains("NOT_FOUND");

        Visitor analyst = Visitor.withToken(node.url().toString().replaceAll("/$", ""), PEOPLE.get(Role.ANALYST));
        analyst.get("/glass?case=" + TestHome.CASE);
        analyst.post("/glass", Map.of("case", TestHome.CASE, "reason", "nobody answers, the bus is at the gate"));

        assertThat(analyst.get(path).statusCode()).isEqualTo(200);
        assertThat(data(path, ANALYST).statusCode())
                .as("a token lasts longer than a glass is broken")
                .isEqualTo(404);
    }

    @Test
    void noSecretLeavesWithThePageOfWhoeverHasIt() throws Exception {
        String me = data("/me", ANALYST).body();
        String people = data("/people", PEOPLE.get(Role.HEAD)).body();

        assertThat(me).contains("night report").doesNotContain(People.hash(ANALYST), "Hash");
        assertThat(people).contains("aa-analyst").doesNotContain("Hash");
        PEOPLE.values().forEach(token -> assertThat(people).doesNotContain(People.hash(token)));
    }
}
