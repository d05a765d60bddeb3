package org.homeward.node.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.homeward.node.store.Reviews.Entry;
import org.homeward.node.store.Reviews.Said;
import org.homeward.node.store.Reviews.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract of what is said of pairs, on both engines. */
@ParameterizedClass
@EnumSource(Engine.class)
class ReviewsTest {
    @Parameter
    Engine engine;

    @Test
    void whatWasSaidIsReadInItsOrderByCaseAndStepAndIsInTheNodesOwnLog(@TempDir Path folder) throws Exception {
        Instant noon = Instant.parse("2026-02-05T12:00:00.123456Z");
        Entry first = new Entry("case-1", Step.ANSWER, "l1", "r1", Said.REJECT, "NAME_DIFFERS", "anna", noon);
        Entry second = new Entry("case-1", Step.ANSWER, "l1", "r1", Said.TAKE_BACK, "", "anna", noon);
        try (Store store = engine.open(folder)) {
            store.reviews().add(first);
            store.reviews().add(new Entry("case-1", Step.CONFIRM, "l1", "l1", Said.CONFIRM, "", "anna", noon));
            store.reviews().add(new Entry("case-2", Step.ANSWER, "l1", "r1", Said.CONFIRM, "", "anna", noon));
            store.reviews().add(second);
            assertThat(store.reviews().of("case-1", Step.ANSWER)).containsExactly(first, second);
            assertThat(store.privateActs().after(0, 10))
                    .extracting(PrivateActs.PrivateAct::kind)
                    .containsExactly("pair.reject", "pair.confirm", "pair.confirm", "pair.take-back");
        }
    }
}
