package org.homeward.node.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.homeward.node.people.Invitation;
import org.homeward.node.people.PeopleDesk;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How a person with a code on paper becomes one of this node's people: the code, then a passkey of his own. */
@Controller
final class EnrolController {
    static final String PATH = "/enrol";
    static final String KEY = "/enrol/key";
    private static final String CODE = "enrol code";
    private static final String NAME = "enrol name";
    private static final String ACT = "enrol";

    private final PageFrame frame;
    private final PeopleDesk desk;

    EnrolController(PageFrame frame, PeopleDesk desk) {
        this.frame = frame;
        this.desk = desk;
    }

    @GetMapping(PATH)
    String code(HttpServletRequest request, Model model) {
        model.addAttribute("page", frame.of(request));
        return "enrol";
    }

    @PostMapping(PATH)
    String code(
            @RequestParam String code,
            @RequestParam(defaultValue = "") String name,
            HttpServletRequest request,
            RedirectAttributes next) {
        if (desk.invitation(code).isEmpty()) {
            next.addFlashAttribute(
                    "notice", new Page.Notice(false, frame.text(request).get("no.CODE"), null));
            return "redirect:" + PATH;
        }
        request.getSession().setAttribute(CODE, code);
        request.getSession().setAttribute(NAME, name.strip());
        return "redirect:" + KEY;
    }

    @GetMapping(KEY)
    String key(HttpServletRequest request, Model model) {
        Invitation invitation = desk.invitation(kept(request, CODE)).orElse(null);
        if (invitation == null) {
            return "redirect:" + PATH;
        }
        String name = invitation.invitedBy().isEmpty() ? kept(request, NAME) : invitation.name();
        if (name.isEmpty()) {
            // The first person says who he is before he makes a key.
            model.addAttribute("page", frame.of(request));
            model.addAttribute("code", kept(request, CODE));
            return "enrol-name";
        }
        String text = desk.text(ACT, PeopleDesk.enrolment(invitation, name, Nonces.give(request, ACT, desk)));
        model.addAttribute("page", frame.of(request));
        model.addAttribute("name", name);
        model.addAttribute("role", invitation.role().name());
        model.addAttribute("ask", Ask.make(desk, text, invitation.id(), name, List.of()));
        return "enrol-key";
    }

    @PostMapping(KEY)
    String enrol(
            @RequestParam(defaultValue = "") String credential,
            @RequestParam(defaultValue = "") String point,
            @RequestParam(defaultValue = "") String signature,
            HttpServletRequest request,
            RedirectAttributes next)
            throws IOException {
        Text text = frame.text(request);
        try {
            desk.enrol(
                    kept(request, CODE),
                    kept(request, NAME),
                    new PeopleDesk.Signed(credential, point, signature),
                    Nonces.take(request, ACT));
        } catch (PeopleDesk.Refused e) {
            if (e.why() == PeopleDesk.No.NAME) {
                request.getSession().removeAttribute(NAME);
            }
            next.addFlashAttribute("notice", new Page.Notice(false, text.get("no." + e.why()), null));
            return "redirect:" + KEY;
        }
        request.getSession().removeAttribute(CODE);
        request.getSession().removeAttribute(NAME);
        next.addFlashAttribute("notice", new Page.Notice(true, text.get("enrol.done"), null));
        return "redirect:" + SignInController.PATH;
    }

    private static String kept(HttpServletRequest request, String name) {
        @Nullable Object value = request.getSession().getAttribute(name);
        return value instanceof String text ? text : "";
    }
}
