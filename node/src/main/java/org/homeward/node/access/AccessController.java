package org.homeward.node.access;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Optional;
import org.homeward.node.people.Person.Role;
import org.homeward.node.web.NotHere;
import org.homeward.node.web.Page;
import org.homeward.node.web.PageFrame;
import org.homeward.node.web.view.Reader;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who may see a case, as a page; the glass, and what was broken. */
@Controller
public final class AccessController {
    private static final String CASE_ID = "[a-z0-9][a-z0-9-]{0,39}";

    private final PageFrame frame;
    private final AccessDesk desk;

    public AccessController(PageFrame frame, AccessDesk desk) {
        this.frame = frame;
        this.desk = desk;
    }

    @GetMapping("/cases/{caseId}/people")
    String people(
            @PathVariable String caseId,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            Model model) {
        model.addAttribute("page", frame.of(request));
        model.addAttribute("caseId", caseId);
        model.addAttribute("whole", desk.whole(caseId).orElseThrow(NotHere::new));
        model.addAttribute("mayGrant", role(reader) == Role.HEAD);
        return "case-people";
    }

    @PostMapping("/cases/{caseId}/people/{person}/{change:open|close}")
    String change(
            @PathVariable String caseId,
            @PathVariable String person,
            @PathVariable String change,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            RedirectAttributes next) {
        boolean good = change.equals("open")
                ? desk.grant(caseId, person, reader.id(), role(reader))
                : desk.end(caseId, person, reader.id(), role(reader));
        say(good, good ? "access.done" : "access.notYours", request, next);
        return "redirect:/cases/" + caseId + "/people";
    }

    @GetMapping("/glass")
    String glass(
            @RequestParam(name = "case", defaultValue = "") String caseId,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            Model model) {
        model.addAttribute("page", frame.of(request));
        model.addAttribute("caseId", caseId.matches(CASE_ID) ? caseId : "");
        model.addAttribute("minutes", AccessDesk.GLASS.toMinutes());
        model.addAttribute("broken", AccessDesk.reviews(role(reader)) ? desk.broken() : java.util.List.of());
        model.addAttribute("reviews", AccessDesk.reviews(role(reader)));
        model.addAttribute("self", reader.id());
        return "glass";
    }

    @PostMapping("/glass")
    String broken(
            @RequestParam(name = "case") String caseId,
            @RequestParam String reason,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            RedirectAttributes next) {
        Optional<Instant> until =
                caseId.matches(CASE_ID) ? desk.breakGlass(caseId, reader.id(), role(reader), reason) : Optional.empty();
        say(until.isPresent(), until.isPresent() ? "glass.broken" : "glass.reasonNeeded", request, next);
        return until.isPresent() ? "redirect:/cases/" + caseId : "redirect:/glass";
    }

    @PostMapping("/glass/{id}")
    String review(
            @PathVariable long id,
            @RequestParam boolean justified,
            @RequestParam String words,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            RedirectAttributes next) {
        boolean good = desk.review(id, reader.id(), role(reader), justified, words);
        say(good, good ? "access.done" : "access.notYours", request, next);
        return "redirect:/glass";
    }

    private static Role role(Reader reader) {
        return Role.valueOf(reader.role());
    }

    private void say(boolean good, String key, HttpServletRequest request, RedirectAttributes next) {
        next.addFlashAttribute(
                "notice", new Page.Notice(good, frame.text(request).get(key), null));
    }
}
