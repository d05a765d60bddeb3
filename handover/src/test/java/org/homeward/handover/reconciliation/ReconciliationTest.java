package org.homeward.handover.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.homeward.handover.Days;
import org.homeward.handover.day.DayState;
import org.homeward.handover.drill.Drill;
import org.homeward.handover.drill.DrillDevice;
import org.homeward.handover.drill.RehearsedDay;
import org.homeward.handover.log.DeviceLog;
import org.homeward.handover.log.Observation;
import org.homeward.handover.log.PrivateWord;
import org.homeward.handover.log.Roster;
import org.homeward.handover.log.SignedEvent;
import org.homeward.handover.reconciliation.Closing.Outcome;
import org.homeward.handover.reconciliation.Difference.Kind;
import org.homeward.handover.reconciliation.Reconciliation.Standing;
import org.junit.jupiter.api.Test;

class ReconciliationTest {
    /** 157 return to aa and 160 to bb, three of them civilians, and 6,060 bags go to aa. */
    private static final Drill DRILL = drill(157, 160, 6_060);

    private static final Map<String, List<SignedEvent>> LOGS = RehearsedDay.run(DRILL);

    private static Drill drill(int aa, int bb, long bags) {
        return Drill.create(
                new Drill.Size(Map.of("aa", aa, "bb", bb), Map.of("bb", 3), 2, Map.of("bags:aa", bags), 6),
                Days.KEYS,
                new SplittableRandom(20260205));
    }

    private static Reconciliation read(Drill drill, Map<String, List<SignedEvent>> logs, Closing.Signed... closings) {
        return Reconciliation.of(
                DayState.of(drill.roster(), Days.joined(drill.roster(), logs.values(), List.of())), List.of(closings));
    }

    private static Closing.Signed close(Drill drill, String device, Difference case0, Outcome outcome, long number) {
        DrillDevice d = drill.devices().get(device);
        return new Closing(
                        1,
                        drill.roster().caseId(),
                        drill.roster().handover(),
                        case0.digest(),
                        outcome,
                        number,
                        d.officer())
                .sign(d.officerKey());
    }

    @Test
    void aDayWithOneOfEachTroubleEndsInExactlyTheRightOpenCases() {
        Reconciliation r = read(DRILL, LOGS);
        assertThat(r.open())
                .extracting(c -> c.difference().kind() + " " + c.difference().returnsTo() + " "
                        + c.difference().number())
                .containsExactly(
                        "SUBSTITUTED aa " + RehearsedDay.SUBSTITUTED,
                        "NOT_TRAVELLING aa " + RehearsedDay.STAYS,
                        "DIED_ON_THE_WAY bb " + RehearsedDay.DIES,
                        "IDENTITY_DISPUTED bb " + RehearsedDay.DISPUTED,
                        "ON_NO_LIST null 0",
                        "COUNTS_UNEQUAL aa 0");
        Difference bags = r.open().getLast().difference();
        assertThat(bags.counts()).isEqualTo(new Count("bags", "aa", 6_060, 6_060L, 6_057L));
        assertThat(bags.parts()).containsExactly("only bb saw B00001", "only bb saw B00002", "only bb saw B00003");
        assertThat(r.open().get(1).difference().code()).isEqualTo("N3");
        assertThat(r.unclosed()).isEmpty();
        assertThat(r.refused()).isEmpty();
    }

    @Test
    void eachSidesOwnCountStandsBesideTheListsAndTheAccountAddsUp() {
        Reconciliation r = read(DRILL, LOGS);
        assertThat(r.counts())
                .contains(new Count("persons", "aa", 157, 156L, 156L), new Count("persons", "bb", 160, 158L, 158L));
        assertThat(r.account().lines())
                .containsExactly(
                        new Account.Line("aa", "soldier", 157, 155, 1, 0, 1, 0),
                        new Account.Line("bb", "civilian", 3, 3, 0, 0, 0, 0),
                        new Account.Line("bb", "soldier", 157, 155, 0, 0, 2, 0));
        assertThat(r.account().owed())
                .extracting(o -> o.returnsTo() + " " + o.number() + " " + o.agreed())
                .containsExactly("aa 20 false", "bb 30 false", "bb 40 false");
    }

    @Test
    void aCaseIsClosedOnlyWhenBothSidesSignedTheSame() {
        List<Difference> cases = read(DRILL, LOGS).open().stream()
                .map(Reconciliation.Case::difference)
                .toList();
        Difference stays = cases.get(1);
        Difference bags = cases.getLast();
        Closing.Signed aa = close(DRILL, "aa-01", stays, Outcome.SETTLED, 0);
        assertThat(standing(read(DRILL, LOGS, aa), stays)).isEqualTo(Standing.ONE_SIDE);
        assertThat(standing(read(DRILL, LOGS, aa, close(DRILL, "aa-02", stays, Outcome.SETTLED, 0)), stays))
                .as("two officers of one side")
                .isEqualTo(Standing.ONE_SIDE);
        assertThat(standing(read(DRILL, LOGS, aa, close(DRILL, "bb-01", stays, Outcome.STILL_OWED, 0)), stays))
                .isEqualTo(Standing.CONTESTED);
        Reconciliation closed = read(
                DRILL,
                LOGS,
                aa,
                close(DRILL, "bb-02", stays, Outcome.SETTLED, 0),
                close(DRILL, "bb-01", bags, Outcome.COUNT_AGREED, 6_057),
                close(DRILL, "aa-01", bags, Outcome.COUNT_AGREED, 6_057));
        assertThat(closed.open()).hasSize(4).doesNotContainNull();
        assertThat(closed.account().lines().getFirst())
                .isEqualTo(new Account.Line("aa", "soldier", 157, 155, 1, 1, 0, 0));
        assertThat(closed.account().owed()).hasSize(2);
        assertThat(standing(
                        read(
                                DRILL,
                                LOGS,
                                close(DRILL, "bb-01", bags, Outcome.COUNT_AGREED, 6_058),
                                close(DRILL, "aa-01", bags, Outcome.COUNT_AGREED, 6_057)),
                        bags))
                .isEqualTo(Standing.CONTESTED);
    }

    private static Standing standing(Reconciliation r, Difference about) {
        return r.cases().stream()
                .filter(c -> c.difference().id().equals(about.id()))
                .findFirst()
                .orElseThrow()
                .standing();
    }

    @Test
    void theNeutralForeignersAndForgersCloseNothing() {
        Difference stays = read(DRILL, LOGS).open().get(1).difference();
        Closing.Signed neutral = close(DRILL, "neutral-01", stays, Outcome.SETTLED, 0);
        Closing.Signed aa = close(DRILL, "aa-01", stays, Outcome.SETTLED, 0);
        Closing.Signed forged = new Closing.Signed(
                new Closing(1, "drill", "day-1", stays.digest(), Outcome.SETTLED, 0, "officer-bb-01"), aa.signature());
        Closing.Signed unfit = close(DRILL, "bb-01", stays, Outcome.COUNT_AGREED, 3);
        Reconciliation r = read(DRILL, LOGS, neutral, aa, forged, unfit);
        assertThat(r.refused())
                .extracting(org.homeward.ledger.Refusal::code)
                .containsExactly("closing.officer", "closing.outcome", "closing.signature");
        assertThat(standing(r, stays)).isEqualTo(Standing.ONE_SIDE);
    }

    @Test
    void whatIsAddedToAClosedCaseOpensItAgain() {
        Drill drill = drill(45, 45, 5);
        Map<String, List<SignedEvent>> logs = RehearsedDay.run(drill);
        Difference died = read(drill, logs).open().get(2).difference();
        Closing.Signed[] both = {
            close(drill, "aa-01", died, Outcome.SETTLED, 0), close(drill, "bb-01", died, Outcome.SETTLED, 0)
        };
        assertThat(standing(read(drill, logs, both), died)).isEqualTo(Standing.CLOSED);
        DrillDevice late = drill.devices().get("bb-01");
        logs.get("bb-01").removeLast();
        late.rewind(DeviceLog.empty("drill", "day-1", "bb-01"));
        for (SignedEvent e : logs.get("bb-01")) {
            late.rewind(late.log().after(e));
        }
        logs.get("bb-01")
                .add(late.record(new Observation.CheckedIn(
                        died.subject(),
                        Observation.Outcome.PRESENT,
                        Observation.Found.NAME,
                        List.of(),
                        Observation.Photo.AGREES)));
        Reconciliation again = read(drill, logs, both);
        assertThat(standing(again, died)).isEqualTo(Standing.OPEN);
        assertThat(again.refused()).extracting(x -> x.code()).containsExactly("closing.no-case", "closing.no-case");
        assertThat(again.unclosed()).containsExactly("bb-01");
    }

    @Test
    void nothingInTheCasesTellsAManWhoWillNotGoFromOneWhosePapersAreMissing() {
        List<String> seen = new ArrayList<>();
        Drill drill = Days.small(3, 3, 21);
        DrillDevice neutral = drill.devices().get("neutral-01");
        DeviceLog start = neutral.log();
        String token = drill.roster().people().getFirst().token();
        for (Observation.Cause cause : Observation.Cause.values()) {
            neutral.rewind(start);
            SignedEvent event = neutral.record(PrivateWord.seal(
                    token, cause, "N1", cause.name(), drill.neutralKey().publicText()));
            Reconciliation r = read(drill, Map.of("neutral-01", List.of(event)));
            // The seal is drawn anew each time, and with it the event's hash; all else must be one.
            seen.add(new String(r.json(), java.nio.charset.StandardCharsets.UTF_8)
                    .replace(event.hash(), "")
                    .replace(r.state(), ""));
        }
        assertThat(seen).hasSize(Observation.Cause.values().length).containsOnly(seen.getFirst());
        assertThat(seen.getFirst()).contains("\"NOT_TRAVELLING\"", "\"N1\"");
    }

    @Test
    void everybodyOfTheListsIsReceivedFilledSettledOrOwedWhateverTheDay() {
        for (int seed = 0; seed < 40; seed++) {
            Drill drill = Days.small(12, 6, seed);
            Map<String, List<SignedEvent>> logs =
                    org.homeward.handover.drill.BusyDay.run(drill, 40, true, new SplittableRandom(seed));
            Reconciliation r = read(drill, logs);
            long planned = r.account().lines().stream()
                    .mapToLong(Account.Line::planned)
                    .sum();
            assertThat(planned).isEqualTo(24);
            assertThat(r.account().owed())
                    .allSatisfy(o -> assertThat(o.difference()).isNotEmpty());
            long owed =
                    r.account().lines().stream().mapToLong(Account.Line::owed).sum();
            assertThat(r.account().owed()).hasSize((int) owed);
        }
    }

    @Test
    void headsThatDoNotAgreeWithASidesOwnActsAndFragmentsThatDifferAreCases() {
        Drill drill = Days.small(1, 3, 5);
        DrillDevice aa = drill.devices().get("aa-01");
        DrillDevice bb = drill.devices().get("bb-01");
        Roster.Expected person = drill.roster().people().getFirst();
        assertThat(person.returnsTo()).isEqualTo("aa");
        SignedEvent offer = bb.record(new Observation.Offered(person.token()));
        SignedEvent accepted = aa.record(new Observation.Accepted(person.token(), offer.hash()));
        SignedEvent heads = aa.record(new Observation.Tallied("persons:aa", 2));
        List<SignedEvent> bag = List.of(
                bb.record(new Observation.BagSeen("B1", "aa", "S1")),
                bb.record(new Observation.FragmentSeen("B1", "F1", "not determined")));
        List<SignedEvent> opened = List.of(
                aa.record(new Observation.BagSeen("B1", "aa", "S1")),
                aa.record(new Observation.FragmentSeen("B1", "F1", "not determined")),
                aa.record(new Observation.FragmentSeen("B1", "F2", "not determined")));
        Reconciliation r =
                read(drill, Map.of("bb", List.of(offer), "aa", List.of(accepted, heads), "bag", bag, "opened", opened));
        assertThat(r.open())
                .extracting(c -> c.difference().kind())
                .containsExactly(
                        Kind.ONE_SIDED, Kind.MISSING, Kind.COUNTS_UNEQUAL, Kind.COUNTS_UNEQUAL, Kind.FRAGMENTS_UNEQUAL);
        assertThat(r.open().get(3).difference().parts()).containsExactly("aa by its acts 1");
        assertThat(r.open().getLast().difference().parts()).containsExactly("only aa saw F2 not determined");
    }

    @Test
    void theStatementIsSignedByBothOnlyWhenAnOfficerOfEachSignedWhatStandsNow() {
        Drill drill = drill(45, 45, 5);
        Map<String, List<SignedEvent>> logs = RehearsedDay.run(drill);
        Reconciliation r = read(drill, logs);
        JointSignature.Signed aa = sign(drill, "aa-01", r);
        JointSignature.Signed bb = sign(drill, "bb-02", r);
        assertThat(JointSignatures.of(r, drill.roster(), List.of(aa, aa, sign(drill, "aa-02", r)))
                        .both(drill.roster()))
                .as("two officers of one side")
                .isFalse();
        assertThat(JointSignatures.of(r, drill.roster(), List.of(aa, bb)).both(drill.roster()))
                .isTrue();
        JointSignature.Signed neutral = sign(drill, "neutral-01", r);
        JointSignature.Signed forged = new JointSignature.Signed(bb.statement(), aa.signature());
        JointSignature.Signed elsewhere =
                new JointSignature.Signed(new JointSignature(1, "drill", "day-2", r.digest(), "officer-bb-01"), "");
        JointSignatures odd = JointSignatures.of(r, drill.roster(), List.of(aa, neutral, forged, elsewhere));
        assertThat(odd.both(drill.roster())).isFalse();
        assertThat(odd.refused())
                .extracting(org.homeward.ledger.Refusal::code)
                .containsExactly("statement.officer", "statement.signature", "statement.day");

        logs.get("bb-01").removeLast();
        Reconciliation other = read(drill, logs);
        JointSignatures after = JointSignatures.of(other, drill.roster(), List.of(aa, bb));
        assertThat(after.both(drill.roster()))
                .as("what was signed is another statement")
                .isFalse();
        assertThat(after.earlier()).containsExactly("officer-aa-01", "officer-bb-02");
    }

    @Test
    void theAccountNamesEverybodyForWhomThereIsCreditAlsoWhoWentInAnothersPlace() {
        Account account = read(DRILL, LOGS).account();
        assertThat(account.received()).hasSize(155 + 1 + 3 + 155);
        Roster.Expected reserve = DRILL.roster().reserve().getFirst();
        assertThat(account.received().stream().filter(Account.Received::reserve))
                .containsExactly(new Account.Received("aa", true, reserve.number(), reserve.token(), "soldier"));
        assertThat(account.received())
                .noneMatch(p -> account.owed().stream().anyMatch(o -> o.token().equals(p.token())));
    }

    private static JointSignature.Signed sign(Drill drill, String device, Reconciliation r) {
        DrillDevice d = drill.devices().get(device);
        return new JointSignature(1, "drill", "day-1", r.digest(), d.officer()).sign(d.officerKey());
    }
}
