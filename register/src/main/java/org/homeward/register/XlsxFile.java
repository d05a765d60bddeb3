package org.homeward.register;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.homeward.register.ReadOutcome.Code;
import org.homeward.register.ReadOutcome.Refused;
import org.jspecify.annotations.Nullable;

/** Reads a register from the first sheet of a workbook. Dates become {@code 1990-02-03}; formulas are read as the value kept with them. */
final class XlsxFile {
    private XlsxFile() {}

    static ReadOutcome read(String name, byte[] bytes, Map<String, Field> map) {
        byte[] clean;
        try {
            clean = CleanZip.of(bytes);
        } catch (CleanZip.Hostile e) {
            return new Refused(Code.BAD_WORKBOOK, name + " " + e.getMessage() + ".");
        }
        try (ReadableWorkbook workbook =
                        new ReadableWorkbook(new ByteArrayInputStream(clean), new ReadingOptions(true, false));
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            Iterator<Line> lines =
                    rows.map(XlsxFile::line).filter(l -> !l.cells().isEmpty()).iterator();
            Header header = Header.find(lines, map);
            if (header == null) {
                return RegisterReader.noHeader(name);
            }
            Refused flaw = TableBuilder.flaw(name, header, map);
            return flaw != null ? flaw : new TableBuilder(name, header).build(lines, "XLSX", ' ');
        } catch (IOException | RuntimeException e) {
            // The library throws whatever its parts throw on a sheet that is not well formed; the fuzzer finds five
            // kinds.
            return new Refused(Code.BAD_WORKBOOK, name + " is a damaged workbook: save it again.");
        }
    }

    private static Line line(Row row) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.getCellCount(); i++) {
            cells.add(text(row.getOptionalCell(i).orElse(null)));
        }
        while (!cells.isEmpty() && cells.getLast().isBlank()) {
            cells.removeLast();
        }
        return new Line(row.getRowNum(), cells);
    }

    private static String text(@Nullable Cell cell) {
        if (cell == null) {
            return "";
        }
        if (cell.getType() == CellType.NUMBER) {
            if (isDate(cell)) {
                return cell.asDate().toLocalDate().toString();
            }
            BigDecimal number = cell.asNumber();
            // A number of a billion digits is one short cell.
            return number.precision() > 40 || Math.abs(number.scale()) > 40
                    ? cell.getRawValue()
                    : number.stripTrailingZeros().toPlainString();
        }
        String text = cell.getType() == CellType.FORMULA ? cell.getRawValue() : cell.getText();
        return text == null ? "" : text;
    }

    /** Formats 14 to 22 are dates (ECMA-376 part 1, 18.8.30); others by a year in their pattern, outside quotes and brackets. */
    private static boolean isDate(Cell cell) {
        Integer id = cell.getDataFormatId();
        if (id != null && id >= 14 && id <= 22) {
            return true;
        }
        String format = cell.getDataFormatString();
        return format != null
                && format.toLowerCase(Locale.ROOT)
                        .replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "")
                        .contains("yy");
    }
}
