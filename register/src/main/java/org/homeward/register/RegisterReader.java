package org.homeward.register;

import static org.homeward.register.ReadOutcome.Code.*;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.homeward.register.ReadOutcome.Read;
import org.homeward.register.ReadOutcome.Refused;
import org.homeward.register.ReadOutcome.Seen;
import org.jspecify.annotations.Nullable;

/**
 * Reads a register from a CSV file that somebody else made. Encoding, separator and the meaning of columns are found, and shown in
 * {@link Seen}; a file that is not such a register is refused whole, in one sentence.
 *
 * <p>The header is the first of the first 20 rows that has two or more cells with a meaning, so that help rows above it do no harm.
 * Thread-safe: it has no state.
 */
public final class RegisterReader {
    /** Largest file, in bytes. It is read into memory. */
    public static final long MAX_BYTES = 256L * 1024 * 1024;

    public static final int MAX_COLUMNS = 200;
    public static final int MAX_ROWS = 2_000_000;
    private static final int MAX_RECORD_CHARS = 1 << 20;
    private static final int HEADER_WITHIN = 20;
    private static final String SEPARATORS = ",;\t|";

    private RegisterReader() {}

    /**
     * @param map headers as the file writes them, to the meaning that a person gave them; wins over recognition
     */
    public static ReadOutcome read(Path file, Map<String, Field> map) {
        byte[] bytes;
        try {
            if (!Files.isRegularFile(file)) {
                return refuse(UNREADABLE, "There is no file %s: check the path.", file);
            }
            long size = Files.size(file);
            if (size > MAX_BYTES) {
                return refuse(
                        TOO_LARGE,
                        "%s has %d MiB, more than the %d MiB that are read at once: split it.",
                        file,
                        size >> 20,
                        MAX_BYTES >> 20);
            }
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            return refuse(UNREADABLE, "%s cannot be read: check its permissions and the disk.", file);
        }
        return read(file.toString(), bytes, map);
    }

    static ReadOutcome read(String name, byte[] bytes, Map<String, Field> map) {
        if (bytes.length == 0) {
            return refuse(EMPTY, "%s is empty: export the register again.", name);
        }
        Optional<String> other = TextDetector.otherFormat(bytes);
        if (other.isPresent()) {
            return refuse(NOT_TEXT, "%s is %s, not a CSV file: save the table as CSV.", name, other.get());
        }
        Optional<TextDetector.Text> text = TextDetector.decode(bytes);
        if (text.isEmpty()) {
            return refuse(NOT_TEXT, "%s is in an encoding that is not recognised: save it as CSV in UTF-8.", name);
        }
        int nul = text.get().text().indexOf('\0');
        if (nul >= 0) {
            long line = text.get()
                            .text()
                            .substring(0, nul)
                            .chars()
                            .filter(c -> c == '\n')
                            .count()
                    + 1;
            return refuse(NOT_TEXT, "%s has a NUL byte in line %d: it is damaged or not a CSV file.", name, line);
        }
        return table(name, text.get(), map);
    }

    private static ReadOutcome table(String name, TextDetector.Text text, Map<String, Field> map) {
        Set<String> unused = new HashSet<>(map.keySet());
        Candidate best = null;
        for (char separator : SEPARATORS.toCharArray()) {
            Candidate candidate = header(text.text(), separator, map);
            if (candidate != null && (best == null || candidate.known() > best.known())) {
                best = candidate;
            }
        }
        if (best == null) {
            return refuse(
                    NO_HEADER,
                    "%s has no header that is recognised in its first %d rows: name the columns, or give a map.",
                    name,
                    HEADER_WITHIN);
        }
        List<Column> columns = best.columns();
        columns.forEach(c -> unused.remove(c.header()));
        if (!unused.isEmpty()) {
            return refuse(BAD_MAP, "The map names a column that %s does not have: compare it with the header.", name);
        }
        if (columns.size() > MAX_COLUMNS) {
            return refuse(
                    TOO_MANY_COLUMNS, "%s has %d columns; at most %d are read.", name, columns.size(), MAX_COLUMNS);
        }
        try {
            return rows(name, text, best);
        } catch (CsvParseException | java.io.UncheckedIOException e) {
            return refuse(
                    BROKEN_ROW, "%s cannot be read to its end: a row is too long or a quote is not closed.", name);
        } catch (IOException e) {
            throw new IllegalStateException("a string has no disk", e);
        }
    }

    private static ReadOutcome rows(String name, TextDetector.Text text, Candidate header) throws IOException {
        List<Column> columns = header.columns();
        int idColumn = columns.stream().map(Column::field).toList().indexOf(Field.ID);
        List<String> ids = new ArrayList<>();
        List<@Nullable String[]> rows = new ArrayList<>();
        Set<String> seenIds = new HashSet<>();
        int shortRows = 0;
        try (CsvReader<CsvRecord> csv = reader(text.text(), header.separator())) {
            int index = 0;
            for (CsvRecord record : csv) {
                if (index++ <= header.row()) {
                    continue;
                }
                if (rows.size() == MAX_ROWS) {
                    return refuse(TOO_MANY_ROWS, "%s has more than %d rows: split it.", name, MAX_ROWS);
                }
                int cells = record.getFieldCount();
                if (cells > columns.size() && !blankAfter(record, columns.size())) {
                    return refuse(
                            BROKEN_ROW,
                            "%s has %d cells in line %d, but %d columns: a separator stands inside a cell without quotes.",
                            name,
                            cells,
                            record.getStartingLineNumber(),
                            columns.size());
                }
                shortRows += cells < columns.size() ? 1 : 0;
                @Nullable String[] row = new String[columns.size()];
                for (int i = 0; i < row.length; i++) {
                    String cell = i < cells ? record.getField(i).strip() : "";
                    row[i] = cell.isEmpty() ? null : cell;
                }
                String id = idColumn < 0 ? null : row[idColumn];
                if (id == null) {
                    id = "row " + (rows.size() + 1);
                }
                if (!seenIds.add(id)) {
                    return refuse(
                            DUPLICATE_ID,
                            "%s gives the id in line %d twice: each row needs an id of its own.",
                            name,
                            record.getStartingLineNumber());
                }
                ids.add(id);
                rows.add(row);
            }
        }
        if (rows.isEmpty()) {
            return refuse(NO_ROWS, "%s has a header and no rows.", name);
        }
        return new Read(
                new RegisterTable(columns, ids, rows),
                new Seen(text.encoding(), header.separator(), rows.size(), shortRows));
    }

    private static boolean blankAfter(CsvRecord record, int from) {
        for (int i = from; i < record.getFieldCount(); i++) {
            if (!record.getField(i).isBlank()) {
                return false;
            }
        }
        return true;
    }

    /** A header as one separator shows it. */
    private record Candidate(char separator, int row, List<Column> columns, long known) {}

    private static @Nullable Candidate header(String text, char separator, Map<String, Field> map) {
        try (CsvReader<CsvRecord> csv = reader(text, separator)) {
            int index = 0;
            for (CsvRecord record : csv) {
                if (index == HEADER_WITHIN) {
                    return null;
                }
                List<Column> columns = new ArrayList<>();
                for (int i = 0; i < record.getFieldCount(); i++) {
                    String header = record.getField(i).strip();
                    columns.add(new Column(header, map.getOrDefault(header, Headers.meaning(header))));
                }
                while (!columns.isEmpty() && columns.getLast().header().isEmpty()) {
                    columns.removeLast();
                }
                long known =
                        columns.stream().filter(c -> c.field() != Field.OTHER).count();
                if (known >= 2) {
                    return new Candidate(separator, index, List.copyOf(columns), known);
                }
                index++;
            }
            return null;
        } catch (CsvParseException | IOException | java.io.UncheckedIOException e) {
            return null;
        }
    }

    private static CsvReader<CsvRecord> reader(String text, char separator) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .maxBufferSize(MAX_RECORD_CHARS)
                .ofCsvRecord(text);
    }

    private static Refused refuse(ReadOutcome.Code code, String sentence, Object... values) {
        return new Refused(code, sentence.formatted(values));
    }
}
