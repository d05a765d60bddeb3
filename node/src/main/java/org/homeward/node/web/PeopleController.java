package org.homeward.node.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import org.homeward.node.people.ApiTokens;
import org.homeward.node.people.Invitation;
import org.homeward.node.people.PeopleDesk;
import org.homeward.node.people.Person;
import org.homeward.node.web.view.NodeFace;
import org.homeward.node.web.view.Reader;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The people of this node: who is there, who is invited, and a person's own passkeys. */
@Controller
final class PeopleController {
    private final PageFrame frame;
    private final PeopleDesk desk;
    private final ApiTokens tokens;
    private final NodeFace node;

    PeopleController(PageFrame frame, PeopleDesk desk, ApiTokens tokens, NodeFace node) {
        this.frame = frame;
        this.desk = desk;
        this.tokens = tokens;
        this.node = node;
    }

    @GetMapping("/people")
    String people(@AuthenticationPrincipal Reader reader, HttpServletRequest request, Model model) {
        model.addAttribute("page", frame.of(request));
        model.addAttribute("people", desk.people());
        model.addAttribute("invited", desk.invited());
        model.addAttribute("self", self(reader));
        model.addAttribute("roles", roles());
        return "people";
    }

    /** The text of an invitation, to be signed: what was typed is read once more before it counts. */
    /** Where the language links of the page to sign lead: the form is filled in again, since no name stands in an address. */
    @GetMapping("/people/invite")
    String again() {
        return "redirect:/people";
    }

    @PostMapping("/people/invite")
    String invite(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String role,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            Model model) {
        Person self = self(reader);
        Person.Role wanted = role(role);
        String text = desk.text(
                "invite",
                Map.of("nonce", Nonces.give(request, "invite", desk), "name", name.strip(), "role", wanted.name()));
        return sign(request, model, "invite", self, name.strip(), wanted, text, "/people/invitations");
    }

    @PostMapping("/people/invitations")
    String invited(
            @RequestParam String name,
            @RequestParam String role,
            @RequestParam(defaultValue = "") String credential,
            @RequestParam(defaultValue = "") String signature,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            RedirectAttributes next)
            throws IOException {
        try {
            var signed = new PeopleDesk.Signed(credential, "", signature);
            return shown(
                    desk.invite(reader.id(), name, role(role), signed, Nonces.take(request, "invite")), request, next);
        } catch (PeopleDesk.Refused e) {
            return refused(e, request, next);
        }
    }

    @GetMapping("/people/{id}/confirm")
    String confirm(
            @PathVariable String id, @AuthenticationPrincipal Reader reader, HttpServletRequest request, Model model) {
        Invitation invitation = desk.invited().stream()
                .filter(i -> i.id().equals(id) && i.codeHash().isEmpty())
                .findFirst()
                .orElseThrow(NotHere::new);
        String text =
                desk.text("confirm", PeopleDesk.confirmation(invitation, Nonces.give(request, "confirm " + id, desk)));
        return sign(
                request,
                model,
                "confirm",
                self(reader),
                invitation.name(),
                invitation.role(),
                text,
                "/people/" + id + "/confirm");
    }

    @PostMapping("/people/{id}/confirm")
    String confirmed(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String credential,
            @RequestParam(defaultValue = "") String signature,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            RedirectAttributes next)
            throws IOException {
        try {
            var signed = new PeopleDesk.Signed(credential, "", signature);
            return shown(desk.confirm(reader.id(), id, signed, Nonces.take(request, "confirm " + id)), request, next);
        } catch (PeopleDesk.Refused e) {
            return refused(e, request, next);
        }
    }

    @GetMapping("/people/{id}/remove")
    String remove(
            @PathVariable String id, @AuthenticationPrincipal Reader reader, HttpServletRequest request, Model model) {
        Person self = self(reader);
        String name = null;
        Person.Role role = self.role();
        for (Person p : desk.people()) {
            if (p.id().equals(id)) {
                name = p.name();
                role = p.role();
            }
        }
        for (Invitation i : desk.invited()) {
            if (i.id().equals(id)) {
                name = i.name();
                role = i.role();
            }
        }
        if (name == null || self.role() != Person.Role.HEAD) {
            throw new NotHere();
        }
        String text = desk.text("remove", Map.of("nonce", Nonces.give(request, "remove " + id, desk), "person", id));
        return sign(request, model, "remove", self, name, role, text, "/people/" + id + "/remove");
    }

    @PostMapping("/people/{id}/remove")
    String removed(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String credential,
            @RequestParam(defaultValue = "") String signature,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            RedirectAttributes next)
            throws IOException {
        try {
            var signed = new PeopleDesk.Signed(credential, "", signature);
            desk.remove(reader.id(), id, signed, Nonces.take(request, "remove " + id));
        } catch (PeopleDesk.Refused e) {
            return refused(e, request, next);
        }
        next.addFlashAttribute(
                "notice", new Page.Notice(true, frame.text(request).get("people.removed"), null));
        return "redirect:/people";
    }

    @GetMapping("/me")
    String me(@AuthenticationPrincipal Reader reader, HttpServletRequest request, Model model) {
        Person self = self(reader);
        String nonce = Nonces.give(request, "add-key", desk);
        String text = desk.text("add-key", Map.of("nonce", nonce, "person", self.id(), "key", PeopleDesk.NEW_KEY));
        model.addAttribute("page", frame.of(request));
        model.addAttribute("self", self);
        model.addAttribute("ask", Ask.make(desk, text, self.id(), self.name(), self.passkeys()));
        model.addAttribute("tokens", tokens.of(self.id()));
        return "me";
    }

    @PostMapping("/me/passkeys")
    String added(
            @RequestParam(defaultValue = "") String credential,
            @RequestParam(defaultValue = "") String point,
            @RequestParam(defaultValue = "") String signature,
            @RequestParam(defaultValue = "") String by,
            @RequestParam(defaultValue = "") String bySignature,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            RedirectAttributes next)
            throws IOException {
        Text text = frame.text(request);
        try {
            desk.addPasskey(
                    reader.id(),
                    new PeopleDesk.Signed(credential, point, signature),
                    new PeopleDesk.Signed(by, "", bySignature),
                    Nonces.take(request, "add-key"));
            next.addFlashAttribute("notice", new Page.Notice(true, text.get("me.added"), null));
        } catch (PeopleDesk.Refused e) {
            next.addFlashAttribute("notice", new Page.Notice(false, text.get("no." + e.why()), null));
        }
        return "redirect:/me";
    }

    private String sign(
            HttpServletRequest request,
            Model model,
            String act,
            Person self,
            String name,
            Person.Role role,
            String text,
            String action) {
        model.addAttribute("page", frame.of(request));
        model.addAttribute("act", act);
        model.addAttribute("name", name);
        model.addAttribute("role", role.name());
        model.addAttribute("action", action);
        model.addAttribute("ask", Ask.sign(desk, text, self.passkeys()));
        return "people-sign";
    }

    private String shown(PeopleDesk.Invited invited, HttpServletRequest request, RedirectAttributes next) {
        Text text = frame.text(request);
        Page.Notice notice = invited.code()
                .map(code -> new Page.Notice(
                        true, text.get("people.code", invited.invitation().name(), PeopleDesk.CODE.toHours()), code))
                .orElse(new Page.Notice(
                        true, text.get("people.waits", invited.invitation().name()), null));
        next.addFlashAttribute("notice", notice);
        return "redirect:/people";
    }

    private String refused(PeopleDesk.Refused e, HttpServletRequest request, RedirectAttributes next) {
        next.addFlashAttribute(
                "notice", new Page.Notice(false, frame.text(request).get("no." + e.why()), null));
        return "redirect:/people";
    }

    private Person self(Reader reader) {
        return desk.people().stream()
                .filter(p -> p.id().equals(reader.id()))
                .findFirst()
                .orElseThrow(NotHere::new);
    }

    /** A mediator has a secretary and no registers; a party has registers and no secretary. */
    private java.util.List<String> roles() {
        return Arrays.stream(Person.Role.values())
                .filter(r -> node.agency()
                        ? r == Person.Role.HEAD || r == Person.Role.SECRETARY || r == Person.Role.AUDITOR
                        : r != Person.Role.SECRETARY)
                .map(Enum::name)
                .toList();
    }

    private Person.Role role(String name) {
        if (!roles().contains(name)) {
            throw new NotHere();
        }
        return Person.Role.valueOf(name);
    }
}
