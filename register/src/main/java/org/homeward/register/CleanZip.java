package org.homeward.register;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Unpacks a workbook under limits and packs the parts that are read into a new file, so that the library that reads it never sees a byte
 * that was not checked, nor a directory that says something other than the entries do.
 *
 * <p>Refused are: more than {@value #MAX_ENTRIES} entries, an entry over 64 MiB, over 192 MiB in all, an entry of more than 1 MiB that
 * unpacks to over 200 times the file, a name twice, a path out of the folder, macros, embedded objects, links to other files, XML with a
 * document type (the door to external entities and entity bombs) or in an encoding other than UTF-8, and a
 * cell beyond the last column of a sheet.
 */
final class CleanZip {
    static final int MAX_ENTRIES = 1_000;
    private static final long MAX_ENTRY = 64L << 20;
    private static final long MAX_TOTAL = 192L << 20;
    private static final int MAX_RATIO = 200;
    private static final long RATIO_FROM = 1L << 20;
    /**
     * A cell's address of more than three letters, or spelt with entities: a reader that trusts it makes room for every column before it.
     */
    private static final Pattern FAR_CELL =
            Pattern.compile("\\br\\s*=\\s*[\"'](?:[A-Za-z]{4}|[^\"']{11}|[^\"']{0,10}&)");

    private static final byte[] DOCTYPE = "<!DOCTYPE".getBytes(StandardCharsets.US_ASCII);

    /** Why a workbook is refused; the message completes "FILE ...". */
    static final class Hostile extends Exception {
        private static final long serialVersionUID = 1;

        Hostile(String what) {
            super(what);
        }
    }

    private final byte[] packed;
    private final Set<String> names = new HashSet<>();
    private long total;

    private CleanZip(byte[] packed) {
        this.packed = packed;
    }

    static byte[] of(byte[] packed) throws Hostile {
        return new CleanZip(packed).repack();
    }

    private byte[] repack() throws Hostile {
        ByteArrayOutputStream clean = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(packed), StandardCharsets.UTF_8);
                ZipOutputStream out = new ZipOutputStream(clean, StandardCharsets.UTF_8)) {
            out.setLevel(Deflater.BEST_SPEED);
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                check(entry.getName());
                byte[] part = unpack(in);
                if (isRead(entry.getName())) {
                    checkXml(part);
                    if (entry.getName().startsWith("xl/worksheets/")
                            && FAR_CELL.matcher(new String(part, StandardCharsets.ISO_8859_1))
                                    .find()) {
                        throw new Hostile("has a cell beyond column XFD, the last of a sheet: save it again");
                    }
                    out.putNextEntry(new ZipEntry(entry.getName()));
                    out.write(part);
                    out.closeEntry();
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            // The second is how a ZIP stream says that a name is not text.
            throw new Hostile("is a damaged workbook: save it again");
        }
        if (!names.contains("xl/workbook.xml")) {
            throw new Hostile("is a ZIP file but not an XLSX workbook: save the table as XLSX or CSV");
        }
        return clean.toByteArray();
    }

    private void check(String name) throws Hostile {
        String lower = name.toLowerCase(Locale.ROOT);
        if (names.size() == MAX_ENTRIES) {
            throw new Hostile("has more than " + MAX_ENTRIES + " parts: save the table as CSV");
        }
        if (!names.add(lower)) {
            throw new Hostile("holds one part twice: save it again");
        }
        if (name.startsWith("/") || name.contains("\\") || name.contains("..") || name.contains(":")) {
            throw new Hostile("holds a part outside the workbook: do not open it");
        }
        if ((lower.endsWith(".bin") && lower.contains("vba"))
                || lower.contains("externallinks/")
                || lower.contains("embeddings/")
                || lower.contains("activex/")
                || lower.contains("macrosheets/")) {
            throw new Hostile("holds macros, embedded objects or links to other files: save the table as CSV");
        }
    }

    private byte[] unpack(ZipInputStream in) throws IOException, Hostile {
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            part.write(buffer, 0, n);
            total += n;
            boolean bomb = part.size() > RATIO_FROM && part.size() / MAX_RATIO > packed.length;
            if (part.size() > MAX_ENTRY || total > MAX_TOTAL || bomb) {
                throw new Hostile("unpacks to more than is read at once: split it, or save the table as CSV");
            }
        }
        return part.toByteArray();
    }

    /** Only what a table needs; themes, drawings and print settings are not looked at. */
    private static boolean isRead(String name) {
        return switch (name) {
            case "[Content_Types].xml",
                    "_rels/.rels",
                    "xl/workbook.xml",
                    "xl/_rels/workbook.xml.rels",
                    "xl/sharedStrings.xml",
                    "xl/styles.xml" -> true;
            default -> name.startsWith("xl/worksheets/") && name.endsWith(".xml");
        };
    }

    private static void checkXml(byte[] part) throws Hostile {
        // Two NULs or a byte order mark of UTF-16 or UTF-32 would hide the document type from the search below.
        boolean utf8 = true;
        for (int i = 0; i < Math.min(4, part.length); i++) {
            utf8 &= part[i] != 0 && part[i] != (byte) 0xFE && part[i] != (byte) 0xFF;
        }
        String start =
                new String(part, 0, Math.min(200, part.length), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        int declared = start.indexOf("encoding=");
        if (!utf8 || (start.startsWith("<?xml") && declared >= 0 && !start.startsWith("utf-8", declared + 10))) {
            throw new Hostile("holds XML that is not in UTF-8: save it again, or save the table as CSV");
        }
        outer:
        for (int i = 0; i + DOCTYPE.length <= part.length; i++) {
            for (int k = 0; k < DOCTYPE.length; k++) {
                if (part[i + k] != DOCTYPE[k]) {
                    continue outer;
                }
            }
            throw new Hostile("holds XML with a document type, which no workbook needs: do not open it");
        }
    }
}
