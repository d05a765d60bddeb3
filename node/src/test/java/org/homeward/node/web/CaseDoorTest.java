package org.homeward.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.homeward.node.home.RolesHome;
import org.homeward.node.people.Person.Role;
import org.homeward.node.server.Node;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** To whom a case is open, asked of a real node through its port; the card names the head and the list officer. */
class CaseDoorTest {
    private static final String CASE = "/cases/" + RolesHome.CASE;

    private final Map<Role, String> tokens = new HashMap<>();

    @TempDir
    Path folder;

    private Node node;

    @BeforeEach
    void start() throws Exception {
        Path home =
                RolesHome.make(folder.resolve("home"), false, tokens, r -> r == Role.HEAD || r == Role.LIST_OFFICER);
        node = Node.start(home);
    }

    @AfterEach
    void stop() {
        node.close();
    }

    private Visitor visitor(Role role) throws Exception {
        return Visitor.withToken(url(), tokens.get(role));
    }

    private String url() {
        return node.url().toString().replaceAll("/$", "");
    }

    private HttpResponse<String> program(Role role, String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(url() + path))
                                .header("Authorization", "Bearer " + tokens.get(role))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    /** A page without the token of its forms, which is masked anew each time, and without the id that was asked for. */
    private static String told(HttpResponse<String> response) {
        return response.body()
                .replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "")
                .replaceAll("case=case-[12]", "case=case");
    }

    @Test
    void aClosedCaseLooksAsOneThatIsNotThere() throws Exception {
        for (Role role : List.of(Role.ANALYST, Role.CLERK)) {
            Visitor visitor = visitor(role);
            for (String below : List.of("", "/lists/aa", "/desk", "/agreed", "/people", "/balance", "/learned")) {
                HttpResponse<String> closed = visitor.get(CASE + below);
                HttpResponse<String> missing = visitor.get("/cases/case-2" + below);
                assertThat(closed.statusCode()).as(role + below).isEqualTo(404);
                assertThat(told(closed)).isEqualTo(told(missing));
            }
            assertThat(visitor.get("/").body()).doesNotContain("case-1");
            assertThat(program(role, "/api/cases").body()).isEqualTo("[]");
            HttpResponse<String> closed = program(role, "/api" + CASE);
            assertThat(closed.statusCode()).isEqualTo(404);
            assertThat(closed.body())
                    .isEqualTo(program(role, "/api/cases/case-2").body());
        }
        for (Role role : List.of(Role.HEAD, Role.LIST_OFFICER, Role.AUDITOR)) {
            assertThat(visitor(role).get(CASE).statusCode()).as(role.name()).isEqualTo(200);
            assertThat(program(role, "/api/cases").body()).contains("case-1");
        }
    }

    @Test
    void aHeadLetsSomebodyInAndClosesAgain() throws Exception {
        Visitor officer = visitor(Role.LIST_OFFICER);
        officer.get(CASE);
        officer.post(CASE + "/people/aa-analyst/open", Map.of());
        assertThat(visitor(Role.ANALYST).get(CASE).statusCode()).isEqualTo(404);
        Visitor head = visitor(Role.HEAD);
        assertThat(head.get(CASE + "/people").body()).contains("/people/aa-analyst/open");
        head.post(CASE + "/people/aa-analyst/open", Map.of());
        assertThat(visitor(Role.ANALYST).get(CASE).statusCode()).isEqualTo(200);
        assertThat(head.get(CASE + "/people").body()).contains("/people/aa-analyst/close");
        head.post(CASE + "/people/aa-analyst/close", Map.of());
        assertThat(visitor(Role.ANALYST).get(CASE).statusCode()).isEqualTo(404);
    }

    @Test
    void whoBreaksTheGlassReadsAndDoesNotAct() throws Exception {
        Visitor analyst = visitor(Role.ANALYST);
        assertThat(analyst.get(CASE).body()).contains("/glass?case=case-1");
        analyst.get("/glass?case=case-1");
        analyst.post("/glass", Map.of("case", "case-1", "reason", "short"));
        assertThat(analyst.get(CASE).statusCode()).isEqualTo(404);
        analyst.get("/glass?case=case-1");
        analyst.post("/glass", Map.of("case", "case-1", "reason", "nobody answers, the bus is at the gate"));
        assertThat(analyst.get(CASE).statusCode()).isEqualTo(200);
        assertThat(analyst.post(CASE + "/steps/SEAL_LIST", Map.of()).statusCode())
                .isEqualTo(404);
        assertThat(visitor(Role.CLERK).get(CASE).statusCode()).isEqualTo(404);

        Visitor head = visitor(Role.HEAD);
        assertThat(head.get("/").body()).contains("href=\"/glass\"");
        assertThat(head.get("/glass").body()).contains("the bus is at the gate", "aa-analyst");
        assertThat(analyst.get("/glass").body()).doesNotContain("the bus is at the gate");
        analyst.post("/glass/1", Map.of("justified", "true", "words", "mine"));
        assertThat(head.get("/glass").body()).contains("action=\"/glass/1\"");
        head.post("/glass/1", Map.of("justified", "true", "words", "he was right"));
        assertThat(head.get("/glass").body()).contains("he was right").doesNotContain("action=\"/glass/1\"");
    }

    @Test
    void aPathInDisguiseOpensNoDoor() throws Exception {
        for (Role role : List.of(Role.ANALYST, Role.LIAISON, Role.HEAD)) {
            Visitor visitor = visitor(role);
            for (String path : List.of(
                    "/%63ases/case-1",
                    "/cases/%63ase-1",
                    "/c%61ses/case-1/lists/aa",
                    "/%72egisters/held",
                    "/registers/held/%72ows/1/0",
                    "/d%75ties",
                    "/%70eer/cases/case-1/batch")) {
                assertThat(visitor.get(path).statusCode()).as(role + " " + path).isEqualTo(400);
            }
            assertThat(program(role, "/%61pi/cases").statusCode()).isEqualTo(400);
        }
    }
}
