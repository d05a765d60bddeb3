package org.homeward.documents;

import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * What every printed document has in common: the sheet, the numbers in its head and foot, and tables whose columns run in
 * the reader's direction. Cells and facts are given as text and escaped here.
 */
final class PageHtml {
    // "UTC" comes first: in a right-to-left line it would otherwise jump between date and time.
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
            h2 { font-size: 11pt; margin: 4mm 0 1mm 0; page-break-after: avoid; }
            p { margin: 0 0 1mm 0; word-wrap: break-word; }
            .top { width: 100%; border-collapse: collapse; } .top td { vertical-align: top; }
            .code { width: 30mm; } .code img { width: 28mm; height: 28mm; }
            .rows { width: 100%; border-collapse: collapse; table-layout: fixed; margin-top: 3mm;
              -fs-table-paginate: paginate; }
            .rows th, .rows td { border: 0.4pt solid #000; padding: 0.8mm 1.2mm; text-align: left; vertical-align: top;
              word-wrap: break-word; }
            .rows th { background: #e4e4e4; font-weight: bold; } .rows tr { page-break-inside: avoid; }
            .plain { width: 100%; border-collapse: collapse; table-layout: fixed; margin-top: 1mm; }
            .plain td { padding: 0.6mm 1.2mm; text-align: left; vertical-align: top; word-wrap: break-word; }
            .sign td { height: 11mm; }
            .cards { width: 100%; border-collapse: collapse; table-layout: fixed; }
            .cards td { border: 0.3pt dashed #000; width: 50%; height: 58mm; vertical-align: middle; text-align: center; }
            .cards tr { page-break-inside: avoid; } .cards img { width: 40mm; height: 40mm; }
            .cards b { font-size: 16pt; }
            .side { width: 100%; border-collapse: collapse; table-layout: fixed; }
            .side td { vertical-align: top; padding: 0.4mm 3mm 0.4mm 0; word-wrap: break-word; }
            .side td + td { border-left: 0.4pt solid #888; padding-left: 3mm; } .side tr { page-break-inside: avoid; }
            .body { font-size: 10pt; } .body .rows, .body .plain { font-size: 9.5pt; }
            .right { direction: rtl; } .right th, .right td, .right p, .right h1, .right h2 { text-align: right; }
            .right .rows th, .right .rows td, .right .plain td { text-align: right; }
            .right #head, .right #foot { text-align: right; }
            """;

    private final Labels labels;
    private final StringBuilder out = new StringBuilder(8_000);

    PageHtml(Labels labels, String title, String bodyClass) {
        this.labels = labels;
        out.append("<html lang=\"").append(labels.language()).append("\"><head><title>");
        out.append(SafeText.html(title)).append("</title><style>").append(STYLE).append("</style></head>");
        out.append("<body class=\"").append(bodyClass).append(labels.rightToLeft() ? " right\" dir=\"rtl\">" : "\">");
    }

    static String minute(Instant instant) {
        return MINUTE.format(instant);
    }

    /** Head and foot of every page. */
    PageHtml frame(String caseNumber, String documentNumber, String digest) {
        return frame("case", caseNumber, "document", documentNumber, digest);
    }

    /** The head and foot of every page; what the two names in the head are is said by their labels. */
    PageHtml frame(String ofLabel, String of, String numberLabel, String number, String digest) {
        out.append("<div id=\"head\">")
                .append(labelled(ofLabel, of, SafeText::number))
                .append(" · ");
        out.append(labelled(numberLabel, number, SafeText::number)).append("</div><div id=\"foot\">");
        out.append(labelled("digest", digest, SafeText::number))
                .append(" · ")
                .append(SafeText.html(labels.get("page")));
        out.append(" <span class=\"n\"></span> ").append(SafeText.html(labels.get("of")));
        out.append(" <span class=\"m\"></span></div>");
        return this;
    }

    PageHtml title(String text) {
        out.append("<h1>").append(SafeText.html(text)).append("</h1>");
        return this;
    }

    PageHtml heading(String key) {
        out.append("<h2>").append(SafeText.html(labels.get(key))).append("</h2>");
        return this;
    }

    PageHtml fact(String key, String value) {
        out.append("<p>").append(labelled(key, value, SafeText::html)).append("</p>");
        return this;
    }

    PageHtml sentence(String text) {
        out.append("<p>").append(SafeText.html(text)).append("</p>");
        return this;
    }

    /** Two columns without lines, label or number first; {@code width} of the first in per cent. */
    PageHtml pairs(int width, List<List<String>> pairs) {
        return table("plain", List.of(width, 100 - width), List.of(), pairs);
    }

    /** A ruled table whose head is repeated on every page; widths in per cent. */
    PageHtml rows(List<Integer> widths, List<String> head, List<List<String>> rows) {
        return table("rows", widths, head, rows);
    }

    /** Lines to sign by hand: who, and two empty cells. */
    PageHtml signing(List<Integer> widths, List<String> head, List<String> who) {
        return table(
                "rows sign",
                widths,
                head,
                who.stream().map(w -> List.of(w, "", "")).toList());
    }

    /** The head of a form on a page of its own, in two languages. */
    PageHtml sheet(boolean firstPage, String title, String inOtherWords) {
        out.append(firstPage ? "<div>" : "<div style=\"page-break-before: always\">");
        title(title).sentence(inOtherWords);
        out.append("</div>");
        return this;
    }

    /** A title with paragraphs in a language of their own. */
    PageHtml part(Labels words, String title, List<String> paragraphs) {
        out.append("<div lang=\"").append(words.language()).append('"');
        out.append(words.rightToLeft() ? " class=\"right\" dir=\"rtl\">" : ">");
        title(title);
        paragraphs.forEach(p -> out.append("<p>").append(SafeText.prose(p)).append("</p>"));
        out.append("</div>");
        return this;
    }

    /** Ruled rows high enough to write in, without a head. */
    PageHtml writeIn(List<Integer> widths, List<List<String>> rows) {
        return table("rows sign", widths, List.of(), rows);
    }

    /** Texts side by side, line beside line, each in the direction of its own language. */
    PageHtml parallel(List<MinutesDocument.Column> columns) {
        out.append("<table class=\"side\"><tbody>");
        for (int line = 0; line < columns.getFirst().lines().size(); line++) {
            out.append("<tr>");
            for (MinutesDocument.Column column : columns) {
                MinutesDocument.Line cell = column.lines().get(line);
                String language = column.language().getLanguage();
                String tag = cell.level() == 0 ? "p" : "h" + cell.level();
                out.append("<td lang=\"").append(language).append('"');
                out.append(language.equals("ar") ? " class=\"right\" dir=\"rtl\">" : " dir=\"ltr\">");
                out.append('<').append(tag).append('>').append(SafeText.html(cell.text()));
                out.append("</").append(tag).append("></td>");
            }
            out.append("</tr>");
        }
        out.append("</tbody></table>");
        return this;
    }

    /** A code of the highest level with lines under it; the first two are printed large. */
    record Card(String code, List<String> lines) {}

    /** Cards to cut out, two in a row. */
    PageHtml cards(List<Card> cards) {
        out.append("<table class=\"cards\"><tbody>");
        for (int i = 0; i < cards.size(); i += 2) {
            out.append("<tr>");
            for (int j = i; j < i + 2; j++) {
                out.append("<td>");
                if (j < cards.size()) {
                    card(cards.get(j));
                }
                out.append("</td>");
            }
            out.append("</tr>");
        }
        out.append("</tbody></table>");
        return this;
    }

    /** The code stands there twice: what tears or stains one may spare the other. */
    private void card(Card card) {
        List<String> large = card.lines().subList(0, Math.min(2, card.lines().size()));
        String code = "<img alt=\"QR\" src=\"" + QrCode.dataUri(card.code(), ErrorCorrectionLevel.H) + "\"/>";
        out.append(code)
                .append(code)
                .append("<br/><b>")
                .append(SafeText.html(String.join(" · ", large)))
                .append("</b>");
        card.lines().stream().skip(2).forEach(line -> out.append("<br/>").append(SafeText.html(line)));
    }

    /** What {@code content} writes, with a code in the corner where the reader's lines end; no code when it is empty. */
    PageHtml besideCode(String qrText, Runnable content) {
        String code = qrText.isEmpty()
                ? ""
                : "<td class=\"code\"><img alt=\"QR\" src=\"" + QrCode.dataUri(qrText) + "\"/></td>";
        out.append("<table class=\"top\"><tr>")
                .append(labels.rightToLeft() ? code : "")
                .append("<td>");
        content.run();
        out.append("</td>").append(labels.rightToLeft() ? "" : code).append("</tr></table>");
        return this;
    }

    String html() {
        return out + "</body></html>";
    }

    private PageHtml table(String style, List<Integer> widths, List<String> head, List<List<String>> rows) {
        out.append("<table class=\"").append(style).append("\"><colgroup>");
        ordered(widths).forEach(w -> out.append("<col style=\"width:").append(w).append("%\"/>"));
        out.append("</colgroup>");
        if (!head.isEmpty()) {
            out.append("<thead>");
            row("th", head, SafeText::html);
            out.append("</thead>");
        }
        out.append("<tbody>");
        rows.forEach(row -> row("td", row, style.equals("plain") ? SafeText::prose : SafeText::html));
        out.append("</tbody></table>");
        return this;
    }

    private void row(String cell, List<String> texts, UnaryOperator<String> escape) {
        out.append("<tr>");
        ordered(texts)
                .forEach(text -> out.append('<')
                        .append(cell)
                        .append('>')
                        .append(escape.apply(text))
                        .append("</")
                        .append(cell)
                        .append('>'));
        out.append("</tr>");
    }

    /** The renderer sets columns from left to right whatever the direction, so a right-to-left table is mirrored here. */
    private <T> List<T> ordered(List<T> columns) {
        return labels.rightToLeft() ? new ArrayList<>(columns).reversed() : columns;
    }

    private String labelled(String key, String value, UnaryOperator<String> escape) {
        return "<b>" + SafeText.html(labels.get(key)) + ":</b> " + escape.apply(value);
    }
}
