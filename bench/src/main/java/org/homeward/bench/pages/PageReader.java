package org.homeward.bench.pages;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One person at a browser: signs in, and goes from page to page of a register. */
final class PageReader {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern ROW = Pattern.compile("href=\"(/registers/sought/rows/[0-9]+/[0-9]+)\"");
    private static final Pattern NEXT = Pattern.compile("href=\"(/registers/sought\\?[^\"]*ordinal=[^\"]*)\"");

    private final URI url;
    private final HttpClient client;

    PageReader(URI url) {
        this.url = url;
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    /** Hands a register in, as a program does; its answer. */
    String take(String token, String register, String name, byte[] file) throws IOException {
        return send(HttpRequest.newBuilder(url.resolve("/api/registers/" + register + "?name=" + name))
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofByteArray(file)));
    }

    /** Signs in, and says for what he reads. */
    void signIn(String person) throws IOException {
        handIn("/sign-in", "person=" + person + "&token=");
        handIn("/purpose", "why=REVIEW");
    }

    private void handIn(String path, String body) throws IOException {
        Matcher csrf = CSRF.matcher(get(path));
        if (!csrf.find()) {
            throw new IOException("the page " + path + " has no form");
        }
        form(path, body + "&_csrf=" + URLEncoder.encode(csrf.group(1), StandardCharsets.UTF_8));
    }

    private String form(String path, String body) throws IOException {
        return send(HttpRequest.newBuilder(url.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Milliseconds of each page that was read, by its kind. */
    Map<String, List<Double>> wander(int pages, int pause, Random random, List<String> words) throws IOException {
        Map<String, List<Double>> times = new HashMap<>();
        String path = "/registers/sought";
        String kind = "browse";
        String csrf = "";
        for (int i = 0; i < pages; i++) {
            rest(pause == 0 ? 0 : random.nextInt(2 * pause));
            long start = System.nanoTime();
            String page = kind.equals("search")
                    ? form("/registers/sought/search", "q=" + path + "&_csrf=" + csrf)
                    : get(path);
            Matcher form = CSRF.matcher(page);
            csrf = form.find() ? URLEncoder.encode(form.group(1), StandardCharsets.UTF_8) : csrf;
            times.computeIfAbsent(kind, k -> new ArrayList<>()).add((System.nanoTime() - start) / 1e6);
            List<String> rows = links(ROW, page);
            List<String> next = links(NEXT, page);
            int choice = random.nextInt(10);
            if (choice < 4 && !rows.isEmpty()) {
                kind = "row";
                path = rows.get(random.nextInt(rows.size()));
            } else if (choice < 7 && !next.isEmpty()) {
                kind = "browse";
                path = next.get(random.nextInt(next.size()));
            } else if (choice < 9) {
                kind = "search";
                path = URLEncoder.encode(words.get(random.nextInt(words.size())), StandardCharsets.UTF_8);
            } else {
                kind = "home";
                path = random.nextBoolean() ? "/" : "/intake";
            }
        }
        return times;
    }

    /** The pause in which a person reads: it is part of what is measured. */
    private static void rest(int millis) {
        CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS))
                .join();
    }

    private static List<String> links(Pattern pattern, String page) {
        return pattern.matcher(page)
                .results()
                .map(r -> r.group(1).replace("&amp;", "&"))
                .toList();
    }

    private String get(String path) throws IOException {
        return send(HttpRequest.newBuilder(url.resolve(path)).GET());
    }

    private String send(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IOException(response.uri() + " answers " + response.statusCode());
            }
            return response.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
