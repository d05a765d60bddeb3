package org.homeward.browser.present;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two invented articles from pasting to the differences between what a person confirmed of them. */
class RecordInBrowserTest {

    private static ThreeNodes nodes;
    private static Desk desk;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        nodes = ThreeNodes.bare(folder);
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

    private static Page signedIn() {
        Page page = desk.sit(nodes.agency().url().toString(), 1280, 800);
        page.navigate("/");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Test operator 1"))
                .click();
        return page;
    }

    private static void paste(Page page, String text) {
        page.navigate("/record");
        page.locator("#published").fill("2026-02-05");
        page.locator("#outlet").fill("Daily Example");
        page.locator("#text").fill(text);
        page.locator("form.entry button").click();
    }

    private static void load(Page page, String name, byte[] bytes) {
        page.navigate("/record");
        page.locator("#published").fill("2026-02-05");
        page.locator("#file").setInputFiles(new FilePayload(name, "text/plain", bytes));
        page.locator("form.entry button").click();
    }

    private static String article(int number) {
        return "Envoy says talks go on\n\nThe two sides will exchange " + number
                + " prisoners each on Thursday, envoy Anna Example said.\n\n"
                + "\"The talks were productive,\" said negotiator Boris Sample on Wednesday.\n\n"
                + "The second round of talks was held in Abu Dhabi on Wednesday.\n";
    }

    private static void confirm(Page page, String kind) {
        page.locator("li.card:has(.tag:text-is('" + kind + "')) button[value=confirm]")
                .first()
                .click();
        assertThat(page.locator(".notice").innerText()).contains("Confirmed, in your name.");
    }

    @Test
    void anArticleIsDraftedConfirmedWithdrawnAndCompared() {
        Page page = signedIn();
        paste(page, article(157));
        assertThat(page.url()).contains("/record/articles/");
        assertThat(page.locator(".as-written").innerText()).contains("The two sides will exchange 157 prisoners each");
        assertThat(page.locator("mark.m-figure").allInnerTexts()).contains("157");
        assertThat(page.locator("mark.m-statement").count()).isPositive();
        confirm(page, "figure");
        confirm(page, "statement");
        page.locator("button[value=reject]").first().click();
        assertThat(page.locator(".notice").innerText()).contains("Rejected, in your name.");
        String first = page.url();

        paste(page, article(314));
        confirm(page, "figure");
        page.navigate("/record/compare");
        assertThat(page.locator("main").innerText()).contains("157", "314", "number");

        pagesAreSound(page, first);

        page.navigate("/record");
        page.locator("summary").last().click();
        page.locator("details[open] input[name=reason]").fill("the outlet corrected it");
        page.locator("details[open] button").click();
        assertThat(page.locator(".notice").innerText()).contains("Withdrawn by a later line");
        assertThat(page.locator("main").innerText()).contains("the outlet corrected it", "withdrawn later");
        page.navigate("/record/compare");
        assertThat(page.locator("main").innerText()).contains("No confirmed entries differ.");
        assertThat(desk.complaints().stream()
                        // The file that no form takes is refused in the other test.
                        .filter(c -> !c.contains("413"))
                        .toList())
                .isEmpty();
    }

    private static void pagesAreSound(Page page, String article) {
        load(page, "x.txt", new byte[0]);
        page.navigate("/record/exchanges");
        page.locator("#file")
                .setInputFiles(new FilePayload(
                        "e.csv",
                        "text/csv",
                        ("date,ua_returned,ru_returned,kind,mediators,source\n2024-01-03,230,248,soldiers,UAE,example one\n"
                                        + "2024-06-25,90,90,soldiers,UAE,example two\n2025-05-25,303,303,soldiers,none,Kyiv says 303\n")
                                .getBytes(StandardCharsets.UTF_8)));
        page.locator("form.card button").click();
        assertThat(page.locator("main").innerText()).contains("320", "338");
        Described described = new Described(nodes.agency());
        for (String language : List.of("en", "uk", "ru", "ar")) {
            boolean narrow = language.equals("ar") || language.equals("uk");
            page.setViewportSize(narrow ? 390 : 1280, 800);
            page.navigate("/record");
            page.locator(".languages a[lang=" + language + "]").click();
            Map<String, String> pages = new LinkedHashMap<>();
            pages.put("record", "/record");
            pages.put("record-article", article);
            pages.put("record-compare", "/record/compare");
            pages.put("record-exchanges", "/record/exchanges");
            pages.forEach((name, path) -> {
                page.navigate(path);
                Desk.keep(page, name + "-" + language);
                assertThat((Boolean) page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                        .as(name + " " + language)
                        .isTrue();
                if (language.equals("en")) {
                    described.holds(URI.create(path).getPath(), 0);
                }
                if (language.equals("en") || language.equals("ar")) {
                    assertThat(Desk.violations(page)).as(name + " " + language).isEmpty();
                }
            });
        }
        page.setViewportSize(1280, 800);
        page.locator(".languages a[lang=en]").click();
    }

    /** Whatever is pasted or loaded gives a draft or a sentence. */
    @Test
    void brokenInputIsADraftOrASentence() {
        Page page = signedIn();
        Map<String, byte[]> broken = new LinkedHashMap<>();
        broken.put("binary", new byte[] {0, 1, 2, 3, (byte) 0xfe, 0});
        broken.put("html", "<!doctype html><p>Anna said".getBytes(StandardCharsets.UTF_8));
        broken.put("mixed", new byte[] {'A', (byte) 0xc3, (byte) 0x28, (byte) 0xd0, 'b'});
        broken.put("blank", "  \n \n".getBytes(StandardCharsets.UTF_8));
        broken.put("large", "Anna said yes. ".repeat(400_000).getBytes(StandardCharsets.UTF_8));
        broken.forEach((name, bytes) -> {
            load(page, name + ".txt", bytes);
            Locator notice = page.locator(".notice.bad");
            assertThat(notice.count()).as(name).isEqualTo(1);
            assertThat(notice.innerText()).as(name).contains("Nothing was entered.");
        });
        for (String text : List.of(
                "\"The talks go on, said Anna Example",
                "\u202eThe talks \u2067go on\u2069,\u202c said Anna Example.",
                "قال المبعوث إن المحادثات \"مثمرة\".")) {
            paste(page, text);
            assertThat(page.url()).as(text).contains("/record/articles/");
            assertThat(page.locator("h1").count()).isEqualTo(1);
        }
        // Fifty megabytes, which no form of this node takes.
        Locator file = page.locator("#file");
        page.navigate("/record");
        page.locator("#published").fill("2026-02-05");
        file.evaluate(
                "e => { const d = new DataTransfer(); d.items.add(new File([new Uint8Array(50 << 20).fill(97)], 'a.txt'));"
                        + " e.files = d.files; }");
        page.locator("form.entry button").click();
        assertThat(page.locator("h1").count()).isEqualTo(1);
        assertThat(page.locator("main").innerText()).isNotBlank();
    }
}
