package org.homeward.documents;

import java.util.List;
import java.util.stream.Collectors;

/** A list as comma separated values that a spreadsheet opens without running anything. */
final class ListCsv {
    /** First characters that start a formula in some spreadsheet, with their full-width twins (OWASP, CSV injection). */
    private static final String FORMULA_STARTS = "=+-@\t\r＝＋－＠";

    private ListCsv() {}

    static String of(ListDocument list, Labels labels) {
        StringBuilder out = new StringBuilder("\uFEFF");
        row(out, ListHtml.COLUMNS.stream().map(labels::get).toList());
        for (ListDocument.Row row : list.rows()) {
            row(out, ListHtml.cells(row));
        }
        return out.toString();
    }

    static void row(StringBuilder out, List<String> cells) {
        out.append(cells.stream().map(ListCsv::cell).collect(Collectors.joining(",")))
                .append("\r\n");
    }

    static String cell(String text) {
        boolean formula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
        String line = SafeText.line(text);
        // Asked again after cleaning: a blank or an invisible character before "=" must not hide it.
        formula |= !line.isEmpty() && FORMULA_STARTS.indexOf(line.charAt(0)) >= 0;
        return "\"" + (formula ? "'" : "") + line.replace("\"", "\"\"") + "\"";
    }
}
