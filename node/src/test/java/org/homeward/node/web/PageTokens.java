package org.homeward.node.web;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.homeward.node.server.Node;

/** What people of a started node do with their tokens before a test can ask its question. */
public final class PageTokens {
    private PageTokens() {}

    private static String url(Node node) {
        return node.url().toString().replaceAll("/$", "");
    }

    private static Visitor person(Node node, String token) throws Exception {
        Visitor visitor = Visitor.withToken(url(node), token);
        visitor.get("/purpose");
        visitor.post("/purpose", Map.of("why", "REVIEW", "file", "", "to", "/"));
        return visitor;
    }

    /** Takes rows in as the register of those held. */
    public static void takeIn(Node node, String token, String rows) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> taken = client.send(
                    HttpRequest.newBuilder(URI.create(url(node) + "/api/registers/held?name=held.csv"))
                            .header("Authorization", "Bearer " + token)
                            .POST(HttpRequest.BodyPublishers.ofString(rows))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (taken.statusCode() != 200) {
                throw new AssertionError(taken.body());
            }
        }
    }

    /** One person asks for the first copy of this node, another one allows it. */
    public static void askedAndAllowed(Node node, String asks, String allows, String kind, String subject)
            throws Exception {
        Visitor one = person(node, asks);
        one.get("/exports/new?kind=" + kind + "&subject=" + subject);
        one.post("/exports", Map.of("kind", kind, "subject", subject, "reason", "the statistics of the month"));
        Visitor two = person(node, allows);
        two.get("/exports/1");
        two.post("/exports/1/allow", Map.of());
    }

    /** A page as that person sees it. */
    public static String page(Node node, String token, String path) throws Exception {
        return person(node, token).get(path).body();
    }

    /** How a page answers that person. */
    public static int status(Node node, String token, String path) throws Exception {
        return person(node, token).get(path).statusCode();
    }
}
