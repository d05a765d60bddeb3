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
import org.homeward.node.people.ApiToken;
import org.homeward.node.people.ApiToken.Rights;
import org.homeward.node.people.People;
import org.homeward.node.people.Person.Role;
import org.homeward.node.server.Node;
import org.homeward.protocol.json.CanonicalJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person's program may do with its token, asked of a real node through its port. */
class ProgramTokenTest {
    @TempDir
    Path folder;

    private int status(Node node, String method, String path, String token) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(node.url().toString().replaceAll("/$", "") + path))
                .header("Authorization", "Bearer " + token)
                .method(method, HttpRequest.BodyPublishers.ofString("id,name\n1,Sample\n"))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void aTokenThatAsksChangesNothingAndNoneSignsInAtThePages() throws Exception {
        Map<Role, String> tokens = new HashMap<>();
        Path home = RolesHome.make(folder.resolve("home"), false, tokens, Role::acts);
        Instant now = Instant.now();
        List<ApiToken> all = List.of(
                token("homeward_read", Rights.READ, now.plus(Duration.ofDays(1))),
                token("homeward_prepare", Rights.PREPARE, now.plus(Duration.ofDays(1))),
                token("homeward_over", Rights.PREPARE, now.minusSeconds(1)));
        Files.write(home.resolve("tokens.json"), CanonicalJson.bytes(all));
        try (Node node = Node.start(home)) {
            assertThat(status(node, "GET", "/api/cases", "homeward_read")).isEqualTo(200);
            assertThat(status(node, "POST", "/api/registers/held?name=a.csv", "homeward_read"))
                    .isEqualTo(403);
            assertThat(status(node, "DELETE", "/api/registers/held/1", "homeward_read"))
                    .isEqualTo(403);
            assertThat(status(node, "POST", "/api/registers/held?name=a.csv", "homeward_prepare"))
                    .isEqualTo(200);
            assertThat(status(node, "GET", "/api/cases", "homeward_over")).isEqualTo(401);
            assertThat(status(node, "GET", "/api/cases", "homeward_other")).isEqualTo(401);
            Visitor visitor = Visitor.withToken(node.url().toString().replaceAll("/$", ""), "homeward_prepare");
            assertThat(Visitor.to(visitor.get("/"))).startsWith("/sign-in");
        }
    }

    private static ApiToken token(String secret, Rights rights, Instant until) {
        return new ApiToken(
                secret,
                "aa-analyst",
                secret,
                rights,
                People.hash(secret),
                until.minus(Duration.ofDays(2)).toString(),
                until.toString());
    }
}
