package org.homeward.node.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.homeward.node.store.Families.Channel;
import org.homeward.node.store.Families.Correction;
import org.homeward.node.store.Families.Event;
import org.homeward.node.store.Families.Kin;
import org.homeward.node.store.Families.Kind;
import org.homeward.node.store.Families.Notice;
import org.homeward.node.store.Families.Source;
import org.homeward.node.store.Families.State;
import org.homeward.node.store.Families.Visit;
import org.homeward.node.store.ReleaseSignatures.Signed;
import org.homeward.node.store.ReleaseSignatures.What;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract of the families' store, on both engines. */
@ParameterizedClass
@EnumSource(Engine.class)
class FamiliesTest {
    private static final Instant NOW = Instant.parse("2026-02-05T12:00:00Z");
    private static final Instant UNTIL = Instant.parse("2027-02-05T12:00:00Z");

    @Parameter
    Engine engine;

    @TempDir
    Path folder;

    private static Kin kin(String id) {
        return new Kin(
                id,
                "s-1",
                "Kin One",
                "mother",
                "birth record",
                Channel.MAIL,
                "kin@example.org",
                "mornings",
                "uk",
                "Europe/Kyiv",
                "liaison-1",
                NOW,
                "",
                UNTIL);
    }

    private static Signed signed(String subject, What what, String person) {
        return new Signed(subject, what, person, "Test " + person, "key", "text of " + subject, "signature", NOW);
    }

    private static Event event(String id, Kind kind) {
        return new Event(id, "s-1", kind, "day-1", Source.REGISTER, "row 7", "liaison-1", NOW, "", false);
    }

    private static Notice notice(String id, String kin, String event) {
        return new Notice(
                id,
                kin,
                event,
                "day-1",
                "RELEASED",
                Channel.MAIL,
                "uk",
                "words",
                "salt",
                "code-" + id,
                NOW.toString(),
                State.DRAFT,
                "",
                "",
                "",
                0,
                "");
    }

    @Test
    void theOneWhoRecordedAKinDoesNotVerifyIt() throws Exception {
        try (Store store = engine.open(folder)) {
            Families families = store.families();
            families.add(kin("k1"));
            assertThat(families.verify("k1", "liaison-1", NOW, "hash")).isFalse();
            assertThat(families.kinByCode("hash")).isEmpty();
            assertThat(families.verify("k1", "liaison-2", NOW, "hash")).isTrue();
            assertThat(families.kinByCode("hash")).map(Kin::id).contains("k1");
            assertThat(families.verify("k1", "liaison-3", NOW, "other")).isFalse();
            assertThat(families.kinByCode("")).isEmpty();
        }
    }

    @Test
    void ofTwoWhoReleaseAtOnceOneDoes() throws Exception {
        try (Store store = engine.open(folder);
                var both = Executors.newVirtualThreadPerTaskExecutor()) {
            Families families = store.families();
            families.add(kin("k1"));
            families.add(notice("n1", "k1", ""), "liaison-1", NOW);
            assertThat(families.release(signed("n1", What.RELEASE, "liaison-2"), NOW, NOW))
                    .isFalse();
            assertThat(families.ask(signed("n1", What.ASK, "liaison-1"), NOW)).isTrue();
            assertThat(families.release(signed("n1", What.RELEASE, "liaison-1"), NOW, NOW))
                    .isFalse();
            List<Callable<Boolean>> two = List.of(
                    () -> families.release(signed("n1", What.RELEASE, "liaison-2"), NOW, NOW),
                    () -> families.release(signed("n1", What.RELEASE, "liaison-3"), NOW, NOW));
            long counted = 0;
            for (var done : both.invokeAll(two)) {
                counted += done.get() ? 1 : 0;
            }
            assertThat(counted).isEqualTo(1);
            assertThat(families.log("n1"))
                    .extracting(Families.Logged::what)
                    .containsExactly("DRAFT", "ASKED", "RELEASED");
        }
    }

    @Test
    void ofNoticesOfOneSecondTheOneDraftedLastIsTheNewest() throws Exception {
        try (Store store = engine.open(folder)) {
            Families families = store.families();
            families.add(kin("k1"));
            for (String id : List.of("n2", "n3", "n1")) {
                families.add(notice(id, "k1", "e-" + id), "liaison-1", NOW);
                families.ask(signed(id, What.ASK, "liaison-1"), NOW);
                families.release(signed(id, What.RELEASE, "liaison-2"), NOW, NOW);
                families.sent(id, "", NOW);
            }
            assertThat(families.notices(9)).extracting(Notice::id).containsExactly("n1", "n3", "n2");
            assertThat(families.notices(2)).extracting(Notice::id).containsExactly("n1", "n3");
            assertThat(families.told("k1", 9)).extracting(Notice::id).containsExactly("n1", "n3", "n2");
            assertThat(families.lastTold("k1", "day-1", List.of("RELEASED")))
                    .map(Notice::id)
                    .contains("n1");
        }
    }

    @Test
    void anOccasionIsUntoldUntilEachNoticeLeftEachDeathWasToldAndEachEventIsVerified() throws Exception {
        try (Store store = engine.open(folder)) {
            Families families = store.families();
            families.add(kin("k1"));
            families.verify("k1", "liaison-2", NOW, "hash");
            families.add(List.of(event("e1", Kind.RELEASED), event("e2", Kind.DIED)));
            assertThat(families.untold("day-1")).isEqualTo(2);
            assertThat(families.verify("e1", "liaison-1", NOW, List.of(notice("n1", "k1", "e1")), List.of()))
                    .isFalse();
            assertThat(families.notice("n1")).isEmpty();
            families.verify("e1", "liaison-2", NOW, List.of(notice("n1", "k1", "e1")), List.of());
            families.verify(
                    "e2", "liaison-2", NOW, List.of(), List.of(new Visit("v1", "k1", "e2", "day-1", "", "", "")));
            assertThat(families.untold("day-1")).isEqualTo(2);
            families.ask(signed("n1", What.ASK, "liaison-1"), NOW);
            families.release(signed("n1", What.RELEASE, "liaison-2"), NOW, NOW);
            families.refused("n1", NOW, "550");
            assertThat(families.untold("day-1")).isEqualTo(2);
            families.sent("n1", "liaison-1", NOW);
            families.visited("v1", false, "liaison-1", NOW);
            assertThat(families.untold("day-1")).isEqualTo(1);
            families.visited("v1", true, "liaison-1", NOW);
            assertThat(families.untold("day-1")).isZero();
            assertThat(families.count("day-1", Kind.RELEASED)).isEqualTo(1);
        }
    }

    @Test
    void aReleasedNoticeIsDueFromItsTimeUntilItIsSent() throws Exception {
        try (Store store = engine.open(folder)) {
            Families families = store.families();
            families.add(kin("k1"));
            families.add(notice("n1", "k1", ""), "a", NOW);
            families.ask(signed("n1", What.ASK, "a"), NOW);
            families.release(signed("n1", What.RELEASE, "b"), NOW, NOW.plusSeconds(60));
            assertThat(families.due(Channel.MAIL, NOW, 9)).isEmpty();
            assertThat(families.due(Channel.MAIL, NOW.plusSeconds(60), 9)).hasSize(1);
            families.trying("n1", NOW.plusSeconds(120));
            families.failed("n1", NOW.plusSeconds(60), "no server");
            assertThat(families.due(Channel.MAIL, NOW.plusSeconds(60), 9)).isEmpty();
            assertThat(families.due(Channel.MAIL, NOW.plusSeconds(120), 9))
                    .extracting(Notice::attempts)
                    .containsExactly(1);
            assertThat(families.issued("code-n1")).isFalse();
            families.sent("n1", "", NOW);
            assertThat(families.due(Channel.MAIL, NOW.plusSeconds(120), 9)).isEmpty();
            assertThat(families.issued("code-n1")).isTrue();
            assertThat(families.read("n1", NOW)).isTrue();
            assertThat(families.read("n1", NOW)).isFalse();
        }
    }

    @Test
    void kinPastTheirTimeAreWipedWithAllThatWasWrittenToThem() throws Exception {
        try (Store store = engine.open(folder)) {
            Families families = store.families();
            families.add(kin("k1"));
            families.verify("k1", "b", NOW, "hash");
            families.add(notice("n1", "k1", ""), "a", NOW);
            families.add(new Correction("c1", "n1", "not right", NOW, "", ""));
            assertThat(families.expire(UNTIL.minusSeconds(1))).isZero();
            assertThat(families.expire(UNTIL)).isEqualTo(1);
            assertThat(families.kin(9)).isEmpty();
            assertThat(families.notices(9)).isEmpty();
            assertThat(families.corrections(9)).isEmpty();
            assertThat(families.kinByCode("hash")).isEmpty();
        }
    }

    @Test
    void aReleasedFigureIsNeverChangedAndTheNextVersionHasItsOwnTwoPeople() throws Exception {
        try (Store store = engine.open(folder)) {
            Figures figures = store.figures();
            assertThat(figures.draft("f1", "day-1", "{}", "head-1", NOW)).isEqualTo(1);
            assertThat(figures.draft("f2", "day-1", "{}", "head-1", NOW)).isZero();
            assertThat(figures.release(signed("f1", What.FIGURES, "head-1"), NOW, ""))
                    .isFalse();
            assertThat(figures.release(signed("f1", What.FIGURES, "head-2"), NOW, ""))
                    .isTrue();
            assertThat(figures.release(signed("f1", What.FIGURES, "head-3"), NOW, "again"))
                    .isFalse();
            assertThat(figures.discard("f1")).isFalse();
            assertThat(figures.draft("f2", "day-1", "[]", "head-1", NOW.plusSeconds(1)))
                    .isEqualTo(2);
            assertThat(figures.all()).extracting(Figures.Release::version).containsExactly(2, 1);
        }
    }

    @Test
    void aCandidateIsDecidedOnceAndStatementsEnd() throws Exception {
        try (Store store = engine.open(folder)) {
            Statements statements = store.statements();
            statements.add(
                    new Statements.Statement(
                            "t1",
                            "s-9",
                            "Seen One",
                            Statements.Life.DEAD,
                            "2025-03",
                            "a hospital",
                            "B",
                            "C",
                            "a",
                            NOW,
                            UNTIL),
                    List.of("s-1", "s-2"));
            assertThat(statements.decide("t1", "s-1", true, "b", NOW)).isTrue();
            assertThat(statements.decide("t1", "s-1", false, "c", NOW)).isFalse();
            assertThat(statements.candidates("t1"))
                    .extracting(Statements.Candidate::state)
                    .containsExactly("CONFIRMED", "PROPOSED");
            assertThat(statements.expire(UNTIL)).isEqualTo(1);
            assertThat(statements.newest(9)).isEmpty();
        }
    }

    @Test
    void anEventThatIsTakenBackTakesWhatHasNotLeftWithItAndLeavesWhatHas() throws Exception {
        try (Store store = engine.open(folder)) {
            Families families = store.families();
            families.add(kin("k1"));
            families.add(kin("k2"));
            families.add(List.of(event("e1", Kind.RELEASED), event("e2", Kind.RELEASED)));
            families.verify(
                    "e1", "liaison-2", NOW, List.of(notice("n1", "k1", "e1"), notice("n2", "k2", "e1")), List.of());
            for (String notice : List.of("n1", "n2")) {
                families.ask(signed(notice, What.ASK, "liaison-1"), NOW);
                families.release(signed(notice, What.RELEASE, "liaison-2"), NOW, NOW);
            }
            families.sent("n1", "", NOW);
            assertThat(families.count("day-1", Kind.RELEASED)).isEqualTo(1);

            assertThat(families.withdraw(List.of("e1", "e1", "none"), "liaison-1", NOW))
                    .isEqualTo(1);

            assertThat(families.notice("n1").orElseThrow().state()).isEqualTo(State.SENT);
            assertThat(families.notice("n2").orElseThrow().state()).isEqualTo(State.WITHDRAWN);
            assertThat(families.due(Channel.MAIL, NOW, 9)).isEmpty();
            assertThat(families.sent("n2", "", NOW))
                    .as("a letter in somebody's hand")
                    .isFalse();
            assertThat(families.count("day-1", Kind.RELEASED)).isZero();
            assertThat(families.standing("day-1", Source.REGISTER))
                    .extracting(Event::id)
                    .containsExactly("e2");
            assertThat(families.verify("e1", "liaison-2", NOW, List.of(), List.of()))
                    .isFalse();
            assertThat(families.log("n2").getLast().what()).isEqualTo("WITHDRAWN");
            assertThat(families.lastTold("k1", "day-1", List.of("RELEASED"))
                            .orElseThrow()
                            .id())
                    .isEqualTo("n1");
            assertThat(families.lastTold("k2", "day-1", List.of("RELEASED"))).isEmpty();
        }
    }
}
