package org.homeward.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class SimulationTest {
    /** Simulated hours in the ordinary build; -Dhomeward.simulation.hours=240000 for the 10,000 days. */
    private static final long HOURS = Long.getLong("homeward.simulation.hours", 24_000);

    @Test
    void casesComeToAnAgreementThroughPowerCutsBrokenLinesForgersAndALyingAgency() throws IOException {
        Simulation.Result result = Simulation.run(20260205, HOURS);
        System.out.println("simulated: " + result);
        assertThat(result.hours()).isGreaterThanOrEqualTo(HOURS);
        assertThat(result.cases()).isPositive();
        assertThat(result.powerCuts()).isPositive();
        assertThat(result.liesFound()).isPositive();
    }

    @Test
    void aSeedReplaysBitForBit() throws IOException {
        assertThat(Simulation.run(7, 1_500)).isEqualTo(Simulation.run(7, 1_500));
        assertThat(Simulation.run(7, 1_500).hash())
                .isNotEqualTo(Simulation.run(8, 1_500).hash());
    }
}
