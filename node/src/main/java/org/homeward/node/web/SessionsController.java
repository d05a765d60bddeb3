package org.homeward.node.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.homeward.node.people.PeopleDesk;
import org.homeward.node.people.Person;
import org.homeward.node.web.view.Reader;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a person sees his open sign-ins and ends all but this one; whoever has a passkey shows it for that again. */
@Controller
final class SessionsController {
    static final String PATH = "/me/sessions";
    private static final String NUMBER = "end sessions";

    private final PageFrame frame;
    private final PeopleDesk desk;
    private final Sessions sessions;

    SessionsController(PageFrame frame, PeopleDesk desk, Sessions sessions) {
        this.frame = frame;
        this.desk = desk;
        this.sessions = sessions;
    }

    @GetMapping(PATH)
    String list(@AuthenticationPrincipal Reader reader, HttpServletRequest request, Model model) {
        String nonce = Nonces.give(request, NUMBER, desk);
        List<Person.Passkey> passkeys = passkeys(reader);
        model.addAttribute("page", frame.of(request));
        model.addAttribute("open", sessions.of(reader.id(), request));
        model.addAttribute("shows", !passkeys.isEmpty());
        // The same words as at the door: they say who he is, and the number holds for this form alone.
        model.addAttribute("ask", Ask.sign(desk, desk.text(SignInController.ACT, Map.of("nonce", nonce)), passkeys));
        return "sessions";
    }

    @PostMapping(PATH)
    String endOthers(
            @RequestParam(defaultValue = "") String credential,
            @RequestParam(defaultValue = "") String signature,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            RedirectAttributes next) {
        String nonce = Nonces.take(request, NUMBER);
        boolean himself = passkeys(reader).isEmpty()
                || desk.signIn(new PeopleDesk.Signed(credential, "", signature), nonce)
                        .filter(p -> p.id().equals(reader.id()))
                        .isPresent();
        if (himself) {
            sessions.endOthers(reader.id(), request);
        } else {
            SecurityLog.refused("sessions without the passkey", request);
        }
        next.addFlashAttribute(
                "notice",
                new Page.Notice(
                        himself,
                        frame.text(request).get(himself ? "sessions.ended" : "no." + PeopleDesk.No.SIGNATURE),
                        null));
        return "redirect:" + PATH;
    }

    private List<Person.Passkey> passkeys(Reader reader) {
        return desk.people().stream()
                .filter(p -> p.id().equals(reader.id()))
                .findFirst()
                .map(Person::passkeys)
                .orElse(List.of());
    }
}
