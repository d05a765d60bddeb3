package org.homeward.handover.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.homeward.handover.Days;
import org.homeward.handover.Packs;
import org.homeward.handover.drill.Drill;
import org.homeward.handover.drill.DrillDevice;
import org.homeward.handover.log.Roster;
import org.homeward.ledger.Refusal;
import org.homeward.ledger.Result;
import org.junit.jupiter.api.Test;

class DayPackTest {
    private final Drill drill = Days.small(6, 6, 51);
    private final DrillDevice north = drill.devices().get("aa-01");
    private final DrillDevice south = drill.devices().get("aa-02");

    private static String code(Result<?> result) {
        return result instanceof Result.Refused<?>(Refusal refusal) ? refusal.code() : "accepted";
    }

    private Result<DeviceFile> make(DayPack day, DrillDevice device, DrillDevice maker, long expires) {
        return DayPack.make(
                new DayPack.Order(day, Packs.MADE, expires), device.device().id(), maker.officer(), maker.officerKey());
    }

    @Test
    void aPackOpensOnItsDeviceBeforeItsExpiryAndOnNoOther() {
        byte[] file = Packs.pack(drill, north);
        assertThat(DayPack.open(file, Packs.keys(north), Packs.EXPIRES).get().roster())
                .isEqualTo(drill.roster());
        assertThat(code(DayPack.open(file, Packs.keys(north), Packs.EXPIRES + 1)))
                .isEqualTo("pack.expired");
        assertThat(code(DayPack.open(file, Packs.keys(north), Packs.MADE - 7_200_000)))
                .isEqualTo("pack.clock");
        assertThat(code(DayPack.open(file, Packs.keys(south), Packs.MADE))).isEqualTo("pack.other-device");
        DeviceKeys stolen = Packs.keys(south);
        DeviceKeys posing = new DeviceKeys(
                "aa-01",
                stolen.signing(),
                stolen.sealing(),
                stolen.officer(),
                stolen.officerKey(),
                north.officerKey().publicText());
        assertThat(code(DayPack.open(file, posing, Packs.MADE))).isEqualTo("pack.other-key");
    }

    @Test
    void nothingOfThePeopleCanBeReadFromTheFileAndNoChangedByteOpens() {
        byte[] file = Packs.pack(drill, north);
        String text = new String(file, StandardCharsets.UTF_8);
        DayPack day = Packs.day(drill, true);
        day.list().lines().forEach(l -> {
            assertThat(text).doesNotContain(l.token());
            l.names().forEach(n -> assertThat(text).doesNotContain(n));
        });
        SplittableRandom chance = new SplittableRandom(52);
        for (int i = 0; i < 500; i++) {
            byte[] bad = file.clone();
            bad[chance.nextInt(bad.length)] ^= (byte) (1 << chance.nextInt(8));
            assertThat(DayPack.open(bad, Packs.keys(north), Packs.MADE).accepted())
                    .isFalse();
        }
    }

    @Test
    void aPackOfAnotherMakerIsRefusedThoughItIsSealedToTheDevice() {
        DrillDevice own = south;
        byte[] file =
                make(Packs.day(drill, true), north, own, Packs.EXPIRES).get().bytes();
        assertThat(code(DayPack.open(file, Packs.keys(north), Packs.MADE))).isEqualTo("pack.maker");
        assertThat(code(make(Packs.day(drill, true), north, drill.devices().get("bb-01"), Packs.EXPIRES)))
                .isEqualTo("pack.maker");
    }

    @Test
    void noPackIsMadeBeforeBothHaveCosignedNorForLongerThanAWeek() {
        assertThat(code(make(Packs.day(drill, false), north, north, Packs.EXPIRES)))
                .isEqualTo("pack.checkpoint");
        assertThat(code(make(Packs.day(drill, true), north, north, Packs.MADE + DayPack.LONGEST + 1)))
                .isEqualTo("pack.expires");
        assertThat(code(make(Packs.day(drill, true), north, north, Packs.MADE))).isEqualTo("pack.expires");
    }

    @Test
    void aListWithAMissingLineOrAManWithTwoSeatsMakesNoPack() {
        DayPack day = Packs.day(drill, true);
        List<DayList.Line> fewer = new ArrayList<>(day.list().lines());
        fewer.removeFirst();
        DayList list = new DayList(1, day.list().caseId(), day.list().handover(), fewer);
        assertThat(code(make(
                        new DayPack(day.roster(), day.checkpoint(), day.policy(), list, day.manifest()),
                        north,
                        north,
                        Packs.EXPIRES)))
                .isEqualTo("pack.content");
        List<Manifest.Seat> seats = new ArrayList<>(day.manifest().seats());
        seats.add(new Manifest.Seat("bus-bb-south", 77, seats.getFirst().token()));
        assertThat(code(make(
                        new DayPack(day.roster(), day.checkpoint(), day.policy(), day.list(), new Manifest(1, seats)),
                        north,
                        north,
                        Packs.EXPIRES)))
                .isEqualTo("pack.content");
    }

    @Test
    void aDeviceGetsThoseWhoPassItsPointAndTheReserveAndNobodyElse() {
        DayPack atNorth = DayPack.open(Packs.pack(drill, north), Packs.keys(north), Packs.MADE)
                .get();
        List<String> tokens =
                atNorth.list().lines().stream().map(DayList.Line::token).toList();
        for (Roster.Expected p : drill.roster().people()) {
            assertThat(tokens.contains(p.token())).as("%d", p.number()).isEqualTo(p.number() % 2 == 0);
        }
        drill.roster().reserve().forEach(r -> assertThat(tokens).contains(r.token()));
        assertThat(atNorth.manifest().seats())
                .allSatisfy(s -> assertThat(s.vehicle()).endsWith("-north"));
    }

    @Test
    void routesAndTimesAreInNoPackAndInTheirOwnFileOnlyForThoseWhoMustKnow() {
        Movement.Plan plan = new Movement.Plan(
                1,
                drill.roster().caseId(),
                drill.roster().handover(),
                List.of(
                        new Movement("bus-aa-north", "by the mill road", "05:40", "09:10", List.of("aa-01", "bb-01")),
                        new Movement("bus-aa-south", "by the river", "05:50", "09:30", List.of("aa-02"))));
        DayPack.Order order = Packs.order(drill);
        byte[] file = DayPack.movements(order, plan, "aa-01", north.officer(), north.officerKey())
                .get()
                .bytes();
        Movement.Plan known =
                DayPack.openMovements(file, Packs.keys(north), Packs.MADE).get();
        assertThat(known.movements()).hasSize(1);
        assertThat(known.movements().getFirst().knows()).containsExactly("aa-01");
        assertThat(new String(file, StandardCharsets.UTF_8))
                .doesNotContain("mill")
                .doesNotContain("bus-aa");
        DrillDevice neutral = drill.devices().get("neutral-01");
        assertThat(code(DayPack.movements(order, plan, "neutral-01", neutral.officer(), neutral.officerKey())))
                .isEqualTo("movements.none");
        assertThat(code(DayPack.open(file, Packs.keys(north), Packs.MADE))).isEqualTo("pack.what");
    }

    @Test
    void theKeysOfAStolenDeviceAreUnderAPassPhrase() {
        DeviceKeys keys = Packs.keys(north);
        byte[] file = keys.lock("a long enough phrase", Days.KEYS);
        assertThat(new String(file, StandardCharsets.UTF_8)).doesNotContain(keys.signing(), keys.sealing(), "aa-01");
        assertThat(DeviceKeys.unlock(file, "a long enough phrase").get()).isEqualTo(keys);
        assertThat(code(DeviceKeys.unlock(file, "a long enough phrasf"))).isEqualTo("keys.pass");
        assertThat(code(DeviceKeys.unlock(new byte[] {'{', '}'}, "x"))).isEqualTo("keys.file");
    }
}
