package org.homeward.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How long a sign-in lasts, and who ends it. */
class SessionBoundsTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-28T06:00:00Z"));
    private PagesApp app;

    @BeforeEach
    void start() {
        app = PagesApp.start(0, true, clock(now::get));
    }

    @AfterEach
    void stop() {
        app.close();
    }

    private static Clock clock(InstantSource source) {
        return source.withZone(ZoneOffset.UTC);
    }

    @Test
    void aSignInEndsAfterTwelveHoursHoweverBusyItsPersonIs() throws Exception {
        Visitor visitor = Visitor.signedIn(app.url(), PagesApp.OFFICER.id());
        for (int hour = 1; hour < 12; hour++) {
            now.updateAndGet(t -> t.plus(Duration.ofHours(1)));
            assertThat(visitor.get("/").statusCode()).as("hour " + hour).isEqualTo(200);
        }
        now.updateAndGet(t -> t.plus(Duration.ofHours(1)));

        assertThat(Visitor.to(visitor.get("/"))).startsWith("/sign-in");
        visitor.get("/sign-in");
        visitor.post("/sign-in", Map.of("person", PagesApp.OFFICER.id(), "token", ""));
        assertThat(visitor.get("/").statusCode()).as("who signs in again").isEqualTo(200);
    }

    @Test
    void aPersonSeesHisSignInsAndEndsAllButTheOneAtHand() throws Exception {
        Visitor here = Visitor.signedIn(app.url(), PagesApp.OFFICER.id());
        now.updateAndGet(t -> t.plusSeconds(60));
        Visitor there = Visitor.signedIn(app.url(), PagesApp.OFFICER.id());
        Visitor other = Visitor.signedIn(app.url(), PagesApp.FIRST.id());
        String page = here.get("/me/sessions").body();
        assertThat(page)
                .contains("2026-11-28T06:00:00Z", "2026-11-28T06:01:00Z", "127.0.0.1", "This one")
                .containsOnlyOnce("This one");

        here.post("/me/sessions", Map.of());

        assertThat(there.get("/").statusCode()).as("his other one").isEqualTo(302);
        assertThat(here.get("/").statusCode()).as("this one").isEqualTo(200);
        assertThat(other.get("/").statusCode()).as("another person's").isEqualTo(200);
        assertThat(here.get("/me/sessions").body()).doesNotContain("End all the others");
    }

    @Test
    void aCookieOfAnEndedSignInOpensNothingAndNeitherDoesAMadeUpOne() throws Exception {
        HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        Visitor visitor = new Visitor(app.url());
        visitor.get("/sign-in");
        String cookie = visitor.post("/sign-in", Map.of("person", PagesApp.OFFICER.id(), "token", ""))
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow()
                .split(";")[0];
        assertThat(status(client, cookie)).isEqualTo(200);
        visitor.get("/");
        visitor.post("/sign-out", Map.of());

        assertThat(status(client, cookie)).as("a copy that somebody kept").isEqualTo(302);
        assertThat(status(client, cookie.replaceAll("=.*", "=" + "A".repeat(32))))
                .isEqualTo(302);
    }

    @Test
    void theNumberOfASessionHasOneHundredAndTwentyEightRandomBits() throws Exception {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            String cookie = new Visitor(app.url())
                    .get("/sign-in")
                    .headers()
                    .firstValue("Set-Cookie")
                    .orElseThrow();
            assertThat(cookie).containsPattern("^homeward-ua=[0-9A-F]{32,};");
            seen.add(cookie.split(";")[0]);
        }
        assertThat(seen).hasSize(50);
    }

    @Test
    void theTokenOfFormsHasTwoHundredAndFiftySixRandomBits() throws Exception {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            Matcher matcher = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"")
                    .matcher(new Visitor(app.url()).get("/sign-in").body());
            assertThat(matcher.find()).isTrue();
            // As long a mask, then the token under it.
            byte[] masked = Base64.getUrlDecoder().decode(matcher.group(1));
            StringBuilder token = new StringBuilder();
            for (int at = 0; at < masked.length / 2; at++) {
                token.append((char) (masked[at] ^ masked[at + masked.length / 2]));
            }
            assertThat(token.toString()).matches("[0-9a-f]{64}");
            seen.add(token.toString());
        }
        assertThat(seen).hasSize(20);
    }

    @Test
    void everyPageOfWhoIsSignedInHasTheWayOut() throws Exception {
        Visitor visitor = Visitor.signedIn(app.url(), PagesApp.OFFICER.id());

        for (String path : new String[] {"/", "/me", "/me/sessions", "/people", "/registers/held", "/nothing"}) {
            assertThat(visitor.get(path).body()).as(path).contains("action=\"/sign-out\"");
        }
    }

    private int status(HttpClient client, String cookie) throws Exception {
        return client.send(
                        HttpRequest.newBuilder(URI.create(app.url() + "/"))
                                .header("Cookie", cookie)
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
