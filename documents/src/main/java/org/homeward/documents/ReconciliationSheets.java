package org.homeward.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.MissingResourceException;
import java.util.stream.Collectors;

/** The statement's cells and sentences, for paper, spreadsheets and reading aloud alike. */
final class ReconciliationSheets {
    static final List<String> COUNTS =
            List.of("recon.what", "recon.returnsTo", "recon.planned", "recon.handedOver", "recon.receivedCount");
    static final List<String> CASES =
            List.of("recon.kind", "recon.returnsTo", "number", "recon.subject", "recon.detail", "recon.standing");
    static final List<String> ACCOUNT = List.of(
            "recon.returnsTo",
            "category",
            "recon.planned",
            "recon.received",
            "recon.filled",
            "recon.settled",
            "recon.owedCount",
            "recon.beyond");
    static final List<String> OWED =
            List.of("recon.returnsTo", "number", "recon.subject", "category", "recon.standing");

    private ReconciliationSheets() {}

    static List<List<String>> counts(ReconciliationDocument d, Labels labels) {
        return d.counts().stream()
                .map(c -> List.of(
                        word("what", c.what(), labels),
                        c.returnsTo(),
                        c.planned(),
                        counted(c.handedOver(), labels),
                        counted(c.received(), labels)))
                .toList();
    }

    private static String counted(String figure, Labels labels) {
        return figure.isEmpty() ? labels.get("recon.notCounted") : figure;
    }

    static List<List<String>> caseRows(ReconciliationDocument d, Labels labels) {
        return d.cases().stream()
                .map(c -> List.of(
                        word("kind", c.kind(), labels),
                        c.returnsTo(),
                        c.number(),
                        c.subject(),
                        c.detail(),
                        standing(c, labels)))
                .toList();
    }

    private static String standing(ReconciliationDocument.CaseRow c, Labels labels) {
        String standing = word("standing", c.standing(), labels);
        return c.outcome().isEmpty() ? standing : standing + ": " + word("outcome", c.outcome(), labels);
    }

    static List<List<String>> accountRows(ReconciliationDocument d, Labels labels) {
        return d.account().stream()
                .map(a -> List.of(
                        a.returnsTo(),
                        word("category", a.category(), labels),
                        Long.toString(a.planned()),
                        Long.toString(a.received()),
                        Long.toString(a.filled()),
                        Long.toString(a.settled()),
                        Long.toString(a.owed()),
                        Long.toString(a.beyond())))
                .toList();
    }

    static List<List<String>> owedRows(ReconciliationDocument d, Labels labels) {
        return d.owed().stream()
                .map(o -> List.of(
                        o.returnsTo(),
                        o.number(),
                        o.token(),
                        word("category", o.category(), labels),
                        labels.get(o.agreed() ? "recon.agreed" : "recon.standing.OPEN")))
                .toList();
    }

    /** A constant in the reader's language; as it is where no bundle knows it. */
    private static String word(String group, String constant, Labels labels) {
        try {
            return labels.get("recon." + group + "." + constant.replace(' ', '_'));
        } catch (MissingResourceException unknown) {
            return constant;
        }
    }

    static String note(ReconciliationDocument.Note note, Labels labels) {
        return word("note", note.code(), labels) + ": " + note.about();
    }

    static String cases(ReconciliationDocument d, Labels labels) {
        StringBuilder out = new StringBuilder("\uFEFF");
        ListCsv.row(out, CASES.stream().map(labels::get).toList());
        caseRows(d, labels).forEach(row -> ListCsv.row(out, row));
        return out.toString();
    }

    static String account(ReconciliationDocument d, Labels labels) {
        StringBuilder out = new StringBuilder("\uFEFF");
        ListCsv.row(out, ACCOUNT.stream().map(labels::get).toList());
        accountRows(d, labels).forEach(row -> ListCsv.row(out, row));
        ListCsv.row(out, List.of());
        ListCsv.row(out, OWED.stream().map(labels::get).toList());
        owedRows(d, labels).forEach(row -> ListCsv.row(out, row));
        return out.toString();
    }

    static String text(ReconciliationDocument d, Labels labels) {
        List<String> lines = new ArrayList<>();
        lines.add(labels.get("recon.title"));
        lines.add(labels.get("case") + ": " + d.caseNumber() + " · " + d.handover());
        lines.add(labels.get("parties") + ": " + String.join(" · ", d.parties()));
        lines.add(labels.get("digest") + ": " + d.digest());
        d.notes().forEach(n -> lines.add(note(n, labels)));
        section(lines, "recon.counts", COUNTS, counts(d, labels), labels);
        section(lines, "recon.cases", CASES, caseRows(d, labels), labels);
        section(lines, "recon.account", ACCOUNT, accountRows(d, labels), labels);
        section(lines, "recon.owed", OWED, owedRows(d, labels), labels);
        return lines.stream().map(SafeText::line).collect(Collectors.joining("\n", "", "\n"));
    }

    /** One line a row, every value with its word, so that it can be read aloud. */
    private static void section(
            List<String> lines, String title, List<String> keys, List<List<String>> rows, Labels labels) {
        lines.add("");
        lines.add(labels.get(title) + ":");
        if (rows.isEmpty()) {
            lines.add("– " + labels.get("recon.none"));
        }
        for (List<String> row : rows) {
            List<String> said = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                if (!row.get(i).isEmpty()) {
                    said.add(labels.get(keys.get(i)) + " " + row.get(i));
                }
            }
            lines.add("– " + String.join("; ", said));
        }
    }
}
