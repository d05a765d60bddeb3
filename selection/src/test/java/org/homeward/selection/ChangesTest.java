package org.homeward.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.homeward.selection.SelectionOutcome.Proposal;
import org.homeward.selection.SelectionOutcome.Refused;
import org.junit.jupiter.api.Test;

class ChangesTest {
    private static final LotterySeed SEED = new LotterySeed("07".repeat(32));
    private static final List<Candidate> PERSONS = MadeUp.soldiersWell("A", 40, 21);
    private static final SelectionTerms NESTED = MadeUp.terms(List.of(
            new Clause.Count("count", "Ten.", "A", "all", 10), new Clause.Max("north", "Six.", "A", "north", 6)));

    @Test
    void eachStageAdmitsNoMoreThanTheOneBefore() {
        for (Stage.Cause cause : Stage.Cause.values()) {
            for (int s = 1; s < Stage.values().length; s++) {
                assertThat(!Stage.values()[s].admits(cause) || Stage.values()[s - 1].admits(cause))
                        .isTrue();
            }
        }
        assertThat(Stage.DRAFT.admits(Stage.Cause.OTHER)).isTrue();
        assertThat(Stage.LOADING.admits(Stage.Cause.REFUSAL)).isTrue();
    }

    @Test
    void aVetoAfterTheListIsAnnouncedIsTooLate() {
        Set<String> announced = announced(NESTED, PERSONS);
        String someone = announced.iterator().next();
        assertThat(Changes.strike(NESTED, PERSONS, SEED, announced, someone, Stage.ANNOUNCED, Stage.Cause.VETO))
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo("STAGE_TOO_LATE"));
        assertThat(Changes.strike(NESTED, PERSONS, SEED, announced, someone, Stage.LOADING, Stage.Cause.REFUSAL))
                .isInstanceOfSatisfying(
                        Proposal.class,
                        after -> assertThat(Changes.leaving(announced, after)).containsExactly(someone));
    }

    @Test
    void inNestedTermsTheNearestListIsAlsoTheBest() {
        Set<String> announced = announced(NESTED, PERSONS);
        for (String someone : announced) {
            assertThat(Changes.curve(NESTED, PERSONS, SEED, announced, someone))
                    .singleElement()
                    .satisfies(point -> assertThat(point.othersLeaving()).isZero());
        }
    }

    @Test
    void inOtherTermsTheCurveRisesFromTheFewestChangesToTheOptimum() {
        SelectionTerms terms = MadeUp.terms(List.of(
                new Clause.Count("count", "Ten.", "A", "all", 10),
                new Clause.Max("north", "Six.", "A", "north", 6),
                new Clause.Min("officers", "Three officers.", "A", "officers", 3),
                new Clause.Max("officersMost", "Four officers.", "A", "officers", 4),
                new Clause.Together("kin", "Together.", List.of("A1", "A2", "A3"))));
        Set<String> announced = announced(terms, PERSONS);
        int longest = 0;
        for (String someone : announced.stream().sorted().limit(3).toList()) {
            List<Changes.Point> curve = Changes.curve(terms, PERSONS, SEED, announced, someone);
            for (int i = 1; i < curve.size(); i++) {
                assertThat(curve.get(i).othersLeaving())
                        .isGreaterThan(curve.get(i - 1).othersLeaving());
                assertThat(compare(curve.get(i).levelValues(), curve.get(i - 1).levelValues()))
                        .isNotNegative();
            }
            longest = Math.max(longest, curve.size());
        }
        assertThat(longest).isPositive();
    }

    @Test
    void whatOneRoundLeavesOwedIsCarriedIntoTheNext() {
        SelectionTerms terms = MadeUp.terms(List.of(
                new Clause.Rate(
                        "rate",
                        "An officer for four.",
                        List.of(new Clause.Points("officers", 4), new Clause.Points("all", 1))),
                new Clause.Account("owed", "Up to three.", "rate", 2, 3)));
        List<Candidate> persons = new ArrayList<>(MadeUp.soldiersWell("A", 12, 22));
        persons.addAll(MadeUp.soldiersWell("B", 9, 23));
        Proposal proposal = (Proposal) Selector.select(terms, persons, SEED);
        List<String> ids =
                proposal.lists().values().stream().flatMap(List::stream).toList();
        long points = 0;
        for (Candidate p : persons) {
            long worth = p.rank().equals("captain") ? 4 : 1;
            points += !ids.contains(p.id()) ? 0 : p.side().equals("A") ? worth : -worth;
        }
        assertThat(Accounts.next(terms, persons, ids))
                .containsExactly(new Clause.Account("owed", "Up to three.", "rate", 2 + points, 3));
        assertThat(Math.abs(2 + points)).isLessThanOrEqualTo(3);
    }

    @Test
    void aRatioWithAnAccountMayLeaveARemainder() {
        SelectionTerms terms = MadeUp.terms(List.of(
                new Clause.Ratio("ratio", "Three for one.", "all", 1, 3),
                new Clause.Account("owed", "Up to two.", "ratio", 0, 2)));
        List<Candidate> persons = new ArrayList<>(MadeUp.soldiersWell("A", 3, 24));
        persons.addAll(MadeUp.soldiersWell("B", 8, 25));
        Proposal proposal = (Proposal) Selector.select(terms, persons, SEED);
        List<String> ids =
                proposal.lists().values().stream().flatMap(List::stream).toList();
        assertThat(ids).hasSize(11);
        assertThat(IndependentChecker.check(terms, persons, ids, SEED)).isEmpty();
        assertThat(Accounts.next(terms, persons, ids).getFirst().carried()).isEqualTo(3 * 3 - 8);
    }

    @Test
    void severalAgreementsBookEachNameOnce() {
        SelectionTerms officers =
                MadeUp.terms(List.of(new Clause.Count("officers", "Two officers.", "A", "officers", 2)));
        Set<String> booked = announced(officers, PERSONS);
        Set<String> second = announced(Accounts.afterBooking(NESTED, PERSONS, booked), PERSONS);
        assertThat(second).hasSize(10).doesNotContainAnyElementsOf(booked);
    }

    @Test
    void thePageToPrintSaysTheSameInEveryLanguageAndNamesNobody() {
        Proposal proposal = (Proposal) Selector.select(NESTED, PERSONS, SEED);
        for (var language : SelectionPage.LANGUAGES) {
            String page = SelectionPage.html(NESTED, PERSONS, proposal, language);
            assertThat(page)
                    .contains(
                            "lang=\"" + language.getLanguage() + "\"",
                            proposal.audit().listHash())
                    .doesNotContain("http", "<script");
            assertThat(page.contains("dir=\"rtl\""))
                    .isEqualTo(language.getLanguage().equals("ar"));
            for (String id : proposal.lists().getOrDefault("A", List.of())) {
                assertThat(page).contains("<bdi>" + id + "</bdi>");
            }
        }
    }

    @Test
    void someoneLeftOutIsToldTheCutOffHisOwnDaysAndTheNumberAtWhichHeEnters() {
        Proposal proposal = (Proposal) Selector.select(NESTED, PERSONS, SEED);
        assertThat(proposal.reasons().values())
                .filteredOn(r -> !r.in())
                .isNotEmpty()
                .allSatisfy(r -> assertThat(r.sentence()).doesNotContainPattern("A\\d"))
                .anySatisfy(r -> assertThat(r.sentence()).contains("The cut-off is", "days held"))
                .anySatisfy(r -> assertThat(r.sentence()).contains("He would be included at 11 places"));
        assertThat(proposal.cutOffs().stream()
                        .mapToLong(SelectionOutcome.CutOff::in)
                        .sum())
                .isEqualTo(10);
    }

    private static int compare(List<Long> a, List<Long> b) {
        for (int i = 0; i < a.size(); i++) {
            int c = Long.compare(a.get(i), b.get(i));
            if (c != 0) {
                return c;
            }
        }
        return 0;
    }

    private static Set<String> announced(SelectionTerms terms, List<Candidate> persons) {
        Proposal proposal = (Proposal) Selector.select(terms, persons, SEED);
        Set<String> ids = new HashSet<>();
        proposal.lists().values().forEach(ids::addAll);
        return ids;
    }
}
