package org.homeward.node.web;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A sheet to save: UTF-8 with a byte order mark, every cell quoted, CRLF (RFC 4180), and no cell that a spreadsheet would run. */
public final class Sheet {
    /** First characters that start a formula in some spreadsheet, with their full-width twins (OWASP, CSV injection). */
    private static final String FORMULA_STARTS = "=+-@\t\r＝＋－＠";

    private final StringBuilder out = new StringBuilder("\uFEFF");

    /** Adds a line; null is an empty cell. */
    public void row(@Nullable String... cells) {
        out.append(Arrays.stream(cells).map(Sheet::cell).collect(Collectors.joining(",")))
                .append("\r\n");
    }

    /** The whole sheet as a file. */
    public byte[] bytes() {
        return out.toString().getBytes(StandardCharsets.UTF_8);
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
