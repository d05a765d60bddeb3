package org.homeward.node.exports;

import java.util.List;
import org.homeward.node.web.Text;
import org.jspecify.annotations.Nullable;

/** A filtered view that can be carried out as a file: its lines are those that the page shows under the same filter, all pages of it. */
public interface ExportView {
    /** What it is, as a short name. */
    String kind();

    /** Of what: enough to find the same view again; without names of persons. */
    String subject();

    /** Address of the page that shows the same lines. */
    String page();

    /** Its case, or null for a register of this side. */
    @Nullable
    String caseId();

    /** How many lines it has. */
    int size();

    /** The head of its columns. */
    List<String> head(Text text);

    /** Its lines, in the order of the page; a cell may be null. */
    List<List<@Nullable String>> lines(Text text);
}
