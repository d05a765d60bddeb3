package org.homeward.node.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.homeward.node.duty.Duty;
import org.homeward.node.duty.DutyDesk;
import org.homeward.node.duty.Owed;
import org.homeward.node.web.view.NodeFace;
import org.homeward.node.web.view.Reader;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The duty clocks of a bureau: what is owed, to whom it is longest overdue, and the form that says it was done. */
@Controller
final class DutyController {
    private static final int SHOWN = 100;

    private final PageFrame frame;
    private final NodeFace node;
    private final DutyDesk desk;

    DutyController(PageFrame frame, NodeFace node, DutyDesk desk) {
        this.frame = frame;
        this.node = node;
        this.desk = desk;
    }

    /**
     * The clocks.
     *
     * @param duty only that one, by its name; anything else for all
     * @param state only those, by its name; anything else for all
     */
    @GetMapping("/duties")
    String duties(
            @RequestParam(defaultValue = "") String duty,
            @RequestParam(defaultValue = "") String state,
            HttpServletRequest request,
            Model model) {
        if (node.agency()) {
            throw new NotHere();
        }
        Optional<Duty.Id> onlyDuty = named(Duty.Id.values(), duty);
        Optional<Owed.State> onlyState = named(Owed.State.values(), state);
        DutyDesk.Report report = desk.report();
        List<Owed> asked = report.owed().stream()
                .filter(o -> onlyDuty.map(d -> d == o.duty().id()).orElse(true))
                .filter(o -> onlyState.map(s -> s == o.state()).orElse(true))
                .toList();
        model.addAttribute("page", frame.of(request));
        model.addAttribute("report", report);
        model.addAttribute("duty", onlyDuty.map(Enum::name).orElse(""));
        model.addAttribute("state", onlyState.map(Enum::name).orElse(""));
        model.addAttribute("asked", asked.subList(0, Math.min(SHOWN, asked.size())));
        model.addAttribute("all", asked.size());
        return "duties";
    }

    /**
     * Enters that something was done on a day, for those who were ticked.
     *
     * @param row keys of their rows
     */
    @PostMapping("/duties")
    String enter(
            @RequestParam(defaultValue = "") Set<String> row,
            @RequestParam String event,
            @RequestParam String day,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            RedirectAttributes next) {
        if (node.agency()) {
            throw new NotHere();
        }
        if (!reader.takesIn()) {
            throw new AccessDeniedException("only who keeps the registers enters what was done");
        }
        boolean kept = desk.enter(row, event, day, reader.id());
        Text text = frame.text(request);
        next.addFlashAttribute(
                "notice",
                new Page.Notice(kept, text.get(kept ? "duty.kept" : "duty.refused", text.number(row.size())), null));
        return "redirect:/duties";
    }

    private static <E extends Enum<E>> Optional<E> named(E[] values, String name) {
        return Arrays.stream(values).filter(v -> v.name().equals(name)).findFirst();
    }
}
