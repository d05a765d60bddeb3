package org.homeward.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.selection.MadeUp.*;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.homeward.selection.SelectionOutcome.Infeasible;
import org.homeward.selection.SelectionOutcome.Proposal;
import org.homeward.selection.SelectionOutcome.Refused;
import org.homeward.selection.solve.Answer;
import org.homeward.selection.solve.CpSat;
import org.homeward.selection.solve.Program;
import org.homeward.selection.solve.Recogniser;
import org.homeward.selection.solve.Solver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SelectorTest {
    @Test
    void namesTheSmallestSetOfClausesThatContradictEachOther() {
        SelectionTerms terms = terms(List.of(
                new Clause.Count("count", "Ten.", "A", "all", 10),
                new Clause.Max("old", "At most four from the north.", "A", "north", 4),
                new Clause.Max("few", "At most five from the south.", "A", "south", 5),
                new Clause.Min("idle", "At least one from the north.", "A", "north", 1)));
        SelectionOutcome outcome = Selector.select(terms, soldiersWell("A", 40, 11), SEED);
        assertThat(outcome).isInstanceOfSatisfying(Infeasible.class, i -> {
            assertThat(i.conflict()).containsExactlyInAnyOrder("count", "old", "few");
            assertThat(i.nearest()).hasSize(1);
        });
    }

    @Test
    void theNearestTermsThatItNamesCanBeKept() {
        List<Candidate> persons = soldiersWell("A", 40, 11);
        long north = persons.stream()
                .filter(p -> p.attribute("region").equals("north"))
                .count();
        List<Clause> clauses = new ArrayList<>(List.of(
                new Clause.Count("count", "Ten.", "A", "all", 10),
                new Clause.Min("north", "Fifty from the north.", "A", "north", 50),
                new Clause.Together("kin", "Together.", List.of("A1", "A2"))));
        assertThat(Selector.select(terms(clauses), persons, SEED)).isInstanceOfSatisfying(Infeasible.class, i -> {
            assertThat(i.conflict()).containsExactly("north");
            assertThat(i.nearest()).containsExactly("clause north: at least 50 becomes at least 10");
        });
        assertThat(north).isGreaterThan(10);
        clauses.set(1, new Clause.Min("north", "Ten from the north.", "A", "north", 10));
        assertThat(Selector.select(terms(clauses), persons, SEED)).isInstanceOf(Proposal.class);
    }

    @Test
    void aClauseThatKeepsSomeoneOutIsPartOfTheContradiction() {
        List<Candidate> persons = soldiersWell("A", 40, 11);
        SelectionTerms terms = terms(List.of(
                new Clause.Count("count", "Ten.", "A", "all", 10),
                new Clause.Bar("dead", "Not available.", List.of("A7")),
                new Clause.Bar("other", "Not available.", List.of("A8")),
                new Clause.Must("named", "A7 is on the list.", List.of("A7", "A9"))));
        assertThat(Selector.select(terms, persons, SEED)).isInstanceOfSatisfying(Infeasible.class, i -> {
            assertThat(i.conflict()).containsExactly("dead", "named");
            assertThat(i.nearest())
                    .containsExactly("clause named is kept for fewer of the persons it names, or left out");
        });
    }

    @Test
    void aSlipOfThePenInAnAttributeIsRefusedAndAnEmptyCategoryNoted() {
        List<Candidate> persons = soldiersWell("A", 40, 11);
        List<Category> categories = new ArrayList<>(terms(List.of()).categories());
        categories.add(where("pilots", test("regoin", "north")));
        List<Clause> clauses = List.of(new Clause.Count("count", "Ten.", "A", "all", 10));
        SelectionTerms slip = new SelectionTerms(
                "t",
                DAY,
                "per side",
                List.of("A", "B"),
                categories,
                terms(List.of()).levels(),
                clauses);
        assertThat(Selector.select(slip, persons, SEED)).isInstanceOfSatisfying(Refused.class, r -> {
            assertThat(r.code()).isEqualTo("ATTRIBUTE_UNKNOWN");
            assertThat(r.sentence()).contains("Category pilots", "'regoin'");
        });
        assertThat(proposal(terms(clauses), persons).audit().notes()).containsExactly("Category serious holds nobody.");
    }

    @Test
    void whoeverIsLeftOutHearsAtHowManyForHowManyHeWouldBeIncluded() {
        List<Candidate> persons = new ArrayList<>(soldiersWell("A", 40, 3));
        persons.addAll(soldiersWell("B", 40, 4));
        Proposal even = proposal(
                terms(List.of(
                        new Clause.Count("a", "Ten.", "A", "all", 10), new Clause.Count("b", "Ten.", "B", "all", 10))),
                persons);
        Proposal uneven = proposal(
                terms(List.of(
                        new Clause.Count("a", "Ten.", "A", "all", 10), new Clause.Count("b", "Six.", "B", "all", 6))),
                persons);
        String next = even.reserve().getOrDefault("B", List.of()).getFirst();
        assertThat(sentence(even, next)).contains("He would be included at 11 for 11.");
        String nextUneven = uneven.reserve().getOrDefault("B", List.of()).getFirst();
        assertThat(sentence(uneven, nextUneven)).contains("He would be included at 10 for 7.");
    }

    private static String sentence(Proposal proposal, String id) {
        SelectionOutcome.Reason reason = proposal.reasons().get(id);
        return reason == null ? "" : reason.sentence();
    }

    @Test
    void refusesToCountCiviliansWithSoldiersOrTheSeriouslyWounded() {
        List<Candidate> persons = new ArrayList<>(soldiersWell("A", 20, 12));
        persons.add(civilian("AC1", "A"));
        assertThat(Selector.select(terms(List.of(new Clause.Count("c", "One.", "A", "all", 1))), persons, SEED))
                .isInstanceOfSatisfying(
                        Refused.class, r -> assertThat(r.code()).isEqualTo("CIVILIANS_BALANCE_SOLDIERS"));
        assertThat(Selector.select(
                        terms(List.of(new Clause.Count("c", "One.", "A", "all", 1))), soldiers("A", 50, 13), SEED))
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo("WOUNDED_COUNTED"));
    }

    @Test
    void replacesAStruckPersonByOneAndEqualsTheFullOptimum() {
        List<Candidate> persons = soldiers("A", 120, 14);
        SelectionTerms terms = sized(50);
        Proposal before = proposal(terms, persons);
        Set<String> announced = new HashSet<>(side(before, "A"));
        List<String> struckable = side(before, "A").stream()
                .filter(id -> !before.outside().contains(id))
                .toList();
        for (String struck : struckable) {
            SelectionOutcome outcome = Selector.strike(terms, persons, SEED, announced, struck);
            List<String> after = side((Proposal) outcome, "A");
            List<Candidate> without =
                    persons.stream().filter(p -> !p.id().equals(struck)).toList();
            assertThat(after).isEqualTo(side(proposal(terms, without), "A"));
            assertThat(after).filteredOn(id -> !announced.contains(id)).hasSize(1);
            assertThat(announced).filteredOn(id -> !after.contains(id)).containsExactly(struck);
        }
    }

    @Test
    void findsTheSameListAsTheGeneralSolverOnRandomNestedTerms() {
        int rounds = Integer.getInteger("homeward.selection.rounds", 40);
        int solved = 0;
        for (int round = 0; round < rounds; round++) {
            Random random = new Random(round);
            List<Candidate> persons = new ArrayList<>(soldiersWell("A", 8 + random.nextInt(30), round));
            persons.addAll(soldiersWell("B", 8 + random.nextInt(30), round + 7919L));
            List<Clause> clauses = new ArrayList<>();
            for (String side : List.of("A", "B")) {
                clauses.add(new Clause.Count("k" + side, "Count.", side, "all", 3 + random.nextInt(6)));
                for (String c : List.of("north", "south", "northOfficers")) {
                    if (random.nextBoolean()) {
                        clauses.add(new Clause.Max("u" + c + side, "Upper.", side, c, random.nextInt(6)));
                    }
                    if (random.nextInt(3) == 0) {
                        clauses.add(new Clause.Min("l" + c + side, "Lower.", side, c, random.nextInt(4)));
                    }
                }
            }
            SelectionTerms terms = terms(clauses);
            Program program = new Model(terms, persons, SEED).program();
            Recogniser reading = Recogniser.read(program);
            assertThat(reading.kind()).isEqualTo(Recogniser.ProblemClass.LAMINAR);
            Answer fast = Solver.solve(program, reading, Duration.ofMinutes(1));
            Answer slow = new CpSat(program, Duration.ofMinutes(1)).solve();
            assertThat(fast == null).as("round %d", round).isEqualTo(slow == null);
            if (fast != null && slow != null) {
                assertThat(fast.chosen()).as("round %d", round).isEqualTo(slow.chosen());
                solved++;
            }
        }
        assertThat(solved).isGreaterThan(rounds / 3);
    }

    @Test
    void theCheckerAcceptsEveryProposalOfRandomTermsOfAllKindsAndNoDamagedOne() {
        for (int round = 0; round < 25; round++) {
            Random random = new Random(round);
            List<Candidate> persons = new ArrayList<>(soldiersWell("A", 20, round));
            persons.addAll(soldiersWell("B", 20, round + 104729L));
            List<Clause> clauses = new ArrayList<>(List.of(
                    new Clause.Count("k", "Count.", "A", "all", 6),
                    new Clause.Ratio("r", "Ratio.", "all", 1 + random.nextInt(2), 1),
                    new Clause.Max("m", "Officers.", "B", "officers", random.nextInt(4)),
                    new Clause.Together("t", "Brothers.", List.of("A0", "A1", "A2")),
                    new Clause.If("i", "Only with.", "A3", "A4"),
                    new Clause.Pair("p", "Pair.", "A5", "B5"),
                    new Clause.Bar("b", "Bar.", List.of("A6"))));
            SelectionTerms terms = terms(clauses);
            if (!(Selector.select(terms, persons, SEED) instanceof Proposal proposal)) {
                continue;
            }
            List<String> ids = ids(proposal);
            assertThat(IndependentChecker.check(terms, persons, ids, SEED))
                    .as("round %d", round)
                    .isEmpty();
            assertThat(IndependentChecker.check(terms, persons, ids.subList(1, ids.size()), SEED))
                    .isNotEmpty();
            List<String> barred = new ArrayList<>(ids);
            barred.add("A6");
            assertThat(IndependentChecker.check(terms, persons, barred, SEED)).isNotEmpty();
        }
    }

    @Test
    void theCheckerFindsAPersonPassedOver() {
        List<Candidate> persons = soldiersWell("A", 30, 15);
        SelectionTerms terms = terms(List.of(new Clause.Count("k", "Ten.", "A", "all", 10)));
        Proposal proposal = proposal(terms, persons);
        List<String> swapped = new ArrayList<>(side(proposal, "A"));
        swapped.set(9, proposal.reserve().getOrDefault("A", List.of()).getFirst());
        assertThat(IndependentChecker.check(terms, persons, swapped, SEED))
                .containsExactly("someone left out stands before someone included whom he could replace");
    }

    @Test
    void aFolderOnDiskChecksUntilSomeoneTouchesIt(@TempDir Path dir) throws IOException {
        StringBuilder csv = new StringBuilder(String.join(",", PersonsFile.COLUMNS) + ",region\n");
        for (Candidate p : soldiers("A", 60, 17)) {
            for (String column : PersonsFile.COLUMNS) {
                csv.append(p.attribute(column)).append(',');
            }
            csv.append(p.attribute("region")).append('\n');
        }
        Path out = dir.resolve("proposal");
        SelectionFolder.write(
                out, TermsFile.write(sized(20)), csv.toString(), proposal(sized(20), soldiers("A", 60, 17)));

        assertThat(SelectionFolder.read(out)).isInstanceOfSatisfying(SelectionFolder.Read.Ok.class, ok -> {
            assertThat(ok.folder().check()).isEmpty();
            assertThat(ok.folder().why("A1")).isPresent();
        });

        List<String> lines = Files.readAllLines(out.resolve("lists.csv"));
        Files.write(out.resolve("lists.csv"), lines.subList(0, lines.size() - 1));
        assertThat(SelectionFolder.read(out))
                .isInstanceOfSatisfying(
                        SelectionFolder.Read.Ok.class,
                        ok -> assertThat(ok.folder().check())
                                .contains("the lists are not those the audit record names"));
        Files.delete(out.resolve("audit.json"));
        assertThat(SelectionFolder.read(out)).isInstanceOf(SelectionFolder.Read.Bad.class);
    }

    @Test
    void aWoundedPersonWhoIsStruckLeavesTheOthersWhereTheyAre() {
        List<Candidate> persons = soldiers("A", 60, 18);
        Proposal before = proposal(sized(20), persons);
        String struck = before.outside().getFirst();
        Set<String> expected = new HashSet<>(side(before, "A"));
        SelectionOutcome after = Selector.strike(sized(20), persons, SEED, expected, struck);
        expected.remove(struck);
        assertThat(after)
                .isInstanceOfSatisfying(
                        Proposal.class, p -> assertThat(side(p, "A")).containsExactlyInAnyOrderElementsOf(expected));
    }

    @Test
    void doesNotDependOnTheOrderOfThePersons() {
        List<Candidate> persons = new ArrayList<>(soldiers("A", 80, 16));
        Proposal first = proposal(sized(20), persons);
        Collections.shuffle(persons, new Random(1));
        assertThat(proposal(sized(20), persons)).isEqualTo(first);
    }
}
