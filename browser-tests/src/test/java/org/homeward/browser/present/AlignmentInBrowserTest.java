package org.homeward.browser.present;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The mediator's page of alignment: who of a real case comes home under each wording of a clause, the next question worth asking, and
 * the nearest text that hurts neither side; in four languages, on a phone, and without any script.
 */
class AlignmentInBrowserTest {
    private static final String TALKS = "/talks/round-2";

    @TempDir
    private static Path folder;

    private static ThreeNodes nodes;
    private static Desk desk;

    @BeforeAll
    static void start() throws Exception {
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

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    @Test
    void theMediatorSeesWhoComesHomeAndWhatToAskNext() throws Exception {
        Page page = desk.sit(nodes.agency().url().toString(), 1280, 800);
        page.navigate("/");
        button(page, "Test operator 1").click();
        page.navigate("/talks/new");
        page.locator("[name=talks]").fill("round-2");
        page.locator("[name='name.en']").fill("Round 2");
        page.locator("[name='participant.0']").fill("ua");
        page.locator("[name='participantName.0.en']").fill("Ukraine");
        page.locator("[name='participant.1']").fill("ru");
        page.locator("[name='participantName.1.en']").fill("Russia");
        page.locator("[name='languages'][value=en]").check();
        page.locator("form.entry button").click();
        page.navigate(TALKS + "/alignment");
        assertThat(page.locator("main").innerText()).contains("No clause of the text");

        page.navigate(TALKS + "/add/CLAUSE");
        page.locator("details").all().forEach(d -> d.evaluate("d => d.open = true"));
        page.locator("[name=id]").fill("exchange-1");
        page.locator("[name='words.en']").fill("Each side returns a number to be agreed.");
        page.locator("[name=terms]").fill(ThreeNodes.terms());
        page.locator("[name='bracket.0.en']").fill("Each side returns 9.");
        page.locator("[name='bracketTerms.0']").fill(ThreeNodes.terms().replaceAll("\"number\": ?12", "\"number\": 9"));
        page.locator("[name='bracket.1.en']").fill("Each side returns 5,000.");
        page.locator("[name='bracketTerms.1']")
                .fill(ThreeNodes.terms().replaceAll("\"number\": ?12", "\"number\": 5000"));
        page.locator("[name=why]").fill("first draft");
        page.locator("form.entry button").click();
        assertThat(page.locator(".notice").innerText()).contains("Entered and signed.");

        whoComesHome(page);
        theNextQuestion(page);
        theNearestText(page);
        theEntryNamesWhoTypedIt(page);
        assertThat(desk.complaints()).isEmpty();
    }

    private static void whoComesHome(Page page) {
        page.navigate(TALKS + "/alignment");
        page.locator("select[name=case]").selectOption(ThreeNodes.AGREED);
        button(page, "Show who comes home").click();

        List<String> tables = page.locator("table.consequences").allInnerTexts();
        assertThat(tables).hasSize(2);
        assertThat(number(page, 0, "Come home", 0) - number(page, 0, "of them outside the balance", 0))
                .isEqualTo(12);
        assertThat(number(page, 1, "Come home", 1) - number(page, 1, "of them outside the balance", 1))
                .isEqualTo(9);
        assertThat(number(page, 1, "Stay", 0) - number(page, 0, "Stay", 0))
                .as("three fewer come home, three more stay")
                .isEqualTo(3);
        assertThat(page.locator("main").innerText()).contains("Wording that Russia wants", "No list can be made.");
        sound(page, "alignment-home");
    }

    private static int number(Page page, int table, String row, int column) {
        return Integer.parseInt(page.locator("table.consequences")
                .nth(table)
                .locator("tr", new Locator.LocatorOptions().setHasText(row))
                .first()
                .locator("td")
                .nth(column)
                .innerText()
                .strip());
    }

    private static void theNextQuestion(Page page) {
        page.navigate(TALKS + "/alignment");
        page.getByText("Start from what each side likes").click();
        page.locator("#order-a").fill("size: all > half > few\nvisits: weekly > none");
        page.locator("#order-b").fill("size: few > half > all\nvisits: weekly > none > never");
        page.locator("#order-text").fill("size: half\nvisits: none");
        button(page, "Find the next question").click();
        assertThat(page.locator(".notice.bad").innerText()).contains("do not name the same options of 'visits'");
        assertThat(page.locator("#order-a").inputValue())
                .as("what was typed stays")
                .contains("all > half");
        page.locator("#order-b").fill("size: few > half > all\nvisits: weekly > none");
        button(page, "Find the next question").click();
        assertThat(page.locator(".outcome strong").allInnerTexts()).contains("weekly");
        sound(page, "alignment-question");

        page.locator("[name=answerA][value=BETTER]").check();
        page.locator("[name=answerB][value=BETTER]").check();
        button(page, "Take the answers").click();
        assertThat(page.locator(".outcome").first().innerText()).contains("weekly");
        assertThat(page.locator("main").innerText()).contains("The text after answers to 1 questions");
        String kept = page.locator("textarea[readonly]").inputValue();

        page.navigate(TALKS + "/alignment");
        assertThat(page.content()).as("the node keeps nothing of it").doesNotContain("weekly");
        page.getByText("Start from what each side likes").click();
        page.locator("#kept").fill(kept);
        button(page, "Find the next question").click();
        assertThat(page.locator("main").innerText()).contains("The text after answers to 1 questions");
    }

    private static void theNearestText(Page page) {
        page.navigate(TALKS + "/alignment");
        page.locator("#a").setInputFiles(profile("a.json", "0.1", "1"));
        page.locator("#b").setInputFiles(profile("b.json", "1", "0.1"));
        page.locator("#domain")
                .setInputFiles(file("d.json", "{\"size\": [\"few\", \"all\"], \"visits\": [\"none\", \"weekly\"]}"));
        page.locator("#from").setInputFiles(file("t.json", "{\"size\": \"few\", \"visits\": \"none\"}"));
        button(page, "Show where interests meet").click();

        assertThat(page.locator("main").innerText())
                .contains("The nearest text that hurts neither side", "visits: weekly", "Changes: visits");
        sound(page, "alignment-front");
    }

    private static FilePayload profile(String name, String few, String all) {
        return file(
                name,
                "{\"issueWeights\": {\"size\": 0.5, \"visits\": 0.5}, \"issues\": {\"size\": {\"few\": " + few
                        + ", \"all\": " + all + "}, \"visits\": {\"none\": 0, \"weekly\": 1}}}");
    }

    private static FilePayload file(String name, String words) {
        return new FilePayload(name, "application/json", words.getBytes(StandardCharsets.UTF_8));
    }

    private static void theEntryNamesWhoTypedIt(Page page) {
        page.navigate(TALKS);
        page.getByText("The newest entries, and who typed them").click();

        assertThat(page.locator("details table").innerText()).contains("Test operator 1");
        page.navigate(TALKS + "/alignment");
        for (String language : List.of("uk", "ru", "ar", "en")) {
            page.setViewportSize(language.equals("en") ? 1280 : 390, 800);
            page.locator(".languages a[lang=" + language + "]").click();
            page.navigate(TALKS + "/alignment?clause=exchange-1&case=" + ThreeNodes.AGREED);
            sound(page, "alignment-" + language);
            page.navigate(TALKS);
            Desk.keep(page, "talks-newest-" + language);
        }
        new Described(nodes.agency()).holds(TALKS + "/alignment?clause=exchange-1&case=" + ThreeNodes.AGREED, 0);
    }

    private static void sound(Page page, String name) {
        Desk.keep(page, name);
        assertThat((Boolean) page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                .as(name)
                .isTrue();
        assertThat(new AxeBuilder(page)
                                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                                .analyze()
                                .getViolations()
                                .stream()
                                .map(r -> r.getId() + " "
                                        + r.getNodes().getFirst().getHtml())
                                .toList())
                .as(name)
                .isEmpty();
    }
}
