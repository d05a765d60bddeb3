package org.homeward.node.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.homeward.node.web.view.CaseQueries;
import org.homeward.node.web.view.CaseView.Participant;
import org.homeward.node.web.view.ProposalView;
import org.homeward.node.web.view.Reader;
import org.homeward.node.web.view.StepKind;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The lists on the table: their balance, and everybody on them with the reason. */
@Controller
final class ProposalController {
    private final PageFrame frame;
    private final CaseQueries queries;

    ProposalController(PageFrame frame, CaseQueries queries) {
        this.frame = frame;
        this.queries = queries;
    }

    @GetMapping("/cases/{caseId}/proposal")
    String proposal(
            @PathVariable String caseId,
            @RequestParam(required = false) @Nullable String side,
            @RequestParam(defaultValue = "1") int page,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            Model model) {
        ProposalView view = queries.proposal(caseId).orElseThrow(NotHere::new);
        Participant shown = view.parties().stream()
                .filter(p -> side == null || p.id().equals(side))
                .findFirst()
                .orElseThrow(NotHere::new);
        List<ProposalView.Person> people =
                view.people().stream().filter(p -> p.party().equals(shown.id())).toList();
        int pages = Math.max(1, Math.ceilDiv(people.size(), CaseQueries.LINES_PER_PAGE));
        if (page < 1 || page > pages) {
            throw new NotHere();
        }
        int from = (page - 1) * CaseQueries.LINES_PER_PAGE;
        model.addAttribute("page", frame.of(request));
        model.addAttribute("view", view);
        model.addAttribute("chart", BalanceChart.of(view));
        model.addAttribute("side", shown);
        model.addAttribute("people", people.subList(from, Math.min(people.size(), from + CaseQueries.LINES_PER_PAGE)));
        model.addAttribute("number", page);
        model.addAttribute("pages", pages);
        model.addAttribute(
                "objects",
                // While a party may freeze the lists it may object to them.
                reader.acts()
                        && !frame.of(request).node().agency()
                        && queries.caseView(caseId)
                                .map(v -> v.open().contains(StepKind.FREEZE_LISTS))
                                .orElse(false));
        return "proposal";
    }
}
