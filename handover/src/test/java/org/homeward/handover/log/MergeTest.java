package org.homeward.handover.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import org.homeward.handover.Days;
import org.homeward.handover.day.DayState;
import org.homeward.handover.day.DayView;
import org.homeward.handover.day.Status;
import org.homeward.handover.drill.BusyDay;
import org.homeward.handover.drill.Drill;
import org.homeward.ledger.Result;
import org.junit.jupiter.api.Test;

class MergeTest {
    @Test
    void tenThousandOrdersWithDuplicatesGiveOneStateHash() {
        Drill drill = Days.small(8, 12, 1);
        Map<String, List<SignedEvent>> logs = BusyDay.run(drill, 6, true, new SplittableRandom(2));
        Intake intake = new Intake(drill.roster());
        List<Intake.Verified> events = new ArrayList<>();
        logs.values().forEach(log -> log.forEach(e -> events.add(Days.verified(intake, e))));
        Random order = new Random(3);
        for (int i = 0; i < events.size() / 4; i++) {
            events.add(events.get(order.nextInt(events.size())));
        }
        Set<String> hashes = new HashSet<>();
        for (int run = 0; run < 10_000; run++) {
            Collections.shuffle(events, order);
            EventSet set = new EventSet();
            events.forEach(set::add);
            hashes.add(DayState.of(drill.roster(), set).hash());
        }
        assertThat(hashes).hasSize(1);
        EventSet less = new EventSet();
        events.stream().filter(e -> !e.equals(events.getFirst())).skip(1).forEach(less::add);
        assertThat(DayState.of(drill.roster(), less).hash()).isNotIn(hashes);
    }

    @Test
    void aDayOfThirtySixThousandEventsJoinsFromFiles() {
        Drill drill = Days.small(157, 12, 4);
        Map<String, List<SignedEvent>> logs = BusyDay.run(drill, 3_000, true, new SplittableRandom(5));
        EventSet set = new EventSet();
        Merger merger = new Merger(drill.roster());
        logs.forEach((device, log) -> {
            byte[] file = LogText.write(log, List.of(drill.devices().get(device).head()));
            Merger.Report report = merger.merge(LogText.read(file).get(), set);
            assertThat(report.refused()).isEmpty();
            assertThat(report.fresh()).isEqualTo(3_000);
        });
        DayState state = DayState.of(drill.roster(), set);
        assertThat(state.events()).isEqualTo(36_000);
        assertThat(state.breaches()).isEmpty();
    }

    @Test
    void aChangedByteInAFileIsNeverTakenForTheEvent() {
        Drill drill = Days.small(2, 3, 6);
        Map<String, List<SignedEvent>> logs = BusyDay.run(drill, 5, true, new SplittableRandom(7));
        byte[] file = LogText.write(
                logs.get("aa-01"), List.of(drill.devices().get("aa-01").head()));
        EventSet honest = new EventSet();
        new Merger(drill.roster()).merge(LogText.read(file).get(), honest);
        Set<String> known = new HashSet<>();
        honest.forEach(e -> known.add(e.hash()));
        SplittableRandom chance = new SplittableRandom(8);
        int read = 0;
        for (int i = 0; i < 3_000; i++) {
            byte[] bad = file.clone();
            bad[chance.nextInt(bad.length)] ^= (byte) (1 << chance.nextInt(8));
            if (LogText.read(bad) instanceof Result.Ok<LogText.Content>(LogText.Content content)) {
                read++;
                EventSet set = new EventSet();
                new Merger(drill.roster()).merge(content, set);
                set.forEach(e -> assertThat(known).contains(e.hash()));
            }
        }
        assertThat(read).isPositive();
    }

    @Test
    void anActWithoutItsOfficersSignatureDoesNotJoin() {
        Drill drill = Days.small(2, 3, 9);
        String token = drill.roster().people().stream()
                .filter(p -> p.returnsTo().equals("bb"))
                .findFirst()
                .orElseThrow()
                .token();
        SignedEvent offer = drill.devices().get("aa-01").record(new Observation.Offered(token));
        Intake intake = new Intake(drill.roster());
        assertThat(intake.check(offer).accepted()).isTrue();
        SignedEvent bare = new SignedEvent(offer.event(), offer.signature(), null, offer.observation());
        assertThat(intake.check(bare))
                .isInstanceOfSatisfying(
                        Result.Refused.class,
                        r -> assertThat(r.refusal().code()).isEqualTo("event.officer"));
    }

    @Test
    void neitherSideAloneCanMakeAHandover() {
        Drill drill = Days.small(2, 3, 10);
        String token = drill.roster().people().stream()
                .filter(p -> p.returnsTo().equals("bb"))
                .findFirst()
                .orElseThrow()
                .token();
        var giver = drill.devices().get("aa-01");
        var receiver = drill.devices().get("bb-01");
        SignedEvent offer = giver.record(new Observation.Offered(token));
        SignedEvent own = giver.record(new Observation.Accepted(token, offer.hash()));
        SignedEvent alone = giver.record(new Observation.Concluded(token, own.hash()));
        DayState state = DayState.of(
                drill.roster(), Days.joined(drill.roster(), List.of(List.of(offer, own, alone)), List.of()));
        assertThat(state.subject(token).orElseThrow().status()).isEqualTo(Status.HALF_HANDED_OVER);
        assertThat(state.unfounded())
                .extracting(DayState.Unfounded::reason)
                .containsExactly("act.no-offer", "act.no-acceptance");
        SignedEvent accepted = receiver.record(new Observation.Accepted(token, offer.hash()));
        SignedEvent concluded = giver.record(new Observation.Concluded(token, accepted.hash()));
        state = DayState.of(
                drill.roster(),
                Days.joined(
                        drill.roster(), List.of(List.of(offer, own, alone, concluded), List.of(accepted)), List.of()));
        assertThat(state.subject(token).orElseThrow().status()).isEqualTo(Status.HANDED_OVER);
    }

    @Test
    void whatDoesNotGoTogetherIsDisputedAndAllOfItKept() {
        Drill drill = Days.small(2, 3, 11);
        String token = drill.roster().people().getFirst().token();
        SignedEvent here = drill.devices()
                .get("aa-01")
                .record(new Observation.CheckedIn(
                        token,
                        Observation.Outcome.PRESENT,
                        Observation.Found.NUMBER,
                        List.of(),
                        Observation.Photo.AGREES));
        var other = drill.devices().get("bb-01");
        SignedEvent gone = other.record(new Observation.CheckedIn(
                token,
                Observation.Outcome.ABSENT,
                Observation.Found.NUMBER,
                List.of(),
                Observation.Photo.NOT_COMPARED));
        DayState state = DayState.of(
                drill.roster(), Days.joined(drill.roster(), List.of(List.of(here), List.of(gone)), List.of()));
        assertThat(state.subject(token).orElseThrow().status()).isEqualTo(Status.DISPUTED);
        assertThat(state.subject(token).orElseThrow().entries()).hasSize(2);
        SignedEvent taken = other.record(new Observation.Withdrawn(gone.hash(), "wrong line"));
        state = DayState.of(
                drill.roster(), Days.joined(drill.roster(), List.of(List.of(here), List.of(gone, taken)), List.of()));
        assertThat(state.subject(token).orElseThrow().status()).isEqualTo(Status.PRESENT);
        assertThat(state.subject(token).orElseThrow().entries()).hasSize(2);
    }

    @Test
    void anotherDeviceCannotTakeAnEventBack() {
        Drill drill = Days.small(2, 3, 12);
        String token = drill.roster().people().getFirst().token();
        SignedEvent gone = drill.devices()
                .get("aa-01")
                .record(new Observation.CheckedIn(
                        token,
                        Observation.Outcome.ABSENT,
                        Observation.Found.NUMBER,
                        List.of(),
                        Observation.Photo.NOT_COMPARED));
        SignedEvent foreign = drill.devices().get("bb-01").record(new Observation.Withdrawn(gone.hash(), "not so"));
        DayState state = DayState.of(
                drill.roster(), Days.joined(drill.roster(), List.of(List.of(gone), List.of(foreign)), List.of()));
        assertThat(state.subject(token).orElseThrow().status()).isEqualTo(Status.ABSENT);
    }

    @Test
    void twoCausesOfStayingLookTheSameToEverybodyButTheNeutral() {
        Drill drill = Days.small(2, 3, 13);
        String token = drill.roster().people().getFirst().token();
        var neutral = drill.devices().get("neutral-01");
        DeviceLog start = neutral.log();
        List<byte[]> boards = new ArrayList<>();
        Set<Integer> sizes = new HashSet<>();
        for (Observation.Cause cause : Observation.Cause.values()) {
            neutral.rewind(start);
            Observation.Stays stays = PrivateWord.seal(
                    token, cause, "N2", "what he said", drill.neutralKey().publicText());
            SignedEvent event = neutral.record(stays);
            sizes.add(event.bytes().length);
            boards.add(DayView.bytes(
                    DayState.of(drill.roster(), Days.joined(drill.roster(), List.of(List.of(event)), List.of()))));
            assertThat(PrivateWord.open(stays, drill.neutralKey()).orElseThrow().cause())
                    .isEqualTo(cause);
        }
        assertThat(sizes).hasSize(1);
        assertThat(boards).allSatisfy(b -> assertThat(b).isEqualTo(boards.getFirst()));
    }

    @Test
    void aRosterWithAChangedByteIsReadOrRefusedAndNeverBreaksTheReader() {
        byte[] file = RosterText.write(Days.small(2, 3, 14).roster());
        SplittableRandom chance = new SplittableRandom(15);
        int refused = 0;
        for (int i = 0; i < 2_000; i++) {
            byte[] bad = file.clone();
            bad[chance.nextInt(bad.length)] = (byte) chance.nextInt(256);
            refused += RosterText.read(bad).accepted() ? 0 : 1;
        }
        assertThat(refused).isPositive();
    }
}
