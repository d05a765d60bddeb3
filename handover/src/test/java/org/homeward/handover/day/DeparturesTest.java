package org.homeward.handover.day;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.homeward.handover.Days;
import org.homeward.handover.day.VehicleState.Standing;
import org.homeward.handover.drill.Drill;
import org.homeward.handover.drill.DrillDevice;
import org.homeward.handover.log.Observation;
import org.homeward.handover.log.Observation.Acknowledged;
import org.homeward.handover.log.SignedEvent;
import org.homeward.ledger.Refusal;
import org.junit.jupiter.api.Test;

/** A bus of aa that waits for the fire control of both sides. */
class DeparturesTest {
    private static final String BUS = "bus-aa-north";

    private final Drill drill = Days.small(2, 3, 41);
    private final DrillDevice aa = drill.devices().get("aa-01");
    private final DrillDevice bb = drill.devices().get("bb-01");
    private final DrillDevice neutral = drill.devices().get("neutral-01");
    private final List<List<SignedEvent>> logs = new ArrayList<>();

    private SignedEvent record(DrillDevice device, Observation observation) {
        SignedEvent event = device.record(observation);
        logs.add(List.of(event));
        return event;
    }

    private DayState state() {
        return DayState.of(drill.roster(), Days.joined(drill.roster(), logs, List.of()));
    }

    private Standing bus() {
        return state().vehicles().get(BUS).standing();
    }

    private Optional<String> refusal(DrillDevice device, Observation observation) {
        return DeviceRules.decide(state(), device.log(), observation, 0).map(Refusal::code);
    }

    private static Acknowledged acknowledged(String from) {
        return new Acknowledged(BUS, "fire-control", from, "A-1");
    }

    private void tickAll() {
        drill.roster().checklist().forEach(item -> record(aa, new Observation.Ticked(item)));
    }

    @Test
    void nobodyLeavesBeforeBothSidesHaveAcknowledgedInWriting() {
        tickAll();
        assertThat(bus()).isEqualTo(Standing.WAITING);
        record(aa, acknowledged("aa"));
        assertThat(bus()).isEqualTo(Standing.WAITING);
        assertThat(DeviceRules.decide(
                        state(), aa.log(), state().vehicles().get(BUS).departure(), 0))
                .hasValueSatisfying(r -> assertThat(r.sentence()).contains("fire-control by bb"));
        record(bb, acknowledged("bb"));
        assertThat(bus()).isEqualTo(Standing.CLEARED);
        Observation.Departed departure = state().vehicles().get(BUS).departure();
        assertThat(refusal(aa, departure)).isEmpty();
        record(aa, departure);
        assertThat(bus()).isEqualTo(Standing.DEPARTED);
        assertThat(state().unfounded()).isEmpty();
        assertThat(refusal(aa, departure)).contains("departure.done");
    }

    @Test
    void nobodyLeavesBeforeTheChecklistIsDone() {
        record(aa, acknowledged("aa"));
        record(bb, acknowledged("bb"));
        assertThat(refusal(aa, state().vehicles().get(BUS).departure())).contains("departure.checklist");
    }

    @Test
    void aSideCannotAcknowledgeForTheOther() {
        assertThat(refusal(aa, acknowledged("bb"))).contains("acknowledgement.not-its-own");
        record(aa, acknowledged("aa"));
        record(aa, acknowledged("bb"));
        assertThat(bus()).isEqualTo(Standing.WAITING);
        assertThat(state().unfounded())
                .extracting(DayState.Unfounded::reason)
                .containsExactly("acknowledgement.not-its-own");
    }

    @Test
    void theNeutralEntersAWrittenAnswerThatHeWasHandedAndOnlyFromPaper() {
        assertThat(refusal(neutral, acknowledged("bb"))).contains("acknowledgement.not-its-own");
        Observation paper = Observation.OnPaper.of("F7-0012", neutral.officer(), "08:40", acknowledged("bb"));
        assertThat(refusal(neutral, paper)).isEmpty();
        record(neutral, paper);
        record(aa, acknowledged("aa"));
        assertThat(bus()).isEqualTo(Standing.CLEARED);
    }

    @Test
    void aDepartureWithoutAnAcknowledgementCountsForNothingAndIsShown() {
        SignedEvent own = record(aa, acknowledged("aa"));
        record(aa, new Observation.Departed(BUS, List.of(own.hash())));
        // It comes after the bus has left, and heals nothing: the departure did not name it.
        record(bb, acknowledged("bb"));
        assertThat(bus()).isEqualTo(Standing.DEPARTED_UNACKNOWLEDGED);
        assertThat(state().unfounded())
                .extracting(DayState.Unfounded::reason)
                .containsExactly("departure.not-acknowledged");
    }

    @Test
    void anAcknowledgementTakenBackBlocksAndAfterDepartureIsDisputed() {
        tickAll();
        record(aa, acknowledged("aa"));
        SignedEvent sky = record(bb, acknowledged("bb"));
        Observation.Departed departure = state().vehicles().get(BUS).departure();
        record(bb, new Observation.Withdrawn(sky.hash(), "firing again"));
        assertThat(bus()).isEqualTo(Standing.WAITING);
        assertThat(refusal(aa, departure)).contains("departure.not-acknowledged");
        record(aa, departure);
        assertThat(bus()).isEqualTo(Standing.DISPUTED);
    }

    @Test
    void theOtherSideCannotSayThatABusHasLeft() {
        record(aa, acknowledged("aa"));
        record(bb, acknowledged("bb"));
        record(bb, state().vehicles().get(BUS).departure());
        assertThat(bus()).isEqualTo(Standing.CLEARED);
        assertThat(state().unfounded()).extracting(DayState.Unfounded::reason).containsExactly("departure.not-its-own");
    }
}
