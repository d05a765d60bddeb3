package org.homeward.node.talks;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.homeward.node.desk.CaseTerms;
import org.homeward.node.web.NotHere;
import org.homeward.node.web.Page;
import org.homeward.node.web.PageFrame;
import org.homeward.node.web.view.ActionResult;
import org.homeward.node.web.view.CaseActions;
import org.homeward.node.web.view.CaseQueries;
import org.homeward.node.web.view.NodeFace;
import org.homeward.node.web.view.Reader;
import org.homeward.protocol.json.CanonicalJson;
import org.homeward.protocol.json.MalformedJsonException;
import org.homeward.talks.Act;
import org.homeward.talks.Entry;
import org.homeward.talks.TalksState;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the mediator's people enter: talks and everything in them, and the terms of a case from an agreed clause. */
@Controller
public final class EntryController {
    private final PageFrame frame;
    private final TalksDesk desk;
    private final CaseActions actions;
    private final CaseQueries cases;
    private final NodeFace node;

    public EntryController(PageFrame frame, TalksDesk desk, CaseActions actions, CaseQueries cases, NodeFace node) {
        this.frame = frame;
        this.desk = desk;
        this.actions = actions;
        this.cases = cases;
        this.node = node;
    }

    @GetMapping("/talks/new")
    String open(@AuthenticationPrincipal Reader reader, HttpServletRequest request, Model model) {
        mediator(reader);
        return form(null, "PROCESS", TalksState.empty(), new Given(Map.of()), frame.of(request), model);
    }

    @PostMapping("/talks/new")
    String opened(
            @RequestParam("talks") String id,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            RedirectAttributes next,
            Model model)
            throws IOException {
        mediator(reader);
        Given given = new Given(request.getParameterMap());
        String flaw;
        try {
            flaw = desk.open(id.strip(), entry("PROCESS", TalksState.empty(), given, reader));
        } catch (MalformedJsonException e) {
            flaw = e.getMessage();
        }
        if (flaw != null) {
            return form(null, "PROCESS", TalksState.empty(), given, refused(request, flaw), model);
        }
        next.addFlashAttribute(
                "notice", new Page.Notice(true, frame.text(request).get("talks.opened"), null));
        return "redirect:/talks/" + id.strip();
    }

    @GetMapping("/talks/{id}/add/{kind}")
    String add(
            @PathVariable String id,
            @PathVariable String kind,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            Model model) {
        mediator(reader);
        return form(id, kind, state(id), new Given(request.getParameterMap()), frame.of(request), model);
    }

    @PostMapping("/talks/{id}/add/{kind}")
    String added(
            @PathVariable String id,
            @PathVariable String kind,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            RedirectAttributes next,
            Model model)
            throws IOException {
        mediator(reader);
        TalksState state = state(id);
        Given given = new Given(request.getParameterMap());
        String flaw;
        try {
            Entry entry = entry(kind, state, given, reader);
            flaw = terms(entry);
            flaw = flaw == null ? desk.add(id, List.of(entry)) : flaw;
        } catch (MalformedJsonException e) {
            flaw = e.getMessage();
        }
        if (flaw != null) {
            return form(id, kind, state, given, refused(request, flaw), model);
        }
        next.addFlashAttribute(
                "notice", new Page.Notice(true, frame.text(request).get("talks.added"), null));
        return "redirect:/talks/" + id + after(kind);
    }

    private static String after(String kind) {
        return switch (kind) {
            case "ISSUE", "POSITION" -> "/issues";
            case "CLAUSE", "STATUS", "SHOWN", "READ_BACK", "INITIALLED" -> "/text";
            case "STEP", "REPORT" -> "/remaining";
            default -> "";
        };
    }

    private Entry entry(String kind, TalksState state, Given given, Reader reader) throws MalformedJsonException {
        EntryForm form = EntryForm.of(kind);
        if (form == null) {
            throw new NotHere();
        }
        Act.ProcessOpened process = state.process();
        List<String> parties = process == null ? List.of() : process.parties();
        return new EntryReader(given.values(), EntryForm.languages(state), parties)
                .read(form, node.id(), desk.now())
                .typedBy(person(reader));
    }

    /** As this node names him: the name that he is known by, and the id under which he signs in. */
    private static String person(Reader reader) {
        String id = " (" + reader.id() + ")";
        int room = Entry.LONGEST_PERSON - id.length();
        return (reader.name().length() > room ? reader.name().substring(0, room) : reader.name()) + id;
    }

    /** Terms that no selection could use would be found out only when the lists are due. */
    private static @Nullable String terms(Entry entry) {
        if (entry.act() instanceof Act.ClauseDrafted clause) {
            List<tools.jackson.databind.JsonNode> all = new java.util.ArrayList<>();
            if (clause.terms() != null) {
                all.add(clause.terms());
            }
            clause.brackets().forEach(b -> {
                if (b.terms() != null) {
                    all.add(b.terms());
                }
            });
            for (tools.jackson.databind.JsonNode terms : all) {
                var flaw = CaseTerms.flaw(terms.toString());
                if (flaw.isPresent()) {
                    return "The terms cannot be used: " + flaw.get();
                }
            }
        }
        return null;
    }

    private Page refused(HttpServletRequest request, String flaw) {
        return refused(frame.of(request), flaw);
    }

    /** The page with why nothing came of what was asked. */
    static Page refused(Page page, String flaw) {
        return new Page(
                page.text(),
                page.node(),
                page.reader(),
                page.csrf(),
                page.path(),
                page.styles(),
                page.script(),
                new Page.Notice(false, page.text().get("talks.refused"), flaw));
    }

    private String form(@Nullable String id, String kind, TalksState state, Given given, Page page, Model model) {
        EntryForm form = EntryForm.of(kind);
        if (form == null || (id == null) != kind.equals("PROCESS")) {
            throw new NotHere();
        }
        Act.ProcessOpened process = state.process();
        Say say = new Say(page.text().language(), state);
        model.addAttribute("page", page);
        model.addAttribute("id", id == null ? "" : id);
        model.addAttribute("form", form);
        model.addAttribute("given", given);
        model.addAttribute("say", say);
        model.addAttribute("languages", EntryForm.languages(state));
        model.addAttribute("parties", process == null ? List.of() : process.parties());
        model.addAttribute("choices", EntryForm.choices(state, say::words));
        return "talks-add";
    }

    private TalksState state(String id) {
        return desk.find(id)
                .filter(t -> t.fault() == null)
                .orElseThrow(NotHere::new)
                .view()
                .state();
    }

    private void mediator(Reader reader) {
        if (!node.agency()) {
            throw new NotHere();
        }
        TalksController.requireActs(reader);
    }

    /** An agreed clause becomes the terms of a case: the same bytes, as a draft that two people sign. */
    @PostMapping("/talks/{id}/clauses/{clause}/case")
    String toCase(
            @PathVariable String id,
            @PathVariable String clause,
            @RequestParam("case") String caseId,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            RedirectAttributes next) {
        mediator(reader);
        TalksState state = state(id);
        var found = state.points().get(clause);
        if (found == null
                || !state.agreed(clause)
                || found.text().terms() == null
                || cases.caseView(caseId).isEmpty()) {
            throw new NotHere();
        }
        var text = frame.text(request);
        return switch (actions.propose(caseId, CanonicalJson.bytes(found.text().terms()), reader.id())) {
            case ActionResult.Waits(var act) -> {
                next.addFlashAttribute(
                        "notice",
                        new Page.Notice(true, text.get("notice.waits", text.get("step." + act.step())), null));
                yield "redirect:/cases/" + caseId + "/drafts/" + act.draftId();
            }
            case ActionResult.Refused refused -> {
                next.addFlashAttribute("notice", new Page.Notice(false, text.get("talks.refused"), refused.sentence()));
                yield "redirect:/talks/" + id + "/text";
            }
            default -> "redirect:/cases/" + caseId;
        };
    }
}
