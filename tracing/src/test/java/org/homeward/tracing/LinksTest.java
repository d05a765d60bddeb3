package org.homeward.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.homeward.register.RegisterTable;
import org.junit.jupiter.api.Test;

final class LinksTest {
    private static final int ROWS = 120;

    private static TraceResult run() {
        String[] given = {"Іван", "Олег", "Тарас", "Микола", "Петро", "Юрій", "Степан"};
        String[] surname = {"Коваль", "Мороз", "Бондар", "Ткач", "Гончар"};
        String[] lines = IntStream.range(0, ROWS)
                .mapToObj(i -> surname[i % 5] + "|" + given[i % 7] + "|Іванович|" + (1950 + i % 40) + "-0" + (1 + i % 9)
                        + "-1" + i % 3 + "|Київ")
                .toArray(String[]::new);
        RegisterTable table = Rows.persons(lines);
        return Tracer.trace(table, table, TraceOptions.standard());
    }

    @Test
    void aLinkIsTheSameEachTimeItIsAskedFor() {
        TraceResult result = run();

        assertThat(result.links()).isNotEmpty();
        assertThat(List.copyOf(result.links())).isEqualTo(List.copyOf(result.links()));
        assertThat(List.copyOf(result.possible())).isEqualTo(List.copyOf(run().possible()));
    }

    @Test
    void manyThreadsMayAskAtOnce() {
        TraceResult result = run();
        List<Link> alone = List.copyOf(run().links());

        List<Link> together = IntStream.range(0, 20 * alone.size())
                .parallel()
                .mapToObj(i -> result.links().get(i % alone.size()))
                .toList();

        for (int i = 0; i < together.size(); i++) {
            assertThat(together.get(i)).isEqualTo(alone.get(i % alone.size()));
        }
    }

    @Test
    void bitsAreWrittenWithSignAndOneDecimal() {
        assertThat(IntStream.rangeClosed(-2_000, 2_000)
                        .mapToObj(i -> Explainer.signed(i / 64.0 + .001))
                        .toList())
                .isEqualTo(IntStream.rangeClosed(-2_000, 2_000)
                        .mapToObj(i -> String.format(Locale.ROOT, "%+.1f", i / 64.0 + .001))
                        .toList());
    }
}
