package org.homeward.node.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.homeward.node.home.RolesHome;
import org.homeward.node.people.Person.Role;
import org.homeward.node.server.Node;
import org.homeward.node.web.PageTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** How much of a register one person's programs read, asked of a real node through its port. */
class ProgramReadsTest {
    private static final String FEED = "/api/registers/held/rows";

    @TempDir
    Path folder;

    private final Map<Role, String> tokens = new HashMap<>();

    private HttpResponse<String> asked(Node node, Role role, String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(node.url().toString().replaceAll("/$", "") + path))
                            .header("Authorization", "Bearer " + tokens.get(role))
                            .header("Accept", "application/json")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void aThousandRowsADayAndMoreOnlyOnASecondPersonsWord() throws Exception {
        try (Node node = Node.start(RolesHome.make(folder.resolve("home"), false, tokens, Role::acts))) {
            PageTokens.takeIn(node, tokens.get(Role.HEAD), rows(1300));

            HttpResponse<String> first = asked(node, Role.ANALYST, FEED + "?limit=970");
            assertThat(first.statusCode()).isEqualTo(200);
            String next = JsonMapper.shared().readTree(first.body()).get("next").stringValue();
            HttpResponse<String> page = asked(node, Role.ANALYST, "/registers/held");
            assertThat(page.statusCode())
                    .as("a page of fifty is more than what is left")
                    .isEqualTo(403);
            assertThat(page.body()).contains("/exports/new?kind=feed&subject=held");
            assertThat(JsonMapper.shared()
                            .readTree(asked(node, Role.ANALYST, FEED + "?limit=1000&after=" + next)
                                    .body())
                            .get("rows")
                            .size())
                    .isEqualTo(30);
            HttpResponse<String> refused = asked(node, Role.ANALYST, FEED);
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body()).contains("BULK", "/exports/new?kind=feed&subject=held");
            assertThat(asked(node, Role.LIST_OFFICER, FEED).statusCode())
                    .as("each person has his own")
                    .isEqualTo(200);

            PageTokens.askedAndAllowed(node, tokens.get(Role.ANALYST), tokens.get(Role.HEAD), "feed", "held");

            assertThat(asked(node, Role.ANALYST, FEED + "?limit=1000").statusCode())
                    .isEqualTo(200);
            assertThat(asked(node, Role.ANALYST, FEED + "?limit=1000").statusCode())
                    .isEqualTo(200);
            assertThat(asked(node, Role.ANALYST, "/registers/held").statusCode())
                    .isEqualTo(200);
            assertThat(asked(node, Role.ANALYST, "/api/registers/sought/rows").statusCode())
                    .as("the word was given for the other register")
                    .isEqualTo(403);
            assertThat(PageTokens.page(node, tokens.get(Role.ANALYST), "/exports/1"))
                    .contains("The programs of the person who asked")
                    .doesNotContain("/exports/1/file");
            assertThat(PageTokens.status(node, tokens.get(Role.ANALYST), "/exports/1/file"))
                    .as("it is no file")
                    .isEqualTo(404);
        }
    }

    @Test
    void whatIsNotThereIsNotCounted() throws Exception {
        try (Node node = Node.start(RolesHome.make(folder.resolve("home"), false, tokens, Role::acts))) {
            PageTokens.takeIn(node, tokens.get(Role.HEAD), rows(3));
            for (int i = 0; i < 5; i++) {
                assertThat(asked(node, Role.ANALYST, FEED + "?limit=1000").statusCode())
                        .isEqualTo(200);
            }
        }
    }

    private static String rows(int count) {
        StringBuilder rows = new StringBuilder("id,name\n");
        for (int i = 0; i < count; i++) {
            rows.append(i).append(",Зразок Іван\n");
        }
        return rows.toString();
    }
}
