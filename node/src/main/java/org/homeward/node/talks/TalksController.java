package org.homeward.node.talks;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.homeward.documents.MinutesDocument;
import org.homeward.node.talks.TalksDesk.Talks;
import org.homeward.node.web.NotHere;
import org.homeward.node.web.Page;
import org.homeward.node.web.PageFrame;
import org.homeward.node.web.view.CaseQueries;
import org.homeward.node.web.view.NodeFace;
import org.homeward.node.web.view.Reader;
import org.homeward.node.web.view.StepKind;
import org.homeward.talks.Act;
import org.homeward.talks.Entry;
import org.homeward.talks.Minutes;
import org.homeward.talks.Remaining;
import org.homeward.talks.TalksState;
import org.homeward.talks.TextVersion;
import org.homeward.talks.View;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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

/** The pages on which talks are read, their minutes, and the files in which they leave the agency and arrive at a bureau. */
@Controller
public final class TalksController {
    /** So many of the newest entries are named on the first page. */
    private static final int NEWEST = 20;

    private final PageFrame frame;
    private final TalksDesk desk;
    private final CaseQueries cases;
    private final NodeFace node;

    public TalksController(PageFrame frame, TalksDesk desk, CaseQueries cases, NodeFace node) {
        this.frame = frame;
        this.desk = desk;
        this.cases = cases;
        this.node = node;
    }

    @GetMapping("/talks")
    String all(HttpServletRequest request, Model model) {
        Page page = frame.of(request);
        model.addAttribute("page", page);
        model.addAttribute("all", desk.all());
        return "talks-list";
    }

    @GetMapping("/talks/{id}")
    String overview(@PathVariable String id, HttpServletRequest request, Model model) {
        Talks talks = show(id, request, model);
        model.addAttribute("others", talks.own() ? TalksDesk.others(talks) : List.of());
        model.addAttribute("readers", readers(talks));
        model.addAttribute(
                "newest",
                talks.own()
                        ? talks.view().entries().reversed().stream()
                                .limit(NEWEST)
                                .toList()
                        : List.of());
        return "talks";
    }

    @GetMapping("/talks/{id}/issues")
    String issues(@PathVariable String id, HttpServletRequest request, Model model) {
        Talks talks = show(id, request, model);
        model.addAttribute("seenBy", EntryNotes.seenBy(talks.view().entries()));
        return "talks-issues";
    }

    @GetMapping("/talks/{id}/text")
    String text(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Integer from,
            @RequestParam(required = false) @Nullable Integer to,
            HttpServletRequest request,
            Model model) {
        Talks talks = show(id, request, model);
        List<TextVersion> versions = talks.view().state().versions();
        TextVersion one = from == null ? null : version(talks, from);
        TextVersion other = to == null ? null : version(talks, to);
        model.addAttribute("versions", versions);
        model.addAttribute("from", one);
        model.addAttribute("to", other);
        model.addAttribute("changes", one == null || other == null ? null : one.changesTo(other));
        // Terms are laid on the table of a case that has none yet.
        model.addAttribute(
                "cases",
                talks.own()
                        ? cases.cases().stream()
                                .filter(c -> c.now() == StepKind.PROPOSE_TERMS)
                                .map(c -> c.id())
                                .toList()
                        : List.of());
        return "talks-text";
    }

    private static TextVersion version(Talks talks, int number) {
        return talks.view().state().version(number).orElseThrow(NotHere::new);
    }

    @GetMapping("/talks/{id}/remaining")
    String remaining(@PathVariable String id, HttpServletRequest request, Model model) {
        Talks talks = show(id, request, model);
        LocalDate today = LocalDate.ofInstant(desk.now(), ZoneOffset.UTC);
        model.addAttribute("items", Remaining.of(talks.view().state(), today));
        return "talks-remaining";
    }

    private Talks show(String id, HttpServletRequest request, Model model) {
        Talks talks = desk.find(id).orElseThrow(NotHere::new);
        Page page = frame.of(request);
        model.addAttribute("page", page);
        model.addAttribute("talks", talks);
        model.addAttribute("say", new Say(page.text().language(), talks.view().state()));
        return talks;
    }

    /** Whom minutes can be printed for, besides all parties: the agency's people for anybody, a bureau's for their own side. */
    private List<String> readers(Talks talks) {
        Act.ProcessOpened process = talks.view().state().process();
        if (process == null || !talks.own()) {
            return List.of(node.id());
        }
        List<String> readers = new ArrayList<>(process.parties());
        readers.addAll(process.observers());
        readers.add(process.mediator());
        return readers;
    }

    /**
     * The minutes of a day in one language or two.
     *
     * @param to whom they are for, as he may see it; empty for what every party may see, since minutes are handed to all
     */
    @GetMapping("/talks/{id}/minutes")
    ResponseEntity<byte[]> minutes(
            @PathVariable String id,
            @RequestParam int round,
            @RequestParam int day,
            @RequestParam String one,
            @RequestParam(required = false) @Nullable String other,
            @RequestParam(defaultValue = "") String to) {
        Talks talks = desk.find(id).orElseThrow(NotHere::new);
        if (!to.isEmpty() && !readers(talks).contains(to)) {
            throw new NotHere();
        }
        List<Entry> entries = talks.view().entries();
        TalksState state = to.isEmpty()
                ? View.common(entries).state()
                : talks.own() ? View.of(entries, to).state() : talks.view().state();
        List<MinutesDocument.Column> columns = new ArrayList<>();
        for (@Nullable String language : new @Nullable String[] {one, other}) {
            if (language == null || (!columns.isEmpty() && language.equals(one))) {
                continue;
            }
            if (!Minutes.LANGUAGES.contains(language)) {
                throw new NotHere();
            }
            Optional<Minutes> minutes = Minutes.of(state, round, day, language);
            columns.add(new MinutesDocument.Column(
                    Locale.of(language),
                    minutes.orElseThrow(NotHere::new).lines().stream()
                            .map(l -> new MinutesDocument.Line(l.level(), l.text()))
                            .toList()));
        }
        byte[] pdf = new MinutesDocument(
                        id,
                        round + "/" + day,
                        columns,
                        talks.view().entries().getLast().at())
                .pdf();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename("minutes-" + round + "-" + day + ".pdf")
                                .build()
                                .toString())
                .body(pdf);
    }

    /** What a participant may see, as the file that the agency hands over; nothing else of the talks leaves this node. */
    @GetMapping("/talks/{id}/views/{who}")
    ResponseEntity<byte[]> release(
            @PathVariable String id, @PathVariable String who, @AuthenticationPrincipal Reader reader) {
        requireActs(reader);
        byte[] file = desk.release(id, who).orElseThrow(NotHere::new).bytes();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("talks-" + id + "-" + who + ".json")
                                .build()
                                .toString())
                .body(file);
    }

    @PostMapping("/talks/received")
    String take(
            @RequestParam MultipartFile file,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            RedirectAttributes next)
            throws IOException {
        requireActs(reader);
        if (node.agency()) {
            throw new NotHere();
        }
        var text = frame.text(request);
        TalksDesk.Taken taken = file.getSize() > TalksDesk.LARGEST_VIEW
                ? new TalksDesk.Taken.Refused("The file is too large for one of talks.")
                : desk.take(file.getBytes());
        return switch (taken) {
            case TalksDesk.Taken.Ok(String id) -> {
                next.addFlashAttribute("notice", new Page.Notice(true, text.get("talks.taken"), null));
                yield "redirect:/talks/" + id;
            }
            case TalksDesk.Taken.Refused(String sentence) -> {
                next.addFlashAttribute("notice", new Page.Notice(false, text.get("talks.refused"), sentence));
                yield "redirect:/talks";
            }
        };
    }

    static void requireActs(Reader reader) {
        if (!reader.acts()) {
            throw new AccessDeniedException("this role enters and releases no talks");
        }
    }

    /** Who may see an entry, by the id of a position. */
    static final class EntryNotes {
        private EntryNotes() {}

        static Map<String, List<String>> seenBy(List<Entry> entries) {
            Map<String, List<String>> seen = new java.util.HashMap<>();
            for (Entry entry : entries) {
                if (entry.act() instanceof Act.PositionStated position) {
                    seen.put(position.id(), entry.seenBy());
                }
            }
            return seen;
        }
    }
}
