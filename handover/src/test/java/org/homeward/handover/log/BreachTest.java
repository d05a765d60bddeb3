package org.homeward.handover.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.homeward.handover.Days;
import org.homeward.handover.drill.BusyDay;
import org.homeward.handover.drill.Drill;
import org.homeward.handover.drill.DrillDevice;
import org.homeward.handover.verifier.ProofVerifier;
import org.junit.jupiter.api.Test;

class BreachTest {
    private static final int RUNS = 1_000;

    @Test
    void everyPlantedForkGapAndTruncationIsFoundItsDeviceNamedAndTheProofHoldsElsewhere() {
        Map<Breach.Kind, Integer> found = new HashMap<>();
        for (int run = 0; run < RUNS; run++) {
            SplittableRandom chance = new SplittableRandom(run);
            Breach.Kind planted = Breach.Kind.values()[run % 3];
            Drill drill = Days.small(3, 6, run);
            Map<String, List<SignedEvent>> logs = BusyDay.run(drill, 6, false, chance);
            List<String> ids = List.copyOf(logs.keySet());
            String guilty = ids.get(chance.nextInt(ids.size()));
            List<SignedHead> heads = new ArrayList<>();
            plant(planted, drill.devices().get(guilty), logs.get(guilty), heads, chance);
            for (String id : ids) {
                if (!id.equals(guilty)) {
                    heads.add(drill.devices().get(id).head());
                }
            }
            List<Breach> breaches = Breach.in(Days.joined(drill.roster(), logs.values(), heads));
            assertThat(breaches).as("run %d, %s by %s", run, planted, guilty).isNotEmpty();
            String key = drill.roster().device(guilty).orElseThrow().key();
            for (Breach breach : breaches) {
                assertThat(breach.device()).isEqualTo(guilty);
                ProofVerifier.Verdict verdict = ProofVerifier.verify(breach.proof(key), key);
                assertThat(verdict.proven()).as(verdict.sentence()).isTrue();
                assertThat(verdict.device()).isEqualTo(guilty);
            }
            assertThat(breaches).extracting(Breach::kind).contains(planted);
            found.merge(planted, 1, Integer::sum);
        }
        assertThat(found.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(RUNS);
    }

    private static void plant(
            Breach.Kind kind,
            DrillDevice device,
            List<SignedEvent> log,
            List<SignedHead> heads,
            SplittableRandom chance) {
        switch (kind) {
            case FORK -> {
                SignedEvent at = log.get(chance.nextInt(log.size() - 1));
                DeviceLog before = new DeviceLog(
                        device.log().caseId(),
                        device.log().handover(),
                        at.device(),
                        at.seq() - 1,
                        at.event().prev(),
                        at.event().lamport() - 1,
                        false);
                device.rewind(before);
                int more = 1 + chance.nextInt(3);
                for (int i = 0; i < more; i++) {
                    log.add(device.record(new Observation.Tallied("other history", i)));
                }
                heads.add(device.head());
            }
            case GAP -> {
                heads.add(device.head());
                log.remove(chance.nextInt(log.size() - 1));
            }
            case TRUNCATION -> {
                heads.add(device.head());
                int keep = 1 + chance.nextInt(log.size() - 1);
                if (chance.nextBoolean()) {
                    // A copy from before is used and closed: its own word against its own word.
                    SignedEvent at = log.get(keep - 1);
                    DeviceLog before = new DeviceLog(
                            device.log().caseId(),
                            device.log().handover(),
                            at.device(),
                            at.seq(),
                            at.hash(),
                            at.event().lamport(),
                            true);
                    device.rewind(before);
                    heads.add(device.head());
                }
                log.subList(keep, log.size()).clear();
            }
        }
    }

    @Test
    void honestDevicesAreAccusedOfNothing() {
        for (int run = 0; run < 30; run++) {
            Drill drill = Days.small(3, 6, run);
            Map<String, List<SignedEvent>> logs = BusyDay.run(drill, 8, true, new SplittableRandom(run));
            List<SignedHead> heads =
                    drill.devices().values().stream().map(DrillDevice::head).toList();
            assertThat(Breach.in(Days.joined(drill.roster(), logs.values(), heads)))
                    .isEmpty();
        }
    }

    @Test
    void aProofThatWasChangedAnywhereProvesNothing() {
        Drill drill = Days.small(3, 3, 1);
        Map<String, List<SignedEvent>> logs = BusyDay.run(drill, 6, false, new SplittableRandom(2));
        List<SignedHead> heads = new ArrayList<>();
        plant(Breach.Kind.FORK, drill.devices().get("aa-01"), logs.get("aa-01"), heads, new SplittableRandom(3));
        String key = drill.roster().device("aa-01").orElseThrow().key();
        byte[] proof = Breach.in(Days.joined(drill.roster(), logs.values(), heads))
                .getFirst()
                .proof(key);
        assertThat(ProofVerifier.verify(proof, key).proven()).isTrue();
        assertThat(ProofVerifier.verify(
                                proof,
                                drill.roster().device("bb-01").orElseThrow().key())
                        .proven())
                .isFalse();
        for (int i = 0; i < proof.length; i++) {
            byte[] bad = proof.clone();
            bad[i] ^= 1;
            assertThat(ProofVerifier.verify(bad, key).proven()).as("byte %d", i).isFalse();
        }
    }
}
