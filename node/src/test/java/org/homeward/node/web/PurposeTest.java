package org.homeward.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A person's page asks for what it is read; the answer stands beside the read. */
class PurposeTest {
    private static final String ROW = "/registers/held/rows/1/0";
    private static PagesApp app;

    @BeforeAll
    static void start() {
        app = PagesApp.start(0, true);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    private static Visitor officer() throws Exception {
        Visitor visitor = new Visitor(app.url());
        visitor.get("/sign-in");
        visitor.post("/sign-in", Map.of("person", PagesApp.OFFICER.id(), "token", ""));
        return visitor;
    }

    @Test
    void nothingOfAPersonIsShownOrNotedAsReadBeforeThePurposeIsSaid() throws Exception {
        Visitor visitor = officer();
        for (String path : List.of(ROW, ROW + "/forms/capture-card", "/registers/held/export")) {
            HttpResponse<String> response = visitor.get(path);
            assertThat(response.statusCode()).as(path).isEqualTo(302);
            assertThat(Visitor.to(response))
                    .isEqualTo("/purpose?to=" + URLEncoder.encode(path, StandardCharsets.UTF_8));
        }
        assertThat(visitor.get("/registers/held").statusCode()).isEqualTo(200);
        assertThat(app.reads()).noneMatch(r -> r.endsWith(ROW));
    }

    @Test
    void itIsWrittenBesideEachRead() throws Exception {
        Visitor visitor = officer();
        visitor.get("/purpose?to=" + ROW);
        HttpResponse<String> gone = visitor.post("/purpose", Map.of("why", "HEALTH", "file", "МК-12/3", "to", ROW));
        assertThat(Visitor.to(gone)).isEqualTo(ROW);
        visitor.get(ROW);
        assertThat(app.reads()).contains(PagesApp.OFFICER.id() + " " + ROW + " for HEALTH МК-12/3");
    }

    @Test
    void aProgramSaysItWithEachReadAndItIsWrittenBesideIt() throws Exception {
        Visitor program = new Visitor(app.url());
        String token = "Bearer " + PagesApp.TOKEN;
        assertThat(program.get(ROW, "Authorization", token, "Accept", "application/json")
                        .statusCode())
                .isEqualTo(428);
        assertThat(app.reads()).noneMatch(r -> r.startsWith(PagesApp.REAL.id() + " " + ROW));

        program.get(ROW, "Authorization", token, "Accept", "application/json", "Homeward-Purpose", "TRACING 12/2026");

        assertThat(app.reads()).contains(PagesApp.REAL.id() + " " + ROW + " for TRACING 12/2026");
    }

    @Test
    void aNameIsNoNumberAndNobodyIsSentToAnotherSite() throws Exception {
        Visitor visitor = officer();
        visitor.get("/purpose");
        HttpResponse<String> refused =
                visitor.post("/purpose", Map.of("why", "HEALTH", "file", "Тестенко Данило", "to", ROW));
        assertThat(Visitor.to(refused)).startsWith("/purpose");
        assertThat(visitor.get(ROW).statusCode()).isEqualTo(302);
        for (String to : List.of(
                "https://elsewhere.example/registers/held/rows/1/0",
                "//elsewhere.example/registers/held/rows/1/0",
                "/\\elsewhere.example",
                "javascript:alert(1)",
                "/sign-out")) {
            visitor.get("/purpose");
            assertThat(Visitor.to(visitor.post("/purpose", Map.of("why", "HEALTH", "file", "", "to", to))))
                    .as(to)
                    .isEqualTo("/");
        }
    }
}
