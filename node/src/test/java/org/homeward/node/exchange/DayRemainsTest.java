package org.homeward.node.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.homeward.handover.device.Post;
import org.homeward.handover.log.Observation;
import org.homeward.handover.log.Roster;
import org.homeward.handover.log.RosterText;
import org.homeward.handover.pack.DayList;
import org.homeward.handover.pack.DayPack;
import org.homeward.handover.pack.DeviceKeys;
import org.homeward.handover.pack.Manifest;
import org.homeward.handover.reconciliation.Difference;
import org.homeward.handover.reconciliation.Reconciliation;
import org.homeward.node.day.DayFiles;
import org.homeward.node.day.DayFolder;
import org.homeward.node.day.DayParts;
import org.homeward.node.day.DayReadings;
import org.homeward.node.day.DaySource;
import org.homeward.node.people.Person;
import org.homeward.node.remains.RemainsController;
import org.homeward.node.remains.RemainsDesk;
import org.homeward.node.remains.RemainsDesk.No;
import org.homeward.node.remains.RemainsGroups;
import org.homeward.node.remains.RemainsPaper;
import org.homeward.node.store.Registers;
import org.homeward.node.store.Remains.Kind;
import org.homeward.node.store.Remains.Method;
import org.homeward.node.store.Store;
import org.homeward.node.web.Text;
import org.homeward.protocol.crypto.SealingKey;
import org.homeward.protocol.crypto.SigningKey;
import org.homeward.register.Column;
import org.homeward.register.Field;
import org.homeward.register.RegisterTable;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Bags and fragments from the posts of two handovers to the paper that two people sign: through the devices' own logs, by no other way. */
class DayRemainsTest extends AgreedCase {
    private static final Person FIRST = new Person("officer-1", "", Person.Role.LIST_OFFICER, "", "");
    private static final Person SECOND = new Person("officer-2", "", Person.Role.ANALYST, "", "");
    private static final long CLAIMED = 1_770_300_000_000L;
    private static final int REPORT = 17;

    private final SecureRandom random = new SecureRandom();
    private DayFolder folder;

    /** Records what a device of each side sees on a day, and hands both logs in. */
    private void handover(String day, List<Observation> byAa, List<Observation> byBb) throws Exception {
        var made = (DayFiles.Made.Files) DayFiles.of(
                state("aa"), new DayFiles.Plan(day, "icrc", "", "bags aa 2", ""), true, "checkpoint", "policy");
        Roster plain = RosterText.read(made.files().get(DayFiles.ROSTER)).get();
        List<DeviceKeys> keys = new ArrayList<>();
        List<Roster.Device> devices = new ArrayList<>();
        List<Roster.Officer> officers = new ArrayList<>();
        for (String party : List.of("aa", "bb")) {
            SigningKey device = SigningKey.generate(random);
            SigningKey officer = SigningKey.generate(random);
            SealingKey sealing = SealingKey.generate(random);
            devices.add(new Roster.Device(party + "-01", party, "north", device.publicText(), sealing.publicText()));
            officers.add(new Roster.Officer("officer-" + party, party, officer.publicText()));
            keys.add(new DeviceKeys(
                    party + "-01",
                    device.privateText(),
                    sealing.privateText(),
                    "officer-" + party,
                    officer.privateText(),
                    officer.publicText()));
        }
        Roster roster = new Roster(
                plain.caseId(),
                day,
                plain.agreement(),
                plain.parties(),
                plain.neutral(),
                devices,
                officers,
                plain.people(),
                plain.reserve(),
                plain.planned(),
                plain.vehicles(),
                plain.checklist());
        assertThat(folder.takeRoster(state("aa"), RosterText.write(roster))).isEmpty();
        DayList list = new DayList(1, roster.caseId(), day, List.of());
        DayPack pack = new DayPack(roster, "", "", list, Manifest.NONE);
        for (DeviceKeys each : keys) {
            Path log = home.resolve(day + "-" + each.device());
            try (Post post = Post.open(pack, each, log).get()) {
                for (Observation seen : each.device().equals("aa-01") ? byAa : byBb) {
                    assertThat(post.record(seen, CLAIMED).accepted()).isTrue();
                }
                assertThat(folder.take(day, post.log())).isEmpty();
            }
        }
    }

    private static Observation bag(String tag, String seal) {
        return new Observation.BagSeen(tag, "aa", seal);
    }

    private static Observation fragment(String bag, String tag, String part) {
        return new Observation.FragmentSeen(bag, tag, part);
    }

    private RemainsDesk desk(Store store) {
        DaySource cases = id -> id.equals(state("aa").caseId())
                ? Optional.of(new DaySource.Case(state("aa"), Optional.empty(), "", folder, Map::of))
                : Optional.empty();
        DayParts parts = new DayParts(cases);
        store.registers()
                .add(
                        Registers.Kind.SOUGHT,
                        "sought.csv",
                        "00",
                        new RegisterTable(
                                List.of(new Column("surname", Field.SURNAME)),
                                List.of("s-1"),
                                List.<String[]>of(new String[] {"Testenko"})),
                        "clerk",
                        Instant.EPOCH);
        return new RemainsDesk(store.remains(), store.registers(), parts::seen, Clock.systemUTC(), random);
    }

    private static String stands(RemainsDesk desk, Kind kind, String part, String other) throws IOException {
        assertThat(desk.ask(FIRST, kind, part, other, Method.DNA, "report " + REPORT))
                .isEmpty();
        String id = desk.steps().getLast().id();
        assertThat(desk.confirm(FIRST, id)).contains(No.SECOND_PERSON);
        assertThat(desk.confirm(SECOND, id)).isEmpty();
        return id;
    }

    private static Text words(String language) {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/pages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
        return new Text(messages, Locale.of(language));
    }

    private static String printed(RemainsGroups.Group group) throws IOException {
        byte[] pdf = RemainsPaper.pdf(group, RemainsController.number(group), words("uk"), words("en"), Instant.EPOCH);
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    @Test
    void fromTheBagAtThePostToThePaperInTwoLanguagesAndBack() throws Exception {
        folder = new DayFolder(home.resolve("days"), new DayReadings());
        handover(
                "day-1",
                List.of(bag("B1", "S-1"), fragment("B1", "F1", "hand"), fragment("B1", "F2", "foot"), bag("B2", "S-2")),
                List.of(bag("B1", "S-1"), fragment("B1", "F1", "hand"), bag("B2", "S-2")));
        handover(
                "day-2",
                List.of(bag("B7", "S-7"), fragment("B7", "F9", "jaw")),
                List.of(bag("B7", "S-7"), fragment("B7", "F9", "jaw")));

        Reconciliation evening = folder.read("day-1").orElseThrow().get().reconciled();
        assertThat(evening.open()).anySatisfy(open -> {
            assertThat(open.difference().kind()).isEqualTo(Difference.Kind.FRAGMENTS_UNEQUAL);
            assertThat(open.difference().subject()).isEqualTo("bag:B1");
            assertThat(open.difference().parts()).anyMatch(part -> part.contains("F2"));
        });

        String day1 = state("aa").caseId() + "/day-1/";
        String jaw = state("aa").caseId() + "/day-2/B7/F9";
        try (Store store = Store.embedded(home.resolve("remains.db"))) {
            RemainsDesk desk = desk(store);
            assertThat(desk.ask(FIRST, Kind.JOIN, day1 + "B1/F9", jaw, Method.DNA, "report"))
                    .as("no device saw that part there")
                    .contains(No.NO_PART);
            String join = stands(desk, Kind.JOIN, day1 + "B1/F1", jaw);
            stands(desk, Kind.JOIN, day1 + "B2", jaw);
            stands(desk, Kind.NAME, jaw, "s-1");

            RemainsGroups.Group person = desk.groups().getFirst();
            assertThat(desk.groups()).hasSize(1);
            assertThat(printed(person))
                    .contains("Запис про останки, попередній", "Record of remains, provisional")
                    .contains("Хто, попередньо: s-1", "Who, provisionally: s-1")
                    .contains(day1 + "B1/F1", day1 + "B2", jaw)
                    .contains("ДНК", "report 17", "officer-1, officer-2");

            assertThat(desk.askBack(FIRST, join, "report 21: another person")).isEmpty();
            assertThat(desk.takeBack(SECOND, join)).isEmpty();
            RemainsGroups.Group less = desk.groups().getFirst();
            assertThat(less.parts()).containsExactly(day1 + "B2", jaw);
            assertThat(RemainsController.number(less)).isNotEqualTo(RemainsController.number(person));
            assertThat(printed(less)).doesNotContain("B1/F1").contains(jaw);
            assertThat(store.families().events(9)).as("no death follows").isEmpty();
        }
    }
}
