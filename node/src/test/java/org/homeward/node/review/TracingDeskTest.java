package org.homeward.node.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.homeward.node.desk.PairDecisions;
import org.homeward.node.desk.PairDecisions.Verdict;
import org.homeward.node.desk.ProposedPair;
import org.homeward.node.review.PairState.Phase;
import org.homeward.node.store.Reviews.Said;
import org.homeward.node.store.Reviews.Step;
import org.homeward.node.store.Store;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people say of pairs, and what follows from it. */
class TracingDeskTest {
    private static final String CASE = "case-1";

    @TempDir
    Path folder;

    private Store store;
    private Instant now = Instant.parse("2026-02-05T09:00:00Z");
    private List<ProposedPair> proposed =
            List.of(pair("l1", "r1", true, 990), pair("l2", "r2", false, 510), pair("l3", "r3", true, 970));
    private TracingDesk desk;

    @BeforeEach
    void open() throws Exception {
        store = Store.embedded(folder.resolve("homeward.db"));
        Clock clock = new Clock() {
            @Override
            public java.time.ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
        desk = new TracingDesk(
                id -> id.equals(CASE) ? Optional.of(new TracingDesk.Work(Step.ANSWER, proposed)) : Optional.empty(),
                store.reviews(),
                clock);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void oneWordDecidesNothingAndTwoOfTheSameDo() {
        say("l1", "r1", Said.CONFIRM, "anna");
        assertThat(phase("l1")).isEqualTo(Phase.ONE);
        assertThat(decisions().byLine()).isEmpty();
        say("l1", "r1", Said.CONFIRM, "anna");
        assertThat(phase("l1")).as("the same person twice is one person").isEqualTo(Phase.ONE);
        say("l1", "r1", Said.CONFIRM, "boris");
        assertThat(phase("l1")).isEqualTo(Phase.DECIDED);
        assertThat(decisions().byLine().get("l1").verdict()).isEqualTo(Verdict.CONFIRM);
    }

    @Test
    void twoWhoDifferContestAPairUntilOneTakesHisWordBack() {
        say("l2", "r2", Said.CONFIRM, "anna");
        say("l2", "r2", Said.REJECT, "boris");
        assertThat(phase("l2")).isEqualTo(Phase.CONTESTED);
        assertThat(decisions().byLine()).isEmpty();
        assertThat(desk.next(CASE, "clara").orElseThrow().pair().line())
                .as("a contested pair comes first")
                .isEqualTo("l2");
        say("l2", "r2", Said.TAKE_BACK, "anna");
        assertThat(phase("l2")).isEqualTo(Phase.ONE);
        say("l2", "r2", Said.REJECT, "anna");
        assertThat(decisions().byLine().get("l2").verdict()).isEqualTo(Verdict.REJECT);
    }

    @Test
    void whatWasSaidOfAnotherRowCountsNoMoreWhenTheEngineProposesAnother() {
        say("l1", "r1", Said.CONFIRM, "anna");
        proposed = List.of(pair("l1", "r9", true, 990));
        assertThat(phase("l1")).isEqualTo(Phase.OPEN);
        assertThat(desk.say(CASE, "l1", "r1", Said.CONFIRM, "", "boris"))
                .as("a page of before the change")
                .isFalse();
    }

    @Test
    void theQueueBeginsWithWhatIsDoubtfulAndPassesOverWhatAnotherLooksAt() {
        assertThat(desk.next(CASE, "anna").orElseThrow().pair().line()).isEqualTo("l2");
        say("l2", "r2", Said.TAKE, "anna");
        assertThat(desk.next(CASE, "anna").orElseThrow().pair().line()).isEqualTo("l2");
        assertThat(desk.next(CASE, "boris").orElseThrow().pair().line()).isEqualTo("l3");
        now = now.plus(TracingDesk.TAKEN).plusSeconds(1);
        assertThat(desk.next(CASE, "boris").orElseThrow().pair().line())
                .as("whoever forgets a pair does not keep it")
                .isEqualTo("l2");
    }

    @Test
    void nobodyIsOfferedWhatHeHasSpokenOf() {
        for (String line : List.of("l1", "l2", "l3")) {
            say(line, line.replace('l', 'r'), Said.CONFIRM, "anna");
        }
        assertThat(desk.next(CASE, "anna")).isEmpty();
        assertThat(desk.next(CASE, "boris")).isPresent();
    }

    @Test
    void ofACaseWithoutPairsNothingIsShownAndNothingKept() {
        assertThat(desk.queue("other", Optional.empty())).isEmpty();
        assertThat(desk.say("other", "l1", "r1", Said.CONFIRM, "", "anna")).isFalse();
        assertThat(store.reviews().of("other", Step.ANSWER)).isEmpty();
    }

    private void say(String line, String row, Said said, String by) {
        assertThat(desk.say(CASE, line, row, said, said == Said.REJECT ? "NAME_DIFFERS" : "", by))
                .isTrue();
    }

    private Phase phase(String line) {
        return desk.item(CASE, line).orElseThrow().state().phase();
    }

    private PairDecisions decisions() {
        return new DecidedPairs(store.reviews()).beforeAnswering(CASE);
    }

    private static ProposedPair pair(String line, String row, boolean clear, int probability) {
        return new ProposedPair(
                line, "Sought " + line, "Held " + row, row, clear, probability, "+SURNAME", List.of(), null, null);
    }
}
