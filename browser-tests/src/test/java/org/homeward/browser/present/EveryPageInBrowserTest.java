package org.homeward.browser.present;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.browser.present.ThreeNodes.AGREED;
import static org.homeward.browser.present.ThreeNodes.OPEN;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every page that a node describes: small, accessible, as wide as the screen, in its language; and its data as it is described to programs. */
class EveryPageInBrowserTest {
    private static final String HEAD = "Test operator 1";

    /** Pages that stand only after people have done something: the test in which they do it looks at them. */
    private static final Map<String, Class<?>> ELSEWHERE = Map.ofEntries(
            Map.entry("/cases/{caseId}/day/{day}", PagesInBrowserTest.class),
            Map.entry("/cases/{caseId}/wishes", PagesInBrowserTest.class),
            Map.entry("/cases/{caseId}/desk/pairs/{line}", TracingDeskInBrowserTest.class),
            Map.entry("/families/notices/{id}/release", FamiliesInBrowserTest.class),
            Map.entry("/releases/{id}", FamiliesInBrowserTest.class),
            Map.entry("/record/articles/{sha}", RecordInBrowserTest.class),
            Map.entry("/registers/{name}/rows/{batch}/{ordinal}/claims/{claim}", DossierInBrowserTest.class),
            Map.entry("/registers/{name}/twins/{one}/{other}", DossierInBrowserTest.class),
            Map.entry("/talks/{id}", TalksInBrowserTest.class),
            Map.entry("/talks/{id}/alignment", AlignmentInBrowserTest.class),
            Map.entry("/talks/{id}/issues", TalksInBrowserTest.class),
            Map.entry("/talks/{id}/remaining", TalksInBrowserTest.class),
            Map.entry("/talks/{id}/text", TalksInBrowserTest.class));

    private static ThreeNodes nodes;
    private static Desk desk;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        nodes = ThreeNodes.start(folder);
        desk = new Desk();
    }

    @AfterAll
    static void stop() {
        if (desk != null) {
            desk.close();
        }
        if (nodes != null) {
            nodes.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"en,1280,true", "uk,390,false", "ru,1280,false", "ar,390,true"})
    void everyPageIsAccessibleAndFitsTheScreen(String language, int width, boolean axe) throws Exception {
        Page page = desk.signedIn(nodes.ru(), HEAD, width);
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("sign-in", "/sign-in");
        pages.put("cases", "/");
        pages.put("case-agreed", "/cases/" + AGREED);
        pages.put("case-open", "/cases/" + OPEN);
        pages.put("draft", draftAtRu(page));
        pages.put("list", "/cases/" + AGREED + "/lists/ua");
        pages.put("line-at-holder", PagesInBrowserTest.lineAnswered(page, "ua", "HELD"));
        pages.put("line-at-seeker", PagesInBrowserTest.lineAnswered(page, "ru", "HELD"));
        pages.put("proposal", "/cases/" + AGREED + "/proposal");
        pages.put("balance", "/cases/" + AGREED + "/balance");
        pages.put("balance-what-if", "/cases/" + AGREED + "/balance?clause=ua-soldiers&to=11");
        pages.put("agreed", "/cases/" + AGREED + "/agreed");
        pages.put("persons", "/cases/" + AGREED + "/persons");
        pages.put("learned", "/cases/" + AGREED + "/learned");
        pages.put("agreed-clocks", "/cases/" + OPEN + "/agreed");
        pages.put("not-found", "/cases/none");
        pages.put("register", "/registers/held");
        page.navigate("/registers/held");
        String row = page.locator("a[href*='/rows/']").first().getAttribute("href");
        pages.put("dossier", row);
        pages.put("holds", row + "/holds");
        pages.put("intake", "/intake");
        pages.put("duties", "/duties");
        pages.put("day", "/cases/" + AGREED + "/day");
        pages.put("people", "/people");
        pages.put("purpose", "/purpose");
        pages.put("case-people", "/cases/" + AGREED + "/people");
        pages.put("glass", "/glass?case=" + AGREED);
        pages.put("exports", "/exports");
        pages.put("export-ask", "/exports/new?kind=list&subject=" + AGREED + "%20ua");
        pages.put("me", "/me");
        pages.put("sessions", "/me/sessions");
        pages.put("remains", "/remains");
        pages.put("statements", "/statements");
        pages.put("releases", "/releases");
        pages.put("enrolment", "/enrolment");
        pages.put("enrol", "/enrol");
        pages.put("desk", "/cases/" + OPEN + "/desk");
        pages.put("claims", "/registers/claims");
        pages.put("twins", "/registers/held/twins");
        pages.put("families", "/families");
        pages.put("record", "/record");
        pages.put("compare", "/record/compare");
        pages.put("exchanges", "/record/exchanges");
        pages.put("talks", "/talks");
        page.navigate("/purpose");
        page.getByLabel("Review or audit").check();
        Desk.button(page, "Go on").click();
        pages.put("preview", handedIn(page));
        pages.put("export", asked(page));
        Desk.language(page, language);

        pages.forEach((name, path) -> {
            page.navigate(path);
            Desk.keep(page, name + "-" + language + "-" + width);

            assertThat(page.locator("html").getAttribute("lang")).as(name).isEqualTo(language);
            assertThat(page.locator("html").getAttribute("dir"))
                    .as(name)
                    .isEqualTo(language.equals("ar") ? "rtl" : "ltr");
            assertThat(page.locator("h1").count()).as(name).isEqualTo(1);
            assertThat(page.content().length())
                    .as("%s is small enough for a slow line", name)
                    .isLessThan(100_000);
            assertThat((Boolean) page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                    .as("%s is not wider than the screen of %d", name, width)
                    .isTrue();
            if (axe) {
                // The same templates in the other languages: axe would find what it finds here, and takes seconds a
                // page.
                assertThat(Desk.violations(page)).as(name).isEmpty();
            }
        });
        everyAddressIsSeenAndAsDescribed(pages.values());
        page.context().close();
        assertThat(desk.complaints().stream()
                        // The page that is not there is asked for on purpose.
                        .filter(c -> !c.contains("404"))
                        .toList())
                .isEmpty();
    }

    /** A draft that waits at that bureau; the first who needs it starts it. */
    private static String draftAtRu(Page page) throws Exception {
        page.navigate("/cases/" + OPEN);
        if (page.locator(".waiting a").count() == 0) {
            nodes.ru().draft(OPEN, "ANSWER_LINES");
            page.reload();
        }
        return page.locator(".waiting a").first().getAttribute("href");
    }

    /** A file that waits at that bureau to be taken in. */
    private static String handedIn(Page page) {
        page.navigate("/intake");
        page.locator("input[name=register][value=held]").check();
        page.locator("#file")
                .setInputFiles(new FilePayload(
                        "few.csv", "text/csv", "id,name\n901,Зразок Іван\n902,\n".getBytes(StandardCharsets.UTF_8)));
        page.locator("form:has(#file) button").click();
        page.waitForURL("**/intake/*");
        return URI.create(page.url()).getPath();
    }

    /** A file that was asked for and that a second person has not allowed. */
    private static String asked(Page page) {
        page.navigate("/exports/new?kind=list&subject=" + AGREED + "%20ua");
        page.locator("#reason").fill("for the talks");
        page.locator("main form button").click();
        page.waitForURL("**/exports");
        return page.locator("main tbody th a").first().getAttribute("href");
    }

    private static void everyAddressIsSeenAndAsDescribed(Collection<String> seen) {
        Described described = new Described(nodes.ru());
        TreeSet<String> missing = new TreeSet<>(described.addresses());
        for (String path : seen) {
            if (described.of(path).isPresent() && !path.contains("none")) {
                described.holds(path, 0);
                missing.remove(described.of(path).get());
            }
        }
        assertThat(missing).as("pages that no test opens").containsExactlyInAnyOrderElementsOf(ELSEWHERE.keySet());
    }
}
