package org.homeward.browser.present;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.homeward.handover.log.LogText;
import org.homeward.handover.pack.Enrolment;

/** A telephone at a post: what its officer does with the page, by the page's own fields and buttons. */
record Phone(Page page, String device) {
    static final String PASS = "nobody here exists";

    /** Does with each person what the officer would, touch by touch; returns when the last record is confirmed. */
    private static final String EACH = """
            async ({people, steps}) => {
              const $ = s => document.querySelector(s);
              const until = async test => {
                for (let i = 0; !test(); i++) {
                  if (i > 4000) throw new Error('waited in vain; the page says ' + $('#refused').textContent + $('#said').textContent);
                  await new Promise(r => setTimeout(r, 2));
                }
              };
              const pressed = async button => {
                const before = $('#said').textContent;
                button.click();
                await until(() => $('#said').textContent !== before || !$('#refused').hidden);
                if (!$('#refused').hidden) throw new Error($('#refused').textContent);
              };
              for (const {token, asked} of people) {
                $('#asked').value = asked;
                $('#find').requestSubmit();
                await until(() => $('#found button[data-token="' + token + '"]'));
                $('#found button[data-token="' + token + '"]').click();
                await until(() => !$('#person').hidden);
                for (const step of steps) {
                  if (step === 'present') {
                    document.querySelectorAll('#person input[value=yes], #person input[value=AGREES]').forEach(i => i.click());
                    await pressed($('#person [data-outcome=PRESENT]'));
                  } else {
                    await pressed($('#' + step));
                  }
                }
              }
            }""";

    /** Makes a fresh page the device of that name. */
    static Phone enrol(Page page, String device, String party, String point, String trusts) {
        page.navigate("/");
        page.fill("#device", device);
        page.fill("#party", party);
        page.fill("#point", point);
        page.fill("#officer", "guard-" + device);
        page.fill("#trusts", trusts);
        page.fill("#pass", PASS);
        page.fill("#again", PASS);
        page.click("#enrol button");
        page.waitForSelector("#load:not([hidden])");
        return new Phone(page, device);
    }

    Enrolment enrolment() throws IOException {
        return Enrolment.read(saved("#enrolment")).get();
    }

    private byte[] saved(String button) throws IOException {
        Download download = page.waitForDownload(() -> page.click(button));
        return Files.readAllBytes(download.path());
    }

    void load(byte[] pack) {
        page.setInputFiles("#pack", new FilePayload(device + ".hwpack", "application/octet-stream", pack));
    }

    void unlock() {
        page.waitForSelector("#unlock:not([hidden])");
        page.fill("#open", PASS);
        page.click("#unlock button");
        page.waitForSelector(
                "#unlock",
                new Page.WaitForSelectorOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN));
    }

    void tab(String name) {
        page.click("[data-tab=" + name + "]");
    }

    /** Finds each by his number and does the same with each: {@code present}, {@code offer}, {@code accept}, {@code conclude}. */
    void each(List<Map<String, String>> people, String... steps) {
        tab("people");
        page.evaluate(EACH, Map.of("people", people, "steps", List.of(steps)));
    }

    /** Looks somebody up. */
    void find(String asked, String token) {
        tab("people");
        page.fill("#asked", asked);
        page.click("#find button");
        page.click("#found button[data-token='" + token + "']");
    }

    /** Touches a button and waits for what the page says of it. */
    String press(String button) {
        page.evaluate(
                "() => { document.getElementById('said').hidden = document.getElementById('refused').hidden = true; }");
        page.click(button);
        return page.waitForSelector("#said:not([hidden]), #refused:not([hidden])")
                .innerText();
    }

    /** The log as a file, as the officer gives it. */
    byte[] log() throws IOException {
        tab("log");
        return saved("#give");
    }

    LogText.Content content() throws IOException {
        return LogText.read(log()).get();
    }

    void take(byte[] log) {
        tab("log");
        page.evaluate("() => { document.getElementById('said').hidden = true; }");
        page.setInputFiles("#take", new FilePayload("other.hwlog", "application/octet-stream", log));
        page.waitForSelector("#said:not([hidden])");
    }

    /** Both give and take, as two who meet. */
    static void meet(Phone one, Phone other) throws IOException {
        byte[] first = one.log();
        byte[] second = other.log();
        one.take(second);
        other.take(first);
    }
}
