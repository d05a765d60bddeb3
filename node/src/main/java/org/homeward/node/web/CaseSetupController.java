package org.homeward.node.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Base64;
import java.util.Set;
import org.homeward.node.web.view.ActionResult;
import org.homeward.node.web.view.CaseActions;
import org.homeward.node.web.view.CaseQueries;
import org.homeward.node.web.view.CaseSetup;
import org.homeward.node.web.view.Reader;
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

/** How a case begins: this side's card for the others, everybody's cards compared and enrolled, and terms laid on the table. */
@Controller
final class CaseSetupController {
    private static final String CASE = "[a-z0-9][a-z0-9-]{0,39}";
    private static final int LARGEST_TERMS = 1024 * 1024;

    private final PageFrame frame;
    private final CaseSetup setup;
    private final CaseActions actions;
    private final CaseQueries queries;

    CaseSetupController(PageFrame frame, CaseSetup setup, CaseActions actions, CaseQueries queries) {
        this.frame = frame;
        this.setup = setup;
        this.actions = actions;
        this.queries = queries;
    }

    @GetMapping("/enrolment")
    String form(@AuthenticationPrincipal Reader reader, HttpServletRequest request, Model model) {
        requireActs(reader);
        model.addAttribute("page", frame.of(request));
        model.addAttribute("officers", setup.officers());
        model.addAttribute("self", reader.id());
        return "enrolment";
    }

    @GetMapping("/enrolment/card")
    Object card(
            @RequestParam("case") String caseId,
            @RequestParam(defaultValue = "") Set<String> people,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            RedirectAttributes next) {
        requireActs(reader);
        if (!caseId.matches(CASE)) {
            throw new NotHere();
        }
        if (setup.officers().stream().filter(o -> people.contains(o.id())).count() < 2) {
            next.addFlashAttribute(
                    "notice", new Page.Notice(false, frame.text(request).get("enrolment.twoPeople"), null));
            return "redirect:/enrolment";
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("card-" + frame.node().id() + "-" + caseId + ".json")
                                .build()
                                .toString())
                .body(setup.card(caseId, people));
    }

    @PostMapping("/enrolment")
    String compare(
            @RequestParam("case") String caseId,
            @RequestParam MultipartFile mediator,
            @RequestParam MultipartFile one,
            @RequestParam MultipartFile other,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            RedirectAttributes next,
            Model model)
            throws IOException {
        requireActs(reader);
        CaseSetup.Cards cards = setup.read(caseId.strip(), mediator.getBytes(), one.getBytes(), other.getBytes());
        if (cards.participants() == null) {
            next.addFlashAttribute(
                    "notice", new Page.Notice(false, frame.text(request).get("enrolment.refused"), cards.flaw()));
            return "redirect:/enrolment";
        }
        model.addAttribute("page", frame.of(request));
        model.addAttribute("caseId", caseId.strip());
        model.addAttribute("cards", cards);
        model.addAttribute("participants", Base64.getEncoder().encodeToString(cards.participants()));
        return "enrolment-compare";
    }

    @PostMapping("/enrolment/confirm")
    String confirm(
            @RequestParam("case") String caseId,
            @RequestParam String participants,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            RedirectAttributes next)
            throws IOException {
        requireActs(reader);
        Text text = frame.text(request);
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(participants);
        } catch (IllegalArgumentException e) {
            throw new NotHere();
        }
        String flaw = setup.enrol(caseId, bytes);
        next.addFlashAttribute(
                "notice",
                new Page.Notice(flaw == null, text.get(flaw == null ? "enrolment.done" : "enrolment.refused"), flaw));
        return flaw == null ? "redirect:/cases/" + caseId : "redirect:/enrolment";
    }

    /** Lays terms on the table: a terms file, as {@code homeward select} reads it. */
    @PostMapping("/cases/{caseId}/terms")
    String terms(
            @PathVariable String caseId,
            @RequestParam MultipartFile terms,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            RedirectAttributes next)
            throws IOException {
        requireActs(reader);
        if (queries.caseView(caseId).isEmpty()) {
            throw new NotHere();
        }
        Text text = frame.text(request);
        ActionResult result = terms.getSize() > LARGEST_TERMS
                ? new ActionResult.Refused("TOO_LARGE", "A terms file has at most a million bytes.")
                : actions.propose(caseId, terms.getBytes(), reader.id());
        if (result instanceof ActionResult.Waits(var act)) {
            next.addFlashAttribute(
                    "notice", new Page.Notice(true, text.get("notice.waits", text.get("step." + act.step())), null));
            return "redirect:/cases/" + caseId + "/drafts/" + act.draftId();
        }
        if (result instanceof ActionResult.Refused refused) {
            next.addFlashAttribute(
                    "notice",
                    new Page.Notice(
                            false,
                            text.named("refusal", refused.code(), text.get("refusal.other")),
                            refused.sentence()));
        }
        return "redirect:/cases/" + caseId;
    }

    private static void requireActs(Reader reader) {
        if (!reader.acts()) {
            throw new AccessDeniedException("this role opens no case");
        }
    }
}
