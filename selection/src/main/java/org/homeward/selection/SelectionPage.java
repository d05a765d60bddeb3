package org.homeward.selection;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import org.homeward.selection.SelectionOutcome.CutOff;
import org.homeward.selection.SelectionOutcome.Proposal;

/** A proposal as one page to print and sign: one HTML file that loads nothing, in the reader's language. Names nobody but by id. */
public final class SelectionPage {
    /** The languages of the page; Arabic runs from right to left. */
    public static final List<Locale> LANGUAGES =
            List.of(Locale.ENGLISH, Locale.of("uk"), Locale.of("ru"), Locale.of("ar"));

    private static final String STYLE = """
            body{font-family:"Noto Sans","Noto Sans Arabic",sans-serif;margin:2rem;line-height:1.4}
            table{border-collapse:collapse;margin-block:1rem;inline-size:100%}
            th,td{border:1px solid #888;padding:.2rem .5rem;text-align:start;vertical-align:top}
            code{overflow-wrap:anywhere}.n{text-align:end}.sign{block-size:3rem}
            h2{break-after:avoid}tr{break-inside:avoid}
            """;

    private final SelectionTerms terms;
    private final List<Candidate> persons;
    private final Proposal proposal;
    private final ResourceBundle words;
    private final StringBuilder html = new StringBuilder();

    private SelectionPage(SelectionTerms terms, List<Candidate> persons, Proposal proposal, Locale language) {
        this.terms = terms;
        this.persons = persons;
        this.proposal = proposal;
        words = ResourceBundle.getBundle(
                "org.homeward.selection.Page",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The page in one of {@link #LANGUAGES}. */
    public static String html(SelectionTerms terms, List<Candidate> persons, Proposal proposal, Locale language) {
        SelectionPage page = new SelectionPage(terms, persons, proposal, language);
        page.write(language);
        return page.html.toString();
    }

    private void write(Locale language) {
        String direction = language.getLanguage().equals("ar") ? "rtl" : "ltr";
        html.append("<!DOCTYPE html>\n<html lang=\"")
                .append(language.getLanguage())
                .append("\" dir=\"")
                .append(direction)
                .append("\">\n<head><meta charset=\"utf-8\"><title>")
                .append(escaped(word("title")))
                .append("</title><style>\n")
                .append(STYLE)
                .append("</style></head>\n<body>\n");
        element("h1", word("title"));
        element("p", word("terms", terms.id(), terms.date().toString()));
        element("p", terms.countingRule());
        element("p", word(proposal.audit().proven() ? "proven" : "notProven"));
        balance();
        clauses();
        cutOffs();
        lists();
        proof();
        html.append("</body>\n</html>\n");
    }

    private void balance() {
        Set<String> outside = new HashSet<>(proposal.outside());
        head("balance", "side", "inBalance", "outside", "all");
        proposal.lists().forEach((side, ids) -> {
            long out = ids.stream().filter(outside::contains).count();
            row(side, ids.size() - out, out, ids.size());
        });
        html.append("</table>\n");
    }

    private void clauses() {
        List<String> ids = new ArrayList<>();
        proposal.lists().values().forEach(ids::addAll);
        Map<String, Long> sums = IndependentChecker.sums(terms, persons, ids);
        head("clauses", "clause", "text", "sum");
        for (Clause clause : terms.clauses()) {
            Long sum = sums.get(clause.id());
            row(clause.id(), clause.text(), sum == null ? "" : sum);
        }
        html.append("</table>\n");
    }

    private void cutOffs() {
        head("cutOffs", "side", "clauses", "in", "out", "days");
        for (CutOff cut : proposal.cutOffs()) {
            Long days = cut.daysHeld();
            row(cut.side(), String.join(", ", cut.clauses()), cut.in(), cut.out(), days == null ? "" : days);
        }
        html.append("</table>\n");
    }

    private void lists() {
        Set<String> outside = new HashSet<>(proposal.outside());
        Map<String, Integer> days =
                DayPlan.of(terms, persons, proposal.lists(), proposal.outside()).days();
        proposal.lists().forEach((side, ids) -> {
            html.append("<h2>").append(escaped(word("list", side))).append("</h2>\n<table><tr>");
            for (String name : days.isEmpty() ? List.of("place", "id", "why") : List.of("place", "id", "day", "why")) {
                html.append("<th>").append(escaped(word(name))).append("</th>");
            }
            html.append("</tr>\n");
            int place = 0;
            for (String id : ids) {
                String why = word(outside.contains(id) ? "why.outside" : "why.in");
                Integer day = days.get(id);
                if (days.isEmpty()) {
                    row(++place, id, why);
                } else {
                    row(++place, id, day == null ? "" : day, why);
                }
            }
            html.append("</table>\n");
        });
    }

    private void proof() {
        SelectionOutcome.Audit audit = proposal.audit();
        html.append("<h2>").append(escaped(word("proof"))).append("</h2>\n");
        element("p", word("check"));
        html.append("<table>\n");
        coded("input", audit.inputHash());
        coded("listHash", audit.listHash());
        coded("reserveHash", audit.reserveHash());
        coded("seed", audit.seed());
        coded("class", audit.termsClass());
        coded("algorithm", audit.algorithm());
        html.append("</table>\n<h2>").append(escaped(word("signatures"))).append("</h2>\n<table>\n");
        List<String> signers = new ArrayList<>(terms.sides());
        signers.add(word("mediator"));
        signers.sort(Comparator.comparing(s -> s.equals(word("mediator"))));
        for (String signer : signers) {
            html.append("<tr><td>").append(escaped(signer)).append("</td><td class=\"sign\"></td></tr>\n");
        }
        html.append("</table>\n");
    }

    private void coded(String name, String value) {
        html.append("<tr><td>")
                .append(escaped(word(name)))
                .append("</td><td><code dir=\"ltr\">")
                .append(escaped(value))
                .append("</code></td></tr>\n");
    }

    private void head(String title, String... columns) {
        html.append("<h2>").append(escaped(word(title))).append("</h2>\n<table><tr>");
        for (String column : columns) {
            html.append("<th>").append(escaped(word(column))).append("</th>");
        }
        html.append("</tr>\n");
    }

    private void row(Object... cells) {
        html.append("<tr>");
        for (Object cell : cells) {
            html.append(cell instanceof Number ? "<td class=\"n\">" : "<td><bdi>")
                    .append(escaped(cell.toString()))
                    .append(cell instanceof Number ? "</td>" : "</bdi></td>");
        }
        html.append("</tr>\n");
    }

    private void element(String tag, String text) {
        html.append('<')
                .append(tag)
                .append('>')
                .append(escaped(text))
                .append("</")
                .append(tag)
                .append(">\n");
    }

    private String word(String key, Object... values) {
        String pattern = words.getString(key);
        return values.length == 0 ? pattern : new MessageFormat(pattern, Locale.ROOT).format(values);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
