package org.homeward.node.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.homeward.node.store.PrivateActs.PrivateAct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract of grants, broken glass and requests for copies, on both engines; each change is an act of the store too. */
@ParameterizedClass
@EnumSource(Engine.class)
class AccessStoreTest {
    private static final Instant AT = Instant.parse("2026-02-05T09:00:00Z");

    @Parameter
    Engine engine;

    @Test
    void aGrantIsThereOnceAndEndsOnce(@TempDir Path folder) throws Exception {
        try (Store store = engine.open(folder)) {
            CaseGrants grants = store.caseGrants();
            assertThat(grants.grant("case-1", "analyst", "head", AT)).isTrue();
            assertThat(grants.grant("case-1", "analyst", "other", AT)).isFalse();
            assertThat(grants.holds("case-1", "analyst")).isTrue();
            assertThat(grants.holds("case-2", "analyst")).isFalse();
            assertThat(grants.of("case-1")).containsExactly(new CaseGrants.Grant("case-1", "analyst", "head", AT));
            assertThat(grants.end("case-1", "analyst", "head", AT)).isTrue();
            assertThat(grants.end("case-1", "analyst", "head", AT)).isFalse();
            assertThat(grants.holds("case-1", "analyst")).isFalse();
            assertThat(grants.grant("case-1", "analyst", "head", AT)).isTrue();
            assertThat(store.privateActs().after(0, 9))
                    .extracting(PrivateAct::kind)
                    .containsExactly("grant", "grant-ended", "grant");
        }
    }

    @Test
    void glassOpensForAWhileAndOnlyAnotherPersonReviewsItOnce(@TempDir Path folder) throws Exception {
        try (Store store = engine.open(folder)) {
            BrokenGlass glass = store.brokenGlass();
            Instant until = AT.plus(Duration.ofMinutes(30));
            glass.add("analyst", "case-1", "a reason", AT, until);
            assertThat(glass.openUntil("analyst", "case-1", AT)).hasValue(until);
            assertThat(glass.openUntil("analyst", "case-1", until)).isEmpty();
            assertThat(glass.openUntil("analyst", "case-2", AT)).isEmpty();
            assertThat(glass.openUntil("clerk", "case-1", AT)).isEmpty();
            assertThat(glass.open()).isOne();
            long id = glass.all(9).getFirst().id();
            assertThat(glass.review(id, "analyst", true, "fine", AT)).isFalse();
            assertThat(glass.review(id, "head", false, "not fine", AT)).isTrue();
            assertThat(glass.review(id, "auditor", true, "fine", AT)).isFalse();
            assertThat(glass.open()).isZero();
            assertThat(glass.all(9).getFirst())
                    .isEqualTo(new BrokenGlass.Broken(
                            id, "analyst", "case-1", "a reason", AT, until, "head", false, "not fine"));
        }
    }

    @Test
    void aRequestIsDecidedOnceByAnotherAndTakenOnce(@TempDir Path folder) throws Exception {
        try (Store store = engine.open(folder)) {
            ExportRequests requests = store.exportRequests();
            long id = requests.ask("list", "case-1 aa", 60, "ab", "for the talks", "officer", AT);
            assertThat(requests.decide(id, true, "officer", AT)).isFalse();
            assertThat(requests.decide(id, true, "head", AT)).isTrue();
            assertThat(requests.decide(id, false, "analyst", AT)).isFalse();
            assertThat(requests.take(id, "officer", AT)).isTrue();
            assertThat(requests.take(id, "officer", AT)).isFalse();
            assertThat(requests.find(id))
                    .hasValue(new ExportRequests.Request(
                            id, "list", "case-1 aa", 60, "ab", "for the talks", "officer", AT, "head", true, AT));
            assertThat(requests.newest(9)).hasSize(1);
        }
    }
}
