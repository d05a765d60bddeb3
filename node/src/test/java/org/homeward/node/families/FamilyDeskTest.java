package org.homeward.node.families;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.homeward.node.families.FamilyDesk.No;
import org.homeward.node.store.Families.Channel;
import org.homeward.node.store.Families.Kind;
import org.homeward.node.store.Families.Notice;
import org.homeward.node.store.Families.Source;
import org.homeward.node.store.Families.State;
import org.homeward.node.store.Statements.Life;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may do what, in which order, and what follows. */
class FamilyDeskTest {
    @TempDir
    private Path folder;

    private Office office;

    @BeforeEach
    void open() throws Exception {
        office = Office.open(folder);
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void onlyLiaisonOfficersRecordKinAndTheSecondIsAnother() {
        FamilyDesk desk = office.rooms.desk();
        var kin = Office.kin("s-1", Channel.MAIL, "kin@example.org");
        assertThat(Office.no(desk.record(Office.OFFICER, kin))).isEqualTo(No.NOT_YOURS);
        assertThat(Office.no(desk.record(Office.HEAD, kin))).isEqualTo(No.NOT_YOURS);
        assertThat(Office.no(desk.record(Office.FIRST, Office.kin("s-9", Channel.LETTER, "a street"))))
                .isEqualTo(No.NO_DOSSIER);
        assertThat(Office.no(desk.record(Office.FIRST, Office.kin("s-1", Channel.MAIL, "a@b\r\nBcc: c@d"))))
                .isEqualTo(No.CONTACT);
        Office.expectDone(desk.record(Office.FIRST, kin));
        String id = office.rooms.families().kin(1).getFirst().id();
        assertThat(Office.no(desk.verify(Office.FIRST, id))).isEqualTo(No.SECOND_PERSON);
        assertThat(Office.expectDone(desk.verify(Office.SECOND, id)).detail()).hasSize(31);
        assertThat(Office.no(desk.verify(Office.SECOND, id))).isEqualTo(No.GONE);
    }

    @Test
    void theCodeIsNowhereInTheStore() throws Exception {
        String code = office.family("s-1", Channel.LETTER, "a street");
        StringBuilder bytes = new StringBuilder();
        try (var files = java.nio.file.Files.walk(folder)) {
            for (Path file : files.filter(java.nio.file.Files::isRegularFile).toList()) {
                bytes.append(new String(
                        java.nio.file.Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1));
            }
        }
        assertThat(bytes.toString()).contains("Kin of s-1").doesNotContain(code).doesNotContain(code.replace("-", ""));
    }

    @Test
    void aDeathHasNoNoticeAndIsAVisit() {
        office.family("s-1", Channel.MAIL, "kin@example.org");
        office.happened(Kind.DIED, "day-1", "s-1");
        assertThat(office.rooms.families().notices(9)).extracting(Notice::kind).containsExactly("APPLICATION");
        var visit = office.rooms.families().visits(9).getFirst();
        assertThat(visit.state()).isEqualTo("OPEN");
        assertThat(Office.no(office.rooms.desk().visited(Office.HEAD, visit.id(), true)))
                .isEqualTo(No.NOT_YOURS);
        Office.expectDone(office.rooms.desk().visited(Office.FIRST, visit.id(), true));
        assertThat(office.rooms.families().untold("day-1")).isZero();
    }

    @Test
    void noNoticeLeavesForAnEventOfOnePersonOrByTheReleaseOfOne() {
        office.family("s-1", Channel.MAIL, "kin@example.org");
        FamilyDesk desk = office.rooms.desk();
        Office.expectDone(
                desk.happened(Office.FIRST, Kind.RELEASED, "day-1", Source.REGISTER, "row of batch 1", List.of("s-1")));
        assertThat(office.rooms.families().notices(9)).hasSize(1);
        String event = office.rooms.families().events(1).getFirst().id();
        assertThat(Office.no(desk.verifyEvent(Office.FIRST, event))).isEqualTo(No.SECOND_PERSON);
        assertThat(Office.no(desk.verifyEvent(Office.OFFICER, event))).isEqualTo(No.NOT_YOURS);
        Office.expectDone(desk.verifyEvent(Office.HEAD, event));
        Notice draft = office.rooms.families().notices(9).stream()
                .filter(n -> n.kind().equals("RELEASED"))
                .findFirst()
                .orElseThrow();
        Office.expectDone(office.release(Office.FIRST, draft.id()));
        assertThat(Office.no(office.release(Office.FIRST, draft.id()))).isEqualTo(No.SECOND_PERSON);
        assertThat(office.rooms.families().notice(draft.id()).orElseThrow().state())
                .isEqualTo(State.ASKED);
        Office.expectDone(office.release(Office.HEAD, draft.id()));
        assertThat(office.rooms.families().notice(draft.id()).orElseThrow().state())
                .isEqualTo(State.RELEASED);
    }

    @Test
    void whatIsWrittenSaysNothingOfPlaceOrLikelihoodAndWarnsOfFraud() {
        for (String language : Words.LANGUAGES) {
            Words words = Words.in(language);
            for (String kind : List.of("APPLICATION", "ADDED", "RELEASED", "NOT_RETURNED")) {
                assertThat(words.get("notice." + kind) + words.get("next." + kind))
                        .doesNotContain("%")
                        .doesNotContain("{");
            }
            assertThat(words.get("fraud")).isNotBlank();
        }
        office.family("s-1", Channel.LETTER, "a street");
        Notice draft = office.rooms.families().notices(1).getFirst();
        // Without its random code, in which any three signs may stand by chance.
        assertThat(draft.words().replace(draft.code(), ""))
                .contains("Nobody may ask money")
                .doesNotContain("s-1");
    }

    @Test
    void aNoticeWaitsForTheMorningOfTheFamily() {
        ZoneId kyiv = ZoneId.of("Europe/Kyiv");
        assertThat(QuietHours.next(Instant.parse("2026-02-05T12:00:00Z"), kyiv)).isEqualTo("2026-02-05T12:00:00Z");
        assertThat(QuietHours.next(Instant.parse("2026-02-05T19:00:00Z"), kyiv)).isEqualTo("2026-02-06T06:00:00Z");
        assertThat(QuietHours.next(Instant.parse("2026-02-05T05:59:59Z"), kyiv)).isEqualTo("2026-02-05T06:00:00Z");
        // The night in which clocks go forward.
        assertThat(QuietHours.next(Instant.parse("2026-03-28T20:00:00Z"), kyiv)).isEqualTo("2026-03-29T05:00:00Z");
    }

    @Test
    void thePressComesAfterTheFamiliesUnlessAHeadSaysWhy() {
        office.family("s-1", Channel.LETTER, "a street");
        office.happened(Kind.RELEASED, "day-1", "s-1", "s-2");
        FigureDesk figures = office.rooms.figures();
        Office.expectDone(figures.draft(Office.OFFICER, "day-1"));
        String draft = figures.all().getFirst().release().id();
        assertThat(Office.no(office.releaseFigures(Office.FIRST, draft, "because")))
                .isEqualTo(No.NOT_YOURS);
        assertThat(Office.no(office.releaseFigures(Office.HEAD, draft, " "))).isEqualTo(No.FAMILY_FIRST);
        assertThat(figures.released()).isEmpty();
        office.releaseAll();
        assertThat(Office.no(office.releaseFigures(Office.HEAD, draft, ""))).isEqualTo(No.FAMILY_FIRST);
        for (Notice notice : office.rooms.families().notices(9)) {
            Office.expectDone(office.rooms.desk().handedOver(Office.FIRST, notice.id()));
        }
        assertThat(Office.no(office.releaseFigures(Office.OFFICER, draft, ""))).isEqualTo(No.SECOND_PERSON);
        Office.expectDone(office.releaseFigures(Office.HEAD, draft, ""));
        assertThat(figures.released().getFirst().cells()).allMatch(FigureDesk.Cell::withheld);

        office.happened(Kind.NOT_RETURNED, "day-2", "s-1");
        Office.expectDone(figures.draft(Office.OFFICER, "day-2"));
        String early = figures.all().stream()
                .filter(s -> !s.release().released())
                .findFirst()
                .orElseThrow()
                .release()
                .id();
        Office.expectDone(office.releaseFigures(Office.HEAD, early, "the other side has published"));
        assertThat(office.store.figures().find(early).orElseThrow().reason()).isEqualTo("the other side has published");
    }

    @Test
    void aStatementFindsDossiersByNameAndClosesNothing() {
        StatementDesk desk = office.rooms.statements();
        var said =
                new StatementDesk.NewStatement("s-2", "Данило Тестенко", Life.DEAD, "2025-03", "a hospital", "B", "C");
        assertThat(Office.no(desk.enter(Office.FIRST, said))).isEqualTo(No.NOT_YOURS);
        Office.expectDone(desk.enter(Office.OFFICER, said));
        var shown = desk.newest(1).getFirst();
        assertThat(shown.candidates())
                .extracting(c -> c.dossier())
                .contains("s-1")
                .doesNotContain("s-2");
        Office.expectDone(desk.decide(Office.OFFICER, shown.statement().id(), "s-1", true));
        assertThat(Office.no(desk.decide(Office.HEAD, shown.statement().id(), "s-1", false)))
                .isEqualTo(No.GONE);
        assertThat(office.rooms.families().events(9)).isEmpty();
        assertThat(office.rooms.families().visits(9)).isEmpty();
    }

    @Test
    void aFamilySeesOnlyWhatLeftAndItsAnswerLandsInTheQueue() {
        String code = office.family("s-1", Channel.LETTER, "a street");
        FamilyDoor door = office.rooms.door();
        assertThat(door.ask(code, "192.0.2.1")).contains(List.of());
        office.releaseAll();
        assertThat(door.ask(code, "192.0.2.1")).contains(List.of());
        Notice notice = office.rooms.families().notices(1).getFirst();
        Office.expectDone(office.rooms.desk().handedOver(Office.FIRST, notice.id()));
        var shown = door.ask(code.replace("-", " ").toUpperCase(java.util.Locale.ROOT), "192.0.2.1")
                .orElseThrow();
        assertThat(shown).hasSize(1);
        assertThat(shown.getFirst().file().check(office.rooms.writer().key())).isEqualTo(NoticeFile.Found.HOLDS);
        assertThat(door.issued(notice.code(), "192.0.2.1")).contains(true);
        assertThat(door.issued("0000-0000-0000", "192.0.2.1")).contains(false);
        door.answer("0".repeat(26), notice.code(), "not mine", "192.0.2.1");
        assertThat(office.rooms.families().corrections(9)).isEmpty();
        for (int i = 0; i < 9; i++) {
            door.answer(code, notice.code(), "this is not right", "192.0.2.2");
        }
        assertThat(office.rooms.families().corrections(99)).hasSize(FamilyDoor.MOST_ANSWERS);
        assertThat(office.rooms.families().notice(notice.id()).orElseThrow().state())
                .isEqualTo(State.READ);
    }

    @Test
    void whoeverFloodsTheDoorDoesNotKeepOutSomebodyWithAReceipt() {
        Throttle throttle = new Throttle();
        Instant now = office.now;
        for (int i = 0; i < Throttle.PER_SOURCE; i++) {
            assertThat(throttle.admits("192.0.2.1", now)).isTrue();
        }
        assertThat(throttle.admits("192.0.2.1", now)).isFalse();
        assertThat(throttle.admits("192.0.2.2", now)).isTrue();
        for (int i = 0; i < 60_000; i++) {
            throttle.admits(
                    "2001:db8:" + Integer.toHexString(i / 1000) + ":" + Integer.toHexString(i % 1000) + "::1", now);
        }
        assertThat(throttle.admits("198.51.100.7", now)).isTrue();
        Set<Boolean> sameNetwork = java.util.stream.IntStream.range(0, 9)
                .mapToObj(i -> throttle.admits("2001:db8:ffff:1::" + i, now))
                .collect(Collectors.toSet());
        assertThat(sameNetwork).contains(false);
        assertThat(throttle.admits("192.0.2.1", now.plus(Throttle.WINDOW))).isTrue();
    }

    @Test
    void kinAreWipedWhenTheirTimeIsOver() {
        String code = office.family("s-1", Channel.LETTER, "a street");
        office.later(Duration.ofDays(731));
        assertThat(office.rooms.families().expire(office.now)).isEqualTo(1);
        assertThat(office.rooms.door().ask(code, "192.0.2.1")).contains(List.of());
    }

    @Test
    void aLostCodeIsReplacedByTwoOfficersAndTheOldOneIsNoneFromThen() {
        String old = office.family("s-1", Channel.LETTER, "a street");
        office.releaseAll();
        String notice = office.rooms.families().notices(1).getFirst().id();
        Office.expectDone(office.rooms.desk().handedOver(Office.FIRST, notice));
        FamilyDesk desk = office.rooms.desk();
        String kin = office.rooms.families().kin(1).getFirst().id();
        assertThat(Office.no(desk.newCode(Office.SECOND, kin)))
                .as("nobody asked")
                .isEqualTo(No.GONE);
        assertThat(Office.no(desk.askNewCode(Office.HEAD, kin, "passport"))).isEqualTo(No.NOT_YOURS);
        assertThat(Office.no(desk.askNewCode(Office.FIRST, kin, " "))).isEqualTo(No.FIELD);
        assertThat(Office.no(desk.askNewCode(Office.FIRST, "none", "passport"))).isEqualTo(No.GONE);
        Office.expectDone(desk.askNewCode(Office.FIRST, kin, "passport"));
        assertThat(Office.no(desk.newCode(Office.FIRST, kin))).isEqualTo(No.SECOND_PERSON);
        assertThat(office.rooms.door().ask(old, "192.0.2.1").orElseThrow())
                .as("until then the old one holds")
                .hasSize(1);

        String fresh = Office.expectDone(desk.newCode(Office.SECOND, kin)).detail();

        assertThat(office.rooms.door().ask(old, "192.0.2.1").orElseThrow()).isEmpty();
        assertThat(office.rooms.door().ask(fresh, "192.0.2.1").orElseThrow()).hasSize(1);
        assertThat(Office.no(desk.newCode(Office.SECOND, kin))).as("once").isEqualTo(No.GONE);

        Office.expectDone(desk.askNewCode(Office.FIRST, kin, "passport"));
        office.later(Duration.ofHours(49));
        assertThat(Office.no(desk.newCode(Office.SECOND, kin)))
                .as("asked too long ago")
                .isEqualTo(No.GONE);
        assertThat(office.rooms.door().ask(fresh, "192.0.2.2").orElseThrow()).hasSize(1);
    }
}
