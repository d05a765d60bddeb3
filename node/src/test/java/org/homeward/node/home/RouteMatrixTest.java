package org.homeward.node.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Parameter;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.homeward.node.people.Person.Role;
import org.homeward.node.server.Node;
import org.homeward.node.web.Handlers;
import org.homeward.node.web.Handlers.Handler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/**
 * Who may knock where, asked of real nodes through their port: every route of every controller, as each role and as a stranger, at a bureau
 * and at an agency. The table is {@code routes.txt}; a route that it does not have, or another answer than it says, fails the build.
 */
class RouteMatrixTest {
    private static final Pattern VARIABLE = Pattern.compile("\\{([a-zA-Z]+)(:[^}]*)?}");
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Map<String, String> VALUES = Map.of(
            "caseId",
            TestHome.CASE,
            "name",
            "held",
            "kind",
            "held",
            "batch",
            "1",
            "ordinal",
            "0",
            "step",
            "OPEN_CASE",
            "file",
            "statement.pdf",
            "change",
            "open",
            "word",
            "allow");

    /** A route and the parameters that it asks for. */
    private record Route(String method, String path, Map<String, Class<?>> parameters) {
        String name() {
            return method + " " + path;
        }

        String address() {
            Matcher matcher = VARIABLE.matcher(path);
            StringBuilder filled = new StringBuilder();
            while (matcher.find()) {
                matcher.appendReplacement(filled, VALUES.getOrDefault(matcher.group(1), "1"));
            }
            return matcher.appendTail(filled).toString().replace("/**", "/x");
        }
    }

    @TempDir
    Path folder;

    @Test
    void everyRouteAnswersEachRoleAsTheTableSays() throws Exception {
        List<Route> routes = routes();
        Map<String, TreeMap<String, TreeSet<String>>> found = new TreeMap<>();
        for (boolean agency : List.of(false, true)) {
            String place = agency ? "agency" : "bureau";
            Map<Role, String> tokens = new LinkedHashMap<>();
            // The case is open to every role that may see one, so that the question of roles is asked and not that of
            // cases.
            Path home = RolesHome.make(folder.resolve(place), agency, tokens, r -> r != Role.LIAISON);
            try (Node node = Node.start(home)) {
                for (Route route : routes) {
                    for (Map.Entry<Role, String> each : tokens.entrySet()) {
                        boolean open = asked(node.url(), route, each.getValue());
                        if (route.method().equals("GET") && !route.path().startsWith("/api")) {
                            assertProgramFinds(open, node.url(), route, each.getValue());
                        }
                        if (open) {
                            found.computeIfAbsent(route.name(), r -> new TreeMap<>())
                                    .computeIfAbsent(place, p -> new TreeSet<>())
                                    .add(each.getKey().name());
                        }
                    }
                    if (asked(node.url(), route, "")) {
                        found.computeIfAbsent(route.name(), r -> new TreeMap<>())
                                .computeIfAbsent(place, p -> new TreeSet<>())
                                .add("STRANGER");
                    }
                }
            }
        }
        List<String> lines = new ArrayList<>();
        routes.stream().map(Route::name).distinct().sorted().forEach(route -> {
            Map<String, TreeSet<String>> open = found.getOrDefault(route, new TreeMap<>());
            lines.add(route + " | bureau: " + who(open.get("bureau")) + " | agency: " + who(open.get("agency")));
        });
        Files.write(Files.createDirectories(Path.of("target")).resolve("routes.txt"), lines);
        List<String> table;
        try (var in = RouteMatrixTest.class.getResourceAsStream("routes.txt")) {
            table = in == null
                    ? List.of()
                    : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.startsWith("#") && !line.isBlank())
                            .toList();
        }
        assertThat(lines)
                .as("what the nodes answer (target/routes.txt) against the table (routes.txt beside this test)")
                .containsExactlyElementsOf(table);
    }

    /** His program stands before the same doors as he does: it is answered data where he is answered a page. */
    private static void assertProgramFinds(boolean open, URI url, Route route, String token) throws Exception {
        HttpResponse<Void> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(url.resolve(route.address()))
                                .header("Authorization", "Bearer " + token)
                                .header("Accept", "application/json")
                                .header("Homeward-Purpose", "REVIEW")
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
        // A file is for people alone, whoever asks.
        if (response.statusCode() != 406) {
            assertThat(response.statusCode() != 401 && response.statusCode() != 403)
                    .as("a program at %s: %d", route.name(), response.statusCode())
                    .isEqualTo(open);
            assertThat(response.statusCode()).as(route.name()).isLessThan(500);
        }
    }

    private static String who(TreeSet<String> roles) {
        return roles == null ? "nobody" : String.join(" ", roles);
    }

    /** Whether the door opens: what lies behind it may be missing or wrong all the same. It never breaks. */
    private boolean asked(URI url, Route route, String token) throws Exception {
        boolean program = route.path().startsWith("/api");
        HttpClient client = HttpClient.newBuilder()
                .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        String csrf = "";
        if (!program) {
            csrf = csrf(client, url.resolve("/sign-in"));
            if (!token.isEmpty()) {
                String form = "person=&token=" + URLEncoder.encode(token, StandardCharsets.UTF_8) + "&_csrf="
                        + URLEncoder.encode(csrf, StandardCharsets.UTF_8);
                client.send(
                        HttpRequest.newBuilder(url.resolve("/sign-in"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(form))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
                csrf = csrf(client, url.resolve("/me"));
                // For what he reads: pages of persons ask that first.
                client.send(
                        HttpRequest.newBuilder(url.resolve("/purpose"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(
                                        "why=REVIEW&_csrf=" + URLEncoder.encode(csrf, StandardCharsets.UTF_8)))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
            }
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(url.resolve(route.address()));
        if (program && !token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (route.method().equals("GET")) {
            request.GET();
        } else if (program) {
            request.method(route.method(), HttpRequest.BodyPublishers.ofString("{}"));
        } else {
            String boundary = "----a-boundary-that-no-part-has";
            request.header("Content-Type", "multipart/form-data; boundary=" + boundary);
            request.method(route.method(), HttpRequest.BodyPublishers.ofByteArray(body(boundary, route, csrf)));
        }
        HttpResponse<Void> response = client.send(request.build(), HttpResponse.BodyHandlers.discarding());
        int status = response.statusCode();
        assertThat(status).as(route.name()).isLessThan(500);
        boolean toSignIn = status == 302
                && response.headers().firstValue("Location").orElse("").contains("/sign-in");
        return status != 401 && status != 403 && !toSignIn;
    }

    private static String csrf(HttpClient client, URI page) throws Exception {
        String html = client.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString())
                .body();
        Matcher matcher = CSRF.matcher(html);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static byte[] body(String boundary, Route route, String csrf) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        Map<String, Class<?>> parts = new LinkedHashMap<>(route.parameters());
        parts.put("_csrf", String.class);
        for (Map.Entry<String, Class<?>> part : parts.entrySet()) {
            String value = part.getKey().equals("_csrf") ? csrf : value(part.getValue());
            String file = part.getValue() == MultipartFile.class ? "; filename=\"a.csv\"" : "";
            body.write(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + part.getKey() + "\"" + file
                            + "\r\n\r\n" + value + "\r\n")
                    .getBytes(StandardCharsets.UTF_8));
        }
        body.write(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    /** Something that the parameter can be, so that the question of rights is asked and not that of form. */
    private static String value(Class<?> type) {
        return type.isEnum() ? ((Enum<?>) type.getEnumConstants()[0]).name() : "1";
    }

    /** Every method of a controller that answers a request. */
    private static List<Route> routes() throws Exception {
        List<Route> routes = new ArrayList<>();
        for (Handler handler : Handlers.all()) {
            Map<String, Class<?>> parameters = new LinkedHashMap<>();
            for (Parameter parameter : handler.method().getParameters()) {
                RequestParam asked = AnnotatedElementUtils.findMergedAnnotation(parameter, RequestParam.class);
                if (asked != null) {
                    parameters.put(
                            Handlers.name(asked, parameter),
                            parameter.getParameterizedType().getTypeName().contains("MultipartFile")
                                    ? MultipartFile.class
                                    : parameter.getType());
                }
            }
            routes.add(new Route(handler.verb(), handler.path(), parameters));
        }
        assertThat(routes).hasSizeGreaterThan(60);
        return routes;
    }
}
