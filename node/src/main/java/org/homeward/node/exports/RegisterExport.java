package org.homeward.node.exports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.homeward.node.dossier.Status;
import org.homeward.node.dossier.StatusDesk;
import org.homeward.node.dossier.StatusDesk.Sort;
import org.homeward.node.intake.RegisterDesk;
import org.homeward.node.store.Registers.Kind;
import org.homeward.node.web.Text;
import org.jspecify.annotations.Nullable;

/**
 * A register of this side as its page lists it, all pages of it.
 *
 * @param only people who have this status among theirs; null for all
 * @param gravest whether the gravest status comes first
 */
record RegisterExport(Kind register, @Nullable Status only, boolean gravest, List<RegisterDesk.Line> all)
        implements ExportView {
    static final String KIND = "register";

    /** @param subject as {@link #subject()} gives it: the register, and a status, and a sort, where there are such */
    static Optional<RegisterExport> of(RegisterDesk desk, StatusDesk statuses, String subject) {
        List<String> parts = List.of(subject.split(" "));
        Kind register = Kind.of(parts.getFirst()).orElseThrow();
        Status only = null;
        boolean gravest = false;
        for (String part : parts.subList(1, parts.size())) {
            Optional<Status> status = Arrays.stream(Status.values())
                    .filter(s -> s.name().equals(part))
                    .findFirst();
            if (status.isPresent()) {
                only = status.get();
            } else if (part.equals(Sort.GRAVEST.name())) {
                gravest = true;
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(new RegisterExport(
                register,
                only,
                gravest,
                only == null && !gravest ? whole(desk, register) : part(desk, statuses, register, only, gravest)));
    }

    private static List<RegisterDesk.Line> part(
            RegisterDesk desk, StatusDesk statuses, Kind register, @Nullable Status only, boolean gravest) {
        StatusDesk.Part part = statuses.part(
                register, Optional.ofNullable(only), gravest ? Sort.GRAVEST : Sort.TAKEN_IN, 0, Integer.MAX_VALUE);
        return desk.lines(register, part.keys());
    }

    private static List<RegisterDesk.Line> whole(RegisterDesk desk, Kind register) {
        RegisterDesk.Page page = desk.page(register, 0, -1);
        List<RegisterDesk.Line> lines = new ArrayList<>(page.lines());
        while (page.next().isPresent()) {
            RegisterDesk.Line last = page.next().get();
            page = desk.page(register, last.batch(), last.ordinal());
            lines.addAll(page.lines());
        }
        return List.copyOf(lines);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String subject() {
        return name() + (only == null ? "" : " " + only) + (gravest ? " " + Sort.GRAVEST : "");
    }

    private String name() {
        return register.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String page() {
        return "/registers/" + name() + "?status=" + (only == null ? "" : only)
                + (gravest ? "&sort=" + Sort.GRAVEST : "");
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
