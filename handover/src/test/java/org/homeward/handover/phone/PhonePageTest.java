package org.homeward.handover.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.homeward.handover.day.Status;
import org.homeward.handover.log.Breach;
import org.homeward.handover.log.Observation;
import org.junit.jupiter.api.Test;

class PhonePageTest {
    private static final Pattern ROW =
            Pattern.compile("^  \\['([^']+)', '((?:[^'\\\\]|\\\\.)*)', '([^']*)', '([^']*)', '([^']*)'\\],?$");

    private static String file(String name) {
        return new String(PhonePage.read().at("/" + name).orElseThrow().bytes(), StandardCharsets.UTF_8);
    }

    private static Map<String, List<String>> words() {
        Map<String, List<String>> words = new LinkedHashMap<>();
        for (String line :
                file("words.js").lines().filter(l -> l.startsWith("  [")).toList()) {
            Matcher row = ROW.matcher(line);
            assertThat(row.matches()).as(line).isTrue();
            List<String> said = List.of(row.group(2), row.group(3), row.group(4), row.group(5));
            assertThat(words.put(row.group(1), said)).as(line).isNull();
        }
        return words;
    }

    @Test
    void everyWordIsThereInFourLanguagesWithTheSamePlaces() {
        words().forEach((key, said) -> {
            assertThat(said).as(key).noneMatch(String::isBlank);
            assertThat(said.stream().map(PhonePageTest::places).distinct())
                    .as(key)
                    .hasSize(1);
        });
    }

    private static Set<String> places(String text) {
        Set<String> places = new TreeSet<>();
        Matcher m = Pattern.compile("\\{\\d}").matcher(text);
        while (m.find()) {
            places.add(m.group());
        }
        return places;
    }

    @Test
    void thePageAsksForNoWordThatIsNotThere() {
        Set<String> asked = new TreeSet<>();
        Matcher inPage = Pattern.compile("data-t=\"([^\"]+)\"").matcher(file("index.html"));
        while (inPage.find()) {
            asked.add(inPage.group(1));
        }
        for (String script : List.of("page.js", "meet.js")) {
            Matcher inScript = Pattern.compile("\\bt\\('([a-zA-Z.-]+)'[,)]").matcher(file(script));
            while (inScript.find()) {
                asked.add(inScript.group(1));
            }
        }
        for (Breach.Kind kind : Breach.Kind.values()) {
            asked.add("breach." + kind);
        }
        for (String script : List.of("page.js", "log.js", "day.js", "find.js", "codes.js", "meet.js")) {
            Matcher refusal = Pattern.compile("new Refused\\('([^']+)'").matcher(file(script));
            while (refusal.find()) {
                asked.add("no." + refusal.group(1));
            }
        }
        for (Status status : Status.values()) {
            asked.add("status." + status);
        }
        for (Observation.Outcome outcome : Observation.Outcome.values()) {
            asked.add("outcome." + outcome);
        }
        for (Observation.Cause cause : Observation.Cause.values()) {
            asked.add("cause." + cause);
        }

        assertThat(asked).hasSizeGreaterThan(100);
        assertThat(words().keySet()).containsAll(asked);
    }

    @Test
    void theWorkerKeepsEveryFileOfThePageAndNothingThatIsNotThere() {
        String worker = file("sw.js");
        Matcher list = Pattern.compile("const FILES = \\[([^]]+)]").matcher(worker);
        assertThat(list.find()).isTrue();
        List<String> kept = new ArrayList<>();
        for (String quoted : list.group(1).split(", ")) {
            kept.add(quoted.substring(1, quoted.length() - 1));
        }

        assertThat(worker).doesNotContain("@");
        assertThat(kept)
                .allMatch(f -> PhonePage.read().at("/" + f.replace("./", "")).isPresent());
        Matcher imported = Pattern.compile("from '\\./([a-z]+\\.js)'").matcher(file("page.js"));
        while (imported.find()) {
            assertThat(kept).contains(imported.group(1));
        }
    }

    @Test
    void thePageAsksNoOtherHostForAnything() {
        for (String name : List.of("index.html", "phone.css", "page.js", "vault.js", "log.js", "words.js")) {
            assertThat(file(name)).as(name).doesNotContain("http:").doesNotContain("https:");
        }
    }

    @Test
    void theServerGivesThePageUnderItsPolicyAndNothingElse() throws Exception {
        try (PhoneServer server = PhoneServer.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), null);
                HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> page = ask(client, server, "/");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().firstValue("Content-Security-Policy")).hasValue(PhonePage.CONTENT_POLICY);
            assertThat(page.body()).contains("page.js");
            for (String path :
                    List.of("/PhonePage.class", "/../PhonePage.class", "/%2e%2e/log/Event.class", "/sw.js/")) {
                assertThat(ask(client, server, path).statusCode()).as(path).isEqualTo(404);
            }
        }
    }

    private static HttpResponse<String> ask(HttpClient client, PhoneServer server, String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void otherMachinesAreServedOverTlsOnly() {
        assertThatThrownBy(() -> PhoneServer.start(new InetSocketAddress("0.0.0.0", 0), null))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
