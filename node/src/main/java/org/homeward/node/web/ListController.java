package org.homeward.node.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.homeward.node.web.view.CaseQueries;
import org.homeward.node.web.view.ListView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The lists of those sought, and a line with its evidence. */
@Controller
final class ListController {
    private final PageFrame frame;
    private final CaseQueries queries;

    ListController(PageFrame frame, CaseQueries queries) {
        this.frame = frame;
        this.queries = queries;
    }

    @GetMapping("/cases/{caseId}/lists/{partyId}")
    String list(
            @PathVariable String caseId,
            @PathVariable String partyId,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(required = false) @Nullable String reply,
            HttpServletRequest request,
            Model model) {
        model.addAttribute("view", view(caseId, partyId, page, reply).orElseThrow(NotHere::new));
        model.addAttribute("page", frame.of(request));
        return "list";
    }

    @GetMapping("/cases/{caseId}/lists/{partyId}/lines/{line}")
    String line(
            @PathVariable String caseId,
            @PathVariable String partyId,
            @PathVariable String line,
            HttpServletRequest request,
            Model model) {
        model.addAttribute("view", queries.line(caseId, partyId, line).orElseThrow(NotHere::new));
        model.addAttribute("page", frame.of(request));
        return "line";
    }

    private Optional<ListView> view(String caseId, String partyId, int page, @Nullable String reply) {
        return queries.list(caseId, partyId, page, reply == null || reply.isEmpty() ? null : reply);
    }
}
