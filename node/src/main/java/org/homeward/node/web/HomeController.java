package org.homeward.node.web;

import jakarta.servlet.http.HttpServletRequest;
import org.homeward.node.web.view.CaseQueries;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** All cases. */
@Controller
final class HomeController {
    private final PageFrame frame;
    private final CaseQueries queries;

    HomeController(PageFrame frame, CaseQueries queries) {
        this.frame = frame;
        this.queries = queries;
    }

    @GetMapping("/")
    String home(HttpServletRequest request, Model model) {
        Page page = frame.of(request);
        if (page.liaison()) {
            return "redirect:/families";
        }
        model.addAttribute("page", page);
        model.addAttribute("cases", queries.cases());
        return "cases";
    }
}
