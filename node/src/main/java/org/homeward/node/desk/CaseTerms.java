package org.homeward.node.desk;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.homeward.protocol.exchange.CarriedOver;
import org.homeward.protocol.exchange.Deadline;
import org.homeward.protocol.exchange.Ladder;
import org.homeward.protocol.exchange.Participants;
import org.homeward.protocol.exchange.RateTable;
import org.homeward.protocol.exchange.RateTables;
import org.homeward.protocol.exchange.Terms;
import org.homeward.protocol.json.CanonicalJson;
import org.homeward.protocol.json.MalformedJsonException;
import org.homeward.selection.Candidate;
import org.homeward.selection.Category;
import org.homeward.selection.Clause;
import org.homeward.selection.SelectionTerms;
import org.homeward.selection.TermsFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The terms on the table are the selection's terms: what is signed is what selects. */
public final class CaseTerms {
    private static final String DEADLINES = "deadlines";
    private static final String LADDER = "ladder";
    private static final String RATES = "rates";
    private static final String CARRIED = "carried";

    /** What a terms file may have beside the terms of a selection. */
    private static final List<String> BESIDE = List.of(DEADLINES, LADDER, RATES, CARRIED);

    private CaseTerms() {}

    /** A terms file that cannot be laid on this table, and why, with line and column where they are known. */
    public static final class UnusableTermsException extends Exception {
        private static final long serialVersionUID = 1L;

        UnusableTermsException(String sentence) {
            super(sentence);
        }
    }

    /**
     * Terms as the protocol carries them.
     *
     * @param json a selection's terms file, and in it perhaps {@code "deadlines": [{"due", "hours", "onExpiry"}]}, the clocks of the case;
     *     {@code "ladder": {"sought", "held"}}, how far people are shown; {@code "rates"}, a table or the name of one of {@link RateTables};
     *     {@code "carried"}, what earlier agreements still owe
     * @throws UnusableTermsException when the file is not one, or its sides are not the parties of the case
     */
    public static Terms read(String json, Participants participants) throws UnusableTermsException {
        Beside beside = beside(json);
        SelectionTerms terms = selection(json);
        for (String side : terms.sides()) {
            if (!participants.isParty(side)) {
                throw new UnusableTermsException("The terms name the side '" + side + "'; the parties of this case are "
                        + participants.parties().get(0).id() + " and "
                        + participants.parties().get(1).id() + ".");
            }
        }
        try {
            return new Terms(
                    terms.id(),
                    terms.countingRule(),
                    numbers(terms, Candidate.Kind.SOLDIER),
                    numbers(terms, Candidate.Kind.CIVILIAN),
                    CanonicalJson.parse(CanonicalJson.bytes(
                            CanonicalJson.tree(JsonMapper.shared().readTree(TermsFile.write(terms))))),
                    beside.deadlines(),
                    beside.ladder(),
                    beside.rates(),
                    beside.carried());
        } catch (MalformedJsonException e) {
            throw new UnusableTermsException("The terms hold a number that is not whole: " + e.getMessage() + ".");
        }
    }

    /**
     * What a terms file asks of a selection; what it has beside that is left out.
     *
     * @throws UnusableTermsException when it is no such file
     */
    public static SelectionTerms selection(String json) throws UnusableTermsException {
        return switch (TermsFile.read(alone(json))) {
            case TermsFile.Read.Ok(SelectionTerms read) -> read;
            case TermsFile.Read.Bad bad ->
                throw new UnusableTermsException("The terms cannot be read: " + bad.sentence() + ".");
        };
    }

    /** Why a terms file could be laid on no table, or empty; whose sides it must name is a question of the case. */
    public static Optional<String> flaw(String json) {
        try {
            beside(json);
            return TermsFile.read(alone(json)) instanceof TermsFile.Read.Bad bad
                    ? Optional.of(bad.reason())
                    : Optional.empty();
        } catch (UnusableTermsException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** The clocks in a terms file; none where the file has none or is no JSON, which the selection's reader then says. */
    private static List<Deadline> deadlines(String json) throws UnusableTermsException {
        try {
            JsonNode list = JsonMapper.shared().readTree(json).path(DEADLINES);
            return list.isMissingNode() ? List.of() : List.of(CanonicalJson.as(list, Deadline[].class));
        } catch (JacksonException noJson) {
            return List.of();
        } catch (MalformedJsonException e) {
            throw new UnusableTermsException(
                    "The deadlines cannot be read: each has 'due' (REPLY, OBJECTION, SIGNATURE or AMENDMENT), 'hours' and"
                            + " 'onExpiry' (NOTHING, NO_OBJECTION, LAPSES or TO_MEDIATOR).");
        }
    }

    private record Beside(
            List<Deadline> deadlines,
            Ladder ladder,
            @Nullable RateTable rates,
            List<CarriedOver> carried) {}

    private static Beside beside(String json) throws UnusableTermsException {
        List<Deadline> deadlines = deadlines(json);
        JsonNode file;
        try {
            file = JsonMapper.shared().readTree(json);
        } catch (JacksonException noJson) {
            return new Beside(deadlines, Ladder.STANDARD, null, List.of());
        }
        JsonNode rates = file.path(RATES);
        return new Beside(
                deadlines,
                part(file.path(LADDER), Ladder.class, "The ladder has 'sought' and 'held', each FIELDS or FULL.")
                        .orElse(Ladder.STANDARD),
                rates.isString()
                        ? RateTables.find(rates.stringValue())
                                .orElseThrow(() -> new UnusableTermsException("There is no table of rates of that name;"
                                        + " write it out, or take one of " + names() + "."))
                        : part(
                                        rates,
                                        RateTable.class,
                                        "The rates are the name of a table, or have 'id', 'version', 'rates' (each with 'ranks' and"
                                                + " 'points') and 'unlisted'.")
                                .orElse(null),
                List.of(part(
                                file.path(CARRIED),
                                CarriedOver[].class,
                                "What is carried over has 'caseId', 'agreement', 'party', 'category', 'persons' and 'points'.")
                        .orElse(new CarriedOver[0])));
    }

    private static String names() {
        return String.join(", ", RateTables.all().stream().map(RateTable::id).toList());
    }

    private static <T> Optional<T> part(JsonNode node, Class<T> type, String sentence) throws UnusableTermsException {
        try {
            return node.isMissingNode() ? Optional.empty() : Optional.of(CanonicalJson.as(node, type));
        } catch (MalformedJsonException e) {
            throw new UnusableTermsException(sentence);
        }
    }

    /** The file with the terms of the selection alone; as it is where there is nothing else, so that places in it are told as they are. */
    private static String alone(String json) {
        try {
            return JsonMapper.shared().readTree(json) instanceof ObjectNode file
                            && BESIDE.stream().anyMatch(file::has)
                    ? file.remove(BESIDE).toString()
                    : json;
        } catch (JacksonException noJson) {
            return json;
        }
    }

    /** The selection's terms inside the terms that were signed. */
    public static SelectionTerms selection(Terms terms) {
        String json = new String(CanonicalJson.bytes(terms.clauses()), StandardCharsets.UTF_8);
        return switch (TermsFile.read(json)) {
            case TermsFile.Read.Ok(SelectionTerms read) -> read;
            case TermsFile.Read.Bad bad ->
                throw new IllegalArgumentException("terms that no selection can use: " + bad.sentence());
        };
    }

    /** Per side, the sum of the COUNT clauses over that kind; a side that no such clause binds is not there. */
    private static Map<String, Integer> numbers(SelectionTerms terms, Candidate.Kind kind) {
        Map<String, Integer> numbers = new TreeMap<>();
        for (Clause clause : terms.clauses()) {
            if (clause instanceof Clause.Count count && isOf(terms.category(count.category()), kind)) {
                numbers.merge(count.side(), Math.toIntExact(count.number()), Integer::sum);
            }
        }
        return numbers;
    }

    /** Whether the category takes that kind as a whole: no further test, so that no two such clauses overlap. */
    private static boolean isOf(Category category, Candidate.Kind kind) {
        return category.tests().size() == 1
                && category.tests().getFirst().equals(new Category.Test("kind", Category.Op.IS, List.of(kind.name())));
    }
}
