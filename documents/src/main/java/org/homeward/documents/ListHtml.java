package org.homeward.documents;

import java.util.List;
import java.util.stream.Collectors;

/** Lays a list out for paper. */
final class ListHtml {
    static final List<String> COLUMNS = List.of("number", "original", "latin", "birth", "rank", "category", "reason");

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
        String parties = list.parties().stream().map(SafeText::line).collect(Collectors.joining(" · "));
        PageHtml page = new PageHtml(labels, list.title(), "list");
        page.frame(list.caseNumber(), list.documentNumber(), list.digest());
        page.besideCode(
                list.qrText(),
                () -> page.title(list.title())
                        .fact("parties", parties)
                        .fact("rule", list.countingRule())
                        .fact("generated", PageHtml.minute(list.generatedAt())));
        page.rows(
                WIDTHS,
                COLUMNS.stream().map(labels::get).toList(),
                list.rows().stream().map(ListHtml::cells).toList());
        page.heading("totals");
        page.pairs(
                40,
                list.totals().stream()
                        .map(total -> List.of(total.label(), Long.toString(total.count())))
                        .toList());
        return page.html();
    }
}
