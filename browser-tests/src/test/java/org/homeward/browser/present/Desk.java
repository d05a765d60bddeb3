package org.homeward.browser.present;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A browser of this machine; it remembers whatever the pages complained of or asked of another host. */
final class Desk implements AutoCloseable {
    static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-dev-shm-usage");

    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private final Playwright playwright = Playwright.create();
    private final Browser browser = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of("/usr/bin/chromium"))
                    .setArgs(QUIET));
    private final List<String> complaints = new ArrayList<>();

    /** A fresh person at a screen of that width. */
    Page sit(String url, int width, int height) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(url)
                .setLocale("en-GB")
                .setViewportSize(width, height));
        Page page = context.newPage();
        page.onConsoleMessage(m -> {
            if (m.type().equals("error") || m.type().equals("warning")) {
                complain(m);
            }
        });
        page.onPageError(e -> complaints.add("page error " + e));
        page.onRequest(r -> {
            if (!r.url().startsWith(url)) {
                complaints.add("request to another host: " + r.url());
            }
        });
        return page;
    }

    /** A test operator of that side who has signed in. */
    Page signedIn(Side side, String operator, int width) {
        Page page = sit(side.url().toString(), width, width < 500 ? 844 : 800);
        page.navigate("/");
        assertThat(page.url()).as("nobody reads before he has signed in").endsWith("/sign-in");
        button(page, operator).click();
        assertThat(page.locator("h1").innerText()).isEqualTo("Cases");
        return page;
    }

    static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    static void language(Page page, String code) {
        page.locator(".languages a[lang=" + code + "]").click();
    }

    /** What axe finds against WCAG 2.2 AA. */
    static List<String> violations(Page page) {
        return new AxeBuilder(page)
                .withTags(WCAG).analyze().getViolations().stream()
                        .map(r -> r.getId() + ": "
                                + r.getNodes().stream()
                                        .limit(3)
                                        .map(n -> n.getHtml())
                                        .toList())
                        .toList();
    }

    private void complain(ConsoleMessage message) {
        complaints.add(message.type() + " " + message.text() + " at " + message.location());
    }

    List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** Keeps what is seen, whole, under target/screenshots. */
    static void keep(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", name + ".png"))
                .setFullPage(true));
    }

    @Override
    public void close() {
        playwright.close();
    }
}
