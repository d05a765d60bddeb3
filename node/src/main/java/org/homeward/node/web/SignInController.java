package org.homeward.node.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
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

    private final PageFrame frame;
    private final SignIn signIn;

    SignInController(PageFrame frame, SignIn signIn) {
        this.frame = frame;
        this.signIn = signIn;
    }

    @GetMapping(PATH)
    String form(HttpServletRequest request, Model model) {
        model.addAttribute("page", frame.of(request));
        model.addAttribute("refused", request.getParameter("refused") != null);
        model.addAttribute("out", request.getParameter("out") != null);
        model.addAttribute(
                "operators", PagesSecurity.isThisMachine(request.getRemoteAddr()) ? signIn.testOperators() : List.of());
        return "sign-in";
    }
}
