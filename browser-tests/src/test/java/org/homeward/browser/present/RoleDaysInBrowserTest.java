package org.homeward.browser.present;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.homeward.node.people.People;
import org.homeward.node.people.Person;
import org.homeward.node.people.Person.Role;
import org.homeward.node.server.Node;
import org.homeward.node.server.NodeConfig;
import org.homeward.node.server.NodeSetup;
import org.homeward.protocol.crypto.SigningKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A day in a bureau, one role after the other, in each language: the clerk takes a register in, the analyst reads a person and prints a form,
 * the officer asks for a copy of many lines, the head allows it, the auditor sees what was done and changes nothing.
 */
class RoleDaysInBrowserTest {
    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int ROWS = 60;

    @TempDir
    private Path folder;

    private Node node;
    private Desk desk;

    @BeforeEach
    void start() throws Exception {
        Path home = folder.resolve("aa");
        NodeSetup.withTestOperators(
                new NodeConfig(home, "aa", "Bureau", NodeConfig.BY_HAND, "127.0.0.1", 0, false, null), RANDOM);
        List<Person> people = new ArrayList<>();
        for (Role role : Role.values()) {
            if (role != Role.SECRETARY) {
                String id = role.name().toLowerCase(Locale.ROOT).replace('_', '-');
                String key = SigningKey.generate(RANDOM).publicText();
                people.add(new Person(id, "Sample " + role, role, key, People.hash(token(role))));
            }
        }
        new People(NodeConfig.LOCAL, people).save(home);
        node = Node.start(home);
        desk = new Desk();
    }

    @AfterEach
    void stop() {
        desk.close();
        node.close();
    }

    private static String token(Role role) {
        return HexFormat.of().formatHex(role.name().getBytes(StandardCharsets.UTF_8));
    }

    private Page signedIn(Role role, String language) {
        Page page = desk.sit(node.url().toString(), role == Role.ANALYST ? 390 : 1280, 800);
        page.navigate("/sign-in");
        page.locator(".languages a[lang=" + language + "]").click();
        page.locator("#token").fill(token(role));
        page.locator("form:has(#token) button").click();
        page.waitForURL(url -> !url.contains("sign-in"));
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
        return page;
    }

    private static void seen(Page page, String name) {
        String language = page.locator("html").getAttribute("lang");
        Desk.keep(page, "day-" + name + "-" + language);
        assertThat((Boolean) page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                .as("%s is not wider than the screen", name)
                .isTrue();
        if (language.equals("en") || language.equals("ar")) {
            assertThat(new AxeBuilder(page).withTags(WCAG).analyze().getViolations())
                    .as(name)
                    .isEmpty();
        }
    }

    /** People who never were: syllables put together by their number. */
    private static byte[] register() {
        String[] first = {"Дани", "Окса", "Юхи", "Мар", "Тара", "Софі"};
        String[] second = {"тест", "проб", "зраз", "макет", "приклад"};
        StringBuilder file = new StringBuilder("id,full_name,birth_date,rank\n");
        for (int i = 0; i < ROWS; i++) {
            file.append("h-%d,%sенко%s %sло,19%02d-0%d-1%d,soldier\n"
                    .formatted(
                            i, second[i % 5], "аеиоую".charAt(i % 6), first[i / 5 % 6], 60 + i % 40, 1 + i % 9, i % 9));
        }
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "uk", "ru", "ar"})
    void aDayInABureau(String language) throws Exception {
        Page clerk = signedIn(Role.CLERK, language);
        clerk.navigate("/intake");
        seen(clerk, "clerk-intake");
        clerk.locator("input[name=register][value=held]").check();
        clerk.locator("#file").setInputFiles(new FilePayload("held.csv", "text/csv", register()));
        clerk.locator("form:has(#file) button").click();
        clerk.waitForURL("**/intake/*");
        seen(clerk, "clerk-preview");
        clerk.locator("form[action$='/accept'] button").click();
        clerk.waitForURL("**/registers/held");
        assertThat(clerk.locator("table.rows tbody tr").count()).isEqualTo(50);
        assertThat(clerk.locator("a[href*='/export']").count()).isZero();

        Page analyst = signedIn(Role.ANALYST, language);
        analyst.navigate("/registers/held");
        analyst.locator("table.rows tbody th a").first().click();
        assertThat(analyst.url()).as("for what does he read?").contains("/purpose?to=");
        seen(analyst, "analyst-purpose");
        analyst.locator("input[name=why][value=HEALTH]").check();
        analyst.locator("#file").fill("MK-12/3");
        analyst.locator("main form button").click();
        analyst.waitForURL("**/registers/held/rows/**");
        seen(analyst, "analyst-person");
        String form = analyst.locator("a[href*='/forms/']").first().getAttribute("href");
        assertThat(analyst.context()
                        .request()
                        .get(node.url().resolve(form).toString())
                        .body())
                .startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));

        Page officer = signedIn(Role.LIST_OFFICER, language);
        officer.navigate("/purpose");
        officer.locator("input[name=why][value=ANSWERING]").check();
        officer.locator("main form button").click();
        officer.navigate("/registers/held");
        officer.locator("a[href$='/export']").click();
        officer.waitForURL("**/exports/new?**");
        seen(officer, "officer-copy");
        officer.locator("#reason").fill("for the talks");
        officer.locator("main form button").click();
        officer.waitForURL("**/exports");
        officer.navigate("/exports/1");
        assertThat(officer.locator("a[href$='/file']").count()).isZero();

        Page head = signedIn(Role.HEAD, language);
        head.navigate("/exports");
        seen(head, "head-copies");
        head.locator("main tbody th a").click();
        head.waitForURL("**/exports/1");
        seen(head, "head-copy");
        head.locator("form[action$='/allow'] button").click();
        head.waitForURL("**/exports");
        officer.navigate("/exports/1");
        Download copy = officer.waitForDownload(
                () -> officer.locator("a[href$='/file']").click());
        assertThat(Files.readString(copy.path()).lines()).hasSize(1 + ROWS).anyMatch(l -> l.contains("list-officer"));

        Page auditor = signedIn(Role.AUDITOR, language);
        auditor.navigate("/exports/1");
        seen(auditor, "auditor-copy");
        assertThat(auditor.locator("main form").count()).isZero();
        auditor.navigate("/glass");
        seen(auditor, "auditor-glass");
        auditor.navigate("/registers/held");
        assertThat(auditor.locator("main form[method=post]:not([role=search])").count())
                .isZero();

        assertThat(desk.complaints()).isEmpty();
    }
}
