package org.homeward.browser.present;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Day 2 of the second round in Abu Dhabi, "trilateral consultations, group work, and subsequent alignment of positions", entered by
 * the mediator's people on the pages, printed in two languages, and released to a bureau. Who initialled what is made up.
 */
class TalksInBrowserTest {
    private static final String TALKS = "/talks/abu-dhabi";
    private static final String CASE = "2026-04-exchange";
    /** Words that Russia told the mediator alone; the bureau of Ukraine must never show them. */
    private static final List<String> CONFIDENTIAL =
            List.of("canaryredline", "canarymessage", "canarylimits", "canarybracket");

    @TempDir
    private static Path folder;

    private static ThreeNodes nodes;
    private static Desk desk;

    @BeforeAll
    static void start() throws Exception {
        nodes = ThreeNodes.bare(folder);
        nodes.open(CASE);
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

    private static Page signedIn(Side side, int width) {
        Page page = desk.sit(side.url().toString(), width, width < 500 ? 844 : 800);
        page.navigate("/");
        button(page, "Test operator 1").click();
        return page;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    /** Fills a form as a person does: types, chooses, ticks. */
    private static void enter(Page page, String path, Map<String, String> values) {
        page.navigate(path);
        page.locator("details").all().forEach(d -> d.evaluate("d => d.open = true"));
        values.forEach((name, value) -> {
            Locator field = page.locator("form.entry [name='" + name + "']");
            String kind = (String) field.first().evaluate("e => e.tagName + ' ' + (e.type || '')");
            if (kind.contains("checkbox")) {
                for (String one : value.split(",")) {
                    page.locator("form.entry [name='" + name + "'][value='" + one + "']")
                            .check();
                }
            } else if (kind.startsWith("SELECT")) {
                field.selectOption(value);
            } else {
                field.fill(value);
            }
        });
        page.locator("form.entry button").click();
    }

    private static void entered(Page page, String kind, Map<String, String> values) {
        enter(page, TALKS + "/add/" + kind, values);
        assertThat(page.locator(".notice").innerText()).as(kind + " " + values).contains("Entered and signed.");
    }

    @Test
    void dayTwoIsEnteredPrintedReleasedAndItsAgreedClauseBecomesTheTermsOfACase() throws Exception {
        Page page = signedIn(nodes.agency(), 1280);
        enterTheRound(page);
        enterTheText(page);
        thePagesOfTheAgencyAreSound(page);
        theMinutesArePrinted(page);
        Path mine = released(page, "ua");
        Path theirs = released(page, "ru");
        theBureauSeesWhatItMayAndNothingElse(mine, theirs);
        theClauseIsLaidOnTheTable(page);
        assertThat(desk.complaints()).isEmpty();
    }

    private static void enterTheRound(Page page) {
        enter(
                page,
                "/talks/new",
                Map.ofEntries(
                        Map.entry("talks", "abu-dhabi"),
                        Map.entry("name.en", "Trilateral talks, Abu Dhabi"),
                        Map.entry("name.uk", "Тристоронні переговори, Абу-Дабі"),
                        Map.entry("participant.0", "ua"),
                        Map.entry("participantName.0.en", "Ukraine"),
                        Map.entry("participantName.0.uk", "Україна"),
                        Map.entry("participant.1", "ru"),
                        Map.entry("participantName.1.en", "Russia"),
                        Map.entry("participantName.1.uk", "Росія"),
                        Map.entry("participantName.2.en", "United States"),
                        Map.entry("participantName.2.uk", "Сполучені Штати"),
                        Map.entry("participant.3", "ae"),
                        Map.entry("participantName.3.en", "United Arab Emirates"),
                        Map.entry("participantName.3.uk", "Об’єднані Арабські Емірати"),
                        Map.entry("languages", "en,uk"),
                        Map.entry("earlyHarvest", "yes")));
        assertThat(page.url()).endsWith(TALKS);
        entered(
                page,
                "ROUND",
                Map.of(
                        "number", "2",
                        "venue.en", "Abu Dhabi",
                        "venue.uk", "Абу-Дабі",
                        "host", "ae",
                        "from", "2026-02-04",
                        "to", "2026-02-05"));
        entered(
                page,
                "DELEGATION",
                Map.of("round", "2", "of", "ua", "member.0", "Rustem Umerov", "member.1", "Kyrylo Budanov"));
        entered(
                page,
                "DELEGATION",
                Map.of("round", "2", "of", "ru", "member.0", "Igor Kostyukov", "authority.en", "up to canarylimits"));
        entered(
                page,
                "DELEGATION",
                Map.of("round", "2", "of", "med", "member.0", "Steve Witkoff", "member.1", "Jared Kushner"));
        entered(
                page,
                "GROUP",
                Map.of(
                        "id", "military",
                        "name.en", "Military group",
                        "name.uk", "Військова група",
                        "mandate.en", "Disengagement and monitoring",
                        "members", "ua,ru,med",
                        "deliverable.en", "Draft on monitoring",
                        "due", "2026-02-17"));
        session(page, "a", "TRILATERAL", "Trilateral consultations", "Тристоронні консультації", "");
        session(page, "b", "WORKING_GROUP", "Group work", "Робота в групах", "military");
        session(page, "c", "PLENARY", "Subsequent alignment of positions", "Подальше узгодження позицій", "");

        enter(
                page,
                TALKS + "/add/SESSION",
                Map.of("id", "d", "round", "2", "date", "2026-02-09", "purpose.en", "Too late"));
        assertThat(page.locator(".notice.bad").innerText()).contains("Round 2 is from 2026-02-04 to 2026-02-05");
        assertThat(page.locator("[name='purpose.en']").inputValue())
                .as("what was typed stays")
                .isEqualTo("Too late");
    }

    private static void session(Page page, String id, String format, String en, String uk, String group) {
        entered(
                page,
                "SESSION",
                Map.of(
                        "id", id,
                        "round", "2",
                        "date", "2026-02-05",
                        "format", format,
                        "purpose.en", en,
                        "purpose.uk", uk,
                        "inRoom", "ua,ru,med",
                        "group", group));
    }

    private static void enterTheText(Page page) throws Exception {
        entered(
                page,
                "ISSUE",
                Map.of("id", "exchange", "name.en", "Exchange of prisoners", "name.uk", "Обмін полоненими"));
        entered(
                page,
                "ISSUE",
                Map.of("id", "number", "under", "exchange", "name.en", "How many", "name.uk", "Скільки"));
        entered(
                page,
                "POSITION",
                Map.of(
                        "id",
                        "p1",
                        "issue",
                        "number",
                        "of",
                        "ua",
                        "stance",
                        "PUBLIC",
                        "words.en",
                        "All for all",
                        "words.uk",
                        "Всіх на всіх"));
        entered(
                page,
                "POSITION",
                Map.of(
                        "id",
                        "p2",
                        "issue",
                        "number",
                        "of",
                        "ru",
                        "stance",
                        "RED_LINE",
                        "words.en",
                        "Not above canaryredline"));
        entered(
                page,
                "MESSAGE",
                Map.of(
                        "id",
                        "m1",
                        "from",
                        "ru",
                        "to",
                        "med",
                        "words.en",
                        "We could accept canarymessage",
                        "mayTell",
                        "NO"));
        entered(
                page,
                "CLAUSE",
                Map.of(
                        "id", "exchange-1",
                        "issue", "number",
                        "words.en", "Each side returns a number to be agreed.",
                        "bracket.1.en", "no more than canarybracket",
                        "why", "first draft"));
        entered(
                page,
                "CLAUSE",
                Map.of(
                        "id", "exchange-1",
                        "issue", "number",
                        "words.en", "Each side returns 157 prisoners.",
                        "words.uk", "Кожна сторона повертає 157 полонених.",
                        "terms", ThreeNodes.terms(),
                        "why", "the numbers of the day"));
        entered(page, "SHOWN", Map.of("version", "2", "to", "ua", "why", "both were shown it in the same hour"));
        entered(
                page,
                "READ_BACK",
                Map.of(
                        "clause", "exchange-1",
                        "words.en", "Each side returns 157 prisoners.",
                        "words.uk", "Кожна сторона повертає 157 полонених.",
                        "authoritative", "en",
                        "session", "c"));
        entered(page, "INITIALLED", Map.of("clause", "exchange-1", "of", "ua", "initials", "R.U."));
        entered(page, "INITIALLED", Map.of("clause", "exchange-1", "of", "ru", "initials", "I.K."));
        entered(
                page,
                "STEP",
                Map.of("id", "lists", "what.en", "Lists are exchanged", "owner", "ua", "due", "2026-02-01"));

        page.navigate(TALKS + "/text?from=1&to=2");
        assertThat(page.locator("del").allInnerTexts().toString()).contains("canarybracket");
        assertThat(page.locator("ins").allInnerTexts().toString()).contains("Each side returns 157 prisoners.");
    }

    private static void thePagesOfTheAgencyAreSound(Page page) {
        Described described = new Described(nodes.agency());
        for (String language : List.of("en", "uk", "ru", "ar")) {
            boolean narrow = language.equals("ar") || language.equals("uk");
            page.setViewportSize(narrow ? 390 : 1280, 800);
            page.navigate("/talks");
            page.locator(".languages a[lang=" + language + "]").click();
            Map.of(
                            "talks-list", "/talks",
                            "talks", TALKS,
                            "talks-issues", TALKS + "/issues",
                            "talks-text", TALKS + "/text?from=1&to=2",
                            "talks-remaining", TALKS + "/remaining",
                            "talks-alignment", TALKS + "/alignment",
                            "talks-add-clause", TALKS + "/add/CLAUSE",
                            "talks-new", "/talks/new")
                    .forEach((name, path) -> {
                        page.navigate(path);
                        Desk.keep(page, name + "-" + language);
                        if (language.equals("en")
                                && path.startsWith(TALKS)
                                && described.of(path).isPresent()) {
                            described.holds(path, 0);
                        }
                        assertThat((Boolean) page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                                .as(name + " " + language)
                                .isTrue();
                        if (language.equals("en") || language.equals("ar")) {
                            assertThat(Desk.violations(page))
                                    .as(name + " " + language)
                                    .isEmpty();
                        }
                    });
        }
        page.setViewportSize(1280, 800);
        page.locator(".languages a[lang=uk]").click();
        page.navigate(TALKS);
        assertThat(page.locator("h1").innerText()).isEqualTo("Тристоронні переговори, Абу-Дабі");
        page.locator(".languages a[lang=en]").click();
        page.navigate(TALKS + "/remaining");
        assertThat(page.locator("tbody").innerText()).contains("step late", "deliverable owed");
    }

    private static void theMinutesArePrinted(Page page) throws Exception {
        byte[] pdf = page.request()
                .get(TALKS + "/minutes?round=2&day=2&one=en&other=uk")
                .body();
        assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains(
                            "Trilateral consultations", "Робота в групах", "Subsequent alignment of positions", "R.U.")
                    .doesNotContain("canarylimits");
        }
        assertThat(words(page, "&to=ru")).contains("canarylimits");
        assertThat(words(page, "&to=ua")).doesNotContain("canarylimits");
        assertThat(page.request()
                        .get(TALKS + "/minutes?round=2&day=2&one=en&to=xx")
                        .status())
                .isEqualTo(404);
        Files.createDirectories(Path.of("target", "screenshots"));
        Files.write(Path.of("target", "screenshots", "minutes.pdf"), pdf);
    }

    private static String words(Page page, String to) throws Exception {
        try (PDDocument document = Loader.loadPDF(
                page.request().get(TALKS + "/minutes?round=2&day=2&one=en" + to).body())) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static Path released(Page page, String who) {
        page.navigate(TALKS);
        Download file = page.waitForDownload(
                () -> page.locator("a[href='" + TALKS + "/views/" + who + "']").click());
        Path kept = folder.resolve("view-" + who + ".json");
        file.saveAs(kept);
        return kept;
    }

    private static void theBureauSeesWhatItMayAndNothingElse(Path mine, Path theirs) throws Exception {
        String file = Files.readString(mine);
        assertThat(file).doesNotContain(CONFIDENTIAL);
        assertThat(Files.readString(theirs)).contains("canaryredline", "canarymessage", "canarylimits");
        Page page = signedIn(nodes.ua(), 1280);
        page.navigate("/talks");
        assertThat(page.locator("a[href='/talks/new']").count())
                .as("a bureau opens no talks")
                .isZero();
        take(page, theirs);
        assertThat(page.locator(".notice.bad").innerText()).contains("released to another participant");
        Path changed = folder.resolve("changed.json");
        Files.writeString(changed, file.replace("All for all", "Nobody at all"));
        take(page, changed);
        assertThat(page.locator(".notice.bad").innerText()).contains("the file was changed");
        Path junk = folder.resolve("junk.json");
        Files.write(junk, new byte[] {0, 1, 2, (byte) 0xff});
        take(page, junk);
        assertThat(page.locator(".notice.bad").innerText()).contains("no file of talks");

        take(page, mine);
        assertThat(page.url()).endsWith(TALKS);
        assertThat(page.locator("main").innerText())
                .contains(
                        "Trilateral consultations", "Group work", "Subsequent alignment of positions", "Rustem Umerov");
        for (String part : List.of("", "/issues", "/text?from=2&to=2", "/remaining")) {
            page.navigate(TALKS + part);
            assertThat(page.content()).as(part).doesNotContain(CONFIDENTIAL);
            Desk.keep(page, "talks-bureau" + part.replaceAll("[^a-z]", "-"));
        }
        page.navigate(TALKS + "/issues");
        assertThat(page.locator("main").innerText()).contains("All for all").doesNotContain("red line");
        assertThat(page.request().get(TALKS + "/text?from=1&to=2").status())
                .as("version 1 was not shown")
                .isEqualTo(404);
        assertThat(page.request().get(TALKS + "/add/ISSUE").status()).isEqualTo(404);
        assertThat(page.request().get(TALKS + "/views/ru").status()).isEqualTo(404);
    }

    private static void take(Page page, Path file) {
        page.navigate("/talks");
        page.locator("input[type=file]").setInputFiles(file);
        button(page, "Take in").click();
    }

    private static void theClauseIsLaidOnTheTable(Page page) throws Exception {
        page.navigate(TALKS + "/text");
        page.locator("select[name=case]").selectOption(CASE);
        button(page, "Lay on the table").click();

        assertThat(page.url()).contains("/cases/" + CASE + "/drafts/");
    }
}
