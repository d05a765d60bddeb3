package org.homeward.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A register's way in, and back out, through real HTTP and a real store. */
class RegisterPagesTest {
    private static final String FILE = "id,surname,given_name,birth_date,note\n1,Тестенко,Іван,1990-01-02,a\n"
            + "2,Зразкова,Марія,1991,=cmd()\n3,Doe,Jan\n";

    private PagesApp app;
    private Visitor clerk;

    @BeforeEach
    void start() throws Exception {
        app = PagesApp.start(0, true);
        clerk = Visitor.signedIn(app.url(), PagesApp.OFFICER.id());
    }

    @AfterEach
    void stop() {
        app.close();
    }

    private HttpResponse<String> handIn(Visitor visitor, String register, String name, byte[] content)
            throws Exception {
        visitor.get("/intake");
        return visitor.upload("/intake", Map.of("register", register), "file", name, content);
    }

    private String waiting(String file) throws Exception {
        HttpResponse<String> response = handIn(clerk, "held", "list.csv", file.getBytes(StandardCharsets.UTF_8));
        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(Visitor.to(response)).startsWith("/intake/");
        return Visitor.to(response);
    }

    private void accept(String waiting) throws Exception {
        clerk.get(waiting);
        assertThat(Visitor.to(clerk.post(waiting + "/accept", Map.of()))).isEqualTo("/registers/held");
    }

    @Test
    void aRowIsPrintedAsAFormWithWhatItSaysAndNothingElse() throws Exception {
        accept(waiting(FILE));
        String row =
                clerk.get("/registers/held").body().replaceAll("(?s).*?(/registers/held/rows/[0-9]+/[0-9]+).*", "$1");
        String page = clerk.get(row).body();
        assertThat(page).contains(row + "/forms/CAPTURE_CARD?with=uk", row + "/forms/DEATH_NOTIFICATION?with=ar");

        HttpResponse<byte[]> form = clerk.bytes(row + "/forms/CAPTURE_CARD?with=uk");

        assertThat(form.headers().firstValue("Content-Type")).contains("application/pdf");
        try (PDDocument pdf = Loader.loadPDF(form.body())) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("Capture card", "Картка військовополоненого", "Тестенко", "1990-01-02")
                    .doesNotContain("Зразкова");
        }
        assertThat(clerk.get(row + "/forms/NONE?with=uk").statusCode()).isEqualTo(404);
        assertThat(clerk.get(row + "/forms/CAPTURE_CARD?with=xx").statusCode()).isEqualTo(404);
        assertThat(app.reads()).anyMatch(r -> r.contains(row + "/forms/CAPTURE_CARD"));
    }

    @Test
    void aFileIsLookedAtBeforeItChangesAnything() throws Exception {
        String waiting = waiting(FILE);

        String page = clerk.get(waiting).body();

        assertThat(page).contains("list.csv", "Тестенко", "fewer cells than columns", "Take these rows in: 3");
        assertThat(clerk.get("/registers/held").body()).contains("This register is empty.");
        assertThat(clerk.get(waiting + "/verdicts").body()).contains("\"4\",\"SHORT_ROW\"");
    }

    @Test
    void whatWasTakenInIsFoundInAnySpellingAndTakenBackWhole() throws Exception {
        accept(waiting(FILE));

        assertThat(clerk.get("/registers/held").body()).contains("Taken in as one file", "Тестенко Іван", "Doe Jan");
        assertThat(clerk.post("/registers/held/search", Map.of("q", "Testenko Ivan"))
                        .body())
                .contains("Тестенко Іван");
        assertThat(Visitor.to(clerk.get("/registers/held/search?lang=uk"))).isEqualTo("/registers/held");
        clerk.get("/registers/held?lang=en");
        String row = clerk.get("/registers/held/rows/1/1").body();
        assertThat(row).contains("Зразкова", "=cmd()", "Counts now");
        assertThat(app.reads()).contains(PagesApp.OFFICER.id() + " /registers/held/rows/1/1 for TRACING");

        assertThat(clerk.post("/registers/held/batches/1/undo", Map.of()).statusCode())
                .isEqualTo(302);
        assertThat(clerk.get("/registers/held").body()).contains("tick that you are sure", "Doe Jan");
        clerk.post("/registers/held/batches/1/undo", Map.of("sure", "yes"));
        assertThat(clerk.get("/registers/held").body()).contains("This register is empty.");
        assertThat(clerk.get("/registers/held/rows/1/1").statusCode()).isEqualTo(404);
    }

    @Test
    void aSecondFileUpdatesByKeyAndTheRowShowsBothVersions() throws Exception {
        accept(waiting(FILE));
        String waiting = waiting(FILE.replace("1990-01-02", "1990-02-01").replace("3,Doe,Jan\n", "4,New,One,,\n"));
        assertThat(clerk.get(waiting).body())
                .containsPattern("New keys</dt><dd>1<")
                .containsPattern("Changed</dt><dd>1<")
                .containsPattern("As they are</dt><dd>1<");

        accept(waiting);

        String row = clerk.get("/registers/held/rows/1/0").body();
        assertThat(row).contains("1990-02-01", "changed", "1990-01-02");
        assertThat(row.indexOf("1990-02-01")).isLessThan(row.indexOf("1990-01-02"));
    }

    @Test
    void theMeaningOfAColumnIsRememberedForTheNextFileWithTheseColumns() throws Exception {
        String waiting = waiting("id,surname,wo geboren\n1,Doe,Kyiv\n");
        clerk.get(waiting);
        clerk.post(
                waiting + "/meanings", Map.of("meaning-0", "ID", "meaning-1", "SURNAME", "meaning-2", "BIRTH_PLACE"));

        String next = waiting("id,surname,wo geboren\n2,Roe,Lviv\n");

        assertThat(clerk.get(next).body()).containsPattern("value=\"BIRTH_PLACE\" selected");
    }

    @Test
    void whatCannotBeReadIsSaidInASentenceAndNothingOfItWaits() throws Exception {
        for (String content : new String[] {
            "",
            "%PDF-1.7",
            "PK\u0003\u0004rubbish",
            "no header at all\n1\n",
            "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>"
        }) {
            HttpResponse<String> response =
                    handIn(clerk, "sought", "../../etc/passwd", content.getBytes(StandardCharsets.UTF_8));
            assertThat(Visitor.to(response)).isEqualTo("/intake");
            assertThat(clerk.get("/intake").body())
                    .contains("role=\"alert\"", "No file waits.")
                    .doesNotContain("etc/passwd", "Exception");
        }
    }

    @Test
    void aPfifFileShowsItsVerdictsAndAClaimOfDeathChangesNothing() throws Exception {
        String pfif =
                "<pfif xmlns=\"http://zesty.ca/pfif/1.4\"><person><person_record_id>a.example/1</person_record_id>"
                        + "<source_date>2026-01-01T00:00:00Z</source_date><full_name>Тестенко Іван</full_name><note>"
                        + "<note_record_id>a.example/n</note_record_id><status>believed_dead</status></note></person></pfif>";
        HttpResponse<String> response = handIn(clerk, "sought", "p.xml", pfif.getBytes(StandardCharsets.UTF_8));

        assertThat(clerk.get(Visitor.to(response)).body())
                .contains("PFIF", "somebody claims that the person is dead", "Тестенко Іван");
    }

    @Test
    void whoMayNotTakeRegistersInReadsThemOnly() throws Exception {
        accept(waiting(FILE));
        Visitor auditor = Visitor.signedIn(app.url(), PagesApp.AUDITOR.id());

        assertThat(auditor.get("/registers/held").body())
                .contains("Doe Jan")
                .doesNotContain("Take the whole file back");
        assertThat(auditor.get("/intake").statusCode()).isEqualTo(403);
        assertThat(auditor.post("/registers/held/batches/1/undo", Map.of("sure", "yes"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(clerk.get("/registers/held").body()).contains("Doe Jan");
    }

    @Test
    void whoHasNotSignedInSeesNothingOfARegister() throws Exception {
        for (String path : new String[] {"/registers/held", "/registers/held/rows/1/1", "/intake", "/intake/x"}) {
            assertThat(new Visitor(app.url()).get(path).statusCode()).as(path).isEqualTo(302);
        }
    }

    @Test
    void aPathIntoOtherFoldersIsNotHere() throws Exception {
        assertThat(clerk.get("/intake/..%2F..%2Fnode").statusCode()).isIn(400, 404);
        assertThat(clerk.get("/registers/other").statusCode()).isEqualTo(404);
    }
}
