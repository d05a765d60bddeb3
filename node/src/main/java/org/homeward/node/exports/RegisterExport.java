package org.homeward.node.exports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.homeward.node.intake.RegisterDesk;
import org.homeward.node.store.Registers.Kind;
import org.homeward.node.web.Text;
import org.jspecify.annotations.Nullable;

/** A register of this side as its page lists it, all pages of it. */
record RegisterExport(Kind register, List<RegisterDesk.Line> all) implements ExportView {
    static final String KIND = "register";

    static RegisterExport of(RegisterDesk desk, Kind register) {
        List<RegisterDesk.Line> lines = new ArrayList<>();
        RegisterDesk.Page page = desk.page(register, 0, -1);
        lines.addAll(page.lines());
        while (page.next().isPresent()) {
            RegisterDesk.Line last = page.next().get();
            page = desk.page(register, last.batch(), last.ordinal());
            lines.addAll(page.lines());
        }
        return new RegisterExport(register, List.copyOf(lines));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String subject() {
        return register.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String page() {
        return "/registers/" + register.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public @Nullable String caseId() {
        return null;
    }

    @Override
    public int size() {
        return all.size();
    }

    @Override
    public List<String> head(Text text) {
        List<String> head = new ArrayList<>(List.of(text.get("field.FULL_NAME")));
        RegisterDesk.shown().forEach(field -> head.add(text.get("field." + field.name())));
        head.add(text.get("field.ID"));
        return head;
    }

    @Override
    public List<List<@Nullable String>> lines(Text text) {
        List<List<@Nullable String>> lines = new ArrayList<>();
        for (RegisterDesk.Line line : all) {
            List<@Nullable String> cells = new ArrayList<>();
            cells.add(line.name());
            cells.addAll(line.facts());
            cells.add(line.key());
            lines.add(cells);
        }
        return lines;
    }
}
