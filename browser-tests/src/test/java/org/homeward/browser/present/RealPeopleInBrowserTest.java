package org.homeward.browser.present;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.homeward.node.server.Node;
import org.homeward.node.server.NodeConfig;
import org.homeward.node.server.NodeSetup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An agency of real people, from the printed code to acts under their passkeys, in a browser whose authenticators are virtual. The
 * bureaus beside it have test operators.
 */
class RealPeopleInBrowserTest {
    private static final String CASE = "exchange-9";
    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    @TempDir
    private Path folder;

    private Desk desk;
    private Node agency;
    private Side ua;
    private Side ru;
    private String code;

    @BeforeEach
    void start() throws Exception {
        Path home = folder.resolve("med");
        code = NodeSetup.withCode(
                new NodeConfig(home, "med", "Mediator", null, "127.0.0.1", 0, false, null),
                Clock.systemUTC(),
                new SecureRandom());
        agency = Node.start(home);
        ua = Side.start(folder.resolve("ua"), "ua", "Ukraine", agency.peerUrl());
        ru = Side.start(folder.resolve("ru"), "ru", "Russia", agency.peerUrl());
        desk = new Desk();
    }

    @AfterEach
    void stop() {
        desk.close();
        ua.close();
        ru.close();
        agency.close();
    }

    /** A person at his own browser with an authenticator of his own. */
    private Page person() {
        Page page = desk.sit("http://localhost:" + agency.url().getPort(), 1280, 800);
        CDPSession devices = page.context().newCDPSession(page);
        devices.send("WebAuthn.enable");
        plugIn(devices, "internal");
        return page;
    }

    /** The authenticator's id. */
    private static String plugIn(CDPSession devices, String transport) {
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", transport);
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject asked = new JsonObject();
        asked.add("options", options);
        return devices.send("WebAuthn.addVirtualAuthenticator", asked)
                .get("authenticatorId")
                .getAsString();
    }

    private static void touched(CDPSession devices, String authenticator, boolean by) {
        JsonObject asked = new JsonObject();
        asked.addProperty("authenticatorId", authenticator);
        asked.addProperty("enabled", by);
        devices.send("WebAuthn.setAutomaticPresenceSimulation", asked);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static String notice(Page page) {
        return page.locator(".notice").innerText();
    }

    private static void seen(Page page, String name) {
        Desk.keep(page, "people-" + name);
        assertThat(new AxeBuilder(page).withTags(WCAG).analyze().getViolations())
                .as(name)
                .isEmpty();
    }

    private static void enrol(Page page, String code, String name) {
        page.navigate("/sign-in");
        page.getByText("You have a code on paper?").click();
        seen(page, "enrol");
        page.getByLabel("The code on your paper").fill(code);
        button(page, "Continue").click();
        if (name != null) {
            page.getByLabel("Your name").fill(name);
            button(page, "Continue").click();
        }
        seen(page, "enrol-key");
        button(page, "Make my passkey").click();
        page.waitForURL("**/sign-in");
        assertThat(notice(page)).contains("You are enrolled");
        seen(page, "sign-in");
        button(page, "Sign in with a passkey").click();
        page.waitForURL(url -> !url.contains("sign-in"));
        assertThat(page.locator("h1").innerText()).isEqualTo("Cases");
    }

    private static String invite(Page page, String name, String role) {
        page.navigate("/people");
        page.getByLabel("Name").fill(name);
        page.getByLabel("Role").selectOption(role);
        button(page, "Continue").click();
        seen(page, "invite");
        button(page, "Sign with a passkey").click();
        page.waitForURL("**/people");
        return notice(page);
    }

    private static void sign(Page page, String path) {
        page.navigate(path);
        button(page, "Sign").click();
        // Back at the draft after the first signature, at the case after the second.
        page.locator(".notice.good").waitFor();
    }

    private static String codeIn(String notice) {
        return notice.lines()
                .filter(l -> l.matches("[0-9a-z]{5}(-[0-9a-z]{5}){4}-[0-9a-z]"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void fromThePrintedCodeToActsUnderTwoPasskeys() throws Exception {
        Page head = person();
        enrol(head, code, "Hanna Head");
        Page secretary = person();
        enrol(secretary, codeIn(invite(head, "Salim Secretary", "SECRETARY")), null);

        // The third needs them both.
        assertThat(invite(secretary, "Ada Auditor", "AUDITOR")).contains("waits for a second person");
        head.navigate("/people");
        seen(head, "people");
        head.getByText("Confirm the invitation").click();
        seen(head, "confirm");
        button(head, "Sign with a passkey").click();
        head.waitForURL("**/people");
        Page auditor = person();
        enrol(auditor, codeIn(notice(head)), null);

        // A case from three cards that were compared.
        head.navigate("/enrolment");
        seen(head, "enrolment");
        head.locator("#own-case").fill(CASE);
        head.getByLabel("Salim Secretary").check();
        Download own = head.waitForDownload(() -> button(head, "Fetch the card").click());
        head.locator("#all-case").fill(CASE);
        head.locator("#mediator").setInputFiles(own.path());
        head.locator("#one").setInputFiles(Files.write(folder.resolve("ua.json"), ua.enrolment(CASE)));
        head.locator("#other").setInputFiles(Files.write(folder.resolve("ru.json"), ru.enrolment(CASE)));
        button(head, "Compare the cards").click();
        seen(head, "compare");
        assertThat(head.locator("main").innerText())
                .contains("Hanna Head", "Salim Secretary")
                .doesNotContain("Ada Auditor");
        byte[] participants = java.util.Base64.getDecoder()
                .decode(head.locator("input[name=participants]").getAttribute("value"));
        button(head, "They are the same: enrol").click();
        head.waitForURL("**/cases/" + CASE);
        ua.enrol(CASE, participants);
        ru.enrol(CASE, participants);

        // The agency opens it and proposes terms; each act under two passkeys.
        head.locator("form[action$='/steps/OPEN_CASE'] button").click();
        head.waitForURL("**/drafts/*");
        String draft = head.url().replaceFirst("^http://[^/]+", "");
        seen(head, "draft");
        sign(head, draft);
        sign(secretary, draft);
        assertThat(ua.synchronise(CASE).get("phase").stringValue()).isEqualTo("OPENED");

        secretary.navigate("/cases/" + CASE);
        secretary.locator("#terms").setInputFiles(Files.writeString(folder.resolve("terms.json"), ThreeNodes.terms()));
        seen(secretary, "terms");
        button(secretary, "Propose these terms").click();
        secretary.waitForURL("**/drafts/*");
        draft = secretary.url().replaceFirst("^http://[^/]+", "");
        sign(secretary, draft);
        sign(head, draft);
        assertThat(ua.synchronise(CASE).get("phase").stringValue()).isEqualTo("TERMS_PROPOSED");

        // A program of his asks in his name; it is made with his passkey and ends with his word.
        secretary.navigate("/me");
        secretary.locator("#label").fill("nightly report");
        button(secretary, "Make a token").click();
        seen(secretary, "token");
        button(secretary, "Sign with a passkey").click();
        secretary.waitForURL("**/me");
        String token = notice(secretary)
                .lines()
                .filter(l -> l.startsWith("homeward_"))
                .findFirst()
                .orElseThrow();
        seen(secretary, "tokens");
        assertThat(asked(token)).isEqualTo(200);
        button(secretary, "End it: nightly report").click();
        secretary.locator(".notice.good").waitFor();
        assertThat(asked(token)).isEqualTo(401);

        // A head closes the door on somebody, whose open page ends with it.
        head.navigate("/people");
        head.locator("tr", new Page.LocatorOptions().setHasText("Ada Auditor"))
                .getByText("Take off")
                .click();
        button(head, "Sign with a passkey").click();
        head.waitForURL("**/people");
        auditor.navigate("/");
        assertThat(auditor.url()).endsWith("/sign-in");

        assertThat(desk.complaints()).isEmpty();
    }

    private int asked(String token) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(agency.url().resolve("/api/cases"))
                                .header("Authorization", "Bearer " + token)
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void aSecondPasskeyIsMadeWithTheFirst() {
        Page page = desk.sit("http://localhost:" + agency.url().getPort(), 390, 844);
        CDPSession devices = page.context().newCDPSession(page);
        devices.send("WebAuthn.enable");
        String first = plugIn(devices, "internal");
        enrol(page, code, "Hanna Head");
        String second = plugIn(devices, "usb");
        page.navigate("/me");
        seen(page, "me");
        assertThat(page.locator("section[aria-labelledby=keys-head] li").count())
                .isEqualTo(1);
        // The person touches the new device, twice, and then the old one.
        touched(devices, first, false);
        int[] asked = {0};
        page.exposeFunction("hand", arguments -> {
            asked[0]++;
            touched(devices, first, asked[0] == 2);
            touched(devices, second, asked[0] == 1);
            return null;
        });
        page.evaluate("""
                () => {
                  const get = navigator.credentials.get.bind(navigator.credentials);
                  navigator.credentials.get = async (options) => { await window.hand(); return get(options); };
                }""");
        button(page, "Make another passkey").click();
        page.locator(".notice.good").waitFor();
        assertThat(page.locator("section[aria-labelledby=keys-head] li").count())
                .isEqualTo(2);
    }

    @Test
    void aWrongCodeAndAStrangersPasskeyLetNobodyIn() {
        Page head = person();
        enrol(head, code, "Hanna Head");

        Page stranger = person();
        stranger.navigate("/enrol");
        stranger.getByLabel("The code on your paper").fill(code);
        button(stranger, "Continue").click();
        assertThat(notice(stranger)).contains("not known here, was used, or has ended");
        stranger.navigate("/sign-in");
        button(stranger, "Sign in with a passkey").click();
        assertThat(stranger.locator(".failed").innerText()).contains("Nothing was done");
        stranger.navigate("/people");
        assertThat(stranger.url()).endsWith("/sign-in");
    }
}
