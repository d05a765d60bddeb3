package org.homeward.node.exports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.homeward.node.web.Text;
import org.homeward.node.web.view.CaseQueries;
import org.homeward.node.web.view.ListView;
import org.jspecify.annotations.Nullable;

/** The list of those whom a party seeks, under a filter, with the answers. */
record ListExport(String caseId, String party, @Nullable String filter, List<ListView.Line> all) implements ExportView {
    static final String KIND = "list";

    /** Empty where there is no such list. */
    static Optional<ListExport> of(CaseQueries queries, String caseId, String party, @Nullable String filter) {
        return queries.list(caseId, party, 1, filter).map(first -> {
            List<ListView.Line> lines = new ArrayList<>(first.lines());
            for (int page = 2; page <= first.pages(); page++) {
                queries.list(caseId, party, page, filter).ifPresent(view -> lines.addAll(view.lines()));
            }
            return new ListExport(caseId, party, first.filter(), List.copyOf(lines));
        });
    }

    /** The same view, found again by its subject. */
    static Optional<ListExport> of(CaseQueries queries, String subject) {
        String[] parts = subject.split(" ");
        return parts.length < 2 || parts.length > 3
                ? Optional.empty()
                : of(queries, parts[0], parts[1], parts.length == 3 ? parts[2] : null);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String subject() {
        return caseId + " " + party + (filter == null ? "" : " " + filter);
    }

    @Override
    public String page() {
        return "/cases/" + caseId + "/lists/" + party + (filter == null ? "" : "?reply=" + filter);
    }

    @Override
    public int size() {
        return all.size();
    }

    @Override
    public List<String> head(Text text) {
        return List.of(
                text.get("list.number"),
                text.get("list.line"),
                text.get("list.name"),
                text.get("list.birth"),
                text.get("list.rank"),
                text.get("list.reply"),
                text.get("list.nameAsHeld"),
                text.get("list.state"));
    }

    @Override
    public List<List<@Nullable String>> lines(Text text) {
        List<List<@Nullable String>> lines = new ArrayList<>();
        for (ListView.Line line : all) {
            String reply = line.reply();
            lines.add(Arrays.asList(
                    String.valueOf(line.number()),
                    line.line(),
                    line.name(),
                    line.birth(),
                    line.rank(),
                    reply == null ? null : text.named("reply", reply, reply),
                    line.nameAsHeld(),
                    text.get("state." + line.state())));
        }
        return lines;
    }
}
