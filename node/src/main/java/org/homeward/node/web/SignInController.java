package org.homeward.node.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.homeward.node.people.PeopleDesk;
import org.homeward.node.web.view.SignIn;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where people sign in; the sign-in itself is the door's ({@link PagesSecurity}). */
@Controller
final class SignInController {
    static final String PATH = "/sign-in";
    static final String PERSON = "person";
    static final String TOKEN = "token";
    static final String ACT = "sign-in";
    /** How a passkey's signature begins; no token does. */
    static final String SIGNATURE = "passkey/1 ";

    private final PageFrame frame;
    private final SignIn signIn;
    private final PeopleDesk desk;

    SignInController(PageFrame frame, SignIn signIn, PeopleDesk desk) {
        this.desk = desk;
        this.frame = frame;
        this.signIn = signIn;
    }

    @GetMapping(PATH)
    String form(HttpServletRequest request, Model model) {
        model.addAttribute("page", frame.of(request));
        String nonce = Nonces.give(request, ACT, desk);
        model.addAttribute("ask", Ask.sign(desk, desk.text(ACT, Map.of("nonce", nonce)), List.of()));
        model.addAttribute(
                "passkeys", desk.people().stream().anyMatch(p -> !p.passkeys().isEmpty()));
        model.addAttribute(
                "tokens", desk.people().stream().anyMatch(p -> !p.tokenHash().isEmpty()));
        model.addAttribute(
                "enrols", desk.invited().stream().anyMatch(i -> !i.codeHash().isEmpty()));
        model.addAttribute("refused", request.getParameter("refused") != null);
        model.addAttribute("out", request.getParameter("out") != null);
        model.addAttribute("operators", ThisMachine.is(request.getRemoteAddr()) ? signIn.testOperators() : List.of());
        return "sign-in";
    }
}
