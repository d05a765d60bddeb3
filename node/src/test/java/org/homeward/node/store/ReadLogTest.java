package org.homeward.node.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.homeward.node.store.ReadLog.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract of the log of reads, on both engines. */
@ParameterizedClass
@EnumSource(Engine.class)
class ReadLogTest {
    @Parameter
    Engine engine;

    @Test
    void theNewestReadsComeFirstAndNoMoreThanAsked(@TempDir Path folder) throws Exception {
        Entry first = new Entry("analyst", "/cases/a/lines/7", Instant.parse("2026-02-05T09:00:00.123456Z"));
        Entry second = new Entry("auditor", "/cases/a", Instant.parse("2026-02-05T09:00:00Z"));
        try (Store store = engine.open(folder)) {
            store.readLog().add(first);
            store.readLog().add(second);
            assertThat(store.readLog().newest(10)).containsExactly(second, first);
            assertThat(store.readLog().newest(1)).containsExactly(second);
        }
    }
}
