package org.homeward.node.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.homeward.node.people.PeopleDesk;
import org.homeward.node.web.view.ActionResult;
import org.homeward.node.web.view.CaseActions;
import org.homeward.node.web.view.CaseQueries;
import org.homeward.node.web.view.CaseView;
import org.homeward.node.web.view.Reader;
import org.homeward.node.web.view.StepKind;
import org.homeward.node.web.view.WaitingAct;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One case: how far it is, who signed what, and what waits for this side. */
@Controller
final class CaseController {
    private final PageFrame frame;
    private final CaseQueries queries;
    private final CaseActions actions;
    private final PeopleDesk people;

    CaseController(PageFrame frame, CaseQueries queries, CaseActions actions, PeopleDesk people) {
        this.frame = frame;
        this.queries = queries;
        this.actions = actions;
        this.people = people;
    }

    @GetMapping("/cases/{caseId}")
    String timeline(@PathVariable String caseId, HttpServletRequest request, Model model) {
        CaseView view = queries.caseView(caseId).orElseThrow(NotHere::new);
        model.addAttribute("page", frame.of(request));
        model.addAttribute("view", view);
        model.addAttribute("waiting", actions.waiting(caseId));
        model.addAttribute("open", startable(view, actions.waiting(caseId)));
        return "case";
    }

    /** What a person signs, alone on its page. */
    @GetMapping("/cases/{caseId}/drafts/{draftId}")
    String draft(
            @PathVariable String caseId,
            @PathVariable String draftId,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            Model model) {
        model.addAttribute("page", frame.of(request));
        model.addAttribute("view", queries.caseView(caseId).orElseThrow(NotHere::new));
        WaitingAct act = actions.waiting(caseId, draftId).orElseThrow(NotHere::new);
        model.addAttribute("act", act);
        model.addAttribute(
                "ask",
                people.people().stream()
                        .filter(p -> p.id().equals(reader.id()) && !p.passkeys().isEmpty())
                        .findFirst()
                        .map(p -> Ask.sign(people, actions.toSign(caseId, draftId), p.passkeys()))
                        .orElse(null));
        return "draft";
    }

    @PostMapping("/cases/{caseId}/steps/{step}")
    String start(
            @PathVariable String caseId,
            @PathVariable String step,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            RedirectAttributes next) {
        requireActs(reader);
        CaseView view = queries.caseView(caseId).orElseThrow(NotHere::new);
        StepKind kind = startable(view, List.of()).stream()
                .filter(k -> k.name().equals(step))
                .findFirst()
                .orElse(null);
        if (kind == null) {
            return refused(caseId, "notice.notOpen", request, next);
        }
        return shown(caseId, actions.start(caseId, kind, reader.id()), request, next);
    }

    /**
     * Signs a draft.
     *
     * @param signature by his passkey; empty for a test operator
     * @param digest as the signer saw it: another draft may have taken this one's place since
     */
    @PostMapping("/cases/{caseId}/drafts/{draftId}")
    String approve(
            @PathVariable String caseId,
            @PathVariable String draftId,
            @RequestParam String digest,
            @RequestParam(defaultValue = "") String signature,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            RedirectAttributes next) {
        requireActs(reader);
        if (queries.caseView(caseId).isEmpty()) {
            throw new NotHere();
        }
        WaitingAct act = actions.waiting(caseId, draftId).orElse(null);
        if (act == null) {
            return refused(caseId, "notice.gone", request, next);
        }
        if (!act.digest().equals(digest)) {
            return refused(caseId, "notice.changed", request, next);
        }
        return shown(caseId, actions.approve(caseId, draftId, reader.id(), signature), request, next);
    }

    /** Terms are a file that comes in through the door for programs; everything else is a button. */
    private static List<StepKind> startable(CaseView view, List<WaitingAct> waiting) {
        return view.open().stream()
                .filter(k -> k != StepKind.PROPOSE_TERMS)
                .filter(k -> waiting.stream().noneMatch(w -> w.step() == k))
                .toList();
    }

    private String shown(String caseId, ActionResult result, HttpServletRequest request, RedirectAttributes next) {
        Text text = frame.text(request);
        return switch (result) {
            case ActionResult.Done done ->
                back(
                        caseId,
                        new Page.Notice(true, text.get("notice.done", text.get("step." + done.step())), null),
                        next);
            case ActionResult.Waits(WaitingAct act) -> {
                next.addFlashAttribute(
                        "notice",
                        new Page.Notice(true, text.get("notice.waits", text.get("step." + act.step())), null));
                yield "redirect:/cases/" + caseId + "/drafts/" + act.draftId();
            }
            case ActionResult.Refused refused ->
                back(
                        caseId,
                        new Page.Notice(
                                false,
                                text.named("refusal", refused.code(), text.get("refusal.other")),
                                refused.sentence()),
                        next);
        };
    }

    private String refused(String caseId, String key, HttpServletRequest request, RedirectAttributes next) {
        return back(caseId, new Page.Notice(false, frame.text(request).get(key), null), next);
    }

    private static String back(String caseId, Page.Notice notice, RedirectAttributes next) {
        next.addFlashAttribute("notice", notice);
        return "redirect:/cases/" + caseId;
    }

    private static void requireActs(Reader reader) {
        if (!reader.acts()) {
            throw new AccessDeniedException("this role does not act in a case");
        }
    }
}
