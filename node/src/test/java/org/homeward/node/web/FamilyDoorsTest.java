package org.homeward.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.homeward.node.exchange.NodeIdentity;
import org.homeward.node.families.FamilyDesk;
import org.homeward.node.families.FamilyRooms;
import org.homeward.node.people.Person;
import org.homeward.node.server.Node;
import org.homeward.node.server.NodeConfig;
import org.homeward.node.server.NodeSetup;
import org.homeward.node.store.Families.Channel;
import org.homeward.node.store.Families.Kind;
import org.homeward.node.store.Families.Notice;
import org.homeward.node.store.Families.Source;
import org.homeward.node.store.Registers;
import org.homeward.node.store.Store;
import org.homeward.protocol.crypto.Bytes;
import org.homeward.protocol.crypto.SigningKey;
import org.homeward.register.Column;
import org.homeward.register.Field;
import org.homeward.register.RegisterTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * From outside nobody can tell whether a person is in the system: the same real node in worlds that differ in who is in it, asked the same
 * things through its port.
 */
class FamilyDoorsTest {
    private static final SigningKey FIRST_KEY = SigningKey.generate(new SecureRandom());
    private static final SigningKey SECOND_KEY = SigningKey.generate(new SecureRandom());
    private static final Person FIRST =
            new Person("aa-test-4", "officercanary", Person.Role.LIAISON, FIRST_KEY.publicText(), "");
    private static final Person SECOND =
            new Person("aa-test-5", "secondcanary", Person.Role.LIAISON, SECOND_KEY.publicText(), "");
    private static final List<String> CANARIES = List.of(
            "dossiercanary",
            "namecanary",
            "relationcanary",
            "proofcanary",
            "addresscanary",
            "wishcanary",
            "evidencecanary",
            "surnamecanary",
            "occasioncanary",
            "officercanary",
            "secondcanary");

    @TempDir
    private Path folder;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Path empty() throws Exception {
        Path home = folder.resolve("empty");
        NodeSetup.withTestOperators(
                new NodeConfig(home, "aa", "Bureau", NodeConfig.BY_HAND, "127.0.0.1", 0, true, null),
                new SecureRandom());
        return home;
    }

    private Path copy(Path home, String name) throws IOException {
        Path to = folder.resolve(name);
        try (Stream<Path> all = Files.walk(home)) {
            for (Path each : all.toList()) {
                Files.copy(each, to.resolve(home.relativize(each).toString()));
            }
        }
        return to;
    }

    /** Puts a person and a kin into a world. @return the case code */
    private String fill(Path home, boolean news) throws Exception {
        Files.createDirectories(home.resolve("store"));
        try (Store store = Store.embedded(home.resolve("store").resolve("homeward.db"))) {
            List<String[]> rows = new ArrayList<>();
            rows.add(new String[] {"surnamecanary"});
            store.registers()
                    .add(
                            Registers.Kind.SOUGHT,
                            "sought.csv",
                            "00",
                            new RegisterTable(
                                    List.of(new Column("surname", Field.SURNAME)), List.of("dossiercanary"), rows),
                            "clerk",
                            Instant.EPOCH);
            FamilyRooms rooms = rooms(store, home);
            FamilyDesk desk = rooms.desk();
            done(desk.record(
                    FIRST,
                    new FamilyDesk.NewKin(
                            "dossiercanary",
                            "namecanary",
                            "relationcanary",
                            "proofcanary",
                            Channel.LETTER,
                            "addresscanary",
                            "wishcanary",
                            "uk",
                            "Europe/Kyiv")));
            String code = done(desk.verify(
                            SECOND, rooms.families().kin(1).getFirst().id()))
                    .detail();
            done(desk.happened(
                    FIRST,
                    Kind.RELEASED,
                    "occasioncanary",
                    Source.RECONCILIATION,
                    "evidencecanary",
                    List.of("dossiercanary")));
            done(desk.verifyEvent(SECOND, rooms.families().events(1).getFirst().id()));
            if (news) {
                for (Notice notice : rooms.families().notices(9)) {
                    leave(rooms, notice);
                }
            }
            return code;
        }
    }

    /** Two people sign a notice, and it is handed over. */
    private static void leave(FamilyRooms rooms, Notice notice) {
        FamilyDesk desk = rooms.desk();
        done(desk.release(
                FIRST, notice.id(), FIRST_KEY.sign(Bytes.utf8(rooms.releases().text(FIRST, notice)))));
        Notice asked = rooms.families().notice(notice.id()).orElseThrow();
        done(desk.release(
                SECOND, notice.id(), SECOND_KEY.sign(Bytes.utf8(rooms.releases().text(SECOND, asked)))));
        done(desk.handedOver(FIRST, notice.id()));
    }

    /** A later log says otherwise of whom a kin was told of. @return the code of the notice that was not right */
    private String correct(Path home, boolean left) throws Exception {
        try (Store store = Store.embedded(home.resolve("store").resolve("homeward.db"))) {
            FamilyRooms rooms = rooms(store, home);
            assertThat(rooms.news()
                            .take(
                                    FIRST.id(),
                                    "occasioncanary",
                                    "evidencecanary",
                                    Map.of("dossiercanary", Kind.NOT_RETURNED),
                                    true)
                            .recorded())
                    .isEqualTo(1);
            done(rooms.desk().verifyDay(SECOND, "occasioncanary"));
            Notice correction = rooms.families().notices(9).stream()
                    .filter(n -> !n.corrects().isEmpty())
                    .findFirst()
                    .orElseThrow();
            if (left) {
                leave(rooms, correction);
            }
            return correction.corrects();
        }
    }

    private static FamilyRooms rooms(Store store, Path home) throws Exception {
        return FamilyRooms.open(
                store,
                "aa",
                "Bureau",
                URI.create("http://localhost/family"),
                "localhost",
                NodeIdentity.load(home).orElseThrow().signing(),
                Clock.systemUTC(),
                new SecureRandom());
    }

    private static FamilyDesk.Outcome done(FamilyDesk.Outcome outcome) {
        assertThat(outcome.no()).isEmpty();
        return outcome;
    }

    /** Status, headers and bytes of one answer. */
    private record Seen(int status, Map<String, List<String>> headers, String body) {
        int bytes() {
            return body.getBytes(StandardCharsets.UTF_8).length;
        }
    }

    private Seen seen(Node node, String language, String path, String form) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(node.url().resolve(path)).header("Accept-Language", language);
        if (form != null) {
            request.header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form));
        }
        HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        headers.remove("date");
        return new Seen(answer.statusCode(), headers, answer.body());
    }

    private Map<String, Seen> look(Path home, String code) throws Exception {
        String c = URLEncoder.encode(code, StandardCharsets.UTF_8);
        Map<String, Seen> all = new LinkedHashMap<>();
        try (Node node = Node.start(home)) {
            for (String language : List.of("uk", "ar")) {
                all.put(language + " form", seen(node, language, "/family", null));
                all.put(language + " ask", seen(node, language, "/family", "code=" + c));
                all.put(
                        language + " answer",
                        seen(node, language, "/family/answer", "code=" + c + "&notice=0000-0000-0000&words=x"));
                all.put(language + " check", seen(node, language, "/notice", "code=0000-0000-0000"));
                all.put(language + " figures", seen(node, language, "/figures", null));
                all.put(language + " json", seen(node, language, "/figures.json", null));
            }
            all.put("other code", seen(node, "en", "/family", "code=" + "0".repeat(26)));
        }
        return all;
    }

    @Test
    void aWorldWithThePersonAndOneWithoutGiveTheSameBytesAndNewsTheSameSize() throws Exception {
        Path without = empty();
        Path with = copy(without, "with");
        Path told = copy(without, "told");
        String waiting = fill(with, false);
        String news = fill(told, true);

        assertThat(look(with, waiting)).isEqualTo(look(without, waiting));

        Map<String, Seen> nothing = look(copy(without, "again"), news);
        Map<String, Seen> something = look(told, news);
        for (String asked : nothing.keySet()) {
            Seen a = nothing.get(asked);
            Seen b = something.get(asked);
            assertThat(b.status()).as(asked).isEqualTo(a.status()).isEqualTo(200);
            assertThat(b.headers()).as(asked).isEqualTo(a.headers());
            assertThat(b.bytes()).as(asked).isEqualTo(a.bytes());
            if (!asked.endsWith(" ask")) {
                assertThat(b.body()).as(asked).isEqualTo(a.body());
            }
        }
        assertThat(something.get("uk ask").body())
                .contains("звільнено")
                .isNotEqualTo(nothing.get("uk ask").body());
        for (Map.Entry<String, Seen> one : something.entrySet()) {
            assertThat(CANARIES)
                    .as(one.getKey())
                    .noneMatch(word -> one.getValue().body().contains(word));
        }
        assertThat(something.get("uk form").bytes()).isEqualTo(FamilyPageSize.BYTES);
        assertThat(something.get("uk form").headers()).doesNotContainKey("set-cookie");
    }

    @Test
    void aCorrectionIsSeenByItsKinAloneWhenItHasLeftAndChangesNoSize() throws Exception {
        Path told = empty();
        String code = fill(told, true);
        Path waiting = copy(told, "waiting");
        Path corrected = copy(told, "corrected");
        correct(waiting, false);
        String wrong = correct(corrected, true);

        Map<String, Seen> before = look(told, code);
        assertThat(look(waiting, code)).as("until it has left").isEqualTo(before);
        Map<String, Seen> after = look(corrected, code);
        for (String asked : before.keySet()) {
            Seen a = before.get(asked);
            Seen b = after.get(asked);
            assertThat(b.status()).as(asked).isEqualTo(a.status()).isEqualTo(200);
            assertThat(b.headers()).as(asked).isEqualTo(a.headers());
            assertThat(b.bytes()).as(asked).isEqualTo(a.bytes());
            if (!asked.endsWith(" ask")) {
                assertThat(b.body()).as(asked).isEqualTo(a.body());
            }
            assertThat(CANARIES).as(asked).noneMatch(word -> b.body().contains(word));
        }
        String said = "Це виправляє наше повідомлення " + wrong;
        assertThat(before.get("uk ask").body()).contains(wrong).doesNotContain(said);
        assertThat(after.get("uk ask").body()).contains(said);
    }

    @Test
    void aCodeThatWasReplacedAnswersAsOneThatNeverWas() throws Exception {
        Path without = empty();
        Path replaced = copy(without, "replaced");
        String old = fill(replaced, true);
        try (Store store = Store.embedded(replaced.resolve("store").resolve("homeward.db"))) {
            FamilyRooms rooms = rooms(store, replaced);
            String kin = rooms.families().kin(1).getFirst().id();
            done(rooms.desk().askNewCode(FIRST, kin, "proofcanary"));
            done(rooms.desk().newCode(SECOND, kin));
        }
        assertThat(look(replaced, old)).isEqualTo(look(without, old));
    }

    @Test
    void tooManyTriesAreRefusedAlikeForARightCodeAndAWrongOne() throws Exception {
        Path home = empty();
        String code = fill(home, true);
        try (Node node = Node.start(home)) {
            for (int i = 0; i < 20; i++) {
                assertThat(seen(node, "en", "/family", "code=" + "1".repeat(26)).status())
                        .isEqualTo(200);
            }
            Seen wrong = seen(node, "en", "/family", "code=" + "1".repeat(26));
            assertThat(wrong.status()).isEqualTo(429);
            assertThat(seen(node, "en", "/family", "code=" + code)).isEqualTo(wrong);
        }
    }

    @Test
    void whatAFamilyAnswersReachesTheOfficerAsItWasWritten() throws Exception {
        Path home = empty();
        String code = fill(home, true);
        try (Node node = Node.start(home)) {
            String page = seen(node, "uk", "/family", "code=" + code).body();
            Matcher notice =
                    Pattern.compile("name=\"notice\" value=\"([^\"]+)\"").matcher(page);
            assertThat(notice.find()).isTrue();
            String words = URLEncoder.encode("Це не мій син", StandardCharsets.UTF_8);
            seen(node, "uk", "/family/answer", "code=" + code + "&notice=" + notice.group(1) + "&words=" + words);
            assertThat(Visitor.signedIn(node.url().toString(), "aa-test-5")
                            .get("/families")
                            .body())
                    .contains("Це не мій син");
        }
    }

    @Test
    void whoSpeaksWithFamiliesSeesNoCaseAndWhoBargainsSeesNoFamily() throws Exception {
        Path home = empty();
        fill(home, false);
        try (Node node = Node.start(home)) {
            String url = node.url().toString();
            Visitor liaison = Visitor.signedIn(url, "aa-test-4");
            assertThat(Visitor.to(liaison.get("/"))).isEqualTo("/families");
            assertThat(liaison.get("/families").body()).contains("addresscanary");
            for (String closed : List.of("/registers/sought", "/intake", "/cases/x", "/statements", "/releases")) {
                assertThat(liaison.get(closed).statusCode()).as(closed).isIn(403, 404);
            }
            Visitor head = Visitor.signedIn(url, "aa-test-1");
            assertThat(head.get("/families").body()).contains("namecanary").doesNotContain("addresscanary");
            for (String person : List.of("aa-test-2", "aa-test-3")) {
                assertThat(Visitor.signedIn(url, person).get("/families").statusCode())
                        .isEqualTo(403);
            }
            assertThat(Visitor.to(new Visitor(url).get("/families"))).startsWith("/sign-in");
            for (String page : List.of("/releases", "/statements")) {
                assertThat(head.get(page).statusCode()).as(page).isEqualTo(200);
            }
        }
    }
}
