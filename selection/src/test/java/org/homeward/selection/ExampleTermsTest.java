package org.homeward.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.selection.MadeUp.*;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.homeward.selection.SelectionOutcome.Infeasible;
import org.homeward.selection.SelectionOutcome.Proposal;
import org.junit.jupiter.api.Test;

/** Terms as parties write them: each example that ships does what its text says. */
class ExampleTermsTest {
    @Test
    void selectsTheExchangeOf5February2026() {
        List<Candidate> persons = new ArrayList<>(soldiers("A", 400, 1));
        persons.addAll(soldiers("B", 300, 2));
        for (int i = 1; i <= 7; i++) {
            persons.add(civilian("AC" + i, "A"));
        }
        for (int i = 1; i <= 3; i++) {
            persons.add(civilian("BC" + i, "B"));
        }
        SelectionTerms terms = example("abu-dhabi-2026-02-05");

        Proposal proposal = proposal(terms, persons);

        Set<String> outside = new HashSet<>(proposal.outside());
        assertThat(side(proposal, "A")).filteredOn(id -> !outside.contains(id)).hasSize(157);
        assertThat(side(proposal, "B")).filteredOn(id -> !outside.contains(id)).hasSize(157);
        assertThat(outside).contains("AC1", "AC7", "BC3");
        assertThat(persons)
                .filteredOn(p -> p.medical() == Candidate.Medical.SERIOUS)
                .isNotEmpty()
                .allMatch(p -> outside.contains(p.id()));
        assertThat(proposal.audit().termsClass()).isEqualTo("LAMINAR");
        assertThat(proposal.reasons()).hasSize(persons.size());
    }

    @Test
    void includesAnOutsiderAtExactlyTheNumberItTellsHim() {
        List<Candidate> persons = new ArrayList<>(soldiers("A", 60, 3));
        Proposal at20 = proposal(sized(20), persons);
        List<String> entering = at20.reserve().getOrDefault("A", List.of()).stream()
                .filter(id -> at20.reasons().get(id).entrySize() != null)
                .toList();
        assertThat(entering).isNotEmpty();
        for (int k = 21; k <= 20 + entering.size(); k++) {
            Set<String> before = new HashSet<>(side(proposal(sized(k - 1), persons), "A"));
            List<String> entered = new ArrayList<>(side(proposal(sized(k), persons), "A"));
            entered.removeAll(before);
            assertThat(entered).containsExactly(entering.get(k - 21));
            assertThat(at20.reasons().get(entering.get(k - 21)))
                    .extracting(SelectionOutcome.Reason::entrySize)
                    .isEqualTo((long) k);
        }
    }

    @Test
    void selectsAThousandForAThousandInThreeDays() {
        List<Candidate> persons = new ArrayList<>(soldiers("A", 1500, 4));
        persons.addAll(soldiers("B", 1400, 5));
        for (int i = 0; i < 130; i++) {
            persons.add(civilian("AC" + i, "A"));
            persons.add(civilian("BC" + i, "B"));
        }
        SelectionTerms terms = example("thousand-for-thousand");
        Proposal proposal = proposal(terms, persons);
        Set<String> outside = new HashSet<>(proposal.outside());
        Map<String, Integer> days =
                DayPlan.of(terms, persons, proposal.lists(), outside).days();
        for (String side : List.of("A", "B")) {
            List<String> ids = side(proposal, side).stream()
                    .filter(id -> !outside.contains(id))
                    .toList();
            assertThat(ids).hasSize(1000);
            long[] on = new long[4];
            ids.forEach(id -> on[days.getOrDefault(id, 0)]++);
            assertThat(on).containsExactly(0, 390, 307, 303);
            assertThat(ids.stream().filter(id -> id.contains("C")).map(days::get))
                    .hasSize(120)
                    .containsOnly(1);
            int last = 1;
            for (String id : ids.stream().filter(i -> !i.contains("C")).toList()) {
                assertThat(days.getOrDefault(id, 0)).as("the list's order").isGreaterThanOrEqualTo(last);
                last = days.getOrDefault(id, 0);
            }
        }
        assertThat(IndependentChecker.checkDays(terms, persons, ids(proposal), days))
                .isEmpty();
        Map<String, Integer> swapped = new java.util.HashMap<>(days);
        swapped.put(swapped.keySet().iterator().next(), 3);
        assertThat(IndependentChecker.checkDays(terms, persons, ids(proposal), swapped))
                .isNotEmpty();
    }

    @Test
    void thoseKeptTogetherReturnOnOneDayOrTheTermsAreRefused() {
        List<Candidate> persons = soldiersWell("A", 30, 31);
        List<String> kin = List.of("A1", "A2", "A3");
        List<Clause> clauses = new ArrayList<>(List.of(
                new Clause.Count("k", "Eight.", "A", "all", 8),
                new Clause.Must("m", "These three.", kin),
                new Clause.Together("t", "Together.", kin),
                new Clause.Days("d", "Over days.", "k", List.of(2L, 3L, 3L))));
        Proposal proposal = proposal(terms(clauses), persons);
        Map<String, Integer> days =
                DayPlan.of(terms(clauses), persons, proposal.lists(), List.of()).days();
        assertThat(kin.stream().map(days::get).distinct()).hasSize(1);
        assertThat(IndependentChecker.checkDays(terms(clauses), persons, ids(proposal), days))
                .isEmpty();
        clauses.set(3, new Clause.Days("d", "Over days.", "k", List.of(2L, 2L, 2L, 2L)));
        assertThat(Selector.select(terms(clauses), persons, SEED))
                .isInstanceOfSatisfying(
                        Infeasible.class, i -> assertThat(i.conflict()).containsExactly("t", "d"));
    }

    @Test
    void bringsEveryoneUnder25AndEverySeriouslyWoundedHomeWhateverTheNumbers() {
        List<Candidate> persons = new ArrayList<>(soldiers("A", 200, 6));
        persons.addAll(soldiers("B", 90, 7));
        Proposal proposal = proposal(example("under-25-all-for-all"), persons);
        assertThat(proposal.outside())
                .containsExactlyInAnyOrderElementsOf(persons.stream()
                        .filter(p -> p.medical() == Candidate.Medical.SERIOUS
                                || p.birth().plusYears(25).isAfter(DAY))
                        .map(Candidate::id)
                        .toList());
    }

    @Test
    void selects1700For1200WithTheNamedForeigners() {
        List<Candidate> persons = new ArrayList<>(soldiers("A", 2500, 8));
        persons.addAll(soldiers("B", 2400, 9));
        persons.replaceAll(p -> Set.of("B3", "B77", "B1999").contains(p.id()) ? well(p) : p);
        Proposal proposal = proposal(example("1700-for-1200"), persons);
        assertThat(side(proposal, "B")).contains("B3", "B77", "B1999");
        assertThat(proposal.lists().values().stream().mapToInt(List::size).sum()
                        - proposal.outside().size())
                .isEqualTo(2900);
    }

    @Test
    void exchanges30PerCivilianAnd50PerSoldierFromAPoolTwiceTheNumberAround24HoursOfObjections() {
        List<Candidate> persons = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            persons.add(civilian("AC" + i, "A"));
        }
        for (int i = 1; i <= 2; i++) {
            persons.add(well(person("AS" + i, "A", new Random(i))));
        }
        for (int i = 1; i <= 180; i++) {
            persons.add(civilian("BC" + i, "B"));
        }
        for (int i = 1; i <= 200; i++) {
            persons.add(well(person("BS" + i, "B", new Random(i))));
        }
        SelectionTerms terms = example("thirty-and-fifty");
        Proposal proposal = proposal(terms, persons);
        assertThat(side(proposal, "A")).hasSize(5);
        assertThat(side(proposal, "B"))
                .hasSize(3 * 30 + 2 * 50)
                .as("BC9's was filed on the first day, BS5's in the last second")
                .doesNotContain("BS5", "BC9");
        assertThat(proposal.audit().termsClass()).isEqualTo("RATIO");
        assertThat(proposal.audit().hardClause()).isEqualTo("civilian-ratio");
        assertThat(proposal.audit().proven()).isTrue();
        assertThat(proposal.audit().notes())
                .as("BS7's came a second late")
                .contains("Clause soldier-pool: 1 of 2 objections came outside its 24 hours and have no effect.");
        assertThat(proposal.reasons().get("BS7"))
                .isNotNull()
                .satisfies(r -> assertThat(r.code()).isNotEqualTo("BARRED"));

        persons.removeIf(p -> p.id().equals("BS200"));
        Proposal smaller = proposal(terms, persons);
        assertThat(side(smaller, "A"))
                .as("199 are no pool for 100: one soldier for 50")
                .hasSize(4);
        assertThat(side(smaller, "B")).hasSize(3 * 30 + 50);
    }

    @Test
    void exchangesByTheDixHillScaleWithinTheAccount() {
        List<Candidate> persons = new ArrayList<>();
        String[] ranks = {"colonel", "captain", "lieutenant", "sergeant", "private", "private", "private"};
        for (String side : List.of("A", "B")) {
            for (int i = 0; i < 40; i++) {
                Candidate p = person(side + i, side, new Random(i * 31L + side.hashCode()));
                persons.add(new Candidate(
                        p.id(),
                        side,
                        p.kind(),
                        p.medical(),
                        LocalDate.of(1862, 1, 1).plusDays(i),
                        ranks[(i + (side.equals("A") ? 0 : 1)) % (side.equals("A") ? 7 : 6)],
                        LocalDate.of(1840, 1, 1),
                        Map.of()));
            }
        }
        Proposal proposal = proposal(example("dix-hill-1862"), persons);
        assertThat(proposal.audit().termsClass()).isEqualTo("RANK_RATES");
        assertThat(proposal.audit().proven()).isTrue();
    }
}
