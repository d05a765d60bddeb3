package org.homeward.browser.present;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.homeward.node.server.NodeConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the proof of kinship to the family's telephone and the press, as the people see it. */
class FamiliesInBrowserTest {
    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final Pattern CODE = Pattern.compile("[0-9a-z]{5}(-[0-9a-z]{5}){4}-[0-9a-z]");

    @TempDir
    private Path folder;

    private Side bureau;
    private Desk desk;

    @BeforeEach
    void start() throws Exception {
        bureau = Side.start(folder.resolve("ua"), "ua", "Bureau (test)", NodeConfig.BY_HAND);
        bureau.takeIn(
                "sought",
                "id,surname,given name\nS-1,Testenko,Danylo\nS-2,Primerov,Oleh\nS-3,Zrazkovyi,Marko\n"
                        .getBytes(StandardCharsets.UTF_8));
        desk = new Desk();
    }

    @AfterEach
    void stop() {
        desk.close();
        bureau.close();
    }

    private Page signedIn(int operator) {
        Page page = desk.sit(bureau.url().toString(), 1280, 800);
        page.navigate("/sign-in");
        button(page, "Test operator " + operator).click();
        return page;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    private static void seen(Page page, String name) {
        Desk.keep(page, "families-" + name);
        assertThat(new AxeBuilder(page)
                        .withTags(WCAG).analyze().getViolations().stream()
                                .map(v -> v.getId() + " "
                                        + v.getNodes().getFirst().getHtml()))
                .as(name)
                .isEmpty();
        assertThat((Boolean) page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                .as("%s fits the screen", name)
                .isTrue();
    }

    private static void done(Page page) {
        assertThat(page.locator(".notice").innerText()).contains("Done.");
    }

    @Test
    void aFamilyIsToldBeforeThePressAndByTwoPeople() throws Exception {
        Page first = signedIn(4);
        assertThat(first.locator("h1").innerText()).isEqualTo("Families");
        first.locator("summary", new Page.LocatorOptions().setHasText("Record kin"))
                .click();
        first.locator("#dossier").fill("S-1");
        first.locator("#name").fill("Olena Testenko");
        first.locator("#relation").fill("mother");
        first.locator("#proof").fill("birth record 17");
        first.locator("#channel").selectOption("LETTER");
        first.locator("#address").fill("A street 1");
        first.locator("#wishes").fill("no calls after six");
        first.locator("#language").selectOption("uk");
        first.locator("form[action='/families/kin'] button").click();
        done(first);
        seen(first, "desk-first");

        Page second = signedIn(5);
        Download receipt = second.waitForDownload(
                () -> button(second, "Verify and print the receipt").click());
        Path paper = folder.resolve("receipt.pdf");
        receipt.saveAs(paper);
        String text;
        try (var pdf = Loader.loadPDF(Files.readAllBytes(paper))) {
            text = new PDFTextStripper().getText(pdf);
        }
        Matcher code = CODE.matcher(text);
        assertThat(code.find()).as("the code on the receipt: %s", text).isTrue();

        first.locator("summary", new Page.LocatorOptions().setHasText("Write down what happened"))
                .click();
        first.locator("#kind").selectOption("RELEASED");
        first.locator("#occasion").fill("exchange-9");
        first.locator("#source").selectOption("RECONCILIATION");
        first.locator("#evidence").fill("joint statement 1, digest 00aa");
        first.locator("#dossiers").fill("S-1\nS-2");
        first.locator("form[action='/families/events'] button").click();
        done(first);
        second.navigate("/families");
        while (button(second, "I have seen the evidence").count() > 0) {
            button(second, "I have seen the evidence").first().click();
            done(second);
        }
        Described described = new Described(bureau);
        Page head = signedIn(1);
        Page officer = signedIn(2);
        officer.navigate("/releases");
        officer.locator("#occasion").fill("exchange-9");
        button(officer, "Draft").click();
        done(officer);
        seen(officer, "releases");
        head.navigate("/releases");
        head.locator("main a[href^='/releases/']").click();
        seen(head, "figures-to-release");
        described.holds(URI.create(head.url()).getPath(), 0);
        button(head, "Release").click();
        assertThat(head.locator(".notice").innerText()).contains("The families come first");

        first.navigate("/families");
        while (link(first, "Ask for release").count() > 0) {
            link(first, "Ask for release").first().click();
            seen(first, "notice-to-ask");
            described.holds(URI.create(first.url()).getPath(), 3);
            button(first, "Ask for release").click();
            done(first);
        }
        second.navigate("/families");
        while (link(second, "Release as second person").count() > 0) {
            link(second, "Release as second person").first().click();
            assertThat(second.locator("main").innerText()).contains("Your passkey signs");
            button(second, "Release as second person").click();
            done(second);
        }
        seen(second, "desk-second");
        while (button(second, "Handed over").count() > 0) {
            button(second, "Handed over").first().click();
            done(second);
        }

        Page family = desk.sit(bureau.url().toString(), 390, 844);
        for (String language : List.of("uk", "ar")) {
            family.navigate("/family?lang=" + language);
            seen(family, "form-" + language);
            family.locator("#code").fill("0000-0000");
            family.locator("form[action='/family'] button").click();
            seen(family, "nothing-" + language);
            family.locator("#code").fill(code.group());
            family.locator("form[action='/family'] button").click();
            assertThat(family.locator("main").innerText()).contains("звільнено").doesNotContain("S-1");
            seen(family, "news-" + language);
        }
        family.locator("summary").first().click();
        family.locator("textarea").first().fill("Це не мій син");
        family.locator("details button").first().click();
        seen(family, "answered-ar");
        family.navigate("/notice?lang=uk");
        seen(family, "check-uk");
        first.navigate("/families");
        assertThat(first.locator("main").innerText()).contains("Це не мій син");

        head.navigate("/releases");
        head.locator("main a[href^='/releases/']").click();
        seen(head, "figures-to-release");
        button(head, "Release").click();
        done(head);
        Page press = desk.sit(bureau.url().toString(), 1280, 800);
        press.navigate("/figures");
        assertThat(press.locator("main").innerText()).contains("exchange-9").contains("fewer than five");
        seen(press, "figures");
        family.navigate("/figures?lang=ar");
        seen(family, "figures-ar");

        officer.navigate("/statements");
        officer.locator("#returnee").fill("S-1");
        officer.locator("#seen").fill("Олег Примеров");
        officer.locator("#where").fill("a hospital");
        officer.locator("form[action='/statements'] button").click();
        done(officer);
        button(officer, "It concerns this dossier").first().click();
        done(officer);
        seen(officer, "statements");

        officer.navigate("/remains");
        officer.locator("#part").fill("case-9/day-1/B00017");
        officer.locator("#other").fill("S-1");
        officer.locator("#kind").selectOption("NAME");
        officer.locator("#reason").fill("report 17");
        officer.locator("form[action='/remains'] button").click();
        assertThat(officer.locator(".notice").innerText()).contains("no device saw it");
        seen(officer, "remains");
        officer.setViewportSize(390, 844);
        officer.navigate("/remains?lang=ar");
        seen(officer, "remains-ar");

        // A lost code: asked for by one, given by the other; the old one is none from then.
        first.navigate("/families");
        first.locator("summary", new Page.LocatorOptions().setHasText("Code lost"))
                .first()
                .click();
        first.locator("input[name='proof'][id^='p-']").first().fill("passport 1");
        button(first, "Ask for a new code").first().click();
        done(first);
        second.navigate("/families");
        seen(second, "desk-lost");
        Download fresh = second.waitForDownload(
                () -> button(second, "End the old code and print a new one").click());
        assertThat(fresh.suggestedFilename()).isEqualTo("receipt.pdf");
        family.navigate("/family?lang=en");
        family.locator("#code").fill(code.group());
        family.locator("form[action='/family'] button").click();
        assertThat(family.locator("main").innerText()).doesNotContain("звільнено");
        assertThat(desk.complaints()).isEmpty();
    }
}
