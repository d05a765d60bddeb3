package org.homeward.browser.present;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.homeward.handover.day.DayState;
import org.homeward.handover.day.Status;
import org.homeward.handover.log.EventSet;
import org.homeward.handover.log.LogText;
import org.homeward.handover.log.Merger;
import org.homeward.handover.pack.DayList;
import org.homeward.handover.pack.Enrolment;
import org.homeward.handover.phone.PhoneServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a telephone keeps when it is killed, and what it does not keep: names after the day, names that anybody could read on its disk. */
class PhoneKeepsTest {
    private static final long HOUR = 3_600_000L;
    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final String CANARY = "Zhuravlyovka";

    private final PhoneDay day = PhoneDay.of(12, 12, 0);
    private PhoneServer server;
    private Playwright playwright;

    @BeforeEach
    void start() throws IOException {
        server = PhoneServer.start(new InetSocketAddress("127.0.0.1", 0), null);
        playwright = Playwright.create();
    }

    @AfterEach
    void stop() {
        playwright.close();
        server.close();
    }

    /** A telephone whose disk is that folder. */
    private BrowserContext telephone(Path disk) {
        return playwright
                .chromium()
                .launchPersistentContext(
                        disk,
                        new BrowserType.LaunchPersistentContextOptions()
                                .setExecutablePath(Path.of("/usr/bin/chromium"))
                                .setArgs(Desk.QUIET)
                                .setBaseURL("http://127.0.0.1:" + server.port())
                                .setLocale("en-GB")
                                .setViewportSize(390, 844));
    }

    private Phone enrolled(Page page, DayList list) throws IOException {
        Phone phone = Phone.enrol(page, "aa-01", "aa", "north", day.trusts("aa"));
        day.enrol(phone.enrolment());
        long now = System.currentTimeMillis();
        phone.load(day.pack("aa-01", list == null ? day.list() : list, now, now + 24 * HOUR));
        page.waitForSelector("#work:not([hidden])");
        page.waitForFunction("() => navigator.serviceWorker.controller !== null");
        return phone;
    }

    private Phone again(BrowserContext context) {
        Page page = context.pages().getFirst();
        page.navigate("/");
        Phone phone = new Phone(page, "aa-01");
        phone.unlock();
        return phone;
    }

    @Test
    void aBrowserKilledAtAnyMomentLosesNothingThatItSaidIsRecorded(@TempDir Path disk) throws Exception {
        AtomicInteger said = new AtomicInteger();
        BrowserContext context = telephone(disk);
        enrolled(context.pages().getFirst(), null);
        for (int run = 1; run <= 4; run++) {
            Page page = context.pages().getFirst();
            page.exposeFunction("said", args -> {
                said.set(((Number) args[0]).intValue());
                return null;
            });
            CDPSession browser = context.newCDPSession(page);
            int until = said.get() + 3 * run;
            // Records without a pause; the browser is killed somewhere inside.
            page.evaluate("""
                    () => {
                      document.querySelector('[data-tab=counts]').click();
                      const box = document.getElementById('said');
                      new MutationObserver(() => {
                        const number = /event (\\d+)/.exec(box.textContent);
                        if (number) said(Number(number[1]));
                      }).observe(box, {childList: true, characterData: true, subtree: true});
                      setInterval(() => {
                        document.getElementById('number').value = '7';
                        document.getElementById('tally').requestSubmit();
                      }, 5);
                    }""");
            page.waitForCondition(() -> said.get() >= until);
            try {
                browser.send("Browser.crash");
            } catch (PlaywrightException killed) {
                assertThat(killed).hasMessageContaining("closed");
            }
            int acknowledged = said.get();
            context = telephone(disk);
            context.setOffline(true);
            Phone phone = again(context);

            LogText.Content log = phone.content();
            EventSet set = new EventSet();

            assertThat(log.events()).hasSizeGreaterThanOrEqualTo(acknowledged);
            assertThat(new Merger(day.roster()).merge(log, set).refused()).isEmpty();
            assertThat(DayState.of(day.roster(), set).breaches()).isEmpty();
        }
        context.close();
    }

    @Test
    void aPackPastItsExpiryIsWipedWithoutAPassPhraseAndTheLogStays(@TempDir Path disk) throws Exception {
        BrowserContext context = telephone(disk);
        Phone phone = enrolled(context.pages().getFirst(), null);
        phone.tab("people");
        phone.press("[data-why=EXTRA]");
        context.addInitScript("const real = Date.now; Date.now = () => real() + 25 * 3600000;");
        phone.page().reload();

        assertThat(phone.page().waitForSelector("#refused:not([hidden])").innerText())
                .contains("The pack has expired");
        assertThat(stored(phone.page(), "pack")).isZero();
        assertThat(stored(phone.page(), "own")).isEqualTo(1);
        context.close();

        // The clock is set back: what the device saw of the time stands.
        BrowserContext later = telephone(disk);
        Phone over = again(later);
        over.page().waitForSelector("#over:not([hidden])");
        assertThat(over.page().innerText("body"))
                .doesNotContain(day.list().lines().getFirst().names().getFirst());
        assertThat(LogText.read(java.nio.file.Files.readAllBytes(over.page()
                                .waitForDownload(() -> over.page().click("#give-over"))
                                .path()))
                        .get()
                        .events())
                .hasSize(1);
        over.load(day.pack("aa-01", day.list(), System.currentTimeMillis(), System.currentTimeMillis() + HOUR));
        assertThat(over.page().waitForSelector("#refused:not([hidden])").innerText())
                .contains("The pack has expired");
        later.close();
    }

    @Test
    void aSlipOfTheThumbIsTakenBackAndBothStayInTheLog(@TempDir Path disk) throws Exception {
        BrowserContext context = telephone(disk);
        Phone phone = enrolled(context.pages().getFirst(), null);
        String token = day.roster().people().stream()
                .filter(e -> e.returnsTo().equals("bb") && e.number() == 2)
                .findFirst()
                .orElseThrow()
                .token();
        phone.find("2", token);
        assertThat(phone.press("[data-outcome=DIED]")).contains("event 1");
        assertThat(phone.press("#offer")).contains("cannot be offered");
        phone.tab("log");
        assertThat(phone.press("[data-undo='1']")).isEqualTo("Write what the mistake was.");
        phone.page().fill("#why", "wrong button");
        assertThat(phone.press("[data-undo='1']")).contains("taken back, event 2");
        phone.find("2", token);
        assertThat(phone.press("#offer")).contains("event 3");
        // Two touches in one moment are one.
        phone.page()
                .evaluate(
                        "() => { const b = document.querySelector('[data-why=EXTRA]'); b.click(); b.click(); b.click(); }");
        phone.page().waitForFunction("() => document.getElementById('said').textContent.includes('event 4')");

        EventSet set = new EventSet();
        assertThat(new Merger(day.roster()).merge(phone.content(), set).refused())
                .isEmpty();
        DayState state = DayState.of(day.roster(), set);
        assertThat(set.size()).isEqualTo(4);
        assertThat(state.subject(token).orElseThrow().status()).isEqualTo(Status.HALF_HANDED_OVER);
        assertThat(state.subject(token).orElseThrow().entries()).hasSize(2);
        context.close();
    }

    @Test
    void aNameIsFoundInAnySpellingAndScriptAndAnotherNameIsNot(@TempDir Path disk) throws Exception {
        // Synthetic: common surnames with common given names.
        List<String> names = List.of(
                "Шевченко Тарас",
                "Гриценко Михайло",
                "Мельник Олександр",
                "Щербак Юрій",
                "خالد القاسم",
                "محمد الحسيني");
        DayList plain = day.list();
        DayList named = new DayList(
                1,
                plain.caseId(),
                plain.handover(),
                java.util.stream.IntStream.range(0, plain.lines().size())
                        .mapToObj(i -> new DayList.Line(
                                plain.lines().get(i).token(),
                                List.of(i % 2 == 1 && i < 2 * names.size() ? names.get(i / 2) : "Рюк Яків"),
                                null,
                                null,
                                List.of()))
                        .toList());
        BrowserContext context = telephone(disk);
        Phone phone = enrolled(context.pages().getFirst(), named);
        Map.ofEntries(
                        Map.entry("Shevchenko", names.get(0)),
                        Map.entry("Szewczenko Taras", names.get(0)),
                        Map.entry("شيفتشنكو تاراس", names.get(0)),
                        Map.entry("Hrytsenko", names.get(1)),
                        Map.entry("Грыценко Михаил", names.get(1)),
                        Map.entry("Мельник Александр", names.get(2)),
                        Map.entry("Shcherbak Yurii", names.get(3)),
                        Map.entry("Халед Касем", names.get(4)),
                        Map.entry("Mohammed al-Husseini", names.get(5)))
                .forEach((asked, name) -> {
                    phone.page().fill("#asked", asked);
                    phone.page().evaluate("() => document.getElementById('found').replaceChildren()");
                    phone.page().click("#find button");
                    assertThat(phone.page().locator("#found button").first().innerText())
                            .as(asked)
                            .startsWith(name);
                });
        phone.page().fill("#asked", "Смирнов Иван");
        assertThat(phone.press("#find button")).startsWith("Nobody of this point was found");
        context.close();
    }

    private static int stored(Page page, String store) {
        return (int) page.evaluate("""
                store => new Promise((resolve, reject) => {
                  const open = indexedDB.open('homeward-field', 1);
                  open.onerror = () => reject(open.error);
                  open.onsuccess = () => {
                    const count = open.result.transaction(store).objectStore(store).count();
                    count.onsuccess = () => { open.result.close(); resolve(count.result); };
                  };
                })""", store);
    }

    @Test
    void noNameCanBeReadOnTheDisk(@TempDir Path disk) throws Exception {
        DayList plain = day.list();
        DayList canaries = new DayList(
                1,
                plain.caseId(),
                plain.handover(),
                plain.lines().stream()
                        .map(l -> new DayList.Line(
                                l.token(), List.of(CANARY + " Petro"), l.birthDate(), l.photo(), l.questions()))
                        .toList());
        BrowserContext context = telephone(disk);
        Phone phone = enrolled(context.pages().getFirst(), canaries);
        phone.page().fill("#asked", CANARY);
        phone.page().click("#find button");
        phone.page().locator("#found button").first().click();
        assertThat(phone.page().innerText("#person")).contains(CANARY);
        phone.press("[data-outcome=ABSENT]");
        phone.log();
        context.close();

        assertThat(filesWith(disk, CANARY)).isEmpty();

        // The same eyes see a name that lies there open: else the silence above would mean nothing.
        BrowserContext careless = telephone(disk);
        careless.pages().getFirst().navigate("/");
        careless.pages().getFirst().evaluate("""
                        name => new Promise(resolve => {
                          const open = indexedDB.open('careless', 1);
                          open.onupgradeneeded = () => open.result.createObjectStore('names');
                          open.onsuccess = () => {
                            const tx = open.result.transaction('names', 'readwrite', {durability: 'strict'});
                            tx.objectStore('names').put({name}, 1);
                            tx.oncomplete = () => resolve(true);
                          };
                        })""", CANARY);
        careless.close();
        assertThat(filesWith(disk, CANARY)).isNotEmpty();
    }

    private static List<String> filesWith(Path disk, String word) throws IOException {
        try (Stream<Path> files = Files.walk(disk)) {
            return files.filter(Files::isRegularFile)
                    .filter(f -> {
                        try {
                            String all = new String(Files.readAllBytes(f), StandardCharsets.ISO_8859_1);
                            return all.contains(word)
                                    || all.contains(new String(
                                            word.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1));
                        } catch (IOException e) {
                            throw new java.io.UncheckedIOException(e);
                        }
                    })
                    .map(f -> disk.relativize(f).toString())
                    .toList();
        }
    }

    @Test
    void aSecondWindowIsRefusedAndAPackForAnotherDeviceToo(@TempDir Path disk) throws Exception {
        BrowserContext context = telephone(disk);
        Phone phone = Phone.enrol(context.pages().getFirst(), "aa-01", "aa", "north", day.trusts("aa"));
        Enrolment own = phone.enrolment();
        day.enrol(own);
        long now = System.currentTimeMillis();

        phone.load(day.pack("aa-02", day.list(), now, now + HOUR));
        assertThat(phone.page().waitForSelector("#refused:not([hidden])").innerText())
                .contains("aa-02");

        byte[] pack = day.pack("aa-01", day.list(), now, now + HOUR);
        String changed = new String(pack, StandardCharsets.UTF_8)
                .replace("\"expires\":" + (now + HOUR), "\"expires\":" + (now + 2 * HOUR));
        phone.page().evaluate("() => { document.getElementById('refused').hidden = true; }");
        phone.load(changed.getBytes(StandardCharsets.UTF_8));
        assertThat(phone.page().waitForSelector("#refused:not([hidden])").innerText())
                .contains("or was changed");

        Page second = context.newPage();
        second.navigate("/");
        assertThat(second.waitForSelector("#refused:not([hidden])").innerText()).contains("another window");
        context.close();
    }

    @ParameterizedTest
    @CsvSource({"en,1280", "uk,390", "ru,1280", "ar,390", "en,390"})
    void everyScreenIsAccessibleAndFits(String language, int width) throws Exception {
        try (Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(Desk.QUIET))) {
            Page page = browser.newContext(new Browser.NewContextOptions()
                            .setBaseURL("http://127.0.0.1:" + server.port())
                            .setLocale(language)
                            .setViewportSize(width, 844))
                    .newPage();
            page.navigate("/");
            page.waitForSelector("#enrol:not([hidden])");
            looked(page, "enrol", language, width);
            Phone phone = Phone.enrol(page, "aa-01", "aa", "north", day.trusts("aa"));
            looked(page, "load", language, width);
            day.enrol(phone.enrolment());
            long now = System.currentTimeMillis();
            phone.load(day.pack("aa-01", day.list(), now, now + HOUR));
            page.waitForSelector("#work:not([hidden])");
            page.fill("#asked", "2");
            page.click("#find button");
            page.waitForSelector("#found button");
            looked(page, "found", language, width);
            page.locator("#found button").last().click();
            looked(page, "person", language, width);
            phone.tab("counts");
            looked(page, "counts", language, width);
            phone.tab("log");
            page.click("#erasing summary");
            looked(page, "log", language, width);
        }
    }

    private static void looked(Page page, String name, String language, int width) {
        Desk.keep(page, "phone-" + name + "-" + language + "-" + width);
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
        assertThat((Boolean) page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                .as("%s is not wider than the screen of %d", name, width)
                .isTrue();
        assertThat(new AxeBuilder(page).withTags(WCAG).analyze().getViolations())
                .as("%s in %s", name, language)
                .isEmpty();
    }
}
