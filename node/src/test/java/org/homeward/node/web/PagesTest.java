package org.homeward.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page through real HTTP. */
class PagesTest {
    private static final String CASE = "/cases/" + MadeUpCase.CASE;
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
        return Visitor.signedIn(app.url(), PagesApp.OFFICER.id());
    }

    private static Visitor auditor() throws Exception {
        return Visitor.signedIn(app.url(), PagesApp.AUDITOR.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", CASE, CASE + "/lists/ua", CASE + "/proposal", "/nothing", "/cases/none", "/error"})
    void whoHasNotSignedInIsSentToSignIn(String path) throws Exception {
        HttpResponse<String> response = new Visitor(app.url()).get(path);

        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(Visitor.to(response)).isEqualTo("/sign-in");
    }

    @Test
    void aPersonSignsInWithHisTokenAndLandsOnThePageHeAskedFor() throws Exception {
        Visitor visitor = new Visitor(app.url());
        visitor.get(CASE);
        visitor.get("/sign-in");

        HttpResponse<String> response =
                visitor.post("/sign-in", Map.of("person", "", "token", " " + PagesApp.TOKEN + " "));

        assertThat(Visitor.to(response)).startsWith(CASE);
        assertThat(visitor.get(CASE).body()).contains(PagesApp.REAL.name());
    }

    @Test
    void aWrongTokenIsRefusedInASentence() throws Exception {
        Visitor visitor = new Visitor(app.url());
        visitor.get("/sign-in");

        HttpResponse<String> response = visitor.post("/sign-in", Map.of("person", "officer-1", "token", "wrong"));

        assertThat(Visitor.to(response)).isEqualTo("/sign-in?refused");
        assertThat(visitor.get("/sign-in?refused").body()).contains("This token is not known here.");
        assertThat(visitor.get("/").statusCode()).isEqualTo(302);
    }

    @Test
    void nobodyWithoutATokenSignsInButTestOperators() throws Exception {
        Visitor visitor = new Visitor(app.url());
        visitor.get("/sign-in");

        HttpResponse<String> response = visitor.post("/sign-in", Map.of("person", PagesApp.REAL.id(), "token", ""));

        assertThat(Visitor.to(response)).isEqualTo("/sign-in?refused");
    }

    @Test
    void theTestSignInIsMarkedAsATest() throws Exception {
        assertThat(new Visitor(app.url()).get("/sign-in").body())
                .contains("Test sign-in", "These people do not exist.", PagesApp.OFFICER.name());
    }

    @Test
    void aNodeWithoutTestSignInShowsNoneAndAdmitsNone() throws Exception {
        try (PagesApp real = PagesApp.start(0, false)) {
            Visitor visitor = new Visitor(real.url());

            assertThat(visitor.get("/sign-in").body()).doesNotContain("Test sign-in", PagesApp.OFFICER.name());
            assertThat(Visitor.to(visitor.post("/sign-in", Map.of("person", PagesApp.OFFICER.id(), "token", ""))))
                    .isEqualTo("/sign-in?refused");
        }
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1,true", "::1,true", "0:0:0:0:0:0:0:1,true", "10.0.0.1,false", "localhost,false", "'',false"})
    void onlyAnAddressOfThisMachineIsThisMachine(String address, boolean is) {
        assertThat(ThisMachine.is(address)).isEqualTo(is);
    }

    @Test
    void aSessionIsNewAfterSignInAndItsCookieIsClosed() throws Exception {
        Visitor visitor = new Visitor(app.url());
        String before = cookie(visitor.get("/sign-in"));
        String after = cookie(visitor.post("/sign-in", Map.of("person", PagesApp.OFFICER.id(), "token", "")));

        assertThat(after).startsWith("homeward-ua=").contains("HttpOnly", "SameSite=Strict", "Path=/");
        assertThat(after.split(";")[0]).isNotEqualTo(before.split(";")[0]);
    }

    private static String cookie(HttpResponse<String> response) {
        return response.headers().firstValue("Set-Cookie").orElse("");
    }

    @Test
    void whoSignsOutIsOut() throws Exception {
        Visitor visitor = officer();
        visitor.get("/");

        assertThat(Visitor.to(visitor.post("/sign-out", Map.of()))).isEqualTo("/sign-in?out");
        assertThat(visitor.get("/").statusCode()).isEqualTo(302);
    }

    @Test
    void aSessionEndsWhenTheRoleChanges() throws Exception {
        try (PagesApp own = PagesApp.start(0, true)) {
            Visitor visitor = Visitor.signedIn(own.url(), PagesApp.OFFICER.id());
            assertThat(visitor.get("/").statusCode()).isEqualTo(200);

            own.demoteOfficer();

            assertThat(visitor.get("/").statusCode()).isEqualTo(302);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/sign-in", CASE, "/nothing", "/assets/homeward.css"})
    void everyAnswerHasTheStrictHeaders(String path) throws Exception {
        var headers = officer().get(path).headers();

        assertThat(headers.firstValue("Content-Security-Policy")).hasValue(PagesSecurity.CONTENT_POLICY);
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("Permissions-Policy")).isPresent();
        if (!path.startsWith("/assets")) {
            assertThat(headers.firstValue("Cache-Control").orElse("")).contains("no-store");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "uk", "ru", "ar"})
    void everyPageIsThereInEveryLanguageWithoutScriptsAndUnder100Kilobytes(String language) throws Exception {
        Visitor visitor = officer();
        for (String path : List.of(
                "/",
                "/sign-in",
                CASE,
                CASE + "/drafts/" + MadeUpCase.DRAFT,
                CASE + "/lists/ua",
                CASE + "/lists/ua?reply=HELD&page=1",
                CASE + "/lists/ru",
                CASE + "/lists/ua/lines/L1",
                CASE + "/lists/ua/lines/L2",
                CASE + "/proposal?side=ru&page=2")) {
            HttpResponse<String> response = visitor.get(path + (path.contains("?") ? "&" : "?") + "lang=" + language);

            assertThat(response.statusCode()).as(path).isEqualTo(200);
            assertThat(response.body())
                    .as(path)
                    .contains("<html lang=\"" + language + "\" dir=\"" + (language.equals("ar") ? "rtl" : "ltr") + "\"")
                    .doesNotContainIgnoringCase("<script")
                    .doesNotContain(" style=", "\u202E", " on\"");
            assertThat(response.body().getBytes(java.nio.charset.StandardCharsets.UTF_8).length)
                    .as(path)
                    .isLessThan(100_000);
        }
    }

    @Test
    void theLanguageIsRememberedAndElseTheBrowsersOwn() throws Exception {
        Visitor visitor = new Visitor(app.url());
        assertThat(visitor.get("/sign-in", "Accept-Language", "fr, uk-UA;q=0.8, en;q=0.5")
                        .body())
                .contains("lang=\"uk\" dir");
        assertThat(visitor.get("/sign-in", "Accept-Language", "fr;q=*").body()).contains("lang=\"en\" dir");

        visitor.get("/sign-in?lang=ar");

        assertThat(visitor.get("/sign-in", "Accept-Language", "uk").body()).contains("lang=\"ar\" dir=\"rtl\"");
        assertThat(visitor.get("/sign-in?lang=zz").body()).contains("lang=\"ar\" dir");
    }

    @Test
    void theTimelineShowsWhoSignedWhenAndWhereInTheLog() throws Exception {
        assertThat(officer().get(CASE).body())
                .contains("Sign the terms", "Test Operator One", "3 Feb 2026, 08:00", "UTC", "no. 3 in the joint log")
                .contains("co-signed by both sides", "not yet co-signed")
                .contains("Still to come from:");
    }

    @Test
    void numbersAndDatesAreThoseOfTheLanguage() throws Exception {
        Visitor visitor = officer();

        assertThat(visitor.get(CASE + "?lang=en").body()).contains("9,000");
        assertThat(visitor.get(CASE + "?lang=uk").body()).contains("9\u00A0000", "3 лют. 2026");
        assertThat(visitor.get(CASE + "?lang=ru").body()).contains("9\u00A0000", "3 февр. 2026");
        assertThat(visitor.get(CASE + "?lang=ar").body()).contains("فبراير");
    }

    @Test
    void buttonsAreOnlyThereForWhoActsAndForStepsThatAreOpen() throws Exception {
        String acting = officer().get(CASE).body();
        String reading = auditor().get(CASE).body();

        assertThat(acting).contains("/steps/FREEZE_LISTS").doesNotContain("/steps/SIGN_TERMS", "/steps/PROPOSE_TERMS");
        assertThat(reading).doesNotContain("/steps/", "/export");
        assertThat(auditor().get(CASE + "/drafts/" + MadeUpCase.DRAFT).body())
                .contains("Your role reads this")
                .doesNotContain("name=\"digest\"");
    }

    @Test
    void whoSignedIsNotOfferedToSignAgain() throws Exception {
        assertThat(Visitor.signedIn(app.url(), PagesApp.FIRST.id())
                        .get(CASE + "/drafts/" + MadeUpCase.DRAFT)
                        .body())
                .contains("You have signed.")
                .doesNotContain("name=\"digest\"");
    }

    @Test
    void aReaderWhoForgesAFormIsRefusedAndNothingIsDone() throws Exception {
        Visitor visitor = auditor();
        visitor.get(CASE);

        assertThat(visitor.post(CASE + "/steps/FREEZE_LISTS", Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(visitor.post(CASE + "/drafts/" + MadeUpCase.DRAFT, Map.of("digest", MadeUpCase.DIGEST))
                        .statusCode())
                .isEqualTo(403);
        assertThat(visitor.get(CASE + "/lists/ua/export").statusCode()).isEqualTo(403);
        assertThat(app.done()).noneMatch(d -> d.endsWith(PagesApp.AUDITOR.id()));
    }

    @Test
    void aFormWithoutItsTokenIsRefusedAndNothingIsDone() throws Exception {
        Visitor visitor = Visitor.signedIn(app.url(), PagesApp.FIRST.id());

        HttpResponse<String> response = visitor.postRaw(CASE + "/steps/FREEZE_LISTS", "a=b");

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body()).contains("This is not open to you");
        assertThat(app.done()).doesNotContain("start FREEZE_LISTS " + PagesApp.FIRST.id());
    }

    @Test
    void aPersonSignsWhatHeSaw() throws Exception {
        Visitor visitor = officer();
        String draft = CASE + "/drafts/" + MadeUpCase.DRAFT;
        assertThat(visitor.get(draft).body()).contains(MadeUpCase.DIGEST, "2,431", "Compare it");

        HttpResponse<String> response = visitor.post(draft, Map.of("digest", MadeUpCase.DIGEST));

        assertThat(Visitor.to(response)).isEqualTo(CASE);
        assertThat(app.done()).contains("approve " + MadeUpCase.DRAFT + " " + PagesApp.OFFICER.id());
        assertThat(visitor.get(CASE).body()).contains("In the joint log: Answer the lines.");
        assertThat(visitor.get(CASE).body()).doesNotContain("In the joint log: Answer the lines.");
    }

    @Test
    void aDraftThatChangedMeanwhileIsNotSigned() throws Exception {
        Visitor visitor = Visitor.signedIn(app.url(), PagesApp.FIRST.id());
        visitor.get(CASE);

        visitor.post(CASE + "/drafts/" + MadeUpCase.DRAFT, Map.of("digest", "00".repeat(32)));

        assertThat(visitor.get(CASE).body()).contains("The draft is not the one that you saw.");
        assertThat(app.done()).doesNotContain("approve " + MadeUpCase.DRAFT + " " + PagesApp.FIRST.id());
    }

    @Test
    void aRefusedStepSaysWhyInTheReadersLanguage() throws Exception {
        Visitor visitor = officer();
        visitor.get(CASE + "?lang=uk");

        visitor.post(CASE + "/steps/FREEZE_LISTS", Map.of());

        assertThat(visitor.get(CASE).body())
                .contains("Для цього кроку не час.", "This step is not open to this node now.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SIGN_TERMS", "PROPOSE_TERMS", "NONSENSE"})
    void aStepThatIsNotOpenIsNotStarted(String step) throws Exception {
        Visitor visitor = officer();
        visitor.get(CASE);

        visitor.post(CASE + "/steps/" + step, Map.of());

        assertThat(visitor.get(CASE).body()).contains("This step is not open to this side now.");
        assertThat(app.done()).noneMatch(d -> d.startsWith("start " + step));
    }

    @Test
    void hostileNamesAreShownAndDoNothing() throws Exception {
        String body = officer().get(CASE + "/lists/ua").body();

        assertThat(body)
                .contains("<bdi>&lt;script&gt;alert(1)&lt;/script&gt;")
                .contains("<bdi>Тестенко [U+202E]навпаки[U+202C] Іван</bdi>")
                .doesNotContain("<script>");
    }

    @Test
    void aListIsFilteredByReplyAndPaged() throws Exception {
        Visitor visitor = officer();

        assertThat(visitor.get(CASE + "/lists/ua?reply=HELD").body())
                .contains("/lines/L1\"", "/lines/L3\"")
                .doesNotContain("/lines/L2\"");
        assertThat(visitor.get(CASE + "/lists/ua?page=2").body())
                .contains("/lines/L51\"", "Page 2 of 3")
                .doesNotContain("/lines/L50\"");
        assertThat(visitor.get(CASE + "/lists/ru").body())
                .contains("This list is sealed.")
                .doesNotContain("/export");
    }

    @Test
    void anExportHasTheFilteredLinesAndNoFormula() throws Exception {
        HttpResponse<String> response = officer().get(CASE + "/lists/ua/export?reply=HELD");

        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(response.headers().firstValue("Content-Disposition").orElse(""))
                .matches(".*\"example-2026-02-ua-HELD-\\d+\\.csv\"");
        assertThat(response.body().lines()).hasSize(1 + 48);
        assertThat(response.body()).startsWith("\uFEFF").contains("\"'=cmd|").doesNotContain("\"=", "not held");
        // Every line says whose copy it is.
        assertThat(response.body().lines().skip(1)).allMatch(line -> line.matches(".*,\"\\d+ officer-2 [0-9-]{10}\""));
    }

    @Test
    void manyLinesNeedASecondPersonAndAreTakenOnceAsHeSawThem() throws Exception {
        Visitor officer = officer();
        HttpResponse<String> many = officer.get(CASE + "/lists/ua/export");
        assertThat(Visitor.to(many)).startsWith("/exports/new?kind=list&subject=");
        assertThat(officer.get(Visitor.to(many)).body()).contains("name=\"subject\" value=\"example-2026-02 ua\"");
        Map<String, String> asked = Map.of("kind", "list", "subject", "example-2026-02 ua", "reason", "for the talks");
        officer.post("/exports", asked);
        String page = officer.get("/exports").body();
        Matcher number = Pattern.compile("/exports/(\\d+)\"[^>]*>\\d+</a></th>\\s*<td[^>]*>List")
                .matcher(page);
        assertThat(number.find()).isTrue();
        String one = "/exports/" + number.group(1);
        assertThat(Visitor.to(officer.get(one + "/file"))).isEqualTo("/exports");
        officer.get(one);
        officer.post(one + "/allow", Map.of());
        assertThat(Visitor.to(officer.get(one + "/file")))
                .as("nobody allows his own")
                .isEqualTo("/exports");

        Visitor second = Visitor.signedIn(app.url(), PagesApp.FIRST.id());
        assertThat(second.get(one).body()).contains("for the talks", "/allow");
        second.post(one + "/allow", Map.of());
        assertThat(Visitor.to(second.get(one + "/file")))
                .as("it is for him who asked")
                .isEqualTo("/exports");
        HttpResponse<String> copy = officer.get(one + "/file");
        assertThat(copy.statusCode()).isEqualTo(200);
        assertThat(copy.body().lines().count()).isGreaterThan(51);
        assertThat(Visitor.to(officer.get(one + "/file"))).as("once").isEqualTo("/exports");
        Visitor auditor = Visitor.signedIn(app.url(), PagesApp.AUDITOR.id());
        assertThat(auditor.get(one).body()).contains("taken");
        assertThat(auditor.get(CASE + "/lists/ua/export").statusCode()).isEqualTo(403);
    }

    @Test
    void aLineShowsBothSidesAndTheEvidenceWhereThisNodeHasIt() throws Exception {
        Visitor visitor = officer();

        assertThat(visitor.get(CASE + "/lists/ua/lines/L3").body())
                .contains("Олексій", "Aleksei", "the same in another writing", "+4.1", "\u22121.8", "99.9%")
                .contains("+SURNAME~GIVEN_NAME+BIRTH_DATE-RANK", "H-004711", "+11.2 bits");
        assertThat(visitor.get(CASE + "/lists/ua/lines/L2").body())
                .contains("The evidence of a comparison stays with the holder")
                .doesNotContain("Match key");
    }

    @Test
    void theProposalShowsTheBalanceAsADrawingAndAsATable() throws Exception {
        assertThat(officer().get(CASE + "/proposal").body())
                .contains("<svg class=\"chart\"", "role=\"img\"", ">157</td>", "314")
                .contains("outside the balance", "Held longest", "version 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/cases/none",
                CASE + "/lists/xx",
                CASE + "/lists/ua?page=0",
                CASE + "/lists/ua?page=99",
                CASE + "/lists/ua/lines/none",
                CASE + "/drafts/none",
                CASE + "/proposal?side=xx",
                CASE + "/proposal?page=99",
                "/cases/none/lists/ua",
                "/cases/none/proposal",
                "/cases/none/lists/ua/export",
                CASE + "/nothing"
            })
    void whatIsNotThereIsAlwaysTheSamePage(String path) throws Exception {
        HttpResponse<String> response = officer().get(path);

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).contains("There is nothing here").doesNotContain("Exception", "at org.");
    }

    @Test
    void aFaultShowsWhatToDoAndNothingOfTheInside() throws Exception {
        HttpResponse<String> response = officer().get("/cases/" + MadeUpCase.BROKEN + "?lang=ar");

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body())
                .contains("حدث خلل في هذه العقدة")
                .doesNotContain("secret detail", "Exception", "at org.");
    }

    @Test
    void aMalformedAddressIsRefusedWithoutAFault() throws Exception {
        Visitor visitor = officer();

        assertThat(visitor.get(CASE + "/lists/ua?page=x").statusCode()).isEqualTo(400);
        assertThat(visitor.get("/cases/%2e%2e/secret").statusCode()).isBetween(400, 404);
        assertThat(visitor.get("//cases").statusCode()).isBetween(400, 404);
        assertThat(visitor.get("/cases;a=b/" + MadeUpCase.CASE).statusCode()).isBetween(400, 404);
    }

    @Test
    void whoReadWhatIsNoted() throws Exception {
        officer().get(CASE + "/lists/ua/lines/L7");

        assertThat(app.reads()).contains(PagesApp.OFFICER.id() + " " + CASE + "/lists/ua/lines/L7");
    }
}
