package org.homeward.node.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.homeward.node.web.view.ListView;
import org.jspecify.annotations.Nullable;

/** A list as a sheet: UTF-8 with a byte order mark, every cell quoted, CRLF (RFC 4180), and no cell that a spreadsheet would run. */
final class ListExport {
    /** First characters that start a formula in some spreadsheet, with their full-width twins (OWASP, CSV injection). */
    private static final String FORMULA_STARTS = "=+-@\t\r＝＋－＠";

    private final Text text;
    private final StringBuilder out = new StringBuilder("\uFEFF");

    ListExport(Text text) {
        this.text = text;
        row(
                text.get("list.number"),
                text.get("list.line"),
                text.get("list.name"),
                text.get("list.birth"),
                text.get("list.rank"),
                text.get("list.reply"),
                text.get("list.nameAsHeld"),
                text.get("list.state"));
    }

    void add(ListView view) {
        for (ListView.Line line : view.lines()) {
            String reply = line.reply();
            row(
                    String.valueOf(line.number()),
                    line.line(),
                    line.name(),
                    line.birth(),
                    line.rank(),
                    reply == null ? null : text.named("reply", reply, reply),
                    line.nameAsHeld(),
                    text.get("state." + line.state()));
        }
    }

    byte[] bytes() {
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void row(@Nullable String... cells) {
        out.append(java.util.Arrays.stream(cells).map(ListExport::cell).collect(Collectors.joining(",")))
                .append("\r\n");
    }

    private static String cell(@Nullable String value) {
        if (value == null) {
            return "\"\"";
        }
        String line = Text.plain(value);
        boolean formula = List.of(value, line.strip()).stream()
                .anyMatch(s -> !s.isEmpty() && FORMULA_STARTS.indexOf(s.charAt(0)) >= 0);
        return "\"" + (formula ? "'" : "") + line.replace("\"", "\"\"") + "\"";
    }
}
