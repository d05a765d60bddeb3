package org.homeward.node.learned;

import jakarta.servlet.http.HttpServletRequest;
import org.homeward.node.web.NotHere;
import org.homeward.node.web.PageFrame;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The register of what each side has learned. Changes nothing. */
@Controller
public final class LearnedController {
    private final PageFrame frame;
    private final LearnedDesk desk;

    public LearnedController(PageFrame frame, LearnedDesk desk) {
        this.frame = frame;
        this.desk = desk;
    }

    @GetMapping("/cases/{caseId}/learned")
    String learned(@PathVariable String caseId, HttpServletRequest request, Model model) {
        LearnedView view = desk.of(caseId).orElseThrow(NotHere::new);
        model.addAttribute("page", frame.of(request));
        model.addAttribute("view", view);
        return "learned";
    }
}
