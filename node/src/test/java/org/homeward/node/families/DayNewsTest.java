package org.homeward.node.families;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.homeward.node.families.FamilyDesk.No;
import org.homeward.node.store.Families.Channel;
import org.homeward.node.store.Families.Event;
import org.homeward.node.store.Families.Kind;
import org.homeward.node.store.Families.Notice;
import org.homeward.node.store.Families.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a handover day says reaches families only by people, and what a later log changes is taken back or corrected. */
class DayNewsTest {
    private static final String DAY = "exchange-9-day-1";

    @TempDir
    Path folder;

    private Office office;

    @BeforeEach
    void aBureau() throws Exception {
        office = Office.open(folder);
    }

    @AfterEach
    void close() {
        office.close();
    }

    private DayNews.Taken take(Map<String, Kind> facts, boolean signed) {
        return office.rooms.news().take(Office.OFFICER.id(), DAY, "joint statement 00aa", facts, signed);
    }

    private List<Notice> told() {
        return office.rooms.families().notices(99).stream()
                .filter(n -> !n.kind().equals("APPLICATION"))
                .toList();
    }

    private void send(Notice notice) {
        Office.expectDone(office.release(Office.FIRST, notice.id()));
        Office.expectDone(office.release(Office.SECOND, notice.id()));
        assertThat(office.rooms.families().sent(notice.id(), "", office.now)).isTrue();
    }

    @Test
    void nothingIsWrittenDownBeforeBothSidesHaveSigned() {
        office.family("s-1", Channel.MAIL, "kin@example.org");
        assertThat(take(Map.of("s-1", Kind.RELEASED), false)).isEqualTo(new DayNews.Taken(0, 0));
        assertThat(office.rooms.families().events(9)).isEmpty();
    }

    @Test
    void theProgramWritesItDownOnceAndASecondPersonVerifiesItBeforeThereIsADraft() {
        office.family("s-1", Channel.MAIL, "kin@example.org");
        Map<String, Kind> facts = Map.of("s-1", Kind.RELEASED, "s-2", Kind.NOT_RETURNED, "nobody", Kind.RELEASED);
        assertThat(take(facts, true)).isEqualTo(new DayNews.Taken(2, 0));
        assertThat(take(facts, true)).as("the same again").isEqualTo(new DayNews.Taken(0, 0));
        assertThat(told()).as("a fact is no notice").isEmpty();
        assertThat(Office.no(office.rooms.desk().verifyDay(Office.OFFICER, DAY)))
                .as("who works on lists tells no family")
                .isEqualTo(No.NOT_YOURS);

        Office.expectDone(office.rooms.desk().verifyDay(Office.SECOND, DAY));

        assertThat(told()).singleElement().satisfies(n -> {
            assertThat(n.state()).isEqualTo(State.DRAFT);
            assertThat(n.kind()).isEqualTo("RELEASED");
            assertThat(n.corrects()).isEmpty();
        });
        assertThat(Office.no(office.rooms.desk().verifyDay(Office.SECOND, DAY))).isEqualTo(No.GONE);
        Office.expectDone(office.rooms.figures().draft(Office.OFFICER, DAY));
        String draft = office.rooms.figures().all().getFirst().release().id();
        assertThat(Office.no(office.releaseFigures(Office.HEAD, draft, "")))
                .as("the families come before the press")
                .isEqualTo(No.FAMILY_FIRST);
    }

    @Test
    void whoHandedTheStatementInDoesNotVerifyWhatFollowsFromIt() {
        office.rooms.news().take(Office.HEAD.id(), DAY, "joint statement 00aa", Map.of("s-1", Kind.RELEASED), true);
        assertThat(Office.no(office.rooms.desk().verifyDay(Office.HEAD, DAY))).isEqualTo(No.GONE);
        Office.expectDone(office.rooms.desk().verifyDay(Office.FIRST, DAY));
    }

    @Test
    void whatALaterLogChangesIsTakenBackBeforeItLeft() {
        office.family("s-1", Channel.MAIL, "kin@example.org");
        take(Map.of("s-1", Kind.RELEASED), true);
        Office.expectDone(office.rooms.desk().verifyDay(Office.SECOND, DAY));
        String notice = told().getFirst().id();
        Office.expectDone(office.release(Office.FIRST, notice));
        Office.expectDone(office.release(Office.SECOND, notice));

        assertThat(take(Map.of(), false)).isEqualTo(new DayNews.Taken(0, 1));

        assertThat(told()).extracting(Notice::state).containsExactly(State.WITHDRAWN);
        office.later(Duration.ofDays(2));
        assertThat(office.rooms.families().due(Channel.MAIL, office.now, 9)).isEmpty();
        assertThat(Office.no(office.release(Office.SECOND, notice))).isEqualTo(No.GONE);
        assertThat(Office.no(office.rooms.desk().handedOver(Office.FIRST, notice)))
                .isEqualTo(No.GONE);
    }

    @Test
    void whoWasToldWhatIsNotSoGetsACorrectionAndAReturnIsTakenBackInPersonOnly() {
        office.family("s-1", Channel.MAIL, "kin@example.org");
        String code = office.family("s-2", Channel.MAIL, "other@example.org");
        take(Map.of("s-1", Kind.RELEASED, "s-2", Kind.NOT_RETURNED), true);
        Office.expectDone(office.rooms.desk().verifyDay(Office.SECOND, DAY));
        told().forEach(this::send);
        Map<String, String> before = new java.util.HashMap<>();
        told().forEach(n -> before.put(n.kind(), n.code()));

        office.later(Duration.ofHours(3));
        assertThat(take(Map.of("s-1", Kind.NOT_RETURNED, "s-2", Kind.RELEASED), true))
                .isEqualTo(new DayNews.Taken(2, 2));
        Office.expectDone(office.rooms.desk().verifyDay(Office.SECOND, DAY));

        List<Notice> drafts =
                told().stream().filter(n -> n.state() == State.DRAFT).toList();
        assertThat(drafts).hasSize(2).allSatisfy(n -> {
            assertThat(n.corrects()).isIn(before.values());
            assertThat(n.words()).contains("This corrects our notice " + n.corrects());
        });
        Notice sad = drafts.stream()
                .filter(n -> n.kind().equals("NOT_RETURNED"))
                .findFirst()
                .orElseThrow();
        assertThat(sad.corrects()).isEqualTo(before.get("RELEASED"));
        assertThat(sad.channel()).as("never by message").isEqualTo(Channel.PERSON);
        drafts.forEach(this::send);
        assertThat(office.rooms
                        .door()
                        .ask(code, "192.0.2.1")
                        .orElseThrow()
                        .getFirst()
                        .file()
                        .words())
                .contains("This corrects our notice " + before.get("NOT_RETURNED"))
                .contains("has been released");
    }

    @Test
    void whoWasToldTheSameIsNotToldAgain() {
        office.family("s-1", Channel.MAIL, "kin@example.org");
        take(Map.of("s-1", Kind.RELEASED), true);
        Office.expectDone(office.rooms.desk().verifyDay(Office.SECOND, DAY));
        send(told().getFirst());
        take(Map.of(), true);
        assertThat(take(Map.of("s-1", Kind.RELEASED), true).recorded()).isEqualTo(1);
        Office.expectDone(office.rooms.desk().verifyDay(Office.SECOND, DAY));
        assertThat(told()).hasSize(1);
        assertThat(office.rooms.families().events(9).stream().filter(Event::withdrawn))
                .hasSize(1);
    }

    @Test
    void figuresThatTheEventsDoNotGiveAnyMoreAreNotReleased() {
        Map<String, Kind> five = new java.util.TreeMap<>();
        for (int i = 1; i <= 5; i++) {
            five.put("m-" + i, Kind.RELEASED);
        }
        office.sought(five.keySet());
        take(five, true);
        Office.expectDone(office.rooms.desk().verifyDay(Office.SECOND, DAY));
        Office.expectDone(office.rooms.figures().draft(Office.OFFICER, DAY));
        String draft = office.rooms.figures().all().getFirst().release().id();
        five.remove("m-1");
        take(five, true);
        assertThat(Office.no(office.releaseFigures(Office.HEAD, draft, ""))).isEqualTo(No.GONE);
    }
}
