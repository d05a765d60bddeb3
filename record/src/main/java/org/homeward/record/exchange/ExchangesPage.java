package org.homeward.record.exchange;

import java.util.Locale;
import java.util.Map;

/** One HTML page without scripts or outside files: totals, a chart as SVG, gaps and every announcement. */
public final class ExchangesPage {
    private static final int BAR = 34;
    private static final int HEIGHT = 220;

    private ExchangesPage() {}

    /** The page in English. */
    public static String html(PublishedExchanges data) {
        StringBuilder page = new StringBuilder(32_000);
        page.append(
                "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">"
                        + "<title>Exchanges as published</title><style>body{font:1rem/1.45 system-ui,sans-serif;max-width:62rem;margin:2rem auto;padding:0 1rem}"
                        + "table{border-collapse:collapse;margin:1rem 0}th,td{border:1px solid #999;padding:.25rem .6rem;text-align:start;vertical-align:top}"
                        + "td.n{text-align:end}td{overflow-wrap:anywhere}</style></head><body>\n<h1>Exchanges as published</h1>\n"
                        + "<p>Numbers are those that each receiving side announced. The dead are not in the totals. This page never feeds a list, a count or a match.</p>\n");
        chart(data.byYear(), page);
        totals("By year", "Year", data.byYear(), page);
        totals("By who is credited", "Mediator", data.byMediator(), page);
        page.append("<h2>Longest gaps between exchanges</h2>\n<table><tr><th>From</th><th>To</th><th>Days</th></tr>\n");
        data.gaps().stream()
                .limit(10)
                .forEach(g -> page.append("<tr><td>")
                        .append(g.from())
                        .append("</td><td>")
                        .append(g.to())
                        .append("</td><td class=\"n\">")
                        .append(g.days())
                        .append("</td></tr>\n"));
        page.append("</table>\n<h2>Where the sources differ or a number is withheld</h2>\n");
        rows(data.disputed(), page);
        page.append("<h2>Every announcement</h2>\n");
        rows(data.exchanges(), page);
        return page.append("</body></html>\n").toString();
    }

    private static void chart(Map<String, PublishedExchanges.Total> years, StringBuilder page) {
        int most = years.values().stream()
                .mapToInt(t -> Math.max(t.toUkraine(), t.toRussia()))
                .max()
                .orElse(1);
        int width = Math.max(1, years.size()) * 3 * BAR + 20;
        page.append(String.format(
                Locale.ROOT,
                "<svg role=\"img\" aria-labelledby=\"chart\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\">"
                        + "<title id=\"chart\">People home in each year, by the numbers of the side that received them</title>%n",
                width,
                HEIGHT + 60,
                width,
                HEIGHT + 60));
        int x = 10;
        for (Map.Entry<String, PublishedExchanges.Total> year : years.entrySet()) {
            bar(x, year.getValue().toUkraine(), most, "#1f5a99", page);
            bar(x + BAR, year.getValue().toRussia(), most, "#a33b20", page);
            page.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\" font-size=\"14\">%s</text>%n",
                    x + BAR,
                    HEIGHT + 38,
                    year.getKey()));
            x += 3 * BAR;
        }
        page.append(
                "</svg>\n<p><span style=\"color:#1f5a99\">■</span> home to Ukraine &#160; <span style=\"color:#a33b20\">■</span> home to Russia</p>\n");
    }

    private static void bar(int x, int value, int most, String colour, StringBuilder page) {
        int height = (int) Math.round((double) HEIGHT * value / Math.max(1, most));
        page.append(String.format(
                Locale.ROOT,
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/><text x=\"%d\" y=\"%d\" text-anchor=\"middle\" font-size=\"11\">%d</text>%n",
                x,
                HEIGHT + 20 - height,
                BAR - 4,
                height,
                colour,
                x + BAR / 2 - 2,
                HEIGHT + 15 - height,
                value));
    }

    private static void totals(
            String title, String key, Map<String, PublishedExchanges.Total> totals, StringBuilder page) {
        page.append("<h2>")
                .append(title)
                .append("</h2>\n<table><tr><th>")
                .append(key)
                .append(
                        "</th><th>Exchanges</th><th>Home to Ukraine (Kyiv)</th><th>Home to Russia (Moscow)</th></tr>\n");
        totals.forEach((k, t) -> page.append("<tr><td>")
                .append(escape(k))
                .append("</td><td class=\"n\">")
                .append(t.exchanges())
                .append("</td><td class=\"n\">")
                .append(t.toUkraine())
                .append("</td><td class=\"n\">")
                .append(t.toRussia())
                .append("</td></tr>\n"));
        page.append("</table>\n");
    }

    private static void rows(Iterable<PublishedExchange> exchanges, StringBuilder page) {
        page.append(
                "<table><tr><th>Day</th><th>Home to Ukraine</th><th>Home to Russia</th><th>Kind</th><th>Credited</th><th>Source</th></tr>\n");
        for (PublishedExchange e : exchanges) {
            page.append("<tr><td>")
                    .append(e.day())
                    .append("</td><td class=\"n\">")
                    .append(e.toUkraine() == null ? "–" : e.toUkraine().toString())
                    .append("</td><td class=\"n\">")
                    .append(e.toRussia() == null ? "–" : e.toRussia().toString())
                    .append("</td><td>")
                    .append(escape(e.kind()))
                    .append("</td><td>")
                    .append(escape(String.join(", ", e.mediators())))
                    .append("</td><td>")
                    .append(escape(e.source()))
                    .append("</td></tr>\n");
        }
        page.append("</table>\n");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
