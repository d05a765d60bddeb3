package org.homeward.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.homeward.selection.SelectionOutcome.Proposal;

/** Terms and persons for tests; nobody of them exists. */
final class MadeUp {
    static final LotterySeed SEED = new LotterySeed("07".repeat(32));
    static final LocalDate DAY = LocalDate.of(2026, 2, 5);

    private MadeUp() {}

    static Proposal proposal(SelectionTerms terms, List<Candidate> persons) {
        SelectionOutcome outcome = Selector.select(terms, persons, SEED);
        assertThat(outcome).isInstanceOf(Proposal.class);
        Proposal proposal = (Proposal) outcome;
        assertThat(IndependentChecker.check(terms, persons, ids(proposal), SEED))
                .isEmpty();
        return proposal;
    }

    static List<String> ids(Proposal proposal) {
        return proposal.lists().values().stream().flatMap(List::stream).toList();
    }

    static List<String> side(Proposal proposal, String side) {
        return proposal.lists().getOrDefault(side, List.of());
    }

    static SelectionTerms example(String name) {
        try (InputStream in = Selector.class.getResourceAsStream("examples/" + name + ".json")) {
            assertThat(in).isNotNull();
            TermsFile.Read read = TermsFile.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            assertThat(read).isInstanceOf(TermsFile.Read.Ok.class);
            return ((TermsFile.Read.Ok) read).terms();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static SelectionTerms sized(long k) {
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

    static Category where(String id, Category.Test... tests) {
        return new Category(id, id, List.of(tests));
    }

    static Category.Test test(String attribute, String value) {
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
        persons.replaceAll(MadeUp::well);
        return persons;
    }

    static Candidate person(String id, String side, Random random) {
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

    static Candidate well(Candidate p) {
        return new Candidate(
                p.id(), p.side(), p.kind(), Candidate.Medical.NONE, p.heldSince(), p.rank(), p.birth(), p.attributes());
    }

    static Candidate civilian(String id, String side) {
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
