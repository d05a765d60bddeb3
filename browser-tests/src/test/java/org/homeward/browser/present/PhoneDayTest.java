package org.homeward.browser.present;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.homeward.handover.day.DayState;
import org.homeward.handover.log.EventSet;
import org.homeward.handover.log.Merger;
import org.homeward.handover.log.Observation;
import org.homeward.handover.log.Roster;
import org.homeward.handover.phone.PhoneServer;
import org.homeward.handover.reconciliation.Difference;
import org.homeward.handover.reconciliation.Reconciliation;
import org.homeward.handover.slip.Slip;
import org.junit.jupiter.api.Test;

/** A whole day with six telephones at two points and no network, up to the reconciliation that follows from their logs. */
class PhoneDayTest {
    private static final int SUBSTITUTED = 10;
    private static final int STAYS = 20;
    private static final int DIES = 30;
    private static final int DISPUTED = 40;
    private static final long DAY = 86_400_000L;

    private final PhoneDay day = PhoneDay.of(157, 160, 3);
    private final Map<String, Phone> phones = new LinkedHashMap<>();

    @Test
    void aDayOf157And160WithoutANetworkEndsWithExactlyTheRightOpenCases() throws Exception {
        try (PhoneServer server = PhoneServer.start(new InetSocketAddress("127.0.0.1", 0), null);
                Desk desk = new Desk()) {
            theEveningBefore(desk, "http://127.0.0.1:" + server.port());
            departures("north", "01");
            departures("south", "02");
            givenAndTaken("north", "01");
            givenAndTaken("south", "02");
            whatNobodyPlanned();
            phones.values().forEach(phone -> {
                phone.tab("log");
                assertThat(phone.press("#close")).contains("Recorded: end of the day");
            });

            Reconciliation evening = reconciled();

            assertThat(evening.cases().stream().map(c -> named(c.difference())))
                    .containsExactlyInAnyOrder(
                            "SUBSTITUTED aa 10",
                            "NOT_TRAVELLING aa 20",
                            "DIED_ON_THE_WAY bb 30",
                            "IDENTITY_DISPUTED bb 40",
                            "ON_NO_LIST null 0",
                            "COUNTS_UNEQUAL aa 0");
            assertThat(evening.open()).hasSize(6);
            assertThat(evening.unclosed()).isEmpty();
            assertThat(evening.counts()).anySatisfy(count -> {
                assertThat(count.what()).isEqualTo("bags");
                assertThat(count.handedOver()).isEqualTo(6_060L);
                assertThat(count.received()).isEqualTo(6_057L);
            });
            assertThat(desk.complaints()).isEmpty();
        }
    }

    private static String named(Difference d) {
        return d.kind() + " " + d.returnsTo() + " " + d.number();
    }

    /** Keys are made on the telephones, the roster takes them in, packs are loaded; then the network goes, and stays away. */
    private void theEveningBefore(Desk desk, String url) throws IOException {
        for (Roster.Device d : day.roster().devices()) {
            Phone phone = Phone.enrol(desk.sit(url, 390, 844), d.id(), d.party(), d.point(), day.trusts(d.party()));
            phones.put(d.id(), phone);
            day.enrol(phone.enrolment());
        }
        long now = System.currentTimeMillis();
        phones.values().forEach(phone -> {
            phone.load(day.pack(phone.device(), day.list(), now, now + DAY));
            phone.page().waitForSelector("#work:not([hidden])");
            phone.page().waitForFunction("() => navigator.serviceWorker.controller !== null");
            phone.page().context().setOffline(true);
            phone.page().reload();
            phone.unlock();
            phone.page().waitForSelector("#work:not([hidden])");
        });
    }

    private Phone at(String party, String place) {
        return phones.get(party + "-" + place);
    }

    private void departures(String point, String place) throws IOException {
        Phone aa = at("aa", place);
        Phone bb = at("bb", place);
        for (Phone phone : List.of(aa, bb)) {
            phone.tab("counts");
            assertThat(phone.press("[data-depart=bus-" + phone.device().substring(0, 2) + "-" + point + "]"))
                    .startsWith("It may not leave. Not acknowledged: fire-control");
            for (String item : day.roster().checklist()) {
                phone.press("[data-item='" + item + "']");
            }
            for (String bus : List.of("bus-aa-" + point, "bus-bb-" + point)) {
                phone.page().fill("#ref-" + bus + "-fire-control", "A-17");
                assertThat(phone.press("[data-acknowledge=" + bus + "]")).contains("acknowledgement");
            }
        }
        Phone.meet(aa, bb);
        for (Phone phone : List.of(aa, bb)) {
            phone.tab("counts");
            assertThat(phone.press("[data-depart=bus-" + phone.device().substring(0, 2) + "-" + point + "]"))
                    .contains("departure");
        }
    }

    private static int parity(String point) {
        return point.equals("north") ? 0 : 1;
    }

    private List<Map<String, String>> returning(String party, String point, int... without) {
        List<Map<String, String>> people = new ArrayList<>();
        for (Roster.Expected e : day.roster().people()) {
            boolean left = java.util.Arrays.stream(without).anyMatch(n -> n == e.number());
            if (e.returnsTo().equals(party) && e.number() % 2 == parity(point) && !left) {
                people.add(Map.of("token", e.token(), "asked", String.valueOf(e.number())));
            }
        }
        return people;
    }

    /** Offer, acceptance, conclusion: three touches on two telephones, which meet in between. */
    private void givenAndTaken(String point, String place) throws IOException {
        Phone aa = at("aa", place);
        Phone bb = at("bb", place);
        List<Map<String, String>> toAa = returning("aa", point, SUBSTITUTED, STAYS);
        List<Map<String, String>> toBb = returning("bb", point, DIES, DISPUTED);
        bb.each(toAa, "present", "offer");
        aa.each(toBb, "present", "offer");
        Phone.meet(aa, bb);
        aa.each(toAa, "accept");
        bb.each(toBb, "accept");
        Phone.meet(aa, bb);
        bb.each(toAa, "conclude");
        aa.each(toBb, "conclude");
    }

    private Roster.Expected listed(String party, int number) {
        return day.roster().people().stream()
                .filter(e -> e.returnsTo().equals(party) && e.number() == number)
                .findFirst()
                .orElseThrow();
    }

    private void whatNobodyPlanned() throws Exception {
        Phone aa = at("aa", "01");
        Phone bb = at("bb", "01");
        substituted(aa, bb);
        refused(at("neutral", "01"));
        died(aa);
        disputed(aa, bb);
        bb.tab("people");
        assertThat(bb.press("[data-why=NOT_ON_LIST]")).contains("on no list");
        counted(bb, 6_060);
        counted(aa, 6_057);
    }

    private void substituted(Phone aa, Phone bb) throws IOException {
        Roster.Expected out = listed("aa", SUBSTITUTED);
        Roster.Expected in = day.roster().reserve().getFirst();
        bb.find("10", out.token());
        bb.page().selectOption("#reserve", in.token());
        assertThat(bb.press("#substitute")).contains("substitution");
        // By his name as the passport has it, where the list has it in Cyrillic.
        Map<String, String> person = Map.of(
                "token",
                in.token(),
                "asked",
                day.list().line(in.token()).orElseThrow().names().get(1));
        bb.each(List.of(person), "present", "offer");
        Phone.meet(aa, bb);
        aa.each(List.of(person), "accept");
        Phone.meet(aa, bb);
        bb.each(List.of(person), "conclude");
    }

    /** By the code of his slip; what he said is nowhere in the log but under the neutral's seal. */
    private void refused(Phone neutral) throws Exception {
        Roster.Expected person = listed("aa", STAYS);
        var maker = day.maker("neutral");
        String slip = Slip.Maker.of(day.roster(), maker.officer(), maker.officerKey())
                .get()
                .slip(person)
                .text();
        Page page = neutral.page();
        neutral.tab("people");
        page.fill("#asked", slip);
        page.click("#find button");
        page.waitForSelector("#person:not([hidden])");
        page.selectOption("#cause", "DOES_NOT_WISH");
        page.fill("#spoken", "I have a daughter here");
        assertThat(neutral.press("#stays")).contains("does not travel");
        String log = new String(neutral.log(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(log).doesNotContain("DOES_NOT_WISH").doesNotContain("daughter");
        Observation.Stays stays = (Observation.Stays) neutral.content().events().stream()
                .map(e -> e.observation())
                .filter(Observation.Stays.class::isInstance)
                .findFirst()
                .orElseThrow();
        assertThat(stays.code()).isIn(Observation.Stays.EQUAL_CODES);
    }

    private void died(Phone aa) {
        Roster.Expected person = listed("bb", DIES);
        Map<String, String> asked = Map.of("token", person.token(), "asked", "30");
        aa.each(List.of(asked), "present");
        assertThat(aa.press("[data-outcome=DIED]")).contains("check-in");
        assertThat(aa.press("#offer")).isEqualTo("He cannot be offered as things stand: look at his line first.");
    }

    private void disputed(Phone aa, Phone bb) throws IOException {
        Roster.Expected person = listed("bb", DISPUTED);
        aa.each(List.of(Map.of("token", person.token(), "asked", "40")), "present", "offer");
        Phone.meet(aa, bb);
        bb.find("40", person.token());
        bb.page().locator("#person input[value=no]").first().check();
        bb.page().check("#person input[value=DIFFERS]");
        assertThat(bb.press("[data-outcome=PRESENT]")).contains("does not agree");
        bb.page().locator("#person input[value=no]").first().check();
        bb.page().check("#person input[value=DIFFERS]");
        assertThat(bb.press("[data-outcome=IDENTITY_DISPUTED]")).contains("check-in");
        assertThat(bb.press("#decline")).contains("not signed for");
    }

    private static void counted(Phone phone, int bags) {
        phone.tab("counts");
        phone.page().selectOption("#what", "bags:aa");
        phone.page().fill("#number", String.valueOf(bags));
        assertThat(phone.press("#tally button")).contains("count");
    }

    private Reconciliation reconciled() throws IOException {
        EventSet set = new EventSet();
        Merger merger = new Merger(day.roster());
        for (Phone phone : phones.values()) {
            assertThat(merger.merge(phone.content(), set).refused())
                    .as(phone.device())
                    .isEmpty();
        }
        // Those who met keep each other's ends, by which a log that was handed in shorter would be found.
        assertThat(set.of("aa-01")).anyMatch(e -> e.observation() instanceof Observation.Met);
        DayState state = DayState.of(day.roster(), set);
        assertThat(state.breaches()).isEmpty();
        assertThat(state.unfounded()).isEmpty();
        return Reconciliation.of(state, List.of());
    }
}
