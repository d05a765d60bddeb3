package org.homeward.documents;

import java.util.List;
import java.util.stream.Collectors;

/** Lays the joint statement out for paper. */
final class ReconciliationHtml {
    private ReconciliationHtml() {}

    static String of(ReconciliationDocument d, Labels labels) {
        PageHtml page = new PageHtml(labels, labels.get("recon.title"), "list");
        page.frame(d.caseNumber(), d.handover(), d.digest());
        page.title(labels.get("recon.title"));
        page.fact("parties", d.parties().stream().map(SafeText::line).collect(Collectors.joining(" · ")));
        page.fact("generated", PageHtml.minute(d.generatedAt()));
        d.notes().forEach(n -> page.sentence(ReconciliationSheets.note(n, labels)));
        section(
                page,
                labels,
                "recon.counts",
                List.of(28, 18, 18, 18, 18),
                ReconciliationSheets.COUNTS,
                ReconciliationSheets.counts(d, labels));
        section(
                page,
                labels,
                "recon.cases",
                List.of(19, 9, 6, 16, 29, 21),
                ReconciliationSheets.CASES,
                ReconciliationSheets.caseRows(d, labels));
        section(
                page,
                labels,
                "recon.account",
                List.of(16, 18, 11, 11, 11, 11, 11, 11),
                ReconciliationSheets.ACCOUNT,
                ReconciliationSheets.accountRows(d, labels));
        section(
                page,
                labels,
                "recon.owed",
                List.of(16, 10, 24, 20, 30),
                ReconciliationSheets.OWED,
                ReconciliationSheets.owedRows(d, labels));
        page.heading("signatures");
        page.signing(
                List.of(30, 30, 40),
                List.of(labels.get("party"), labels.get("recon.name"), labels.get("recon.hand")),
                d.parties());
        return page.html();
    }

    private static void section(
            PageHtml page,
            Labels labels,
            String title,
            List<Integer> widths,
            List<String> keys,
            List<List<String>> rows) {
        page.heading(title);
        if (rows.isEmpty()) {
            page.sentence(labels.get("recon.none"));
        } else {
            page.rows(widths, keys.stream().map(labels::get).toList(), rows);
        }
    }
}
