package org.homeward.node.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.homeward.node.server.Node;
import org.homeward.node.server.NodeConfig;
import org.homeward.node.server.NodeSetup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A node for real people, asked through its port by a browser whose device has a passkey: from the code on paper to the end of a session. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PasskeyDoorsTest {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern TEXT = Pattern.compile("data-text=\"([^\"]+)\"");

    @TempDir
    static Path folder;

    private Node node;
    private Device device;

    @BeforeAll
    void aHeadEnrolsWithTheCodeOnPaper() throws Exception {
        Path home = folder.resolve("ua");
        String code = NodeSetup.withCode(
                new NodeConfig(home, "ua", "Bureau", NodeConfig.BY_HAND, "127.0.0.1", 0, false, null),
                Clock.systemUTC(),
                new SecureRandom());
        node = Node.start(home);
        device = new Device("first-device");
        Browser browser = new Browser();
        browser.get("/enrol");
        browser.post("/enrol", Map.of("code", code, "name", "Sample Head"));
        PeopleDesk.Signed signed = device.sign(browser.text("/enrol/key"));
        browser.post(
                "/enrol/key",
                Map.of("credential", signed.credential(), "point", signed.point(), "signature", signed.signature()));

        browser.get("/enrol");
        assertThat(browser.post("/enrol", Map.of("code", code, "name", "Somebody Else")))
                .as("a code serves once")
                .isEqualTo("/enrol");
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    void whoHasThePasskeyIsInAndItsSignatureServesOnceAndInOneSessionAlone() throws Exception {
        Browser browser = new Browser();
        PeopleDesk.Signed signed = device.sign(browser.text("/sign-in"));
        Map<String, String> form = Map.of("person", signed.credential(), "token", signed.signature());

        Browser thief = new Browser();
        thief.text("/sign-in");
        assertThat(thief.post("/sign-in", form)).as("in another session").isEqualTo("/sign-in?refused");
        assertThat(browser.post("/sign-in", form)).isEqualTo("/");
        assertThat(browser.status("/")).isEqualTo(200);
        browser.get("/");
        browser.post("/sign-out", Map.of());
        browser.get("/sign-in");
        assertThat(browser.post("/sign-in", form)).as("once more").isEqualTo("/sign-in?refused");
    }

    @Test
    void aStrangersPasskeyAndAnEmptyTokenLetNobodyIn() throws Exception {
        Browser browser = new Browser();
        PeopleDesk.Signed signed = new Device("a-strangers").sign(browser.text("/sign-in"));
        assertThat(browser.post("/sign-in", Map.of("person", signed.credential(), "token", signed.signature())))
                .isEqualTo("/sign-in?refused");
        browser.text("/sign-in");
        assertThat(browser.post("/sign-in", Map.of("person", "first-device", "token", signed.signature())))
                .as("under the name of one that is known")
                .isEqualTo("/sign-in?refused");
        for (String person : new String[] {"ua-head", "admin", "root", "first-device", ""}) {
            browser.get("/sign-in");
            assertThat(browser.post("/sign-in", Map.of("person", person, "token", "")))
                    .as(person)
                    .isEqualTo("/sign-in?refused");
        }
    }

    @Test
    void theOtherSignInsEndOnlyForWhoShowsHisPasskeyAgain() throws Exception {
        Browser here = signedIn();
        Browser there = signedIn();
        String text = here.text("/me/sessions");
        PeopleDesk.Signed strange = new Device("a-strangers").sign(text);
        here.post("/me/sessions", Map.of("credential", "first-device", "signature", strange.signature()));
        here.get("/me/sessions");
        here.post("/me/sessions", Map.of());
        assertThat(there.status("/")).as("after two tries without it").isEqualTo(200);

        PeopleDesk.Signed signed = device.sign(here.text("/me/sessions"));
        here.post("/me/sessions", Map.of("credential", signed.credential(), "signature", signed.signature()));

        assertThat(there.status("/")).isEqualTo(302);
        assertThat(here.status("/")).isEqualTo(200);
    }

    private Browser signedIn() throws Exception {
        Browser browser = new Browser();
        PeopleDesk.Signed signed = device.sign(browser.text("/sign-in"));
        assertThat(browser.post("/sign-in", Map.of("person", signed.credential(), "token", signed.signature())))
                .isEqualTo("/");
        return browser;
    }

    /** Keeps cookies, hands forms in with the token of the last page. */
    private final class Browser {
        private final HttpClient client = HttpClient.newBuilder()
                .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        private String csrf = "";

        String get(String path) throws Exception {
            String page = client.send(HttpRequest.newBuilder(at(path)).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
            Matcher matcher = CSRF.matcher(page);
            csrf = matcher.find() ? matcher.group(1) : csrf;
            return page;
        }

        int status(String path) throws Exception {
            return client.send(HttpRequest.newBuilder(at(path)).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }

        /** The text that a page asks a passkey to sign. */
        String text(String path) throws Exception {
            Matcher matcher = TEXT.matcher(get(path));
            assertThat(matcher.find()).as(path).isTrue();
            return matcher.group(1)
                    .replace("&#34;", "\"")
                    .replace("&quot;", "\"")
                    .replace("&amp;", "&");
        }

        /** @return where the answer sends to */
        String post(String path, Map<String, String> values) throws Exception {
            Map<String, String> form = new LinkedHashMap<>(values);
            form.put("_csrf", csrf);
            HttpResponse<Void> answer = client.send(
                    HttpRequest.newBuilder(at(path))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(form.entrySet().stream()
                                    .map(e ->
                                            e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                                    .collect(Collectors.joining("&"))))
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
            return answer.headers()
                    .firstValue("Location")
                    .map(l -> l.replaceFirst("^https?://[^/]+", ""))
                    .orElse("");
        }

        private URI at(String path) {
            return URI.create(node.url() + path);
        }
    }
}
