package org.homeward.browser.present;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.net.InetSocketAddress;
import java.util.List;
import org.homeward.handover.day.DayState;
import org.homeward.handover.day.Status;
import org.homeward.handover.day.VehicleState;
import org.homeward.handover.log.EventSet;
import org.homeward.handover.log.LogText;
import org.homeward.handover.log.Merger;
import org.homeward.handover.log.Observation;
import org.homeward.handover.log.Roster;
import org.homeward.handover.phone.PhoneServer;
import org.junit.jupiter.api.Test;

/** What happened on paper is entered on a telephone later, and reads as what it is. */
class PhonePaperTest {
    private static final long DAY = 86_400_000L;
    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private final PhoneDay day = PhoneDay.of(12, 12, 0);

    @Test
    void theNeutralEntersFormsWithWhoHeldThePen() throws Exception {
        try (PhoneServer server = PhoneServer.start(new InetSocketAddress("127.0.0.1", 0), null);
                Desk desk = new Desk()) {
            Phone phone = Phone.enrol(
                    desk.sit("http://127.0.0.1:" + server.port(), 390, 844),
                    "neutral-01",
                    "neutral",
                    "north",
                    day.trusts("neutral"));
            day.enrol(phone.enrolment());
            long now = System.currentTimeMillis();
            phone.load(day.pack("neutral-01", day.list(), now, now + DAY));
            Page page = phone.page();
            page.waitForSelector("#work:not([hidden])");
            Roster.Expected person = day.roster().people().stream()
                    .filter(p -> p.returnsTo().equals("aa") && p.number() == 2)
                    .findFirst()
                    .orElseThrow();

            page.click("#paper summary");
            page.fill("#form", "F-0007");
            page.selectOption("#pen", "guard-neutral-01");
            phone.find("2", person.token());
            assertThat(phone.press("#person [data-outcome=ABSENT]"))
                    .as("a form without its date")
                    .contains("date and time");
            page.fill("#written", "2026-02-05 07:40");
            assertThat(phone.press("#person [data-outcome=ABSENT]")).contains("Recorded");
            Desk.keep(page, "phone-paper");
            phone.tab("counts");
            page.locator("[id^='ref-bus-aa-north']").first().fill("A-17");
            assertThat(phone.press("[data-acknowledge=bus-aa-north]")).contains("acknowledgement");
            assertThat(new AxeBuilder(page).withTags(WCAG).analyze().getViolations())
                    .isEmpty();
            page.selectOption("#language", "ar");
            Desk.keep(page, "phone-paper-ar");
            page.fill("#form", "");
            phone.tab("log");
            phone.press("#close");

            LogText.Content log = phone.content();
            assertThat(log.events().getFirst().observation())
                    .isInstanceOfSatisfying(Observation.OnPaper.class, paper -> {
                        assertThat(paper.form()).isEqualTo("F-0007");
                        assertThat(paper.pen()).isEqualTo("guard-neutral-01");
                        assertThat(paper.written()).isEqualTo("2026-02-05 07:40");
                    });
            EventSet set = new EventSet();
            assertThat(new Merger(day.roster()).merge(log, set).refused()).isEmpty();
            DayState state = DayState.of(day.roster(), set);
            assertThat(state.unfounded()).isEmpty();
            assertThat(state.subject(person.token()).orElseThrow().status()).isEqualTo(Status.ABSENT);
            assertThat(state.vehicles().get("bus-aa-north").standing())
                    .as("one of two acknowledgements is in")
                    .isEqualTo(VehicleState.Standing.WAITING);
            assertThat(state.vehicles().get("bus-aa-north").missing()).hasSize(1);
            assertThat(state.closed()).containsExactly("neutral-01");
            assertThat(desk.complaints()).isEmpty();
        }
    }
}
