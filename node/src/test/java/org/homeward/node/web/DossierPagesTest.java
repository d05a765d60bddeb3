package org.homeward.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.homeward.handover.slip.SlipScanner;
import org.homeward.node.dossier.FormSeal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person's dossier, claims of a death and doubtful rows through real HTTP and a real store. */
class DossierPagesTest {
    private static final String V4 = "http://zesty.ca/pfif/1.4";

    private PagesApp app;
    private Visitor one;
    private Visitor two;

    @BeforeEach
    void start() throws Exception {
        app = PagesApp.start(0, true);
        one = Visitor.signedIn(app.url(), PagesApp.OFFICER.id());
        two = Visitor.signedIn(app.url(), PagesApp.FIRST.id());
    }

    @AfterEach
    void stop() {
        app.close();
    }

    private String handIn(String register, String name, String content) throws Exception {
        one.get("/intake");
        HttpResponse<String> response = one.upload(
                "/intake", Map.of("register", register), "file", name, content.getBytes(StandardCharsets.UTF_8));
        assertThat(response.statusCode()).isEqualTo(302);
        return Visitor.to(response);
    }

    private void takeIn(String register, String name, String content) throws Exception {
        String waiting = handIn(register, name, content);
        one.get(waiting);
        assertThat(Visitor.to(one.post(waiting + "/accept", Map.of()))).isEqualTo("/registers/" + register);
    }

    private static String first(String page, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(page);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group();
    }

    private static String person(String space, String id, String name, String more) {
        return "<p:person xmlns:p=\"" + space + "\"><p:person_record_id>" + id
                + "</p:person_record_id><p:source_date>2026-01-01T00:00:00Z</p:source_date><p:full_name>" + name
                + "</p:full_name>" + more + "</p:person>";
    }

    private static String note(String id, String status, String text, String link) {
        return "<p:note><p:note_record_id>" + id + "</p:note_record_id>"
                + (link.isEmpty() ? "" : "<p:linked_person_record_id>" + link + "</p:linked_person_record_id>")
                + "<p:author_name>A comrade</p:author_name><p:source_date>2026-01-02T00:00:00Z</p:source_date><p:status>"
                + status + "</p:status><p:text>" + text + "</p:text></p:note>";
    }

    @Test
    void aPfifFileOfSeveralVersionsIsJudgedRecordByRecordAndAClaimOfDeathWaitsForTwo() throws Exception {
        String past = Instant.now()
                .minus(40, ChronoUnit.DAYS)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        String file = "<pfif>"
                + person(V4, "a.example/1", "Тестенко Іван", note("a.example/n1", "believed_dead", "he said so", ""))
                + person("http://zesty.ca/pfif/1.1", "a.example/2", "Old Version", "")
                + person(
                        "http://zesty.ca/pfif/1.3",
                        "a.example/3",
                        "One Way",
                        note("a.example/n3", "believed_alive", "seen", "a.example/1"))
                + person(
                        V4,
                        "a.example/4",
                        "Gone Person",
                        "<p:expiry_date>" + past + "</p:expiry_date>"
                                + note("a.example/n4", "believed_dead", "gone", ""))
                + person("http://zesty.ca/pfif/9.9", "a.example/5", "Bad Namespace", "")
                + "<p:person xmlns:p=\"" + V4
                + "\"><p:full_name>Wrong Order</p:full_name><p:person_record_id>a.example/6</p:person_record_id></p:person>"
                + "</pfif>";
        String waiting = handIn("sought", "people.xml", file);
        String preview = one.get(waiting).body();
        assertThat(preview).contains("somebody claims that the person is dead");
        assertThat(one.get(waiting + "/verdicts").body())
                .contains("CLAIM_OF_DEATH", "UNKNOWN_NAMESPACE", "ONE_WAY_LINK", "EXPIRED", "WRONG_ORDER");
        one.get(waiting);
        one.post(waiting + "/accept", Map.of());

        String register = one.get("/registers/sought").body();
        assertThat(register)
                .contains(
                        "Тестенко Іван",
                        "Old Version",
                        "One Way",
                        "Wrong Order",
                        ">dead (claim)</span>",
                        ">alive</span>")
                .doesNotContain("Bad Namespace")
                .doesNotContain("Gone Person")
                .doesNotContain(">dead (confirmed by two, provisional)</span>");
        String queue = one.get("/registers/claims").body();
        assertThat(queue).contains("Тестенко Іван", "A comrade", "he said so").doesNotContain("gone<");
        String claim = first(queue, "/registers/sought/rows/\\d+/\\d+/claims/[0-9a-f]{32}");
        assertThat(one.get(claim).body()).contains("a.example/n1", "waits");

        one.post(claim, Map.of("said", "CONFIRM", "reason", " "));
        assertThat(one.get(claim).body()).contains("Nothing was kept");
        one.post(claim, Map.of("said", "CONFIRM", "reason", "the commission has the remains"));
        assertThat(one.get("/registers/sought?status=DEAD").body()).contains("Nobody in this register");
        two.get(claim);
        two.post(claim, Map.of("said", "CONFIRM", "reason", "a second sample"));

        assertThat(one.get("/registers/sought?status=DEAD").body())
                .contains("Тестенко Іван", ">dead (confirmed by two, provisional)</span>")
                .doesNotContain("Old Version");
        String dossier = one.get(claim.replaceFirst("/claims.*", "")).body();
        assertThat(dossier)
                .contains(
                        "dead (confirmed", "sought", "A comrade", "the commission has the remains", "a second sample");
        two.get(claim);
        two.post(claim, Map.of("said", "TAKE_BACK"));
        assertThat(one.get("/registers/sought?status=DEAD").body()).contains("Nobody in this register");
    }

    @Test
    void whoMayOnlyReadAddsNothingAndDecidesNothing() throws Exception {
        takeIn("held", "a.csv", "id,surname,статус\n1,Doe,died\n");
        Visitor auditor = Visitor.signedIn(app.url(), PagesApp.AUDITOR.id());
        String claim =
                first(auditor.get("/registers/claims").body(), "/registers/held/rows/\\d+/\\d+/claims/[0-9a-f]{32}");
        assertThat(auditor.get(claim).body()).doesNotContain("name=\"reason\"");
        for (String path : new String[] {claim, "/registers/held/twins/look", "/registers/held/rows/1/0/statements"}) {
            assertThat(auditor.post(path, Map.of("said", "CONFIRM", "reason", "x", "field", "RANK", "answer", "GIVEN"))
                            .statusCode())
                    .as(path)
                    .isEqualTo(403);
        }
        assertThat(new Visitor(app.url()).post(claim, Map.of("said", "CONFIRM")).statusCode())
                .isEqualTo(403);
        assertThat(one.get("/registers/held?status=DEATH_CLAIMED&sort=GRAVEST").body())
                .contains("Doe");
    }

    @Test
    void aDossierShowsEachSourceScriptAnswerAndPartialDateAsEntered() throws Exception {
        takeIn("held", "a.csv", "id,surname,given_name,birth_date,rank\n1,Тестенко,refused,1990-02,не може назвати\n");
        takeIn("held", "b.csv", "id,surname,given_name,birth_date,rank\n1,Testenko,refused,1990-02-03,private\n");
        String row = "/registers/held/rows/2/0";
        String page = one.get(row).body();
        assertThat(page)
                .contains(
                        "Тестенко",
                        "Cyrillic",
                        "Testenko",
                        "Latin",
                        "month only",
                        "said earlier",
                        "refused",
                        "changed");
        one.post(
                row + "/statements",
                Map.of(
                        "field",
                        "GIVEN_NAME",
                        "answer",
                        "GIVEN",
                        "value",
                        "Іван",
                        "source",
                        "a fellow prisoner",
                        "evidence",
                        "seen at roll call",
                        "day",
                        "2026-01"));
        assertThat(one.get(row).body()).contains("is kept beside all others");
        one.post(row + "/statements", Map.of("field", "SERVICE_NUMBER", "answer", "UNABLE", "source", "himself"));
        assertThat(one.get(row).body()).contains("is kept beside all others");
        one.post(row + "/statements", Map.of("field", "BIRTH_DATE", "answer", "GIVEN", "value", "soon", "source", "x"));
        assertThat(one.get(row).body()).contains("Nothing was kept");
        page = one.get(row).body();
        assertThat(page)
                .contains("Іван", "a fellow prisoner", "seen at roll call", "unable to state", "Statement written down")
                .doesNotContain(">soon<");
        assertThat(one.post(row + "/statements", Map.of("field", "NOTHING", "answer", "GIVEN"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aPictureIsWrittenAnewAndHostileFilesAreRefusedInASentence() throws Exception {
        takeIn("held", "a.csv", "id,surname\n1,Doe\n");
        String row = "/registers/held/rows/1/0";
        ByteArrayOutputStream sound = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB), "png", sound);
        sound.writeBytes("<script>polyglot</script>".getBytes(StandardCharsets.US_ASCII));
        one.get(row);
        one.upload(
                row + "/papers", Map.of("title", "Portrait", "source", "camp"), "file", "a.png", sound.toByteArray());
        String page = one.get(row).body();
        String paper = first(page, row + "/papers/[0-9a-f]{24}");
        assertThat(page).contains("Portrait", "written anew");
        HttpResponse<byte[]> picture = one.bytes(paper);
        assertThat(picture.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(picture.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(picture.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(new String(picture.body(), StandardCharsets.ISO_8859_1)).doesNotContain("polyglot");
        assertThat(ImageIO.read(new ByteArrayInputStream(picture.body())).getWidth())
                .isEqualTo(30);

        for (String hostile : new String[] {"<svg onload='x()'/>", "%PDF-1.7", "GIF89a", ""}) {
            one.upload(
                    row + "/papers",
                    Map.of("title", "Bad"),
                    "file",
                    "a.png",
                    hostile.getBytes(StandardCharsets.US_ASCII));
            assertThat(one.get(row).body()).contains("neither a JPEG nor a PNG");
        }
        one.upload(
                row + "/papers",
                Map.of("title", "Bad"),
                "file",
                "a.png",
                java.util.Arrays.copyOf(sound.toByteArray(), 40));
        assertThat(one.get(row).body()).contains("damaged or cut off").doesNotContain("alt=\"Bad\"");
        one.post(paper + "/remove", Map.of());
        assertThat(one.get(row).body()).contains("Portrait");
        one.post(paper + "/remove", Map.of("sure", "yes"));
        assertThat(one.get(row).body()).doesNotContain("alt=\"Portrait\"");
        assertThat(one.get(paper).statusCode()).isEqualTo(404);
    }

    @Test
    void twoRowsAreJoinedByTwoPeopleAndPartedAgain() throws Exception {
        StringBuilder file = new StringBuilder("id,surname,given_name,birth_date\n");
        for (int i = 0; i < 60; i++) {
            file.append("p%d,Name%c%c,Given%c,19%02d-%02d-11%n"
                    .formatted(i, 'a' + i % 26, 'k' + i / 26, 'a' + i * 7 % 26, 50 + i % 40, 1 + i % 12));
        }
        file.append("again,Nameck,Giveno,1952-03-11\n");
        takeIn("held", "a.csv", file.toString());
        assertThat(one.get("/registers/held/twins").body()).contains("has not looked");
        one.post("/registers/held/twins/look", Map.of());
        String queue = one.get("/registers/held/twins").body();
        long until = System.nanoTime() + 120_000_000_000L;
        while (queue.contains("The engine is looking") && System.nanoTime() < until) {
            queue = one.get("/registers/held/twins").body();
        }
        assertThat(queue).contains("again");
        String pair = first(queue, "/registers/held/twins/1\\.60/1\\.2|/registers/held/twins/1\\.2/1\\.60");
        assertThat(one.get(pair).body()).contains("Nameck", "p2", "again", "1952-03-11");
        one.post(pair, Map.of("said", "SAME"));
        two.get(pair);
        two.post(pair, Map.of("said", "SAME"));
        assertThat(two.get("/registers/held/rows/1/2").body()).contains("The same person", "/registers/held/rows/1/60");
        two.post(pair, Map.of("said", "TAKE_BACK"));
        assertThat(two.get("/registers/held/rows/1/2").body())
                .doesNotContain("The same person")
                .contains("A word taken back about");
        assertThat(one.get("/registers/held/twins/1.2/1.2").statusCode()).isEqualTo(404);
        assertThat(one.get("/registers/held/twins/x/1.2").statusCode()).isEqualTo(404);
    }

    @Test
    void aPrintedFormHasANumberAndACodeThatHoldsWithItsWords() throws Exception {
        takeIn("held", "a.csv", "id,surname,given_name,birth_date,rank\n1,Тестенко,Іван,1990-02-03,refused\n");
        byte[] pdf =
                one.bytes("/registers/held/rows/1/0/forms/CAPTURE_CARD?with=uk").body();
        String text;
        BufferedImage page;
        try (PDDocument document = Loader.loadPDF(pdf)) {
            text = new PDFTextStripper().getText(document);
            page = new PDFRenderer(document).renderImageWithDPI(0, 200);
        }
        String code = SlipScanner.read(page).get();
        FormSeal seal = FormSeal.parse(code).orElseThrow();
        assertThat(text).contains(seal.number()).doesNotContain("refused");
        assertThat(seal.check("", Map.of("surname", "Тестенко", "givenNames", "Іван", "birthDate", "1990-02-03")))
                .isEqualTo(FormSeal.Found.HOLDS_WITH_WORDS);
        assertThat(seal.check("", Map.of("surname", "Other"))).isEqualTo(FormSeal.Found.OTHER_WORDS);
        assertThat(one.get("/registers/held/rows/1/0").body()).contains("Printed so far", seal.number());
    }
}
