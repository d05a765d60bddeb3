package org.homeward.protocol.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import org.homeward.protocol.Actors;
import org.homeward.protocol.exchange.Accounts.Booking;
import org.homeward.protocol.exchange.Refusal.Code;
import org.homeward.protocol.json.CanonicalJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountsTest {
    /** An agreed case, a private for a private, by the rates of 1862; then these receipts. */
    private static CaseState agreed(String caseId, Act... receipts) {
        Actors actors = new Actors();
        actors.walk();
        for (Act act : receipts) {
            String token = ((Act.HandoverReceived) act).tokens().getFirst();
            actors.act(token.substring(0, 2), act);
        }
        return renamed(actors.state, caseId);
    }

    private static Act received(String handover, String party) {
        return new Act.HandoverReceived(handover, List.of(party + "-t1"), Map.of("soldier", 1));
    }

    /** The same case under another name: a record's members by their order. */
    private static CaseState renamed(CaseState state, String caseId) {
        try {
            RecordComponent[] components = CaseState.class.getRecordComponents();
            Object[] values = new Object[components.length];
            Class<?>[] types = new Class<?>[components.length];
            for (int i = 0; i < components.length; i++) {
                types[i] = components[i].getType();
                values[i] = components[i].getName().equals("caseId")
                        ? caseId
                        : components[i].getAccessor().invoke(state);
            }
            return CaseState.class.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static CaseState with(CaseState state, Terms terms, Phase phase) {
        CaseState.Change change = state.change();
        change.terms = terms;
        change.phase = phase;
        return change.done();
    }

    private static Terms carrying(CarriedOver... carried) {
        return new Terms(
                "t",
                "per side",
                Map.of("aa", 2),
                Map.of(),
                CanonicalJson.tree(Map.of("clauses", List.of())),
                List.of(),
                Ladder.STANDARD,
                null,
                List.of(carried));
    }

    @Test
    void oneHandoverServesSeveralAgreementsAndOneAgreementSeveralHandovers() {
        CaseState one = agreed("case-1", received("monday", "aa"), received("tuesday", "bb"));
        CaseState two = agreed("case-2", received("monday", "aa"));
        assertThat(Accounts.bookings(List.of(one, two)))
                .containsExactly(
                        new Booking("case-1", "monday", "aa", "soldier", 1, 1),
                        new Booking("case-1", "tuesday", "bb", "soldier", 1, 1),
                        new Booking("case-2", "monday", "aa", "soldier", 1, 1));
    }

    @Test
    void whatIsOwedIsCarriedIntoLaterTermsAndOwedThereAndNoMoreHere() {
        CaseState one = agreed("case-1", received("monday", "bb"));
        List<CarriedOver> carry = Accounts.carry(one);
        assertThat(carry)
                .containsExactly(
                        new CarriedOver("case-1", one.agreement().orElseThrow().digest(), "aa", "soldier", 1, 1));
        assertThat(Accounts.flaw(carry.getFirst(), List.of(one))).isEmpty();

        CaseState later = with(CaseState.empty("case-2"), carrying(carry.getFirst()), Phase.TERMS_SIGNED);
        assertThat(Accounts.owed(List.of(one, later)))
                .extracting(Accounts.Owed::owed)
                .containsExactly(0, 0);
        assertThat(Accounts.flaw(carry.getFirst(), List.of(one, later)))
                .as("nothing is taken over twice")
                .isPresent();
        CaseState onTheTable = with(CaseState.empty("case-2"), carrying(carry.getFirst()), Phase.TERMS_PROPOSED);
        assertThat(Accounts.flaw(carry.getFirst(), List.of(one, onTheTable)))
                .as("until all have signed nothing is taken over")
                .isEmpty();
    }

    @Test
    void nobodyTakesOverWhatIsNotOwed() {
        CaseState one = agreed("case-1");
        CarriedOver sound = Accounts.carry(one).getFirst();
        for (CarriedOver bad : List.of(
                new CarriedOver("case-9", sound.agreement(), "aa", "soldier", 1, 1),
                new CarriedOver("case-1", "0".repeat(64), "aa", "soldier", 1, 1),
                new CarriedOver("case-1", sound.agreement(), "aa", "soldier", 2, 2),
                new CarriedOver("case-1", sound.agreement(), "aa", "civilian", 1, 0))) {
            assertThat(Accounts.flaw(bad, List.of(one))).as("%s", bad).isPresent();
        }
    }

    @Test
    void theNumbersOfTheTermsHaveRoomForWhatIsCarriedOver() {
        CarriedOver three = new CarriedOver("case-1", "a0".repeat(32), "aa", "soldier", 3, 0);
        CarriedOver two = new CarriedOver("case-1", "a0".repeat(32), "aa", "soldier", 2, 0);
        assertThat(carrying(three).flaw()).isPresent();
        assertThat(carrying(two).flaw()).isEmpty();
        assertThat(carrying(two, two).flaw()).as("the same account twice").isPresent();
        assertThat(carrying(new CarriedOver("case-1", "a0", "aa", "soldier", 1, 0))
                        .flaw())
                .isPresent();
        assertThat(carrying(new CarriedOver("case-1", "a0".repeat(32), "aa", "soldier", 0, 0))
                        .flaw())
                .isPresent();
    }

    @Test
    void onAListWhoseNumberIsNotFixedThoseCarriedOverComeFirst() {
        Terms terms = carrying(new CarriedOver("case-1", "a0".repeat(32), "bb", "soldier", 2, 0));
        Act.Proposal one = Actors.proposal(1);
        Terms free = new Terms(
                "t", "r", Map.of(), Map.of(), terms.clauses(), List.of(), Ladder.STANDARD, null, terms.carried());
        assertThat(ListRules.counts(new Actors().participants, free, one).map(Refusal::code))
                .contains(Code.BAD_LINES);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "dix-hill-1862, colonel, 15",
                "dix-hill-1862, ' Colonel ', 15",
                "dix-hill-1862, admiral, 60",
                "dix-hill-1862, major-general, 40",
                "dix-hill-1862, lieutenant, 4",
                "dix-hill-1862, private, 1",
                "dix-hill-1862, старший сержант, 1",
                "dix-hill-1862, -, 1",
                "cartel-1813, major general, 30",
                "cartel-1813, ensign, 3"
            })
    void aRankCountsForWhatItsTableSaysAndAnUnlistedOneForTheFallback(String table, String rank, int points) {
        assertThat(RateTables.find(table).orElseThrow().points(rank)).isEqualTo(points);
    }

    @Test
    void theTablesThatCanBeNamedAreSoundAndABadOneIsRefused() {
        assertThat(RateTables.all()).allSatisfy(t -> assertThat(t.flaw()).isEmpty());
        var twice = new RateTable("t", 1, List.of(new RateTable.Rate(List.of("a", "A "), 1)), 1);
        var tooHigh = new RateTable("t", 1, List.of(new RateTable.Rate(List.of("a"), 1_001)), 1);
        var nothing = new RateTable("t", 1, List.of(), 0);
        assertThat(List.of(twice, tooHigh, nothing))
                .allSatisfy(t -> assertThat(t.flaw()).isPresent());
    }

    @Test
    void theWoundedAndCiviliansHaveNoRate() {
        CaseState state = agreed("case-1");
        Act.ListedPerson p = Actors.listed("aa");
        assertThat(Handovers.points(state, p)).isEqualTo(1);
        for (String category : List.of("wounded", "civilian")) {
            assertThat(Handovers.points(
                            state,
                            new Act.ListedPerson(
                                    1, p.line(), p.token(), "n", "n", null, "colonel", category, "2022-01-01", "r")))
                    .isZero();
        }
    }
}
