package org.homeward.browser.present;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.homeward.node.families.FiguresFile;
import org.homeward.node.server.Node;
import org.homeward.node.server.NodeConfig;
import org.homeward.node.server.NodeSetup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** What leaves a bureau leaves under the passkeys of two real people, each over the words that leave; and the public can check who. */
class ReleasesInBrowserTest {
    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final String REGISTER = "id,surname,given name\nS-1,Testenko,Danylo\nS-2,Primerov,Oleh\n";

    @TempDir
    private Path folder;

    private Desk desk;
    private Node bureau;
    private String code;

    @BeforeEach
    void start() throws Exception {
        Path home = folder.resolve("ua");
        code = NodeSetup.withCode(
                new NodeConfig(home, "ua", "Bureau (test)", NodeConfig.BY_HAND, "127.0.0.1", 0, false, null),
                Clock.systemUTC(),
                new SecureRandom());
        bureau = Node.start(home);
        desk = new Desk();
    }

    @AfterEach
    void stop() {
        desk.close();
        bureau.close();
    }

    /** A person at his own browser with an authenticator of his own. */
    private Page person() {
        Page page = desk.sit("http://localhost:" + bureau.url().getPort(), 1280, 800);
        CDPSession devices = page.context().newCDPSession(page);
        devices.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject asked = new JsonObject();
        asked.add("options", options);
        devices.send("WebAuthn.addVirtualAuthenticator", asked);
        return page;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .first();
    }

    private Page enrolled(String paper, String name) {
        Page page = person();
        page.navigate("/sign-in");
        page.getByText("You have a code on paper?").click();
        page.getByLabel("The code on your paper").fill(paper);
        button(page, "Continue").click();
        if (name != null) {
            page.getByLabel("Your name").fill(name);
            button(page, "Continue").click();
        }
        button(page, "Make my passkey").click();
        page.waitForURL("**/sign-in");
        button(page, "Sign in with a passkey").click();
        page.waitForURL(url -> !url.contains("sign-in"));
        return page;
    }

    private static String invite(Page page, String name, String role) {
        page.navigate("/people");
        page.getByLabel("Name").fill(name);
        page.getByLabel("Role").selectOption(role);
        button(page, "Continue").click();
        button(page, "Sign with a passkey").click();
        page.waitForURL("**/people");
        return page.locator(".notice").innerText();
    }

    private static String codeIn(String notice) {
        return notice.lines()
                .filter(l -> l.matches("[0-9a-z]{5}(-[0-9a-z]{5}){4}-[0-9a-z]"))
                .findFirst()
                .orElseThrow();
    }

    private static void done(Page page) {
        page.locator(".notice").waitFor();
        assertThat(page.locator(".notice.good").count())
                .as(page.locator(".notice").innerText())
                .isPositive();
    }

    private static void seen(Page page, String name) {
        Desk.keep(page, "release-" + name);
        assertThat(new AxeBuilder(page).withTags(WCAG).analyze().getViolations())
                .as(name)
                .isEmpty();
        assertThat((Boolean) page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                .as("%s fits the screen", name)
                .isTrue();
    }

    /** The page on a phone in Arabic, and back. */
    private static void seenInArabicOnAPhone(Page page, String name) {
        String path = page.url().replaceFirst("^http://[^/]+", "");
        page.setViewportSize(390, 844);
        page.navigate(path + "?lang=ar");
        seen(page, name + "-ar-390");
        page.navigate(path + "?lang=en");
        page.setViewportSize(1280, 800);
    }

    @Test
    void aNoticeAndTheFiguresLeaveUnderTwoPasskeysAndSayWhose() throws Exception {
        Page head = enrolled(code, "Hanna Head");
        Page liaison = enrolled(codeIn(invite(head, "Lena Liaison", "LIAISON")), null);
        Page second = enrolled(codeIn(invite(head, "Lev Liaison", "LIAISON")), null);
        Page officer = enrolled(codeIn(invite(head, "Omar Officer", "LIST_OFFICER")), null);

        officer.navigate("/intake");
        officer.locator("input[name=register][value=sought]").check();
        officer.locator("#file")
                .setInputFiles(new FilePayload("sought.csv", "text/csv", REGISTER.getBytes(StandardCharsets.UTF_8)));
        officer.locator("form:has(#file) button").click();
        officer.waitForURL("**/intake/*");
        officer.locator("form[action$='/accept'] button").click();
        officer.waitForURL("**/registers/sought");

        kinIsVerified(liaison, second);
        liaison.navigate("/families");
        liaison.locator("summary", new Page.LocatorOptions().setHasText("Write down what happened"))
                .click();
        liaison.locator("#kind").selectOption("RELEASED");
        liaison.locator("#occasion").fill("exchange-9");
        liaison.locator("#source").selectOption("RECONCILIATION");
        liaison.locator("#evidence").fill("joint statement 1, digest 00aa");
        liaison.locator("#dossiers").fill("S-1");
        liaison.locator("form[action='/families/events'] button").click();
        done(liaison);
        second.navigate("/families");
        button(second, "I have seen the evidence").click();
        done(second);

        String notice = released(liaison, second);
        Download letter = second.waitForDownload(() -> second.evaluate(
                "path => { const a = document.createElement('a'); a.href = path; a.download = ''; document.body.append(a); a.click(); }",
                "/families/notices/" + notice));
        letter.saveAs(folder.resolve("letter.pdf"));
        try (var pdf = Loader.loadPDF(folder.resolve("letter.pdf").toFile())) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("Released by Lev Liaison");
        }
        second.navigate("/families");
        button(second, "Handed over").click();
        done(second);

        figuresLeave(officer, head);
        assertThat(desk.complaints()).isEmpty();
    }

    private static void kinIsVerified(Page liaison, Page second) {
        liaison.navigate("/families");
        liaison.locator("summary", new Page.LocatorOptions().setHasText("Record kin"))
                .click();
        liaison.locator("#dossier").fill("S-1");
        liaison.locator("#name").fill("Olena Testenko");
        liaison.locator("#relation").fill("mother");
        liaison.locator("#proof").fill("birth record 17");
        liaison.locator("#channel").selectOption("LETTER");
        liaison.locator("#address").fill("A street 1");
        liaison.locator("#language").selectOption("uk");
        liaison.locator("form[action='/families/kin'] button").click();
        done(liaison);
        second.navigate("/families");
        second.waitForDownload(
                () -> button(second, "Verify and print the receipt").click());
    }

    /** One asks, the other releases, each with his passkey. @return the notice's id */
    private static String released(Page liaison, Page second) {
        liaison.navigate("/families");
        // His mother has two: that her application is confirmed, and this one.
        liaison.locator("tr", new Page.LocatorOptions().setHasText("Released"))
                .locator("a[href^='/families/notices/']")
                .click();
        seen(liaison, "notice-first");
        seenInArabicOnAPhone(liaison, "notice-first");
        String id = liaison.url().replaceFirst(".*/notices/([^/]+)/.*", "$1");
        button(liaison, "Ask for release").click();
        done(liaison);
        second.navigate("/families/notices/" + id + "/release");
        seen(second, "notice-second");
        button(second, "Release as second person").click();
        done(second);
        return id;
    }

    private void figuresLeave(Page officer, Page head) throws Exception {
        officer.navigate("/releases");
        officer.locator("#occasion").fill("exchange-9");
        button(officer, "Draft").click();
        done(officer);
        seenInArabicOnAPhone(officer, "figures");
        head.navigate("/releases");
        head.locator("main a[href^='/releases/']").click();
        head.waitForURL("**/releases/*");
        seenInArabicOnAPhone(head, "figures-second");
        button(head, "Release").click();
        done(head);
        HttpResponse<byte[]> published = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(bureau.url().resolve("/figures.json"))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        var json = JsonMapper.builder().build().readTree(published.body());
        FiguresFile figures =
                FiguresFile.read(json.findValue("signed").stringValue().getBytes(StandardCharsets.UTF_8));
        assertThat(figures.holds("")).isTrue();
        assertThat(figures.occasion()).isEqualTo("exchange-9");
        assertThat(figures.person()).isNotBlank();
    }
}
