package org.homeward.node.record;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.homeward.node.web.NotHere;
import org.homeward.node.web.Page;
import org.homeward.node.web.PageFrame;
import org.homeward.node.web.view.Reader;
import org.homeward.record.confirmed.ConfirmedRecord;
import org.homeward.record.confirmed.Conflicts;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.JsonNode;

/** The pages of the public record: paste, look at the draft, decide entry by entry, compare. */
@Controller
public final class RecordController {
    private final PageFrame frame;
    private final RecordDesk desk;

    public RecordController(PageFrame frame, RecordDesk desk) {
        this.frame = frame;
        this.desk = desk;
    }

    /**
     * An entry of a draft on its page.
     *
     * @param decided the line that confirmed or rejected it, or null
     */
    public record DraftRow(
            String id,
            String kind,
            String tier,
            String words,
            @Nullable LineRow decided) {}

    /**
     * A line of the record on its page.
     *
     * @param state confirmed, rejected, withdrawn (an entry that was), or withdrawal (the line that did it)
     */
    public record LineRow(long number, String by, String at, String kind, String state, String words, String reason) {}

    @GetMapping("/record")
    String record(HttpServletRequest request, Model model) {
        model.addAttribute("page", frame.of(request));
        model.addAttribute("articles", desk.articles());
        model.addAttribute("lines", rows(desk.lines()).reversed());
        return "record";
    }

    private static List<LineRow> rows(List<ConfirmedRecord.Line> lines) {
        List<Long> standing = ConfirmedEntries.standing(lines).stream()
                .map(ConfirmedRecord.Line::number)
                .toList();
        List<LineRow> rows = new ArrayList<>();
        for (ConfirmedRecord.Line line : lines) {
            JsonNode all = ConfirmedEntries.JSON.readTree(line.entry());
            String kind = all.path("kind").asString("");
            String state = kind.equals(ConfirmedEntries.REJECTED)
                    ? "rejected"
                    : kind.equals(ConfirmedEntries.WITHDRAWN)
                            ? "withdrawal"
                            : standing.contains(line.number()) ? "confirmed" : "withdrawn";
            String words = state.equals("withdrawal")
                    ? "№ " + all.path("number").asLong()
                            + (all.path("with").isNumber()
                                    ? " → № " + all.path("with").asLong()
                                    : "")
                    : ConfirmedEntries.summary(all);
            rows.add(new LineRow(
                    line.number(),
                    all.path("by").asString(""),
                    all.path("at").asString(""),
                    kind,
                    state,
                    words,
                    all.path("reason").asString("")));
        }
        return rows;
    }

    @PostMapping("/record")
    String take(
            @RequestParam(defaultValue = "") String published,
            @RequestParam(defaultValue = "") String outlet,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            RedirectAttributes next)
            throws IOException {
        requireActs(reader);
        byte[] bytes = file == null || file.isEmpty()
                ? text.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8)
                : file.getBytes();
        String name = outlet.length() > 120 ? outlet.substring(0, 120) : outlet;
        return after(
                desk.take(bytes, day(published), name), "record.read", "/record/articles/", "/record", request, next);
    }

    private String after(
            RecordDesk.Outcome outcome,
            String good,
            String to,
            String back,
            HttpServletRequest request,
            RedirectAttributes next) {
        var text = frame.text(request);
        return switch (outcome) {
            case RecordDesk.Outcome.Ok(String where) -> {
                next.addFlashAttribute("notice", new Page.Notice(true, text.get(good), null));
                yield "redirect:" + to + (to.endsWith("/") ? where : "");
            }
            case RecordDesk.Outcome.Refused(String sentence) -> {
                next.addFlashAttribute("notice", new Page.Notice(false, text.get("record.refused"), sentence));
                yield "redirect:" + back;
            }
        };
    }

    private static @Nullable LocalDate day(String written) {
        try {
            return LocalDate.parse(written);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    @GetMapping("/record/articles/{sha}")
    String article(@PathVariable String sha, HttpServletRequest request, Model model) {
        RecordDesk.Kept kept = desk.article(sha).orElseThrow(NotHere::new);
        JsonNode draft = RecordDesk.draft(kept.article());
        List<ConfirmedRecord.Line> lines = desk.lines();
        List<LineRow> rows = rows(lines);
        List<DraftRow> entries = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : RecordDesk.entries(draft)) {
            ConfirmedRecord.Line line = ConfirmedEntries.decision(lines, sha, entry.getValue());
            entries.add(new DraftRow(
                    entry.getValue().path("id").asString(""),
                    entry.getKey(),
                    Marked.tier(entry.getValue()),
                    ConfirmedEntries.what(entry.getKey(), entry.getValue()),
                    line == null ? null : rows.get((int) line.number() - 1)));
        }
        List<String> differences = new ArrayList<>();
        draft.path("differences")
                .forEach(d -> differences.add(d.path("sentence").asString("")));
        model.addAttribute("page", frame.of(request));
        model.addAttribute("kept", kept);
        model.addAttribute("language", draft.path("language").asString("en"));
        model.addAttribute("pieces", Marked.pieces(kept.article().text(), draft));
        model.addAttribute("entries", entries);
        model.addAttribute("differences", differences);
        return "record-article";
    }

    @PostMapping("/record/articles/{sha}/entries/{id}")
    String decide(
            @PathVariable String sha,
            @PathVariable String id,
            @RequestParam String decision,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            RedirectAttributes next)
            throws IOException {
        requireActs(reader);
        boolean confirm = decision.equals("confirm");
        if (!confirm && !decision.equals("reject")) {
            throw new NotHere();
        }
        String page = "/record/articles/" + (sha.matches(RecordDesk.SHA) ? sha : "none");
        return after(
                desk.decide(sha, id, confirm, reader.name()),
                confirm ? "record.confirmed" : "record.rejected",
                page,
                page,
                request,
                next);
    }

    @PostMapping("/record/lines/{number}/withdraw")
    String withdraw(
            @PathVariable long number,
            @RequestParam(required = false) @Nullable Long with,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            RedirectAttributes next)
            throws IOException {
        requireActs(reader);
        return after(
                desk.withdraw(number, with, reason, reader.name()),
                "record.withdrawn",
                "/record",
                "/record",
                request,
                next);
    }

    @GetMapping("/record/compare")
    String compare(HttpServletRequest request, Model model) {
        List<ConfirmedRecord.Line> standing = ConfirmedEntries.standing(desk.lines());
        var keys = standing.stream()
                .flatMap(line -> ConfirmedEntries.keys(line).stream())
                .toList();
        model.addAttribute("page", frame.of(request));
        model.addAttribute("conflicts", Conflicts.among(keys));
        model.addAttribute(
                "calendar",
                keys.stream()
                        .filter(k -> k.kind().equals("talks"))
                        .sorted(java.util.Comparator.comparing(k ->
                                k.field().equals("date") ? k.value() : k.event().toString()))
                        .toList());
        return "record-compare";
    }

    @GetMapping("/record/exchanges")
    String exchanges(HttpServletRequest request, Model model) {
        model.addAttribute("page", frame.of(request));
        model.addAttribute("data", desk.exchanges().orElse(null));
        return "record-exchanges";
    }

    @PostMapping("/record/exchanges")
    String takeExchanges(
            @RequestParam MultipartFile file,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            RedirectAttributes next)
            throws IOException {
        requireActs(reader);
        return after(
                desk.exchanges(file.getBytes()),
                "record.read",
                "/record/exchanges",
                "/record/exchanges",
                request,
                next);
    }

    private static void requireActs(Reader reader) {
        if (!reader.acts()) {
            throw new AccessDeniedException("this role decides nothing of the record");
        }
    }
}
