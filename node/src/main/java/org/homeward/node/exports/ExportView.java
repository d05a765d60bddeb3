package org.homeward.node.exports;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.homeward.node.web.Text;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonSerialize;

/** A filtered view that can be carried out as a file: its lines are those that the page shows under the same filter, all pages of it. */
@JsonSerialize(as = ExportView.class)
public interface ExportView {
    /** What it is, as a short name. */
    @JsonProperty
    String kind();

    /** Of what: enough to find the same view again; without names of persons. */
    @JsonProperty
    String subject();

    /** Address of the page that shows the same lines. */
    @JsonProperty
    String page();

    /** Its case, or null for a register of this side. */
    @JsonProperty
    @Nullable
    String caseId();

    /** How many lines it has. */
    @JsonProperty
    int size();

    /** Whether it is carried out as a file; else it is read by programs for as long as a copy could be taken. */
    @JsonProperty
    default boolean carried() {
        return true;
    }

    /** The head of its columns. */
    List<String> head(Text text);

    /** Its lines, in the order of the page; a cell may be null. */
    List<List<@Nullable String>> lines(Text text);
}
