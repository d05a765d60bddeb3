package org.homeward.register;

import static org.homeward.register.ReadOutcome.Code.*;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.homeward.register.ReadOutcome.Code;
import org.homeward.register.ReadOutcome.Refused;
import org.homeward.register.ReadOutcome.Seen;

/**
 * Reads a register from a CSV, XLSX or PFIF file that somebody else made. What kind of file it is, its encoding, its separator and the meaning
 * of its columns are found, and shown in {@link Seen}; a file that is not such a register is refused whole, in one sentence.
 *
 * <p>The kind is told by the file's bytes, never by its name. Thread-safe: it has no state.
 */
public final class RegisterReader {
    /** Largest file, in bytes. It is read into memory. */
    public static final long MAX_BYTES = 256L * 1024 * 1024;

    public static final int MAX_COLUMNS = 200;
    public static final int MAX_ROWS = 2_000_000;

    private RegisterReader() {}

    /** Reads a file; what expires is judged by the machine's clock. See {@link #read(Path, Map, Instant)}. */
    public static ReadOutcome read(Path file, Map<String, Field> map) {
        return read(file, map, Instant.now());
    }

    /**
     * Reads a file.
     *
     * @param map headers as the file writes them, to the meaning that a person gave them; wins over recognition
     * @param at the moment against which the expiry of records is judged
     */
    public static ReadOutcome read(Path file, Map<String, Field> map, Instant at) {
        byte[] bytes;
        try {
            if (!Files.isRegularFile(file)) {
                return refuse(UNREADABLE, "There is no file " + file + ": check the path.");
            }
            long size = Files.size(file);
            if (size > MAX_BYTES) {
                return refuse(
                        TOO_LARGE,
                        file + " has " + (size >> 20) + " MiB, more than the " + (MAX_BYTES >> 20)
                                + " MiB that are read at once: split it.");
            }
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            return refuse(UNREADABLE, file + " cannot be read: check its permissions and the disk.");
        }
        return read(file.toString(), bytes, map, at);
    }

    /**
     * Reads a file that is in memory.
     *
     * @param name what sentences call it
     * @see #read(Path, Map, Instant)
     */
    public static ReadOutcome read(String name, byte[] bytes, Map<String, Field> map, Instant at) {
        if (bytes.length == 0) {
            return refuse(EMPTY, name + " is empty: export the register again.");
        }
        if (TextDetector.isZip(bytes)) {
            return XlsxFile.read(name, bytes, map);
        }
        if (TextDetector.isXml(bytes)) {
            return PfifFile.read(name, bytes, map, at);
        }
        Optional<String> other = TextDetector.otherFormat(bytes);
        if (other.isPresent()) {
            return refuse(NOT_TEXT, name + " is " + other.get() + ", not a CSV file: save the table as CSV.");
        }
        Optional<TextDetector.Text> text = TextDetector.decode(bytes);
        if (text.isEmpty()) {
            return refuse(NOT_TEXT, name + " is in an encoding that is not recognised: save it as CSV in UTF-8.");
        }
        int nul = text.get().text().indexOf('\0');
        if (nul >= 0) {
            long line =
                    text.get().text().chars().limit(nul).filter(c -> c == '\n').count() + 1;
            return refuse(NOT_TEXT, name + " has a NUL byte in line " + line + ": it is damaged or not a CSV file.");
        }
        return CsvFile.read(name, text.get(), map);
    }

    static Refused noHeader(String name) {
        return refuse(
                NO_HEADER,
                name + " has no header that is recognised in its first " + Header.WITHIN
                        + " rows: name the columns, or give a map.");
    }

    private static Refused refuse(Code code, String sentence) {
        return new Refused(code, sentence);
    }
}
