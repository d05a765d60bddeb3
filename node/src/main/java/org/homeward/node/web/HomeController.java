package org.homeward.node.web;

import jakarta.servlet.http.HttpServletRequest;
import org.homeward.node.web.view.CaseQueries;
import org.homeward.node.web.view.CaseScope;
import org.homeward.node.web.view.Reader;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** All cases that are open to the reader. */
@Controller
final class HomeController {
    private final PageFrame frame;
    private final CaseQueries queries;
    private final CaseScope scope;

    HomeController(PageFrame frame, CaseQueries queries, CaseScope scope) {
        this.frame = frame;
        this.queries = queries;
        this.scope = scope;
    }

    @GetMapping("/")
    String home(@AuthenticationPrincipal Reader reader, HttpServletRequest request, Model model) {
        Page page = frame.of(request);
        if (page.liaison()) {
            return "redirect:/families";
        }
        model.addAttribute("page", page);
        model.addAttribute(
                "cases",
                queries.cases().stream()
                        .filter(one -> scope.isOpen(reader, one.id()))
                        .toList());
        model.addAttribute("toReview", scope.toReview(reader));
        return "cases";
    }
}
