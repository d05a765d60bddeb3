package org.homeward.node.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.homeward.node.people.ApiToken;
import org.homeward.node.people.ApiTokens;
import org.homeward.node.people.PeopleDesk;
import org.homeward.node.people.Person;
import org.homeward.node.web.view.Reader;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The tokens with which a person's own programs ask this node. */
@Controller
final class TokenController {
    private static final String ACT = "token";

    private final PageFrame frame;
    private final PeopleDesk desk;
    private final ApiTokens tokens;

    TokenController(PageFrame frame, PeopleDesk desk, ApiTokens tokens) {
        this.frame = frame;
        this.desk = desk;
        this.tokens = tokens;
    }

    /** What was typed, read once more and signed. */
    @GetMapping("/me/tokens/new")
    String ask(
            @RequestParam String label,
            @RequestParam ApiToken.Rights rights,
            @RequestParam int days,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            Model model) {
        Person self = desk.people().stream()
                .filter(p -> p.id().equals(reader.id()))
                .findFirst()
                .orElseThrow(NotHere::new);
        String nonce = Nonces.give(request, ACT, desk);
        model.addAttribute("page", frame.of(request));
        model.addAttribute("label", label.strip());
        model.addAttribute("rights", rights);
        model.addAttribute("days", days);
        model.addAttribute(
                "ask",
                Ask.sign(
                        desk,
                        desk.text(ACT, ApiTokens.values(nonce, self.id(), label, rights, days)),
                        self.passkeys()));
        return "token";
    }

    @PostMapping("/me/tokens")
    String make(
            @RequestParam String label,
            @RequestParam ApiToken.Rights rights,
            @RequestParam int days,
            @RequestParam(defaultValue = "") String credential,
            @RequestParam(defaultValue = "") String signature,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            RedirectAttributes next)
            throws IOException {
        Text text = frame.text(request);
        Page.Notice notice;
        try {
            ApiTokens.Made made = tokens.make(
                    reader.id(),
                    label,
                    rights,
                    days,
                    new PeopleDesk.Signed(credential, "", signature),
                    Nonces.take(request, ACT));
            notice = new Page.Notice(true, text.get("token.made"), made.secret());
        } catch (PeopleDesk.Refused e) {
            notice = new Page.Notice(false, text.get("no." + e.why()), null);
        }
        next.addFlashAttribute("notice", notice);
        return "redirect:/me";
    }

    @PostMapping("/me/tokens/{id}/end")
    String end(
            @PathVariable String id,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            RedirectAttributes next)
            throws IOException {
        boolean ended = tokens.end(reader.id(), id);
        next.addFlashAttribute(
                "notice", new Page.Notice(ended, frame.text(request).get(ended ? "token.ended" : "no.GONE"), null));
        return "redirect:/me";
    }
}
