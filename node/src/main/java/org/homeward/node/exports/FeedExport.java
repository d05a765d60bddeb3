package org.homeward.node.exports;

import java.util.List;
import org.homeward.node.intake.RegisterDesk;
import org.homeward.node.store.Registers.Kind;
import org.homeward.node.web.Text;
import org.jspecify.annotations.Nullable;

/**
 * A register as a person's programs read it, row by row and as it grows. What is allowed is reading for some time and no file, so it has no
 * lines of its own.
 *
 * @param size rows when it was asked for
 */
record FeedExport(Kind register, int size) implements ExportView {
    static final String KIND = "feed";

    static FeedExport of(RegisterDesk desk, Kind register) {
        return new FeedExport(register, desk.size(register).rows());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String subject() {
        return register.word();
    }

    @Override
    public String page() {
        return "/registers/" + subject();
    }

    @Override
    public @Nullable String caseId() {
        return null;
    }

    @Override
    public boolean carried() {
        return false;
    }

    @Override
    public List<String> head(Text text) {
        return List.of();
    }

    @Override
    public List<List<@Nullable String>> lines(Text text) {
        return List.of();
    }
}
