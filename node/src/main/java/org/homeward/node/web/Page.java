package org.homeward.node.web;

import org.homeward.node.web.view.NodeFace;
import org.homeward.node.web.view.Reader;
import org.jspecify.annotations.Nullable;

/**
 * The frame around every page.
 *
 * @param reader who looks at it, or null before anybody signed in
 * @param csrf token for the page's forms; empty where it has none
 * @param path of this page with its question mark and parameters but the language, ready for {@code lang=} to follow
 * @param styles address of the style sheet
 * @param script address of the one script, which asks a passkey
 * @param notice what became of the act before this page, or null
 */
public record Page(
        Text text,
        NodeFace node,
        @Nullable Reader reader,
        String csrf,
        String path,
        String styles,
        String script,
        @Nullable Notice notice) {
    /**
     * A notice at the head of a page.
     *
     * @param good whether the act went through
     * @param detail more of it, in English, or null
     */
    public record Notice(
            boolean good, String message, @Nullable String detail) {}

    /** Whether the reader may take registers in here. */
    public boolean takesIn() {
        return reader != null && reader.takesIn() && !node.agency();
    }

    /** Whether the reader may see the talks. */
    public boolean talks() {
        return reader != null
                && java.util.List.of("LIST_OFFICER", "HEAD", "SECRETARY", "AUDITOR")
                        .contains(reader.role());
    }

    /** Whether the reader speaks with families, and sees nothing of cases and registers. */
    public boolean liaison() {
        return reader != null && reader.role().equals("LIAISON");
    }

    /** Whether the reader may see what families are told. */
    public boolean families() {
        return reader != null && !node.agency() && (liaison() || reader.role().equals("HEAD"));
    }

    /** Whether the reader may start a step and sign. */
    public boolean acts() {
        return reader != null && reader.acts();
    }
}
