package org.homeward.protocol.bundle;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.homeward.protocol.exchange.Act.ListedPerson;
import org.jspecify.annotations.Nullable;

/**
 * A list as CSV: a function of the agreement alone, so that a verifier writes it again and compares bytes.
 *
 * <p>UTF-8 with a byte order mark and CRLF, because it is opened in spreadsheets; every cell quoted; a cell that a spreadsheet would
 * run as a formula gets an apostrophe in front.
 */
public final class ListCsv {
    private static final List<String> HEADER = List.of(
            "number",
            "line",
            "token",
            "name",
            "name_as_held",
            "birth_date",
            "rank",
            "category",
            "held_since",
            "reason");

    private ListCsv() {}

    public static byte[] bytes(List<ListedPerson> people) {
        StringBuilder out = new StringBuilder("\uFEFF");
        row(HEADER, out);
        for (ListedPerson p : people) {
            List<String> cells = new ArrayList<>();
            cells.add(Integer.toString(p.number()));
            cells.add(p.line());
            cells.add(p.token());
            cells.add(p.name());
            cells.add(p.nameAsHeld());
            cells.add(orEmpty(p.birthDate()));
            cells.add(orEmpty(p.rank()));
            cells.add(p.category());
            cells.add(p.heldSince());
            cells.add(p.reason());
            row(cells, out);
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static void row(List<String> cells, StringBuilder out) {
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            out.append(i == 0 ? "\"" : ",\"")
                    .append(startsFormula(cell) ? "'" : "")
                    .append(cell.replace("\"", "\"\""))
                    .append('"');
        }
        out.append("\r\n");
    }

    private static boolean startsFormula(String cell) {
        return !cell.isEmpty() && "=+-@\t\r＝＋－＠".indexOf(cell.charAt(0)) >= 0;
    }
}
