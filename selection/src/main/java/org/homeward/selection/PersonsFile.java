package org.homeward.selection;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Matched persons as CSV: the columns of {@link #COLUMNS}, and any other as an agreed attribute. */
public final class PersonsFile {
    /** The columns a file must have. */
    public static final List<String> COLUMNS = List.of("id", "side", "kind", "medical", "heldSince", "rank", "birth");

    private PersonsFile() {}

    /** Persons, or the line, column and reason of the first error, without what the field held. */
    public sealed interface Read {
        /** The file is persons. */
        record Ok(List<Candidate> persons) implements Read {}

        /** The file is not; line and column count from 1, the column in fields. */
        record Bad(long line, int column, String reason) implements Read {
            /** One sentence for a clerk. */
            public String sentence() {
                return "line " + line + ", column " + column + ": " + reason;
            }
        }
    }

    /** Reads persons; dates are ISO 8601. */
    public static Read read(String text) {
        String csv = text.startsWith("\uFEFF") ? text.substring(1) : text;
        long line = 1;
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(csv)) {
            Iterator<CsvRecord> rows = reader.iterator();
            if (!rows.hasNext()) {
                return new Read.Bad(1, 1, "the file is empty; its first line names the columns");
            }
            CsvRecord first = rows.next();
            Header header = new Header(first.getFields());
            Read.Bad bad = header.fault(first.getStartingLineNumber());
            List<Candidate> persons = new ArrayList<>();
            Set<String> ids = new HashSet<>();
            while (bad == null && rows.hasNext()) {
                CsvRecord row = rows.next();
                line = row.getStartingLineNumber();
                bad = header.fault(row.getFields(), line);
                if (bad == null && !ids.add(row.getField(header.at("id")))) {
                    bad = new Read.Bad(
                            line,
                            header.at("id") + 1,
                            "column 'id' holds an id that an earlier line has; each is booked once");
                }
                if (bad == null) {
                    persons.add(header.candidate(row.getFields()));
                }
            }
            if (bad == null && persons.isEmpty()) {
                return new Read.Bad(line, 1, "the file names no person");
            }
            return bad == null ? new Read.Ok(persons) : bad;
        } catch (CsvParseException e) {
            return new Read.Bad(line, 1, "the file is not CSV from here on");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private record Header(List<String> names, Map<String, Integer> places) {
        Header(List<String> names) {
            this(names, new HashMap<>());
            for (int i = 0; i < names.size(); i++) {
                places.putIfAbsent(names.get(i), i);
            }
        }

        int at(String name) {
            Integer at = places.get(name);
            if (at == null) {
                throw new IllegalStateException("the header was not checked");
            }
            return at;
        }

        Read.@Nullable Bad fault(long line) {
            for (int i = 0; i < names.size(); i++) {
                if (names.get(i).isBlank()) {
                    return new Read.Bad(line, i + 1, "a column has no name");
                }
                if (at(names.get(i)) != i) {
                    return new Read.Bad(line, i + 1, "two columns have the same name");
                }
            }
            for (String name : COLUMNS) {
                if (!places.containsKey(name)) {
                    return new Read.Bad(
                            line, names.size() + 1, "there is no column '" + name + "'; needed are " + COLUMNS);
                }
            }
            return null;
        }

        Read.@Nullable Bad fault(List<String> fields, long line) {
            if (fields.size() > names.size()) {
                return new Read.Bad(line, names.size() + 1, "there are more fields than the first line has columns");
            }
            if (fields.size() < names.size()) {
                return new Read.Bad(
                        line,
                        fields.size() + 1,
                        "column '" + names.get(fields.size()) + "' and what follows are missing");
            }
            for (String name : COLUMNS) {
                String value = fields.get(at(name));
                String wrong = value.isBlank() ? "is empty" : wrong(name, value);
                if (wrong != null) {
                    return new Read.Bad(line, at(name) + 1, "column '" + name + "' " + wrong);
                }
            }
            return null;
        }

        private static @Nullable String wrong(String name, String value) {
            return switch (name) {
                case "kind" -> oneOf(Candidate.Kind.values(), value);
                case "medical" -> oneOf(Candidate.Medical.values(), value);
                case "heldSince", "birth" -> {
                    try {
                        int year = LocalDate.parse(value).getYear();
                        yield year >= 1 && year <= 9999 ? null : "holds a year that is none of a person's life";
                    } catch (DateTimeException e) {
                        yield "holds a value that is no date such as 2024-05-31";
                    }
                }
                default -> value.equals(value.strip()) ? null : "begins or ends with a space";
            };
        }

        private static @Nullable String oneOf(Enum<?>[] all, String value) {
            return Arrays.stream(all).anyMatch(e -> e.name().equals(value))
                    ? null
                    : (value.isBlank() ? "is empty; write one of " : "holds a value that is none of ")
                            + Arrays.toString(all);
        }

        Candidate candidate(List<String> fields) {
            Map<String, String> attributes = new HashMap<>();
            for (int i = 0; i < names.size(); i++) {
                if (!COLUMNS.contains(names.get(i))) {
                    attributes.put(names.get(i), fields.get(i));
                }
            }
            return new Candidate(
                    fields.get(at("id")),
                    fields.get(at("side")),
                    Candidate.Kind.valueOf(fields.get(at("kind"))),
                    Candidate.Medical.valueOf(fields.get(at("medical"))),
                    LocalDate.parse(fields.get(at("heldSince"))),
                    fields.get(at("rank")),
                    LocalDate.parse(fields.get(at("birth"))),
                    attributes);
        }
    }
}
