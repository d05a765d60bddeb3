package org.homeward.selection;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Matched persons as CSV: the columns of {@link #COLUMNS}, and any other as an agreed attribute. */
public final class PersonsFile {
    /** The columns a file must have. */
    public static final List<String> COLUMNS = List.of("id", "side", "kind", "medical", "heldSince", "rank", "birth");

    private PersonsFile() {}

    /** Persons, or the line and reason of the first error, without what the field held. */
    public sealed interface Read {
        /** The file is persons. */
        record Ok(List<Candidate> persons) implements Read {}

        /** The file is not; the line counts from 1. */
        record Bad(long line, String reason) implements Read {
            /** One sentence for a clerk. */
            public String sentence() {
                return "line " + line + ": " + reason;
            }
        }
    }

    /** Reads persons; dates are ISO 8601. */
    public static Read read(String csv) {
        List<Candidate> persons = new ArrayList<>();
        long line = 1;
        String column = "";
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(csv)) {
            for (NamedCsvRecord row : reader) {
                line = row.getStartingLineNumber();
                Map<String, String> all = new HashMap<>(row.getFieldsAsMap());
                List<String> fields = new ArrayList<>();
                for (String name : COLUMNS) {
                    String value = all.remove(name);
                    if (value == null || value.isBlank()) {
                        return new Read.Bad(line, "column '" + name + "' is missing or empty");
                    }
                    fields.add(value);
                }
                column = "kind";
                Candidate.Kind kind = Candidate.Kind.valueOf(fields.get(2));
                column = "medical";
                Candidate.Medical medical = Candidate.Medical.valueOf(fields.get(3));
                column = "heldSince";
                LocalDate since = LocalDate.parse(fields.get(4));
                column = "birth";
                LocalDate birth = LocalDate.parse(fields.get(6));
                persons.add(
                        new Candidate(fields.get(0), fields.get(1), kind, medical, since, fields.get(5), birth, all));
            }
        } catch (CsvParseException e) {
            return new Read.Bad(line, "the file is not CSV from this line on");
        } catch (IllegalArgumentException | DateTimeException e) {
            return new Read.Bad(line, "column '" + column + "' holds a value that is not allowed there");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return new Read.Ok(persons);
    }
}
