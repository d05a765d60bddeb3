package org.homeward.node.wishes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.homeward.node.store.Store;
import org.homeward.node.store.Wishes.Wish;
import org.homeward.node.wishes.WishDesk.No;
import org.homeward.node.wishes.WishDesk.Person;
import org.homeward.protocol.exchange.Act;
import org.homeward.protocol.exchange.CaseState;
import org.homeward.protocol.exchange.Kind;
import org.homeward.protocol.exchange.ReplyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WishDeskTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 2, 5);

    @TempDir
    Path folder;

    private final CaseState state = state();
    private Store store;
    private WishDesk desk;

    @BeforeEach
    void anAgency() throws Exception {
        store = Store.embedded(folder.resolve("homeward.db"));
        desk = at(TODAY);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private WishDesk at(LocalDate day) {
        Instant noon = day.atTime(12, 0).toInstant(ZoneOffset.UTC);
        return new WishDesk(store.wishes(), Clock.fixed(noon, ZoneOffset.UTC));
    }

    /** Two people shown as held, and one of whom the answer was another. */
    private static CaseState state() {
        CaseState empty = CaseState.empty("case-1");
        Map<String, List<Act.SoughtLine>> lists = new HashMap<>();
        Map<String, Map<String, Act.Reply>> replies = new HashMap<>();
        lists.put("aa", List.of(line("aa-1"), line("aa-2")));
        lists.put("bb", List.of(line("bb-1")));
        replies.put("aa", Map.of("aa-1", held("aa-1"), "aa-2", new Act.Reply("aa-2", ReplyCode.NOT_AVAILABLE, null)));
        replies.put("bb", Map.of("bb-1", held("bb-1")));
        return new CaseState(
                "case-1",
                empty.phase(),
                null,
                null,
                empty.termsSigned(),
                empty.sealed(),
                lists,
                replies,
                empty.confirmed(),
                empty.acknowledged(),
                empty.lotterySealed(),
                empty.lottery(),
                0,
                null,
                empty.frozen(),
                empty.objected(),
                empty.notAvailable(),
                empty.deaths(),
                empty.signatures(),
                empty.agreed(),
                null,
                empty.clocks(),
                empty.received(),
                empty.doubted(),
                empty.latest(),
                empty.heads());
    }

    private static Act.SoughtLine line(String id) {
        return new Act.SoughtLine(id, "Тест Тестенко", null, null, null, null, null, null, null, null, null);
    }

    private static Act.Reply held(String line) {
        return new Act.Reply(
                line,
                ReplyCode.HELD,
                new Act.HeldPerson("token-" + line, "Тест", null, null, Kind.SOLDIER, null, "2022-05-01"));
    }

    private Optional<No> note(String line, Wish wish, @Nullable LocalDate on, @Nullable LocalDate again) {
        return desk.note(state, line, wish, "delegate 4", on, again, "secretary-1");
    }

    @Test
    void allWhoWereShownAreToBeAskedAndNobodyElse() {
        assertThat(desk.people(state)).extracting(Person::line).containsExactly("aa-1", "bb-1");
        assertThat(desk.people(state)).allMatch(Person::due);
        assertThat(note("aa-2", Wish.READY, TODAY, null)).contains(No.NO_PERSON);
        assertThat(note("cc-1", Wish.READY, TODAY, null)).contains(No.NO_PERSON);
    }

    @Test
    void theLastWordCountsAndWhoIsNotReadyIsAskedAgain() {
        assertThat(note("aa-1", Wish.NOT_NOW, TODAY.minusDays(1), TODAY.plusDays(7)))
                .isEmpty();
        assertThat(WishDesk.unwilling(store.wishes(), "case-1")).containsExactly("aa-1");
        assertThat(desk.people(state)).extracting(Person::line).containsExactly("bb-1", "aa-1");
        assertThat(at(TODAY.plusDays(7)).people(state)).allMatch(Person::due);
        assertThat(WishDesk.unwilling(store.wishes(), "case-1"))
                .as("a day that passes changes nobody's word")
                .containsExactly("aa-1");

        assertThat(note("aa-1", Wish.READY, TODAY, null)).isEmpty();
        assertThat(WishDesk.unwilling(store.wishes(), "case-1")).isEmpty();
        assertThat(WishDesk.ready(store.wishes(), "case-1")).containsExactly("aa-1");
        assertThat(store.wishes().of("case-1")).as("nothing is deleted").hasSize(2);
        assertThat(WishDesk.ready(store.wishes(), "case-2")).isEmpty();
    }

    @Test
    void whoCouldNotBeSpokenWithAloneIsNeitherReadyNorUnwilling() {
        assertThat(note("bb-1", Wish.NOT_ASKED, TODAY, TODAY.plusDays(1))).isEmpty();
        assertThat(WishDesk.unwilling(store.wishes(), "case-1")).isEmpty();
        assertThat(WishDesk.ready(store.wishes(), "case-1")).isEmpty();
    }

    @Test
    void whatIsIncompleteIsNotWrittenDown() {
        assertThat(note("aa-1", Wish.READY, null, null)).contains(No.DAY);
        assertThat(note("aa-1", Wish.READY, TODAY.plusDays(1), null)).contains(No.DAY);
        assertThat(note("aa-1", Wish.READY, TODAY, TODAY.plusDays(1))).contains(No.AGAIN);
        assertThat(note("aa-1", Wish.NOT_NOW, TODAY, null)).contains(No.AGAIN);
        assertThat(note("aa-1", Wish.NOT_NOW, TODAY, TODAY)).contains(No.AGAIN);
        assertThat(desk.note(state, "aa-1", Wish.READY, " ", TODAY, null, "secretary-1"))
                .contains(No.WHO);
        assertThat(desk.note(state, "aa-1", Wish.READY, "x".repeat(81), TODAY, null, "secretary-1"))
                .contains(No.WHO);
        assertThat(store.wishes().of("case-1")).isEmpty();
    }
}
