package org.homeward.documents;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Lays a list out as XHTML with a style sheet for paged media; all outside text goes through {@link SafeText}. */
final class ListHtml {
    static final List<String> COLUMNS = List.of("number", "original", "latin", "birth", "rank", "category", "reason");

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("'UTC' yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final String STYLE = """
            @page { size: A4; margin: 20mm 13mm 20mm 13mm;
              @top-center { content: element(head); } @bottom-center { content: element(foot); } }
            body { font-family: 'Noto Sans', 'Noto Sans Arabic'; font-size: 8.5pt; margin: 0; }
            #head { position: running(head); font-size: 7.5pt; border-bottom: 0.5pt solid #000; padding-bottom: 1mm; }
            #foot { position: running(foot); font-size: 7pt; border-top: 0.5pt solid #000; padding-top: 1mm; }
            .n:after { content: counter(page); } .m:after { content: counter(pages); }
            h1 { font-size: 15pt; margin: 0 0 2mm 0; word-wrap: break-word; }
            .facts { margin: 0 0 1mm 0; word-wrap: break-word; }
            .top { width: 100%; border-collapse: collapse; } .top td { vertical-align: top; }
            .code { width: 30mm; } .code img { width: 28mm; height: 28mm; }
            .rows { width: 100%; border-collapse: collapse; table-layout: fixed; margin-top: 3mm;
              -fs-table-paginate: paginate; }
            .rows th, .rows td { border: 0.4pt solid #000; padding: 0.8mm 1.2mm; text-align: left; vertical-align: top;
              word-wrap: break-word; }
            .rows th { background: #e4e4e4; font-weight: bold; } .rows tr { page-break-inside: avoid; }
            .totals { margin-top: 4mm; page-break-inside: avoid; } .totals td { padding: 0.5mm 6mm 0.5mm 0; }
            .right { direction: rtl; } .right .rows th, .right .rows td, .right p, .right h1 { text-align: right; }
            """;

    /** Widths in per cent of the columns above. */
    private static final List<Integer> WIDTHS = List.of(6, 22, 20, 11, 13, 12, 16);

    private ListHtml() {}

    static List<String> cells(ListDocument.Row row) {
        return List.of(
                Integer.toString(row.number()),
                row.originalName(),
                row.latinName(),
                row.birthDate(),
                row.rank(),
                row.category(),
                row.reason());
    }

    static String of(ListDocument list, Labels labels) {
        StringBuilder out = new StringBuilder(400 * list.rows().size() + 8_000);
        out.append("<html lang=\"").append(labels.language()).append("\"><head><title>");
        out.append(SafeText.html(list.title()))
                .append("</title><style>")
                .append(STYLE)
                .append("</style></head>");
        out.append(labels.rightToLeft() ? "<body class=\"right\" dir=\"rtl\">" : "<body>");
        frame(out, list, labels);
        top(out, list, labels);
        out.append("<table class=\"rows\"><thead><tr>");
        for (int i = 0; i < COLUMNS.size(); i++) {
            out.append("<th style=\"width:").append(WIDTHS.get(i)).append("%\">");
            out.append(SafeText.html(labels.get(COLUMNS.get(i)))).append("</th>");
        }
        out.append("</tr></thead><tbody>");
        for (ListDocument.Row row : list.rows()) {
            out.append("<tr>");
            cells(row)
                    .forEach(cell ->
                            out.append("<td>").append(SafeText.html(cell)).append("</td>"));
            out.append("</tr>");
        }
        out.append("</tbody></table><table class=\"totals\">");
        out.append("<tr><td><b>").append(SafeText.html(labels.get("totals"))).append("</b></td><td></td></tr>");
        for (ListDocument.Total total : list.totals()) {
            out.append("<tr><td>").append(SafeText.html(total.label())).append("</td><td>");
            out.append(total.count()).append("</td></tr>");
        }
        return out.append("</table></body></html>").toString();
    }

    private static void frame(StringBuilder out, ListDocument list, Labels labels) {
        out.append("<div id=\"head\">")
                .append(fact(labels, "case", list.caseNumber()))
                .append(" · ");
        out.append(fact(labels, "document", list.documentNumber())).append("</div><div id=\"foot\">");
        out.append(fact(labels, "digest", list.digest())).append(" · ").append(SafeText.html(labels.get("page")));
        out.append(" <span class=\"n\"></span> ").append(SafeText.html(labels.get("of")));
        out.append(" <span class=\"m\"></span></div>");
    }

    private static void top(StringBuilder out, ListDocument list, Labels labels) {
        String parties = list.parties().stream().map(SafeText::line).collect(Collectors.joining(" · "));
        out.append("<table class=\"top\"><tr><td><h1>")
                .append(SafeText.html(list.title()))
                .append("</h1>");
        paragraph(out, labels, "parties", parties);
        paragraph(out, labels, "rule", list.countingRule());
        paragraph(out, labels, "generated", MINUTE.format(list.generatedAt()));
        out.append("</td>");
        if (!list.qrText().isEmpty()) {
            out.append("<td class=\"code\"><img alt=\"QR\" src=\"").append(QrCode.dataUri(list.qrText()));
            out.append("\"/></td>");
        }
        out.append("</tr></table>");
    }

    private static void paragraph(StringBuilder out, Labels labels, String key, String value) {
        out.append("<p class=\"facts\">").append(fact(labels, key, value)).append("</p>");
    }

    private static String fact(Labels labels, String key, String value) {
        return "<b>" + SafeText.html(labels.get(key)) + ":</b> " + SafeText.html(value);
    }
}
