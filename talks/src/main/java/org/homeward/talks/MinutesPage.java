package org.homeward.talks;

import java.util.List;
import java.util.stream.Collectors;

/** Minutes in several languages side by side: a page of its own that loads nothing, or plain text. */
public final class MinutesPage {
    private static final String STYLE = "body{font:11pt/1.4 'Noto Sans','Noto Sans Arabic',sans-serif;margin:2em}"
            + "table{border-collapse:collapse;width:100%;table-layout:fixed}"
            + "td{vertical-align:top;padding:.2em .8em;border-inline-start:1px solid #999}"
            + "td:first-child{border:0}h1{font-size:1.3em;margin:.3em 0}h2{font-size:1.1em;margin:.6em 0 .1em}";

    private MinutesPage() {}

    /** @param columns minutes of the same day, at least one */
    public static String html(List<Minutes> columns) {
        StringBuilder out = new StringBuilder("<!DOCTYPE html>\n<html lang=\"")
                .append(columns.getFirst().language())
                .append("\"><head><meta charset=\"UTF-8\"><title>")
                .append(escape(columns.getFirst().lines().getFirst().text()))
                .append("</title><style>")
                .append(STYLE)
                .append("</style></head><body><table>\n");
        for (int row = 0; row < rows(columns); row++) {
            out.append("<tr>");
            for (Minutes column : columns) {
                Minutes.Line line = column.lines().get(row);
                String text = escape(line.text());
                out.append("<td lang=\"")
                        .append(column.language())
                        .append(column.language().equals("ar") ? "\" dir=\"rtl\">" : "\">")
                        .append(
                                line.level() == 0
                                        ? text
                                        : "<h" + line.level() + ">" + text + "</h" + line.level() + ">")
                        .append("</td>");
            }
            out.append("</tr>\n");
        }
        return out.append("</table></body></html>\n").toString();
    }

    /** One language after another. */
    public static String text(List<Minutes> columns) {
        return columns.stream()
                .map(column -> column.lines().stream()
                        .map(line -> switch (line.level()) {
                            case 1 -> "# " + line.text();
                            case 2 -> "\n## " + line.text();
                            default -> line.text();
                        })
                        .collect(Collectors.joining("\n")))
                .collect(Collectors.joining("\n\n"));
    }

    /** Each language is written by the same code from the same talks, so all have as many lines. */
    private static int rows(List<Minutes> columns) {
        return columns.stream().mapToInt(c -> c.lines().size()).min().orElse(0);
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
