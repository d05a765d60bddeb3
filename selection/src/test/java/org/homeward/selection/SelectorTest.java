package org.homeward.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
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
    private static final LotterySeed SEED = new LotterySeed("07".repeat(32));
    private static final LocalDate DAY = LocalDate.of(2026, 2, 5);

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

    private static Proposal proposal(SelectionTerms terms, List<Candidate> persons) {
        SelectionOutcome outcome = Selector.select(terms, persons, SEED);
        assertThat(outcome).isInstanceOf(Proposal.class);
        Proposal proposal = (Proposal) outcome;
        assertThat(IndependentChecker.check(terms, persons, ids(proposal), SEED))
                .isEmpty();
        return proposal;
    }

    private static List<String> ids(Proposal proposal) {
        return proposal.lists().values().stream().flatMap(List::stream).toList();
    }

    private static List<String> side(Proposal proposal, String side) {
        return proposal.lists().getOrDefault(side, List.of());
    }

    private static SelectionTerms example(String name) {
        try (InputStream in = Selector.class.getResourceAsStream("examples/" + name + ".json")) {
            assertThat(in).isNotNull();
            TermsFile.Read read = TermsFile.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            assertThat(read).isInstanceOf(TermsFile.Read.Ok.class);
            return ((TermsFile.Read.Ok) read).terms();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static SelectionTerms sized(long k) {
        List<Clause> clauses = new ArrayList<>(List.of(
                new Clause.Count("count", "Count.", "A", "all", k),
                new Clause.Min("south-min", "At least.", "A", "south", 9),
                new Clause.Max("north-max", "At most.", "A", "north", 15),
                new Clause.All("wounded", "Wounded home.", null, "serious")));
        return terms(clauses);
    }

    static SelectionTerms terms(List<Clause> clauses) {
        return new SelectionTerms(
                "t",
                DAY,
                "per side",
                List.of("A", "B"),
                List.of(
                        new Category("all", "All", List.of()),
                        where("north", test("region", "north")),
                        where("south", test("region", "south")),
                        where("officers", test("rank", "captain")),
                        where("northOfficers", test("rank", "captain"), test("region", "north")),
                        where("serious", test("medical", "SERIOUS"))),
                List.of(
                        new SelectionTerms.Level(SelectionTerms.Measure.MOST_OF, "officers"),
                        new SelectionTerms.Level(SelectionTerms.Measure.LONGEST_HELD, null)),
                clauses);
    }

    private static Category where(String id, Category.Test... tests) {
        return new Category(id, id, List.of(tests));
    }

    private static Category.Test test(String attribute, String value) {
        return new Category.Test(attribute, Category.Op.IS, List.of(value));
    }

    static List<Candidate> soldiers(String side, int n, long seed) {
        Random random = new Random(seed);
        return new ArrayList<>(Stream.iterate(0, i -> i + 1)
                .limit(n)
                .map(i -> person(side + i, side, random))
                .toList());
    }

    static List<Candidate> soldiersWell(String side, int n, long seed) {
        List<Candidate> persons = soldiers(side, n, seed);
        persons.replaceAll(SelectorTest::well);
        return persons;
    }

    private static Candidate person(String id, String side, Random random) {
        return new Candidate(
                id,
                side,
                Candidate.Kind.SOLDIER,
                random.nextInt(12) == 0 ? Candidate.Medical.SERIOUS : Candidate.Medical.NONE,
                DAY.minusDays(30L * random.nextInt(20)),
                random.nextInt(4) == 0 ? "captain" : "private",
                DAY.minusYears(19 + random.nextInt(30)).minusDays(random.nextInt(300)),
                Map.of("region", random.nextBoolean() ? "north" : "south"));
    }

    private static Candidate well(Candidate p) {
        return new Candidate(
                p.id(), p.side(), p.kind(), Candidate.Medical.NONE, p.heldSince(), p.rank(), p.birth(), p.attributes());
    }

    private static Candidate civilian(String id, String side) {
        return new Candidate(
                id,
                side,
                Candidate.Kind.CIVILIAN,
                Candidate.Medical.NONE,
                DAY.minusDays(100),
                "none",
                LocalDate.of(1980, 1, 1),
                Map.of());
    }
}
