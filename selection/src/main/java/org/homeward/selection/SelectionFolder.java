package org.homeward.selection;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.homeward.selection.SelectionOutcome.Audit;
import org.homeward.selection.SelectionOutcome.Proposal;
import org.homeward.selection.SelectionOutcome.Reason;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A proposal as a folder that anyone can check: the input as it was read ({@code terms.json}, {@code persons.csv}), {@code
 * lists.csv} with the day of each where the terms spread them, {@code reserve.csv}, {@code reasons.csv}, {@code cut-offs.csv}, {@code audit.json}, and a page to print in each language.
 */
public record SelectionFolder(
        SelectionTerms terms,
        List<Candidate> persons,
        Map<String, List<String>> lists,
        Map<String, List<String>> reserve,
        Map<String, Reason> reasons,
        Map<String, Integer> days,
        Audit audit) {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** A folder, or what is wrong with it. */
    public sealed interface Read {
        /** All files are readable; whether they are right is for {@link SelectionFolder#check}. */
        record Ok(SelectionFolder folder) implements Read {}

        /** A file is missing or damaged. */
        record Bad(String sentence) implements Read {}
    }

    /**
     * Writes a new folder at once or not at all; the caller has seen that {@code out} does not exist.
     *
     * @param terms, persons the files as they were read, which must be readable
     */
    public static void write(Path out, String terms, String persons, Proposal proposal) throws IOException {
        if (!(TermsFile.read(terms) instanceof TermsFile.Read.Ok agreed)
                || !(PersonsFile.read(persons) instanceof PersonsFile.Read.Ok people)) {
            throw new IllegalArgumentException("terms or persons are not those of a proposal");
        }
        Path target = out.toAbsolutePath();
        Path parent = Objects.requireNonNull(target.getParent(), "a folder has a parent");
        Files.createDirectories(parent);
        Path draft = Files.createTempDirectory(parent, ".selection");
        try {
            Files.writeString(draft.resolve("terms.json"), terms);
            Files.writeString(draft.resolve("persons.csv"), persons);
            DayPlan plan = DayPlan.of(agreed.terms(), people.persons(), proposal.lists(), proposal.outside());
            Files.writeString(draft.resolve("lists.csv"), places(proposal.lists(), plan.days()));
            Files.writeString(draft.resolve("reserve.csv"), places(proposal.reserve(), Map.of()));
            Files.writeString(draft.resolve("reasons.csv"), reasons(proposal));
            Files.writeString(draft.resolve("audit.json"), JSON.writeValueAsString(proposal.audit()) + "\n");
            Files.writeString(draft.resolve("cut-offs.csv"), cutOffs(proposal));
            for (Locale language : SelectionPage.LANGUAGES) {
                Files.writeString(
                        draft.resolve("page." + language.getLanguage() + ".html"),
                        SelectionPage.html(agreed.terms(), people.persons(), proposal, language));
            }
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            if (Files.exists(draft)) {
                try (var left = Files.list(draft)) {
                    for (Path file : left.toList()) {
                        Files.delete(file);
                    }
                }
                Files.delete(draft);
            }
        }
    }

    /** Reads a folder back. */
    public static Read read(Path folder) throws IOException {
        for (String name :
                List.of("terms.json", "persons.csv", "lists.csv", "reserve.csv", "reasons.csv", "audit.json")) {
            if (!Files.isRegularFile(folder.resolve(name))) {
                return new Read.Bad("the folder has no file " + name + "; it is not the result of a selection");
            }
        }
        if (!(TermsFile.read(Files.readString(folder.resolve("terms.json"))) instanceof TermsFile.Read.Ok terms)) {
            return new Read.Bad("terms.json in the folder is damaged");
        }
        if (!(PersonsFile.read(Files.readString(folder.resolve("persons.csv")))
                instanceof PersonsFile.Read.Ok persons)) {
            return new Read.Bad("persons.csv in the folder is damaged");
        }
        try {
            Map<String, Reason> reasons = new LinkedHashMap<>();
            for (NamedCsvRecord row : rows(folder.resolve("reasons.csv"))) {
                String entry = row.getField("entrySize");
                reasons.put(
                        row.getField("id"),
                        new Reason(
                                row.getField("id"),
                                row.getField("in").equals("true"),
                                row.getField("code"),
                                row.getField("sentence"),
                                row.getField("clause").isEmpty() ? null : row.getField("clause"),
                                entry.isEmpty() ? null : Long.valueOf(entry)));
            }
            Audit audit = JSON.readValue(Files.readString(folder.resolve("audit.json")), Audit.class);
            return new Read.Ok(new SelectionFolder(
                    terms.terms(),
                    persons.persons(),
                    sides(terms.terms(), folder.resolve("lists.csv")),
                    sides(terms.terms(), folder.resolve("reserve.csv")),
                    reasons,
                    days(folder.resolve("lists.csv")),
                    audit));
        } catch (JacksonException | CsvParseException | IllegalArgumentException | NoSuchElementException e) {
            return new Read.Bad("audit.json or a list in the folder is damaged");
        }
    }

    /** What is wrong with the lists, their hashes or their reasons; empty when all is right. Solves nothing. */
    public List<String> check() {
        List<String> findings = new ArrayList<>();
        if (!Selector.inputHash(terms, persons).equals(audit.inputHash())) {
            findings.add("terms or persons are not those the audit record names");
        }
        if (!Selector.hash(lists).equals(audit.listHash())) {
            findings.add("the lists are not those the audit record names");
        }
        if (!Selector.hash(reserve).equals(audit.reserveHash())) {
            findings.add("the reserve order is not the one the audit record names");
        }
        List<String> ids = lists.values().stream().flatMap(List::stream).toList();
        Map<String, String> sideOf = new LinkedHashMap<>();
        persons.forEach(p -> sideOf.put(p.id(), p.side()));
        lists.forEach((side, names) -> {
            if (names.stream().anyMatch(id -> !side.equals(sideOf.get(id)))) {
                findings.add("list " + side + " holds someone who does not return to that side");
            }
        });
        for (Candidate p : persons) {
            Reason reason = reasons.get(p.id());
            if (reason == null || reason.in() != ids.contains(p.id())) {
                findings.add("the reasons do not fit the lists");
                break;
            }
        }
        try {
            findings.addAll(IndependentChecker.check(terms, persons, ids, new LotterySeed(audit.seed())));
            findings.addAll(IndependentChecker.checkDays(terms, persons, ids, days));
        } catch (IllegalArgumentException e) {
            findings.add("the seed in the audit record is not 32 bytes in hexadecimal");
        }
        return findings;
    }

    /** Why a person is in or out; empty when he is not among the persons. */
    public Optional<Reason> why(String id) {
        return Optional.ofNullable(reasons.get(id));
    }

    private static String places(Map<String, List<String>> lists, Map<String, Integer> days) {
        StringWriter text = new StringWriter();
        // Written record by record: a buffer would have to be closed before the text is whole.
        CsvWriter csv = CsvWriter.builder().bufferSize(0).build(text);
        csv.writeRecord("side", "place", "id", "day");
        new TreeMap<>(lists).forEach((side, ids) -> {
            int place = 0;
            for (String id : ids) {
                Integer day = days.get(id);
                csv.writeRecord(side, Integer.toString(++place), id, day == null ? "" : day.toString());
            }
        });
        return text.toString();
    }

    private static String cutOffs(Proposal proposal) {
        StringWriter text = new StringWriter();
        CsvWriter csv = CsvWriter.builder().bufferSize(0).build(text);
        csv.writeRecord("side", "clauses", "in", "out", "daysHeldByTheLast");
        for (SelectionOutcome.CutOff cut : proposal.cutOffs()) {
            Long days = cut.daysHeld();
            csv.writeRecord(
                    cut.side(),
                    String.join(" ", cut.clauses()),
                    Long.toString(cut.in()),
                    Long.toString(cut.out()),
                    days == null ? "" : days.toString());
        }
        return text.toString();
    }

    private static String reasons(Proposal proposal) {
        StringWriter text = new StringWriter();
        // Written record by record: a buffer would have to be closed before the text is whole.
        CsvWriter csv = CsvWriter.builder().bufferSize(0).build(text);
        csv.writeRecord("id", "in", "code", "sentence", "clause", "entrySize");
        new TreeMap<>(proposal.reasons()).forEach((id, r) -> {
            String clause = r.clause();
            Long entry = r.entrySize();
            csv.writeRecord(
                    id,
                    Boolean.toString(r.in()),
                    r.code(),
                    r.sentence(),
                    clause == null ? "" : clause,
                    entry == null ? "" : entry.toString());
        });
        return text.toString();
    }

    private static Map<String, List<String>> sides(SelectionTerms terms, Path file) throws IOException {
        Map<String, List<String>> lists = new TreeMap<>();
        terms.sides().forEach(s -> lists.put(s, new ArrayList<>()));
        for (NamedCsvRecord row : rows(file)) {
            lists.computeIfAbsent(row.getField("side"), s -> new ArrayList<>()).add(row.getField("id"));
        }
        return lists;
    }

    private static Map<String, Integer> days(Path file) throws IOException {
        Map<String, Integer> days = new TreeMap<>();
        for (NamedCsvRecord row : rows(file)) {
            if (!row.getField("day").isEmpty()) {
                days.put(row.getField("id"), Integer.valueOf(row.getField("day")));
            }
        }
        return days;
    }

    private static List<NamedCsvRecord> rows(Path file) throws IOException {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(Files.readString(file))) {
            return reader.stream().toList();
        }
    }
}
