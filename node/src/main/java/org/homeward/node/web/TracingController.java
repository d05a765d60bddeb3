package org.homeward.node.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.homeward.node.review.PairState.Phase;
import org.homeward.node.review.TracingDesk;
import org.homeward.node.store.Reviews.Said;
import org.homeward.node.web.view.Reader;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The tracing desk: the queue of proposed pairs, and one pair with both writings side by side. Saying something of a pair leads to the next,
 * so that whoever works through the queue uses three keys.
 */
@Controller
final class TracingController {
    private final PageFrame frame;
    private final TracingDesk desk;

    TracingController(PageFrame frame, TracingDesk desk) {
        this.frame = frame;
        this.desk = desk;
    }

    @GetMapping("/cases/{caseId}/desk")
    String queue(
            @PathVariable String caseId,
            @RequestParam(defaultValue = "") String phase,
            HttpServletRequest request,
            Model model) {
        Optional<Phase> asked = Arrays.stream(Phase.values())
                .filter(p -> p.name().equals(phase))
                .findFirst();
        model.addAttribute("page", frame.of(request));
        model.addAttribute("caseId", caseId);
        model.addAttribute("phase", asked.map(Phase::name).orElse(""));
        model.addAttribute(
                "queue", desk.queue(caseId, asked).map(TracingDesk.Queue::shown).orElse(null));
        return "desk";
    }

    @GetMapping("/cases/{caseId}/desk/next")
    String next(@PathVariable String caseId, @AuthenticationPrincipal Reader reader) {
        return desk.next(caseId, reader.id())
                .map(item -> "redirect:/cases/" + caseId + "/desk/pairs/"
                        + item.pair().line())
                .orElse("redirect:/cases/" + caseId + "/desk");
    }

    @GetMapping("/cases/{caseId}/desk/pairs/{line}")
    String pair(
            @PathVariable String caseId,
            @PathVariable String line,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            Model model) {
        model.addAttribute("page", frame.of(request));
        model.addAttribute("caseId", caseId);
        model.addAttribute("item", desk.item(caseId, line).orElseThrow(NotHere::new));
        model.addAttribute("self", reader.id());
        model.addAttribute("decides", decides(reader));
        return "pair";
    }

    /**
     * Keeps what the reader says of a pair.
     *
     * @param row as the page showed it: the engine may propose another row since
     */
    @PostMapping("/cases/{caseId}/desk/pairs/{line}")
    String say(
            @PathVariable String caseId,
            @PathVariable String line,
            @RequestParam String row,
            @RequestParam String said,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            RedirectAttributes next) {
        if (!decides(reader)) {
            throw new AccessDeniedException("only who works on a case decides pairs");
        }
        Text text = frame.text(request);
        Said word = Arrays.stream(Said.values())
                .filter(s -> s.name().equals(said))
                .findFirst()
                .orElse(null);
        boolean needsReason = word == Said.REJECT && !TracingDesk.REASONS.contains(reason);
        if (word == null || needsReason) {
            next.addFlashAttribute("notice", new Page.Notice(false, text.get("desk.needReason"), null));
            return "redirect:/cases/" + caseId + "/desk/pairs/" + line;
        }
        boolean kept = desk.say(caseId, line, row, word, word == Said.REJECT ? reason : "", reader.id());
        if (!kept) {
            next.addFlashAttribute("notice", new Page.Notice(false, text.get("desk.changed"), null));
            return "redirect:/cases/" + caseId + "/desk";
        }
        boolean stays = List.of(Said.TAKE, Said.TAKE_BACK).contains(word);
        if (!stays) {
            next.addFlashAttribute("notice", new Page.Notice(true, text.get("desk.kept", Text.plain(line)), null));
        }
        return "redirect:/cases/" + caseId + (stays ? "/desk/pairs/" + line : "/desk/next");
    }

    private static boolean decides(Reader reader) {
        return reader.acts();
    }
}
