package org.homeward.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.homeward.register.ReadOutcome.Code;
import org.homeward.register.ReadOutcome.Read;
import org.homeward.register.ReadOutcome.Refused;
import org.junit.jupiter.api.Test;

class XlsxFileTest {
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String HEADER = "<row r=\"1\">" + text("A1", "ID") + text("B1", "Прізвище")
            + text("C1", "Ім'я") + text("D1", "Дата народження") + "</row>";
    private static final String ROW = "<row r=\"2\">" + text("A2", "7") + text("B2", "Тестенко") + text("C2", "Іван")
            + "<c r=\"D2\" s=\"1\"><v>32907</v></c></row>";

    private static String text(String at, String words) {
        return "<c r=\"" + at + "\" t=\"inlineStr\"><is><t>" + words + "</t></is></c>";
    }

    private static String sheet(String rows) {
        return XML + "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + rows + "</sheetData></worksheet>";
    }

    private static Map<String, String> workbook(String sheet) {
        String types = "http://schemas.openxmlformats.org/package/2006/content-types";
        String relations = "http://schemas.openxmlformats.org/package/2006/relationships";
        String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        String kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "[Content_Types].xml",
                XML + "<Types xmlns=\"" + types + "\"><Override PartName=\"/xl/workbook.xml\" ContentType=\"" + kind
                        + "sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"" + kind
                        + "styles+xml\"/></Types>");
        parts.put(
                "_rels/.rels",
                XML + "<Relationships xmlns=\"" + relations + "\"><Relationship Id=\"r1\" Type=\"" + office
                        + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        parts.put(
                "xl/workbook.xml",
                XML + "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + office
                        + "\"><sheets><sheet name=\"One\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
        parts.put(
                "xl/_rels/workbook.xml.rels",
                XML + "<Relationships xmlns=\"" + relations + "\"><Relationship Id=\"r1\" Type=\"" + office
                        + "/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
        parts.put(
                "xl/styles.xml",
                XML + "<styleSheet xmlns=\"" + MAIN
                        + "\"><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>");
        parts.put("xl/worksheets/sheet1.xml", sheet);
        return parts;
    }

    private static byte[] zip(Map<String, String> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    private static ReadOutcome read(byte[] bytes) {
        return RegisterReader.read("file.csv", bytes, Map.of(), Instant.EPOCH);
    }

    private static Refused refusedWith(String part, String content) {
        Map<String, String> parts = workbook(sheet(HEADER + ROW));
        parts.put(part, content);
        return (Refused) read(zip(parts));
    }

    @Test
    void readsTheFirstSheetWhateverTheFileIsCalled() {
        assertThat(read(zip(workbook(sheet(HEADER + ROW))))).isInstanceOfSatisfying(Read.class, read -> {
            RegisterTable table = read.table();
            assertThat(read.seen().encoding()).isEqualTo("XLSX");
            assertThat(table.id(0)).isEqualTo("7");
            assertThat(table.value(0, table.column(Field.SURNAME))).isEqualTo("Тестенко");
            assertThat(table.value(0, table.column(Field.BIRTH_DATE))).isEqualTo("1990-02-03");
        });
    }

    @Test
    void aZipThatIsNoWorkbookIsRefused() {
        assertThat(((Refused) read(zip(Map.of("a.txt", "a")))).sentence()).contains("not an XLSX workbook");
    }

    @Test
    void macrosLinksAndPathsOutOfTheWorkbookAreRefused() {
        for (String part : new String[] {
            "xl/vbaProject.bin",
            "xl/externalLinks/externalLink1.xml",
            "xl/embeddings/a.bin",
            "../../etc/x",
            "/x",
            "a\\\\b"
        }) {
            Refused refused = refusedWith(part, "x");
            assertThat(refused.code()).as(part).isEqualTo(Code.BAD_WORKBOOK);
            assertThat(refused.sentence()).endsWith(".").doesNotContain(part);
        }
    }

    @Test
    void aDocumentTypeIsRefusedBeforeAnyParserSeesIt() {
        String bomb =
                XML + "<!DOCTYPE x [<!ENTITY a \"b\">]>" + sheet(HEADER + ROW).substring(XML.length());
        assertThat(refusedWith("xl/worksheets/sheet1.xml", bomb).sentence()).contains("document type");
        String hidden = "<?xml version=\"1.0\" encoding=\"UTF-7\"?>"
                + sheet(HEADER + ROW).substring(XML.length());
        assertThat(refusedWith("xl/worksheets/sheet1.xml", hidden).sentence()).contains("UTF-8");
    }

    @Test
    void whatUnpacksToTwoHundredTimesItsSizeIsRefused() {
        Refused refused = refusedWith("xl/media/image1.png", "0".repeat(32 << 20));
        assertThat(refused.sentence()).contains("unpacks to more");
    }

    @Test
    void aThousandAndOnePartsAreRefused() {
        Map<String, String> parts = workbook(sheet(HEADER + ROW));
        for (int i = 0; i < CleanZip.MAX_ENTRIES; i++) {
            parts.put("xl/media/" + i, "");
        }
        assertThat(((Refused) read(zip(parts))).code()).isEqualTo(Code.BAD_WORKBOOK);
    }

    @Test
    void aCellBeyondTheLastColumnIsRefusedBeforeRoomIsMadeForIt() {
        for (String far : new String[] {"ZZZZZZ2", "&#90;ZZZZZ2", "A22222222222"}) {
            assertThat(refusedWith(
                                    "xl/worksheets/sheet1.xml",
                                    sheet(HEADER + "<row r=\"2\">" + text(far, "x") + "</row>"))
                            .sentence())
                    .as(far)
                    .contains("XFD");
        }
    }

    @Test
    void anyBytesGiveATableOrASentence() {
        byte[] sheet = sheet(HEADER + ROW).getBytes(StandardCharsets.UTF_8);
        byte[] packed = zip(workbook(sheet(HEADER + ROW)));
        Random random = new Random(20260205);
        int refusals = 0;
        for (int i = 0; i < 600; i++) {
            byte[] mutant = (i % 2 == 0 ? sheet : packed).clone();
            for (int k = 0; k <= random.nextInt(4); k++) {
                mutant[random.nextInt(mutant.length)] =
                        (byte) (i % 2 == 0 ? 32 + random.nextInt(95) : random.nextInt(256));
            }
            ReadOutcome outcome = read(i % 2 == 0 ? zip(workbook(new String(mutant, StandardCharsets.UTF_8))) : mutant);
            if (outcome instanceof Refused refused) {
                refusals++;
                assertThat(refused.sentence()).isNotBlank().doesNotContain("\n", "Тестенко");
            }
        }
        assertThat(refusals).isPositive();
    }
}
