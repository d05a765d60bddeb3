package org.homeward.documents;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the summary for a screen; the browser turns lines round where the language asks for it, so nothing is mirrored. */
final class SummaryHtml {
    /** Units of a full bar; the picture is stretched to the width there is. */
    private static final int BAR = 1000;

    private static final String STYLE = """
            :root { color-scheme: light; }
            * { box-sizing: border-box; }
            body { font: 1rem/1.5 system-ui, 'Noto Sans', 'Noto Sans Arabic', sans-serif; color: #1b1b1b; background: #fff;
              max-width: 60rem; margin: 0 auto; padding: 1rem; overflow-wrap: anywhere; }
            h1 { font-size: 1.6rem; line-height: 1.2; margin: 0.5rem 0; }
            h2 { font-size: 1.15rem; margin: 2rem 0 0.5rem; border-block-end: 1px solid #767676; }
            h3 { font-size: 1rem; margin: 1rem 0 0.25rem; } h3 small { font-weight: normal; }
            p { margin: 0.25rem 0; } code { font-family: ui-monospace, monospace; font-size: 0.875rem; }
            pre { background: #f2f2f2; padding: 0.75rem; overflow-x: auto; margin: 0.5rem 0; text-align: left; }
            .bar { display: grid; grid-template-columns: 8rem 1fr 4rem; gap: 0.5rem; align-items: center; }
            .bar svg { width: 100%; height: 1rem; display: block; } .bar b { text-align: end; }
            .s0 { fill: #1f5a99; } .s1 { fill: #b35c00; } .s2 { fill: #4d4d4d; } .out { fill-opacity: 0.45; }
            .rail { fill: #ececec; }
            .verdict { font-weight: bold; margin-block-start: 1rem; }
            dl { margin: 0; display: grid; grid-template-columns: minmax(8rem, 16rem) 1fr; gap: 0.25rem 1rem; }
            dt { font-weight: bold; } dd { margin: 0; }
            .item { border-block-end: 1px solid #d0d0d0; padding: 0.5rem 0; } .item p { margin: 0; }
            ul { list-style: none; margin: 0; padding: 0; }
            a { color: #0b4f8a; } a:focus-visible { outline: 3px solid #0b4f8a; outline-offset: 2px; }
            @media (max-width: 30rem) { .bar { grid-template-columns: 5.5rem 1fr 3rem; }
              dl { grid-template-columns: 1fr; } dd { margin-block-end: 0.5rem; } }
            @media print { @page { size: A4; margin: 15mm; } body { font-size: 10pt; max-width: none; padding: 0; }
              a { color: #000; } .item, .bar, .card { break-inside: avoid; } h2, h3 { break-after: avoid; }
              svg { print-color-adjust: exact; -webkit-print-color-adjust: exact; } pre { white-space: pre-wrap; } }
            """;

    private final Labels labels;
    private final StringBuilder out = new StringBuilder(16_000);

    SummaryHtml(Labels labels) {
        this.labels = labels;
    }

    String of(SummaryPage page) {
        head(page);
        heading("counts");
        bars(CountTable.of(page.counts()));
        heading("figures");
        facts(page.figures());
        heading("signatures");
        page.signatures().forEach(this::signature);
        heading("checkpoint");
        facts(List.of(
                new SummaryPage.Figure(labels.get("words"), page.checkpoint().words()),
                new SummaryPage.Figure(labels.get("hash"), page.checkpoint().rootHash()),
                new SummaryPage.Figure(
                        labels.get("entries"), Long.toString(page.checkpoint().size()))));
        heading("verify");
        out.append("<p>")
                .append(label("verifyText"))
                .append("</p><pre dir=\"ltr\"><code>homeward verify .</code></pre>");
        heading("files");
        out.append("<ul>");
        page.files().forEach(this::file);
        return out.append("</ul></main></body></html>\n").toString();
    }

    private void head(SummaryPage page) {
        out.append("<!DOCTYPE html>\n<html lang=\"").append(labels.language()).append("\" dir=\"");
        out.append(labels.rightToLeft() ? "rtl" : "ltr").append("\"><head><meta charset=\"utf-8\">");
        // Nothing is fetched and nothing runs, even if a text got through as markup; the style is allowed by its
        // digest.
        out.append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-")
                .append(digest(STYLE))
                .append("'; base-uri 'none'; form-action 'none'\">");
        out.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>");
        out.append(label("summary"))
                .append(" · ")
                .append(SafeText.screen(page.caseNumber()))
                .append("</title>");
        out.append("<style>").append(STYLE).append("</style></head><body><main><h1>");
        out.append(label("summary")).append("</h1>");
        fact("case", page.caseNumber());
        fact("parties", page.parties().stream().map(SafeText::line).collect(Collectors.joining(" · ")));
        fact("generated", PageHtml.minute(page.generatedAt()));
    }

    private void bars(CountTable table) {
        long most = Math.max(
                1,
                table.lines().stream()
                        .flatMap(line -> line.persons().stream())
                        .mapToLong(Long::longValue)
                        .max()
                        .orElse(1));
        for (CountTable.Line line : table.lines()) {
            out.append("<section class=\"card\"><h3>").append(isolated(line.category()));
            if (!line.inBalance()) {
                out.append(" <small>(").append(label("outside")).append(")</small>");
            }
            out.append("</h3>");
            for (int side = 0; side < table.sides().size(); side++) {
                bar(table.sides().get(side), line.persons().get(side), most, side, line.inBalance());
            }
            out.append("</section>");
        }
        total("totalInside", table.sides(), table.insideBalance());
        total("totalOutside", table.sides(), table.outsideBalance());
        out.append("<p class=\"verdict\">")
                .append(label(table.balanced() ? "balanced" : "unbalanced"))
                .append("</p>");
    }

    private void bar(String side, long persons, long most, int number, boolean inBalance) {
        long width = Math.round((double) persons * BAR / most);
        // SVG does not follow the page's direction.
        long start = labels.rightToLeft() ? BAR - width : 0;
        out.append("<div class=\"bar\"><span>").append(isolated(side));
        out.append("</span><svg viewBox=\"0 0 ")
                .append(BAR)
                .append(" 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\">");
        out.append("<rect class=\"rail\" width=\"").append(BAR).append("\" height=\"10\"/>");
        out.append("<rect class=\"s")
                .append(number % 3)
                .append(inBalance ? "" : " out")
                .append("\" x=\"")
                .append(start);
        out.append("\" width=\"")
                .append(width)
                .append("\" height=\"10\"/></svg><b>")
                .append(persons)
                .append("</b></div>");
    }

    private void total(String key, List<String> sides, List<Long> persons) {
        out.append("<section class=\"card\"><h3>").append(label(key)).append("</h3>");
        for (int i = 0; i < sides.size(); i++) {
            out.append("<p>")
                    .append(isolated(sides.get(i)))
                    .append(": <b>")
                    .append(persons.get(i))
                    .append("</b></p>");
        }
        out.append("</section>");
    }

    private void signature(SignatureLine line) {
        out.append("<div class=\"item\"><h3>").append(isolated(line.party())).append("</h3>");
        fact("signers", line.signers().stream().map(SafeText::line).collect(Collectors.joining(" · ")));
        fact("signed", PageHtml.minute(line.signedAt()));
        out.append("<p>").append(label("key")).append(": <code>").append(isolated(line.keyFingerprint()));
        out.append("</code></p></div>");
    }

    private void file(ListedFile file) {
        out.append("<li class=\"item\"><p><a href=\"").append(link(file.path())).append("\">");
        out.append(isolated(file.path()))
                .append("</a> · ")
                .append(file.bytes())
                .append(' ')
                .append(label("bytes"));
        out.append("</p><p>SHA-256 <code>").append(isolated(file.sha256())).append("</code></p></li>");
    }

    private void facts(List<SummaryPage.Figure> facts) {
        out.append("<dl>");
        facts.forEach(f -> out.append("<dt>")
                .append(isolated(f.label()))
                .append("</dt><dd>")
                .append(isolated(f.value()))
                .append("</dd>"));
        out.append("</dl>");
    }

    private void fact(String key, String value) {
        out.append("<p>")
                .append(label(key))
                .append(": ")
                .append(isolated(value))
                .append("</p>");
    }

    private void heading(String key) {
        out.append("<h2>").append(label(key)).append("</h2>");
    }

    private String label(String key) {
        return SafeText.screen(labels.get(key));
    }

    /** Text whose direction is its own and does not touch its neighbours (HTML, bdi element). */
    private static String isolated(String text) {
        return "<bdi>" + SafeText.screen(text) + "</bdi>";
    }

    /** A link that stays in this folder whatever the path says: no scheme, no host, no way up. */
    private static String link(String path) {
        return Arrays.stream(path.split("/"))
                .filter(name -> !name.isEmpty() && !name.equals(".") && !name.equals(".."))
                .map(name -> URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("/", "./", ""));
    }

    private static String digest(String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
