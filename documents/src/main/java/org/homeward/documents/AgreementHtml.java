package org.homeward.documents;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Lays an agreement out for paper. */
final class AgreementHtml {
    private AgreementHtml() {}

    static String of(AgreementDocument agreement, Labels labels) {
        PageHtml page = new PageHtml(labels, labels.get("agreement"), "body");
        page.frame(agreement.caseNumber(), agreement.version(), agreement.digest());
        page.title(labels.get("agreement"));
        page.fact("case", agreement.caseNumber());
        page.fact("parties", agreement.parties().stream().map(SafeText::line).collect(Collectors.joining(" · ")));
        page.fact("date", PageHtml.minute(agreement.agreedAt()));

        page.heading("terms");
        List<String> terms = agreement.terms();
        page.pairs(
                6,
                IntStream.range(0, terms.size())
                        .mapToObj(i -> List.of(Integer.toString(i + 1), terms.get(i)))
                        .toList());

        page.heading("counts");
        counts(page, CountTable.of(agreement.counts()), labels);

        page.heading("signatures");
        page.rows(
                List.of(19, 26, 31, 24),
                List.of(labels.get("party"), labels.get("signers"), labels.get("key"), labels.get("signed")),
                agreement.signatures().stream()
                        .map(line -> List.of(
                                line.party(),
                                String.join(" · ", line.signers()),
                                line.keyFingerprint(),
                                PageHtml.minute(line.signedAt())))
                        .toList());

        page.heading("checkpoint");
        page.pairs(
                30,
                List.of(
                        List.of(labels.get("words"), agreement.checkpoint().words()),
                        List.of(labels.get("hash"), agreement.checkpoint().rootHash()),
                        List.of(
                                labels.get("entries"),
                                Long.toString(agreement.checkpoint().size())),
                        List.of(labels.get("digest"), agreement.digest())));
        return page.html();
    }

    private static void counts(PageHtml page, CountTable table, Labels labels) {
        int side = 60 / Math.max(1, table.sides().size());
        List<Integer> widths =
                new ArrayList<>(List.of(100 - side * table.sides().size()));
        widths.addAll(Collections.nCopies(table.sides().size(), side));
        List<List<String>> rows = new ArrayList<>();
        for (CountTable.Line line : table.lines()) {
            String outside = line.inBalance() ? "" : " (" + labels.get("outside") + ")";
            rows.add(row(line.category() + outside, line.persons()));
        }
        rows.add(row(labels.get("totalInside"), table.insideBalance()));
        rows.add(row(labels.get("totalOutside"), table.outsideBalance()));
        List<String> head = new ArrayList<>(List.of(labels.get("category")));
        head.addAll(table.sides());
        page.rows(widths, head, rows);
        page.sentence(labels.get(table.balanced() ? "balanced" : "unbalanced"));
    }

    private static List<String> row(String label, List<Long> persons) {
        List<String> cells = new ArrayList<>(List.of(label));
        persons.forEach(count -> cells.add(Long.toString(count)));
        return cells;
    }
}
