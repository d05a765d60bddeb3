package org.homeward.node.agreed;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.homeward.node.web.NotHere;
import org.homeward.node.web.PageFrame;
import org.homeward.node.web.view.NodeFace;
import org.homeward.node.web.view.Reader;
import org.homeward.node.web.view.StepKind;
import org.homeward.protocol.exchange.CaseState;
import org.homeward.protocol.exchange.Death;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is said of persons after the answers: that they are not available, what a board decided, that they died. Each form makes a draft. */
@Controller
public final class PersonsController {
    private static final String PATH = "/cases/{caseId}/persons";

    private final PageFrame frame;
    private final AgreedActs acts;
    private final Drafting drafting;
    private final NodeFace node;

    public PersonsController(PageFrame frame, AgreedActs acts, NodeFace node) {
        this.frame = frame;
        this.acts = acts;
        this.drafting = new Drafting(frame, acts, "persons");
        this.node = node;
    }

    @GetMapping(PATH)
    String persons(@PathVariable String caseId, HttpServletRequest request, Model model) {
        return page(caseId, "", request, model);
    }

    /** The same page with those whom the reader looks for. */
    @PostMapping(PATH + "/find")
    String find(
            @PathVariable String caseId,
            @RequestParam(defaultValue = "") String q,
            HttpServletRequest request,
            Model model) {
        return page(caseId, q, request, model);
    }

    /** Where the language links of what was found lead. */
    @GetMapping(PATH + "/find")
    String nothing(@PathVariable String caseId) {
        return "redirect:/cases/" + caseId + "/persons";
    }

    private String page(String caseId, String query, HttpServletRequest request, Model model) {
        CaseState state =
                acts.find(caseId).filter(s -> s.participants() != null).orElseThrow(NotHere::new);
        model.addAttribute("page", frame.of(request));
        model.addAttribute("view", PersonsView.of(state, node.id(), acts.untold(caseId), query));
        return "persons";
    }

    /**
     * Says that people are not available, or are again.
     *
     * @param line of those who are not
     * @param again lines of those who are
     */
    @PostMapping(PATH + "/availability")
    String availability(
            @PathVariable String caseId,
            @RequestParam(defaultValue = "") Set<String> line,
            @RequestParam(defaultValue = "") Set<String> again,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            RedirectAttributes next) {
        return drafting.draft(
                caseId, StepKind.SAY_AVAILABILITY, reader, desk -> desk.availability(line, again), request, next);
    }

    @PostMapping(PATH + "/board")
    String board(
            @PathVariable String caseId,
            @RequestParam String line,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            RedirectAttributes next) {
        return drafting.draft(
                caseId,
                StepKind.SAY_BOARD,
                reader,
                desk -> desk.board(line, acts.untold(caseId).boards()),
                request,
                next);
    }

    @PostMapping(PATH + "/death")
    String death(
            @PathVariable String caseId,
            @RequestParam String line,
            @RequestParam Death.Standing standing,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String burial,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            RedirectAttributes next) {
        Death death = new Death(standing, day.isBlank() ? null : day.strip(), burial.isBlank() ? null : burial.strip());
        return drafting.draft(caseId, StepKind.SAY_DEATH, reader, desk -> desk.death(line, death), request, next);
    }
}
