package org.homeward.node.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** For what a person reads: asked before the first page of a person, good for an hour, changed at any time. */
@Controller
final class PurposeController {
    static final String PATH = "/purpose";

    private final PageFrame frame;
    private final Clock clock;

    PurposeController(PageFrame frame, Clock clock) {
        this.frame = frame;
        this.clock = clock;
    }

    @GetMapping(PATH)
    String ask(@RequestParam(defaultValue = "/") String to, HttpServletRequest request, Model model) {
        model.addAttribute("page", frame.of(request));
        model.addAttribute("to", own(to));
        model.addAttribute("purpose", Purpose.in(request, clock.instant()).orElse(null));
        return "purpose";
    }

    @PostMapping(PATH)
    String said(
            @RequestParam Purpose.Why why,
            @RequestParam(defaultValue = "") String file,
            @RequestParam(defaultValue = "/") String to,
            HttpServletRequest request,
            RedirectAttributes next) {
        Optional<Purpose> purpose = Purpose.of(why, file, clock.instant());
        if (purpose.isEmpty()) {
            next.addFlashAttribute(
                    "notice", new Page.Notice(false, frame.text(request).get("purpose.badFile"), null));
            next.addAttribute("to", own(to));
            return "redirect:" + PATH;
        }
        purpose.get().keep(request);
        return "redirect:" + own(to);
    }

    /** The page to go on to: one of this node's own, never another site's; anything else leads home. */
    private static String own(String to) {
        String path = to.split("\\?", 2)[0];
        boolean plain = to.codePoints().allMatch(c -> c > 0x20 && c < 0x7f && c != '\\' && c != '{' && c != '}');
        return plain && path.startsWith("/") && !path.startsWith("//") && PurposeGate.isSensitive(path) ? to : "/";
    }
}
