package org.homeward.node.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.homeward.node.server.Node;
import org.homeward.node.server.NodeConfig;
import org.homeward.node.server.NodeSetup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a node under a name of its own, behind what ends TLS for it, says with every answer and to whom it answers at all. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HeadersTest {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String ELSEWHERE = "203.0.113.7";

    @TempDir
    static Path folder;

    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private Node node;

    @BeforeAll
    void start() throws Exception {
        Path home = folder.resolve("ua");
        NodeConfig config = new NodeConfig(home, "ua", "Bureau", NodeConfig.BY_HAND, "127.0.0.1", 0, true, null)
                .withSite("bureau.example");
        NodeSetup.withTestOperators(config, new SecureRandom());
        node = Node.start(home);
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/sign-in",
                "/nothing",
                "/cases/none",
                "/family",
                "/notice",
                "/figures",
                "/figures.json",
                "/health",
                "/metrics",
                "/api/cases",
                "/api/nothing",
                "/peer/cases/case-1/batch",
                "/control/package?to=med&from=0",
                "/assets/homeward.css",
                "/assets/passkey.js"
            })
    void everyAnswerOverTlsTellsTheBrowserWhatItMayNotDo(String path) throws Exception {
        HttpResponse<String> answer = ask(path, "X-Forwarded-Proto", "https", "Origin", "https://other.example");

        var headers = answer.headers();
        assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "*");
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.map().keySet())
                .doesNotContain("Server", "X-Powered-By", "Access-Control-Allow-Origin")
                .doesNotContain("server", "x-powered-by", "access-control-allow-origin");
        if (!path.startsWith("/peer")) {
            assertThat(headers.firstValue("Strict-Transport-Security"))
                    .hasValue("max-age=31536000 ; includeSubDomains");
            assertThat(headers.firstValue("Referrer-Policy")).hasValue("no-referrer");
        }
        if (!path.startsWith("/assets")) {
            assertThat(headers.firstValue("Cache-Control").orElse("")).contains("no-store");
        }
        if (!answer.body().isEmpty()) {
            assertThat(headers.firstValue("Content-Type").orElse(""))
                    .matches("(?i)(text/(html|css|javascript|plain).*;\\s*charset=utf-8.*|application/json.*"
                            + "|application/octet-stream)");
        }
    }

    @Test
    void cookiesOfANamedSiteGoOverTlsToThisHostAlone() throws Exception {
        List<String> cookies =
                ask("/sign-in?lang=uk", "X-Forwarded-Proto", "https").headers().allValues("Set-Cookie");

        assertThat(cookies)
                .hasSize(2)
                .anyMatch(c -> c.startsWith("__Host-homeward-ua="))
                .anyMatch(c -> c.startsWith("__Host-lang=uk"))
                .allSatisfy(c -> assertThat(c)
                        .contains("; Secure", "; HttpOnly", "; SameSite=Strict", "; Path=/")
                        .doesNotContainIgnoringCase("domain=")
                        .hasSizeLessThan(4_096));
    }

    @Test
    void whoSignsOutLeavesNothingInTheBrowser() throws Exception {
        HttpResponse<String> form = local("GET", "/sign-in", "", "");
        HttpResponse<String> in = local("POST", "/sign-in", "person=ua-test-1&token=&" + csrf(form), cookie(form));
        assertThat(in.headers().firstValue("Location").orElse("")).doesNotContain("sign-in");
        HttpResponse<String> page = local("GET", "/", "", cookie(in));
        assertThat(page.statusCode()).isEqualTo(200);

        HttpResponse<String> out = local("POST", "/sign-out", csrf(page), cookie(in));

        assertThat(out.headers().firstValue("Clear-Site-Data").orElse("")).contains("\"cache\"", "\"storage\"");
        assertThat(local("GET", "/", "", cookie(in)).statusCode()).isEqualTo(302);
    }

    /** By a browser on the machine of the node, through what ends TLS. */
    private HttpResponse<String> local(String method, String path, String form, String cookie) throws Exception {
        return client.send(
                HttpRequest.newBuilder(node.url().resolve(path))
                        .header("X-Forwarded-Proto", "https")
                        .header("Cookie", cookie)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .method(method, HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String cookie(HttpResponse<String> answer) {
        return answer.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
    }

    private static String csrf(HttpResponse<String> page) {
        Matcher matcher = CSRF.matcher(page.body());
        assertThat(matcher.find()).isTrue();
        return "_csrf=" + URLEncoder.encode(matcher.group(1), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/sign-in", "/family", "/api/cases", "/metrics", "/assets/homeward.css"})
    void anotherMachineIsAnsweredOverTlsAloneAndSentNowhereElse(String path) throws Exception {
        HttpResponse<String> answer = ask(path, "X-Forwarded-Proto", "http");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).isEqualTo("This node answers other machines over https alone.");
        assertThat(answer.headers().map()).doesNotContainKeys("set-cookie", "location");
        assertThat(ask("/health", "X-Forwarded-Proto", "http").statusCode()).isEqualTo(200);
    }

    @Test
    void whatAStrangerWritesOfHisAddressIsNotBelieved() throws Exception {
        // The proxy adds whom it saw behind what the stranger wrote.
        HttpResponse<String> liar = client.send(
                HttpRequest.newBuilder(node.url().resolve("/metrics"))
                        .header("X-Forwarded-For", "127.0.0.1, " + ELSEWHERE)
                        .header("X-Forwarded-Proto", "https")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(liar.statusCode()).isEqualTo(404);
        // Another machine of the same network is no proxy of this node.
        HttpResponse<String> neighbour = client.send(
                HttpRequest.newBuilder(node.url().resolve("/metrics"))
                        .header("X-Forwarded-For", "127.0.0.1, 192.168.1.7")
                        .header("X-Forwarded-Proto", "https")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(neighbour.statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/.git/config",
                "/.env",
                "/WEB-INF/web.xml",
                "/META-INF/MANIFEST.MF",
                "/actuator",
                "/actuator/env",
                "/assets/",
                "/assets/../logback.xml",
                "/assets/%2e%2e/logback.xml",
                "/assets/..%2flogback.xml",
                "/assets/messages/pages_en.properties",
                "/node.properties",
                "/people.json",
                "/logback.xml",
                "/h2-console",
                "/swagger-ui.html",
                "/v3/api-docs",
                "/openapi.json"
            })
    void nothingOfTheInsideIsServedAndNoFolderIsListed(String path) throws Exception {
        String answer = raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer).matches("(?s)HTTP/1.1 (302|400|404).*");
        assertThat(answer).doesNotContain("passkey.js\n", "test-sign-in", "appender", "tokenHash", "Apache");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nContent-Length: 5\r\n\r\nabcde",
                "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n",
                "GET /\u0001 HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /<script> HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET / HTTP/9.9\r\nHost: a\r\n\r\n",
                "NO SENSE AT ALL\r\n\r\n",
                "TRACE / HTTP/1.1\r\nHost: a\r\nX-Secret: open-sesame\r\nConnection: close\r\n\r\n",
                "TRACK / HTTP/1.1\r\nHost: a\r\nX-Secret: open-sesame\r\nConnection: close\r\n\r\n"
            })
    void aRequestThatIsNoneIsRefusedWithoutNamesAndVersions(String request) throws Exception {
        String answer = raw(request);

        assertThat(answer).matches("(?s)HTTP/1.1 (400|405|501|505).*");
        assertThat(answer).doesNotContain("Tomcat", "Apache", "Exception", "\tat ", "org.", "open-sesame", "<script>");
    }

    @Test
    void aBodyWithTwoLengthsIsReadInOneWayAlone() throws Exception {
        // By its chunks the body ends at once; by its length it would hide the second request.
        String answer =
                raw("POST /health HTTP/1.1\r\nHost: a\r\nContent-Length: 44\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + "0\r\n\r\nGET /health HTTP/1.1\r\nHost: a\r\n\r\n");

        // Either way of two is safe: refused, or read by chunks and the line closed before anything else on it counts.
        assertThat(answer.split("HTTP/1\\.1 ", -1)).as(answer).hasSize(2);
    }

    private HttpResponse<String> ask(String path, String... headers) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(node.url() + path)).header("X-Forwarded-For", ELSEWHERE);
        request.headers(headers);
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private String raw(String bytes) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", node.url().getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
