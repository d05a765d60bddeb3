package org.homeward.browser.present;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.homeward.handover.device.LogCodes;
import org.homeward.handover.log.Breach;
import org.homeward.handover.log.EventSet;
import org.homeward.handover.log.LogText;
import org.homeward.handover.log.Merger;
import org.homeward.handover.phone.PhoneServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Logs from one telephone to another, and to a laptop and back, by codes alone: there is neither network nor stick. */
class PhoneCodesTest {
    private static final long DAY = 86_400_000L;
    private static final int WIDTH = 390;
    private static final int HEIGHT = 844;
    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private final PhoneDay day = PhoneDay.of(12, 12, 0);
    private PhoneServer server;
    private Desk desk;
    private Phone aa;
    private Phone bb;

    @BeforeEach
    void twoTelephonesWithoutANetwork() throws Exception {
        server = PhoneServer.start(new InetSocketAddress("127.0.0.1", 0), null);
        desk = new Desk();
        aa = enrolled("aa-01", "aa");
        bb = enrolled("bb-01", "bb");
        long now = System.currentTimeMillis();
        for (Phone phone : List.of(aa, bb)) {
            phone.load(day.pack(phone.device(), day.list(), now, now + DAY));
            phone.page().waitForSelector("#work:not([hidden])");
            phone.page().waitForFunction("() => navigator.serviceWorker.controller !== null");
            phone.page().context().setOffline(true);
            phone.page().reload();
            phone.unlock();
            phone.page().waitForSelector("#work:not([hidden])");
        }
    }

    private Phone enrolled(String device, String party) throws Exception {
        Phone phone = Phone.enrol(
                desk.sit("http://127.0.0.1:" + server.port(), WIDTH, HEIGHT),
                device,
                party,
                "north",
                day.trusts(party));
        day.enrol(phone.enrolment());
        return phone;
    }

    @AfterEach
    void leave() {
        try (PhoneServer served = server;
                Desk sat = desk) {
            assertThat(sat.complaints()).isEmpty();
            assertThat(served.port()).isPositive();
        }
    }

    private static void count(Phone phone, int... numbers) {
        phone.tab("counts");
        for (int number : numbers) {
            phone.page().selectOption("#what", "bags:aa");
            phone.page().fill("#number", String.valueOf(number));
            assertThat(phone.press("#tally button")).contains("count");
        }
    }

    private static void openCodes(Phone phone) {
        phone.tab("log");
        if (!phone.page().isVisible("#code-show")) {
            phone.page().click("#codes summary");
        }
    }

    /** Pictures of all codes that a telephone shows, as its screen shows them. */
    private static List<byte[]> shown(Phone phone) {
        openCodes(phone);
        Page page = phone.page();
        page.click("#code-show");
        page.waitForSelector("#showing:not([hidden])");
        if (page.isVisible("#code-run")) {
            page.click("#code-run");
        }
        // Hold still at the first: the codes may have turned before the touch.
        while (!page.textContent("#code-at").startsWith("Code 1 of")) {
            page.click("#code-before");
        }
        int total = Integer.parseInt(page.textContent("#code-at").replaceAll(".* of ", ""));
        List<byte[]> pictures = new ArrayList<>();
        for (int i = 0; i < total; i++) {
            pictures.add(page.locator("#code").screenshot());
            if (total > 1) {
                page.click("#code-next");
            }
        }
        Desk.keep(page, "phone-codes-shown");
        page.click("#code-hide");
        return pictures;
    }

    private static FilePayload[] files(List<byte[]> pictures) {
        return pictures.stream()
                .map(png -> new FilePayload("code.png", "image/png", png))
                .toArray(FilePayload[]::new);
    }

    private static void give(Phone phone, List<byte[]> pictures) {
        openCodes(phone);
        phone.page()
                .evaluate(
                        "() => { ['said', 'refused', 'gathered'].forEach(id => { document.getElementById(id).hidden = true; }); }");
        phone.page().setInputFiles("#code-pictures", files(pictures));
        phone.page().waitForSelector("#said:not([hidden]), #refused:not([hidden]), #gathered:not([hidden])");
    }

    @Test
    void fromTelephoneToTelephoneInAnyOrderWithLossAndTheRestAfterwards() {
        count(bb, 1, 2, 3, 4, 5, 6, 7, 8);
        List<byte[]> codes = shown(bb);
        assertThat(codes).hasSizeGreaterThan(2);
        List<byte[]> some = new ArrayList<>(codes.subList(0, codes.size() - 1));
        some.add(codes.getFirst());
        Collections.shuffle(some, new Random(5));
        give(aa, some);

        assertThat(aa.page().innerText("#gathered"))
                .isEqualTo(
                        (codes.size() - 1) + " of " + codes.size() + " codes are here. Still missing: " + codes.size());
        Desk.keep(aa.page(), "phone-codes-missing");
        assertThat(new AxeBuilder(aa.page()).withTags(WCAG).analyze().getViolations())
                .isEmpty();
        give(aa, List.of(codes.getLast()));
        assertThat(aa.page().innerText("#said")).isEqualTo("Taken in: 8 new, 0 known, 0 refused.");
        assertThat(aa.page().locator("#breaches li").count()).isZero();

        // What is shown next is only what the other has not got yet: it has kept this one's end.
        give(bb, shown(aa));
        count(bb, 9);
        openCodes(bb);
        bb.page().selectOption("#code-for", "aa-01");
        List<byte[]> rest = shown(bb);
        assertThat(rest).hasSizeLessThan(codes.size());
        give(aa, rest);
        assertThat(aa.page().innerText("#said")).contains("refused").contains("0 known, 0 refused");
        assertThat(aa.page().locator("#breaches li").count()).isZero();
        aa.page().selectOption("#language", "ar");
        Desk.keep(aa.page(), "phone-codes-ar");
    }

    @Test
    void fromTelephoneToLaptopAndBack() throws Exception {
        count(bb, 1, 2, 3);
        LogCodes.Gathering laptop = new LogCodes.Gathering();
        for (byte[] code : shown(bb).reversed()) {
            assertThat(laptop.addPicture(code)).isEmpty();
        }
        byte[] log = laptop.whole().get();
        assertThat(log).isEqualTo(bb.log());
        EventSet set = new EventSet();
        Merger.Report report = new Merger(day.roster()).merge(LogText.read(log).get(), set);
        assertThat(report.fresh()).isEqualTo(3);
        assertThat(report.refused()).isEmpty();
        assertThat(Breach.in(set)).isEmpty();

        give(aa, LogCodes.pictures(log).get());
        assertThat(aa.page().innerText("#said")).isEqualTo("Taken in: 3 new, 0 known, 0 refused.");

        // What another reader read, as text; the same log again, made anew.
        openCodes(aa);
        aa.page().fill("#code-text", String.join("\n", LogCodes.texts(log).get().reversed()));
        assertThat(aa.press("#code-paste")).isEqualTo("Taken in: 0 new, 3 known, 0 refused.");
    }

    @Test
    void aPartThatIsOwedAndAChangedEventAreSaid() throws Exception {
        count(bb, 1, 2, 3);
        List<String> lines = new String(bb.log(), java.nio.charset.StandardCharsets.UTF_8)
                .lines()
                .toList();
        String changed = lines.get(2).replace("\"number\":3", "\"number\":4");
        assertThat(changed).isNotEqualTo(lines.get(2));
        String without = String.join("\n", lines.get(0), changed, lines.get(3)) + "\n";

        give(
                aa,
                LogCodes.pictures(without.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .get());

        assertThat(aa.page().innerText("#said")).isEqualTo("Taken in: 1 new, 0 known, 1 refused.");
        assertThat(aa.page().innerText("#breaches li"))
                .isEqualTo("Of the log of bb-01, events 2 to 3 are missing here: ask for its whole log.");
        aa.take(bb.log());
        assertThat(aa.page().locator("#breaches li").count()).isZero();
        give(aa, List.of(Base64.getDecoder().decode(blank())));
        assertThat(aa.page().innerText("#refused")).startsWith("No code of a log was found");
    }

    /** A picture with nothing on it, one pixel in size. */
    private static String blank() {
        return "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=";
    }

    @Test
    void byTheCamera() {
        count(bb, 1, 2, 3, 4, 5, 6);
        List<String> films =
                shown(bb).stream().map(Base64.getEncoder()::encodeToString).toList();
        openCodes(aa);
        // A camera held on the other screen: its stream shows each code for a while.
        aa.page().evaluate("""
                        async codes => {
                          const canvas = document.createElement('canvas');
                          canvas.width = 1280;
                          canvas.height = 960;
                          const pen = canvas.getContext('2d');
                          const pictures = await Promise.all(codes.map(async code => {
                            const image = new Image();
                            image.src = 'data:image/png;base64,' + code;
                            await image.decode();
                            return image;
                          }));
                          let turn = 0;
                          setInterval(() => {
                            const image = pictures[turn++ % pictures.length];
                            pen.fillStyle = '#999';
                            pen.fillRect(0, 0, 1280, 960);
                            pen.drawImage(image, 300, 150);
                          }, 700);
                          navigator.mediaDevices.getUserMedia = async () => canvas.captureStream(10);
                        }""", films);

        aa.page()
                .evaluate(
                        "() => { ['said', 'refused', 'gathered'].forEach(id => { document.getElementById(id).hidden = true; }); }");
        aa.page().click("#code-camera");
        aa.page().waitForSelector("#said:not([hidden]), #refused:not([hidden])");

        assertThat(aa.page().innerText("#said")).isEqualTo("Taken in: 6 new, 0 known, 0 refused.");
        assertThat(aa.page().isVisible("#film")).isFalse();
    }
}
