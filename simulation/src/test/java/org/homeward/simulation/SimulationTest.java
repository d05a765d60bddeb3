package org.homeward.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SimulationTest {
    private static final long SEED = Long.getLong("homeward.simulation.seed", 20260205);

    /** 10,000 simulated days in the ordinary build, half of them under each of two seeds. */
    private static final long HOURS = Long.getLong("homeward.simulation.hours", 240_000);

    @Test
    void casesComeToAnAgreementThroughEverythingThatCanHappenToThem() throws Exception {
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            List<Callable<Simulation.Result>> runs = LongStream.range(SEED, SEED + 2)
                    .<Callable<Simulation.Result>>mapToObj(seed -> () -> Simulation.run(seed, HOURS / 2))
                    .toList();
            Map<String, Long> happened = new TreeMap<>();
            for (Future<Simulation.Result> run : both.invokeAll(runs)) {
                Simulation.Result result = run.get();
                System.out.println("simulated: " + result);
                assertThat(result.hours()).isGreaterThanOrEqualTo(HOURS / 2);
                result.happened().forEach((what, times) -> happened.merge(what, times, Long::sum));
            }
            assertThat(happened).as("nothing on the list never happens").doesNotContainValue(0L);
        }
    }

    @Test
    void aSeedReplaysBitForBit() throws IOException {
        assertThat(Simulation.run(7, 1_500)).isEqualTo(Simulation.run(7, 1_500));
        assertThat(Simulation.run(7, 1_500).hash())
                .isNotEqualTo(Simulation.run(8, 1_500).hash());
    }
}
