package org.homeward.documents;

import java.util.Locale;

/** Lays a form of Annex IV out for paper: each field has its label in both languages, and room for a hand. */
final class AnnexHtml {
    private static final String STYLE = """
            @page { size: A4; margin: 14mm 14mm 14mm 14mm; }
            body { font-family: 'Noto Sans', 'Noto Sans Arabic'; font-size: 9pt; margin: 0; }
            table { width: 100%; border-collapse: collapse; table-layout: fixed; }
            td { vertical-align: top; word-wrap: break-word; }
            h1 { font-size: 13pt; margin: 0 0 1mm 0; }
            .head td { padding-bottom: 2mm; } .code img { width: 28mm; height: 28mm; }
            .rtl { direction: rtl; text-align: right; }
            .fields td { border-bottom: 0.4pt solid #000; padding: 0.8mm 1.2mm; }
            .n { width: 7mm; } .label { width: 44mm; font-size: 7.5pt; } .low td { height: 5mm; } .tall td { height: 10mm; }
            .value { font-size: 10pt; }
            .note { font-size: 7.5pt; margin: 2mm 0 0 0; }
            .foot { font-size: 7pt; border-top: 0.4pt solid #000; margin-top: 3mm; padding-top: 1mm; }
            """;

    private AnnexHtml() {}

    static String of(AnnexDocument document, Locale first, Locale second) {
        AnnexForm form = document.form();
        boolean alone = first.getLanguage().equals(second.getLanguage());
        StringBuilder out = new StringBuilder(6_000);
        out.append("<html lang=\"").append(first.getLanguage()).append("\"><head><title>");
        out.append(SafeText.html(form.title(first)))
                .append("</title><style>")
                .append(STYLE)
                .append("</style></head><body>");
        out.append("<table class=\"head\"><tr><td>");
        block(out, "h1", form.title(first), first);
        if (!alone) {
            block(out, "h1", form.title(second), second);
        }
        out.append("<p>")
                .append(SafeText.html("Geneva Convention III, Annex " + form.annex()))
                .append("</p></td>");
        if (!document.qrText().isEmpty()) {
            out.append("<td class=\"code\" style=\"width:30mm\"><img alt=\"QR\" src=\"")
                    .append(QrCode.dataUri(document.qrText()))
                    .append("\"/></td>");
        }
        out.append("</tr></table><table class=\"fields\"><colgroup><col style=\"width:4%\"/><col style=\"width:")
                .append(alone ? "34%\"/>" : "25%\"/><col style=\"width:25%\"/>")
                .append("<col/></colgroup>");
        int number = 0;
        for (String field : form.fields()) {
            String value = document.values().getOrDefault(field, "");
            out.append("<tr class=\"")
                    .append(form.isTall(field) ? "tall" : "low")
                    .append("\"><td class=\"n\">");
            out.append(++number).append("</td>");
            cell(out, "label", form.label(first, field), first);
            if (!alone) {
                cell(out, "label", form.label(second, field), second);
            }
            out.append("<td class=\"value")
                    .append(isRightToLeft(value) ? " rtl" : "")
                    .append("\">");
            out.append(SafeText.html(value)).append("</td></tr>");
        }
        out.append("</table>");
        note(out, form.note(first), first);
        if (!alone) {
            note(out, form.note(second), second);
        }
        out.append("<div class=\"foot\">№ ")
                .append(SafeText.number(document.number()))
                .append(" · ");
        out.append(SafeText.html(PageHtml.minute(document.printedAt()))).append("</div></body></html>");
        return out.toString();
    }

    private static void block(StringBuilder out, String tag, String text, Locale locale) {
        out.append('<').append(tag).append(direction(locale)).append('>').append(SafeText.html(text));
        out.append("</").append(tag).append('>');
    }

    private static void cell(StringBuilder out, String style, String text, Locale locale) {
        out.append("<td class=\"")
                .append(style)
                .append(isArabic(locale) ? " rtl" : "")
                .append("\">");
        out.append(SafeText.html(text)).append("</td>");
    }

    private static void note(StringBuilder out, String text, Locale locale) {
        out.append("<p class=\"note").append(isArabic(locale) ? " rtl" : "").append("\">");
        out.append(SafeText.prose(text)).append("</p>");
    }

    private static String direction(Locale locale) {
        return isArabic(locale) ? " class=\"rtl\"" : "";
    }

    private static boolean isArabic(Locale locale) {
        return locale.getLanguage().equals("ar");
    }

    /** Whether a hand would have begun at the right: the first letter with a direction says so. */
    private static boolean isRightToLeft(String text) {
        return text.codePoints()
                        .map(Character::getDirectionality)
                        .filter(d -> d == Character.DIRECTIONALITY_LEFT_TO_RIGHT
                                || d == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                                || d == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC)
                        .findFirst()
                        .orElse(Character.DIRECTIONALITY_LEFT_TO_RIGHT)
                != Character.DIRECTIONALITY_LEFT_TO_RIGHT;
    }
}
