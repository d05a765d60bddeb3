package org.homeward.cli.trace;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.homeward.register.Field;
import org.homeward.tracing.RuledOut;
import org.homeward.tracing.TraceMemory;
import org.jspecify.annotations.Nullable;

/** What the trace commands read beside registers, and whether their memory suffices. */
final class TraceInputs {
    private TraceInputs() {}

    /** Fills {@code meanings}; returns what is wrong with the file, or null. */
    static @Nullable String readMap(Path file, Map<String, Field> meanings) {
        int number = 0;
        try {
            for (String line : Files.readAllLines(file)) {
                number++;
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                int equals = line.lastIndexOf('=');
                if (equals < 1) {
                    return file + ", line " + number + ": write HEADER = FIELD.";
                }
                meanings.put(
                        line.substring(0, equals).strip(),
                        Field.valueOf(line.substring(equals + 1).strip().toUpperCase(Locale.ROOT)));
            }
            return null;
        } catch (IllegalArgumentException e) {
            return file + ", line " + number + ": there is no such field; homeward trace --help names some.";
        } catch (IOException e) {
            return "The map " + file + " cannot be read as UTF-8 text.";
        }
    }

    /** The pairs of a ruled-out file, or null where it is none. */
    static @Nullable Set<RuledOut> readRuledOut(Path file) {
        Set<RuledOut> pairs = new HashSet<>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : csv) {
                pairs.add(new RuledOut(row.getField("held_id"), row.getField("sought_id")));
            }
            return pairs;
        } catch (IOException | CsvParseException | NoSuchElementException e) {
            return null;
        }
    }

    static String notRuledOut(Path file) {
        return "The file " + file + " is not CSV with the columns held_id and sought_id.";
    }

    /** Why the memory that is free does not suffice, or null. */
    static @Nullable String tooLarge(long heldRows, long soughtRows) {
        Runtime runtime = Runtime.getRuntime();
        return TraceMemory.refusal(
                heldRows, soughtRows, runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory());
    }
}
