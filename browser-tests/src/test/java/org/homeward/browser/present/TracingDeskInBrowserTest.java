package org.homeward.browser.present;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.browser.present.ThreeNodes.OPEN;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.homeward.node.server.NodeAudit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Two analysts' hour at the tracing desk, by keyboard, to the answers that go out. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TracingDeskInBrowserTest {
    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final String DESK = "/cases/" + OPEN + "/desk";
    private static final int PAIRS = 12;

    private static ThreeNodes nodes;
    private static Desk desk;
    private static Path home;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        home = folder;
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

    private static Page signedIn(String operator, int width) {
        Page page = desk.sit(nodes.ua().url().toString(), width, width < 500 ? 844 : 800);
        page.navigate("/sign-in");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(operator))
                .click();
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

    /** One key, and the page that follows. */
    private static void decide(Page page, String key) {
        page.waitForLoadState();
        String before = page.url();
        page.keyboard().press(key);
        page.waitForURL(url -> !url.equals(before));
    }

    @Test
    @Order(1)
    void theQueueAndAPairAreReadableOnADesktopAPhoneAndInArabic() {
        for (String language : List.of("en", "uk", "ar")) {
            Page page = signedIn("Test operator 1", language.equals("en") ? 1280 : 390);
            page.locator(".languages a[lang=" + language + "]").click();
            page.navigate(DESK);
            accessible(page, "desk-" + language);
            page.locator("tbody th a").first().click();
            accessible(page, "pair-" + language);
            new Described(nodes.ua()).holds(URI.create(page.url()).getPath(), 0);
            page.context().close();
        }
    }

    @Test
    @Order(2)
    void whatTwoAnalystsDecideByKeyboardIsWhatIsAnswered() throws Exception {
        Page first = signedIn("Test operator 1", 1280);
        first.navigate("/cases/" + OPEN);
        first.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Decide pairs"))
                .click();
        first.locator("a.go").click();
        String rejected = first.url();
        decide(first, "r");
        for (int i = 1; i < PAIRS; i++) {
            decide(first, "c");
        }

        Page second = signedIn("Test operator 2", 1280);
        second.navigate(rejected);
        assertThat(second.locator("main").innerText())
                .as("the second sees what the first said")
                .contains("Two persons")
                .contains("the name differs");
        decide(second, "c");
        second.navigate(rejected);
        assertThat(second.locator("main").innerText()).contains("Two people differ.");
        decide(second, "r");
        for (int i = 1; i < PAIRS; i++) {
            // Whatever one person has spoken of comes before what nobody has.
            assertThat(second.locator("main").innerText()).contains("One person");
            decide(second, "c");
        }
        second.navigate(DESK + "?phase=DECIDED");
        assertThat(second.locator("tbody tr").count()).isEqualTo(PAIRS);

        second.navigate("/cases/" + OPEN);
        second.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Answer the lines"))
                .click();
        assertThat(second.locator("main").innerText())
                .as("whoever signs is told how many were looked at")
                .contains("Pairs decided one by one by two people");
        second.locator("main form button").click();
        first.navigate("/cases/" + OPEN);
        first.locator(".waiting a").click();
        first.locator("main form button").click();
        assertThat(first.getByRole(AriaRole.STATUS).innerText()).isEqualTo("In the joint log: Answer the lines.");

        String line = rejected.substring(rejected.lastIndexOf('/') + 1);
        first.navigate("/cases/" + OPEN + "/lists/ru/lines/" + line);
        assertThat(first.locator("main").innerText())
                .as("a pair that two people rejected is not answered as held")
                .doesNotContain("Reply\nheld");
        first.navigate(DESK);
        assertThat(first.locator("main").innerText()).contains("No pairs are open to decision");
        first.context().close();
        second.context().close();
        assertThat(desk.complaints()).isEmpty();

        assertThat(NodeAudit.run(home.resolve("ua")).wrong())
                .as("every word is in the node's own log")
                .isEmpty();
    }

    @Test
    @Order(3)
    void whoMayOnlyReadDecidesNothing() {
        Page page = signedIn("Test operator 3", 1280);
        page.navigate(DESK);
        assertThat(page.locator("main form").count()).isZero();
        int status = page.request()
                .post(
                        nodes.ua().url() + DESK + "/pairs/ru-000001",
                        com.microsoft.playwright.options.RequestOptions.create()
                                .setForm(com.microsoft.playwright.options.FormData.create()
                                        .set("row", "x")
                                        .set("said", "CONFIRM")))
                .status();
        assertThat(status).isEqualTo(403);
        page.context().close();
    }
}
