package org.homeward.browser.present;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.homeward.node.server.NodeAudit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A clerk and two analysts with dossiers: a claim of a death, a row that is there twice, a picture. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DossierInBrowserTest {
    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final String REGISTER = "/registers/held";

    private static ThreeNodes nodes;
    private static Desk desk;
    private static Path home;
    private static String dossier = REGISTER;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        home = folder;
        nodes = ThreeNodes.bare(folder);
        StringBuilder file = new StringBuilder("id,surname,given_name,birth_date,rank,статус\n");
        for (int i = 0; i < 60; i++) {
            file.append("p%d,Name%c%c,Given%c,19%02d-%02d-11,private,%s%n"
                    .formatted(
                            i,
                            'a' + i % 26,
                            'k' + i / 26,
                            'a' + i * 7 % 26,
                            50 + i % 40,
                            1 + i % 12,
                            i == 5 ? "помер у шпиталі" : i % 9 == 0 ? "поранений" : ""));
        }
        file.append("again,Nameck,Giveno,1952-03,refused,\n");
        nodes.ua().takeIn("held", file.toString().getBytes(StandardCharsets.UTF_8));
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

    private static Page signedIn(String operator, int width) {
        Page page = desk.sit(nodes.ua().url().toString(), width, width < 500 ? 844 : 800);
        page.navigate("/sign-in");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(operator))
                .click();
        page.navigate("/purpose");
        page.locator("input[name=why][value=TRACING]").check();
        page.locator("main form button").click();
        return page;
    }

    private static void accessible(Page page, String name) {
        Desk.keep(page, name);
        assertThat((Boolean) page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                .as(name + " is not wider than the screen")
                .isTrue();
        assertThat(new AxeBuilder(page).withTags(WCAG).analyze().getViolations())
                .as(name)
                .isEmpty();
    }

    private static byte[] picture() throws Exception {
        BufferedImage image = new BufferedImage(320, 400, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(new Color(0x9aa5b1));
        graphics.fillOval(90, 60, 140, 180);
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", out);
        return out.toByteArray();
    }

    @Test
    @Order(1)
    void twoPeopleDecideAClaimAndARowThatIsThereTwice() throws Exception {
        Page one = signedIn("Test operator 1", 1280);
        Page two = signedIn("Test operator 2", 1280);
        one.navigate(REGISTER + "?status=DEATH_CLAIMED");
        assertThat(one.locator("tbody").first().innerText()).contains("Namefk");
        one.navigate("/registers/claims");
        one.locator("tbody th a").first().click();
        String claim = one.url();
        for (Page page : List.of(one, two)) {
            page.navigate(claim);
            page.locator("#reason").fill("the hospital wrote twice");
            page.locator("button[value=CONFIRM]").click();
        }
        two.navigate(REGISTER + "?status=DEAD");
        assertThat(two.locator("tbody").first().innerText()).contains("Namefk").contains("provisional");

        one.navigate(REGISTER + "/twins");
        one.locator("main form button").click();
        long until = System.nanoTime() + 120_000_000_000L;
        while (one.locator("main").innerText().contains("The engine is looking") && System.nanoTime() < until) {
            one.reload();
        }
        one.locator("tbody th a").first().click();
        String pair = one.url();
        for (Page page : List.of(one, two)) {
            page.navigate(pair);
            page.locator("button[value=SAME]").click();
            page.waitForLoadState();
        }
        one.navigate(pair);
        one.locator("thead th a").first().click();
        dossier = one.url();
        assertThat(one.locator("main").innerText()).contains("The same person");
        Described described = new Described(nodes.ua());
        for (String page : List.of(claim, pair, dossier)) {
            described.holds(URI.create(page).getPath(), 0);
        }
        one.locator("main summary").first().click();
        one.locator("#paper-file").setInputFiles(new FilePayload("a.jpg", "image/jpeg", picture()));
        one.locator("#paper-title").fill("Portrait");
        one.locator("form[enctype] button").click();
        assertThat(one.getByRole(AriaRole.STATUS).innerText()).contains("written anew");
        // The page is there before its picture is, which is fetched when it comes into view.
        one.locator(".papers img").first().scrollIntoViewIfNeeded();
        one.waitForFunction("() => document.querySelector('.papers img').naturalWidth === 320");
        one.context().close();
        two.context().close();
        assertThat(desk.complaints()).isEmpty();
        assertThat(NodeAudit.run(home.resolve("ua")).wrong())
                .as("every word is in the node's own log")
                .isEmpty();
    }

    @Test
    @Order(2)
    void everyPageIsReadableOnADesktopAPhoneAndInFourLanguages() {
        for (String language : List.of("en", "uk", "ru", "ar")) {
            Page page = signedIn("Test operator 1", language.equals("en") ? 1280 : 390);
            page.locator(".languages a[lang=" + language + "]").click();
            page.navigate(REGISTER + "?sort=GRAVEST");
            accessible(page, "dossier-register-" + language);
            page.navigate("/registers/claims?state=CONFIRMED");
            accessible(page, "dossier-claims-" + language);
            page.locator("tbody th a").first().click();
            accessible(page, "dossier-claim-" + language);
            page.navigate(REGISTER + "/twins?state=SAME");
            accessible(page, "dossier-twins-" + language);
            page.locator("tbody th a").first().click();
            accessible(page, "dossier-twin-" + language);
            page.navigate(dossier);
            for (var summary : page.locator("main summary").all()) {
                summary.click();
            }
            accessible(page, "dossier-" + language);
            page.context().close();
        }
        assertThat(desk.complaints()).isEmpty();
    }
}
