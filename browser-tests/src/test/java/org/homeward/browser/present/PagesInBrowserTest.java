package org.homeward.browser.present;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.browser.present.ThreeNodes.AGREED;
import static org.homeward.browser.present.ThreeNodes.OPEN;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages of started nodes as a person sees them. Screenshots are kept under target/screenshots. */
class PagesInBrowserTest {
    private static final String HEAD = "Test operator 1";
    private static final String OFFICER = "Test operator 2";
    private static final String AUDITOR = "Test operator 3";

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

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    /** The first line of a list that was answered with that code. */
    static String lineAnswered(Page page, String party, String reply) {
        page.navigate("/cases/" + AGREED + "/lists/" + party + "?reply=" + reply);
        return page.locator("tbody th a").first().getAttribute("href");
    }

    @Test
    void twoOfficersAnswerTheLinesOnThePagesAndTheJointLogHasTheirNames() {
        Page first = desk.signedIn(nodes.ua(), HEAD, 1280);
        first.navigate("/cases/" + OPEN);
        assertThat(first.locator(".step.now h3").innerText()).startsWith("Answer the lines");
        Desk.button(first, "Answer the lines").click();

        assertThat(first.getByRole(AriaRole.STATUS).innerText()).startsWith("Drafted: Answer the lines.");
        String digest = first.locator(".digest").innerText();
        first.locator("main form button").click();
        assertThat(first.locator("main").innerText()).contains("Another person of this side signs next.");

        Page second = desk.signedIn(nodes.ua(), OFFICER, 1280);
        second.navigate("/cases/" + OPEN);
        second.locator(".waiting a").click();
        assertThat(second.locator(".digest").innerText())
                .as("both compare the same")
                .isEqualTo(digest);
        Locator sign = second.locator("main form button");
        for (int i = 0; i < 20 && !(Boolean) sign.evaluate("b => b === document.activeElement"); i++) {
            second.keyboard().press("Tab");
        }
        second.keyboard().press("Enter");

        assertThat(second.getByRole(AriaRole.STATUS).innerText()).isEqualTo("In the joint log: Answer the lines.");
        assertThat(second.locator(".step.now .act").innerText())
                .contains("Ukraine")
                .contains(HEAD)
                .contains(OFFICER);
        assertThat(second.locator(".step.now .missing").innerText()).contains("Russia");
        Desk.keep(second, "case-after-two-signatures-en-1280");
        first.context().close();
        second.context().close();
    }

    @Test
    void twoOfficersLayAnAmendmentOnTheTableAndTheOtherSideSeesItsWholeDifference() {
        Page first = desk.signedIn(nodes.ru(), HEAD, 1280);
        first.navigate("/cases/" + AGREED + "/agreed");
        Locator form = first.locator("form[action$='/amendment']").first();
        String soldier = form.locator("datalist[id^=listed] option")
                .filter(new Locator.FilterOptions().setHasText("soldier"))
                .first()
                .getAttribute("value");
        form.locator("input[name=leaves]").first().fill(soldier);
        form.locator("select[name=code]").first().selectOption("NOT_AVAILABLE");
        Locator next = form.locator("datalist[id^=reserve] option").first();
        String name = next.textContent();
        form.locator("input[name=comes]").first().fill(next.getAttribute("value"));
        form.locator("button").click();
        assertThat(first.getByRole(AriaRole.STATUS).innerText()).startsWith("Drafted: Propose an amendment.");
        first.locator("main form button").click();

        Page second = desk.signedIn(nodes.ru(), OFFICER, 1280);
        second.navigate("/cases/" + AGREED);
        second.locator(".waiting a").click();
        assertThat(second.locator("main").innerText()).contains("People who leave the list");
        second.locator("main form button").click();
        second.navigate("/cases/" + AGREED + "/agreed");

        assertThat(second.locator(".due-card").innerText()).contains(name, "not available", "version 2");
        assertThat(second.locator(".lead").innerText()).isEqualTo("Version 1 of the lists is in force.");
        Desk.keep(second, "agreed-amendment-en-1280");
        first.context().close();
        second.context().close();
    }

    /** The draft that the page has just made, signed by this person and by a second one of the same side. */
    private static void bothSign(Page first, Side side) {
        String draft = first.url();
        first.locator("main form button").click();
        Page second = desk.signedIn(side, OFFICER, 1280);
        second.navigate(draft);
        // A page that is closed before its form has been answered may never have sent it.
        second.waitForResponse(
                response -> response.request().method().equals("POST"),
                () -> second.locator("main form button").click());
        second.context().close();
    }

    @Test
    void aReceiptIsPutRightByBothSidesOnThePages() {
        String agreed = "/cases/" + AGREED + "/agreed";
        Page ua = desk.signedIn(nodes.ua(), HEAD, 1280);
        ua.navigate(agreed);
        Locator form = ua.locator("form[action$='/received']");
        form.locator("input[name=handover]").fill("handover-7");
        form.locator("input[name=line]").last().check();
        form.locator("button").click();
        bothSign(ua, nodes.ua());

        Page ru = desk.signedIn(nodes.ru(), HEAD, 390);
        Locator receipts =
                ru.locator("details summary").filter(new Locator.FilterOptions().setHasText("nobody doubts"));
        // What one side has signed reaches the other in its own time.
        ru.waitForCondition(() -> {
            ru.navigate(agreed);
            return receipts.count() > 0;
        });
        receipts.click();
        Locator raise = ru.locator("form[action$='/doubt']").first();
        raise.locator("input[name=line]").first().check();
        raise.locator("button").click();
        assertThat(ru.locator("main").innerText()).contains("People said not to have come");
        bothSign(ru, nodes.ru());
        ru.navigate(agreed);
        assertThat(ru.locator("main").innerText()).contains("This side says that these did not come: 1");
        assertThat(Desk.violations(ru)).isEmpty();
        Desk.keep(ru, "receipt-in-doubt-en-390");
        Desk.language(ru, "ar");
        Desk.keep(ru, "receipt-in-doubt-ar-390");

        ua.navigate(agreed);
        assertThat(ua.locator("main").innerText()).contains("The other side says that these did not come: 1");
        Desk.keep(ua, "receipt-in-doubt-en-1280");
        ua.locator("form[action$='/doubt'] button").first().click();
        bothSign(ua, nodes.ua());
        ua.navigate(agreed);
        assertThat(ua.locator("main").innerText()).doesNotContain("did not come: 1");
        assertThat(ua.locator("#receipts-head").count())
                .as("nobody is signed for any more")
                .isZero();
        ru.context().close();
        ua.context().close();
    }

    @Test
    void theNeutralWritesAConversationDownAndTheSidesReadNotAvailable() {
        String wishes = "/cases/" + AGREED + "/wishes";
        Page neutral = desk.signedIn(nodes.med(), HEAD, 1280);
        neutral.navigate(wishes);
        Locator form = neutral.locator("form[action$='/wishes']");
        String line = form.locator("datalist option").first().getAttribute("value");
        form.locator("input[name=line]").fill(line);
        form.locator("select[name=wish]").selectOption("NOT_NOW");
        form.locator("input[name=askedBy]").fill("delegate 4");
        form.locator("input[name=askedOn]").fill("2026-02-04");
        form.locator("button").click();
        assertThat(neutral.locator("main").innerText()).contains("Give a day to come");
        form.locator("input[name=line]").fill(line);
        form.locator("select[name=wish]").selectOption("NOT_NOW");
        form.locator("input[name=askedBy]").fill("delegate 4");
        form.locator("input[name=askedOn]").fill("2026-02-04");
        form.locator("input[name=askAgain]").fill("2099-01-31");
        form.locator("button").click();
        assertThat(neutral.locator("tbody").innerText()).contains("not now", "delegate 4");
        assertThat(Desk.violations(neutral)).isEmpty();
        Desk.keep(neutral, "wishes-en-1280");
        new Described(nodes.med()).holds(wishes, 0);
        neutral.locator("input[name=q]").fill(line);
        neutral.locator("form[role=search] button").click();
        assertThat(neutral.locator("tbody tr").count()).isEqualTo(1);
        neutral.navigate("/cases/" + AGREED + "/persons");
        assertThat(neutral.locator("input[name=line]:checked").count()).isEqualTo(1);
        Desk.language(neutral, "ar");
        neutral.setViewportSize(390, 844);
        neutral.navigate(wishes);
        assertThat((Boolean) neutral.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                .isTrue();
        Desk.keep(neutral, "wishes-ar-390");

        Page side = desk.signedIn(nodes.ru(), HEAD, 1280);
        assertThat(side.navigate(wishes).status()).as("a side has no such page").isEqualTo(404);
        side.context().close();
        neutral.context().close();
    }

    @Test
    void anAnalystWalksFromTheCaseToAListAndALineWithItsEvidenceAtTheHolder() {
        Page page = desk.signedIn(nodes.ru(), HEAD, 1280);
        page.navigate("/cases/" + AGREED);
        assertThat(page.locator(".step.done").count()).isEqualTo(13);
        link(page, "Sought by Ukraine").click();
        assertThat(page.locator(".filter a").first().innerText()).contains("All " + ThreeNodes.SOUGHT);
        page.locator(".filter a[href$='reply=HELD']").click();
        assertThat(page.locator("tbody td[data-label=Reply]").allInnerTexts())
                .isNotEmpty()
                .containsOnly("held");
        String name = page.locator("tbody th a").first().innerText();
        page.locator("tbody th a").first().click();

        assertThat(page.locator("h1").innerText()).isEqualTo(name);
        Locator fullName = page.locator(".pairs tbody tr").first();
        assertThat(fullName.locator("td").nth(0).innerText()).isNotBlank();
        assertThat(fullName.locator("td").nth(1).innerText()).isNotBlank();
        assertThat(page.locator(".facts").innerText()).contains("Estimated probability");
        assertThat(page.locator(".pairs svg").count()).isPositive();
        page.context().close();
    }

    @Test
    void aBureauSeesWhyEachOfItsOwnIsInOrOutAndOnlyNumbersOfTheOther() {
        Page page = desk.signedIn(nodes.ua(), HEAD, 1280);
        page.navigate("/cases/" + AGREED + "/proposal");
        link(page, "Balance, why and what if").click();

        assertThat(page.locator(".note").first().innerText())
                .startsWith("The lists on the table are those that this node");
        assertThat(page.locator("svg.chart").count()).isEqualTo(2);
        assertThat(page.locator(".why tbody th a").count()).isPositive();
        assertThat(page.locator(".why tbody th a").evaluateAll("links => links.map(a => a.getAttribute('href'))"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.list(String.class))
                .allMatch(href -> href.contains("/lists/ua/"));
        page.locator("#to-ua-soldiers").fill("11");
        Desk.button(page, "Try clause ua-soldiers").click();
        assertThat(page.getByRole(AriaRole.STATUS).innerText()).contains("With 11 in clause ua-soldiers", "Leave");
        page.locator("#to-ua-soldiers").fill("900000");
        Desk.button(page, "Try clause ua-soldiers").click();
        assertThat(page.getByRole(AriaRole.ALERT).innerText())
                .contains("there are no lists", "Nearest terms: clause ua-soldiers");
        page.context().close();
    }

    @Test
    void theAgencySeesLinesOfBothSidesWithoutNames() {
        Page page = desk.signedIn(nodes.agency(), HEAD, 1280);
        page.navigate("/cases/" + AGREED + "/balance");

        assertThat(page.locator(".why tbody tr").count()).isPositive();
        assertThat(page.locator(".why tbody th a").count()).isZero();
        page.locator(".filter a").last().click();
        assertThat(page.locator(".why tbody tr").count()).isPositive();
        page.context().close();
    }

    @Test
    void theSeekerSeesWhatTheHolderReleasedAndNoEvidence() {
        Page page = desk.signedIn(nodes.ua(), HEAD, 1280);
        page.navigate(lineAnswered(page, "ua", "HELD"));

        assertThat(page.locator(".note").innerText()).startsWith("This node sees what the holder released");
        assertThat(page.locator(".pairs svg").count()).isZero();
        page.context().close();
    }

    @Test
    void aPageTurnsToArabicAndStaysOnTheSameLine() {
        Page page = desk.signedIn(nodes.ru(), HEAD, 390);
        page.navigate(lineAnswered(page, "ua", "HELD"));
        String name = page.locator("h1").innerText();
        Desk.language(page, "ar");

        assertThat(page.locator("html").getAttribute("dir")).isEqualTo("rtl");
        assertThat(page.locator("h1").innerText()).isEqualTo(name);
        page.context().close();
    }

    @Test
    void theFirstTabLeadsPastTheHead() {
        Page page = desk.signedIn(nodes.ru(), HEAD, 1280);
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");

        assertThat((Boolean) page.evaluate("() => document.activeElement.id === 'main'"))
                .isTrue();
        page.context().close();
    }

    @Test
    void theFilesOfAHandoverDayAreMadeOfTheAgreementAndAreTheSameAtBothSides() throws Exception {
        byte[] first = dayFiles(nodes.ua());
        assertThat(dayFiles(nodes.ru())).as("each side makes the same").isEqualTo(first);
        java.util.Map<String, byte[]> files = new LinkedHashMap<>();
        try (var zip = new java.util.zip.ZipInputStream(new java.io.ByteArrayInputStream(first))) {
            for (java.util.zip.ZipEntry entry; (entry = zip.getNextEntry()) != null; ) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        assertThat(files).containsOnlyKeys("roster.json", "list.json", "checkpoint", "policy");
        assertThat(org.homeward.handover.log.RosterText.read(files.get("roster.json"))
                        .accepted())
                .isTrue();

        Page evening = desk.signedIn(nodes.ua(), OFFICER, 390);
        evening.navigate("/cases/" + AGREED + "/day");
        evening.locator("#roster")
                .setInputFiles(new com.microsoft.playwright.options.FilePayload(
                        "roster.json", "application/json", files.get("roster.json")));
        evening.locator("form[aria-labelledby=back-head] button").click();
        link(evening, "day-1").click();
        Desk.keep(evening, "evening-en-390");
        assertThat(evening.locator("pre").first().innerText()).contains("day-1");
        assertThat((Boolean) evening.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                .isTrue();
        assertThat(Desk.violations(evening)).isEmpty();
        new Described(nodes.ua()).holds(URI.create(evening.url()).getPath(), 1);
        evening.locator("#log")
                .setInputFiles(new com.microsoft.playwright.options.FilePayload(
                        "aa-01.hwlog", "application/octet-stream", new byte[] {1, 2, 3}));
        evening.locator("form[aria-labelledby=logs-head] button").click();
        assertThat(evening.locator("main").innerText()).contains("aa-01.hwlog: The file is neither");
        evening.context().close();
    }

    private static byte[] dayFiles(Side side) throws Exception {
        Page page = desk.signedIn(side, OFFICER, 1280);
        page.navigate("/cases/" + AGREED + "/day");
        page.locator("#neutral").fill("icrc");
        page.locator("#vehicles").fill("bus-1 ua north airspace:ru");
        com.microsoft.playwright.Download download = page.waitForDownload(
                () -> Desk.button(page, "Make the files of the day").click());
        byte[] bytes = java.nio.file.Files.readAllBytes(download.path());
        page.context().close();
        return bytes;
    }

    @Test
    void aClerkEntersThatCardsWereSentAndTheyAreOwedNoMore() {
        Page page = desk.signedIn(nodes.ru(), OFFICER, 1280);
        link(page, "Duties").click();
        page.navigate("/duties?duty=CAPTURE_CARD&state=OVERDUE");
        Locator late = page.locator("main tbody .late").first();
        int before = Integer.parseInt(late.innerText());
        for (int i = 0; i < 2; i++) {
            page.locator("input[name=row]").nth(i).check();
        }
        Desk.button(page, "Enter").click();
        assertThat(page.getByRole(AriaRole.STATUS).innerText()).isEqualTo("Entered for 2.");
        assertThat(Integer.parseInt(page.locator("main tbody .late").first().innerText()))
                .isEqualTo(before - 2);
        page.context().close();
    }

    @Test
    void aReaderWhoMayOnlyReadSeesNoButtonButSignOut() {
        Page page = desk.signedIn(nodes.ru(), AUDITOR, 1280);
        page.navigate("/cases/" + OPEN);

        assertThat(page.getByRole(AriaRole.BUTTON).allInnerTexts()).containsExactly("Sign out");
        page.context().close();
    }
}
