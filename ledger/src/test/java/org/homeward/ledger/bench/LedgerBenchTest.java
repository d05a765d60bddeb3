package org.homeward.ledger.bench;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** {@code mvn -pl ledger test -Dtest=LedgerBenchTest -Dledger.bench=target}: the folder says on which disk to measure. */
@EnabledIfSystemProperty(named = "ledger.bench", matches = ".+", disabledReason = "a benchmark, asked for by name only")
class LedgerBenchTest {
    @Test
    void printsWhatTheLogDoesInASecondBesidePostgresql() throws Exception {
        LedgerBench.main(new String[] {System.getProperty("ledger.bench")});
    }
}
