package org.homeward.register;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.homeward.register.ReadOutcome.Code;
import org.homeward.register.ReadOutcome.Refused;
import org.jspecify.annotations.Nullable;

/** Reads a register from the text of a CSV file, with the separator under which its header has most columns with a meaning. */
final class CsvFile {
    private static final int MAX_RECORD_CHARS = 1 << 20;
    private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');

    private CsvFile() {}

    static ReadOutcome read(String name, TextDetector.Text text, Map<String, Field> map) {
        Header best = null;
        char separator = ',';
        for (char candidate : SEPARATORS) {
            Header header = header(text.text(), candidate, map);
            if (header != null && (best == null || header.known() > best.known())) {
                best = header;
                separator = candidate;
            }
        }
        if (best == null) {
            return RegisterReader.noHeader(name);
        }
        Refused flaw = TableBuilder.flaw(name, best, map);
        if (flaw != null) {
            return flaw;
        }
        long unclosed = unclosedQuote(text.text(), separator);
        if (unclosed > 0) {
            return new Refused(
                    Code.BROKEN_ROW,
                    name + " opens a quote in line " + unclosed
                            + " that is not closed: everything after it would be one cell.");
        }
        try {
            Iterator<Line> lines = lines(text.text(), separator);
            Header.find(lines, map); // Leaves the iterator below the header.
            return new TableBuilder(name, best).build(lines, text.encoding(), separator);
        } catch (CsvParseException | UncheckedIOException e) {
            return new Refused(Code.BROKEN_ROW, name + " cannot be read to its end: a row is too long.");
        }
    }

    private static @Nullable Header header(String text, char separator, Map<String, Field> map) {
        try {
            return Header.find(lines(text, separator), map);
        } catch (CsvParseException | UncheckedIOException e) {
            return null;
        }
    }

    /**
     * The line of a quote that stays open to the end, or 0. The library would take the rest of the file as that cell (a quote opens only
     * at the start of a cell; two in a row are one that is meant: RFC 4180, section 2).
     */
    private static long unclosedQuote(String text, char separator) {
        long line = 1;
        long opened = 0;
        boolean start = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean quote = c == '"';
            if (opened > 0 && quote && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                i++;
            } else if (opened > 0 && quote) {
                opened = 0;
            } else if (quote && start) {
                opened = line;
            }
            start = opened == 0 && (c == separator || c == '\n' || c == '\r');
            line += c == '\n' ? 1 : 0;
        }
        return opened;
    }

    /** A reader over a string holds nothing that would need to be closed. */
    @SuppressWarnings("MustBeClosedChecker")
    private static Iterator<Line> lines(String text, char separator) {
        Iterator<CsvRecord> records = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .maxBufferSize(MAX_RECORD_CHARS)
                .ofCsvRecord(text)
                .iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return records.hasNext();
            }

            @Override
            public Line next() {
                CsvRecord record = records.next();
                return new Line(record.getStartingLineNumber(), record.getFields());
            }
        };
    }
}
