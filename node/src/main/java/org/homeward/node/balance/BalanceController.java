package org.homeward.node.balance;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.homeward.node.balance.BalanceView.PersonRow;
import org.homeward.node.balance.BalanceView.WhatIf;
import org.homeward.node.web.NotHere;
import org.homeward.node.web.PageFrame;
import org.homeward.node.web.view.CaseQueries;
import org.homeward.node.web.view.NodeFace;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The balance by category and clause, why, what if, and what the last version changed. Changes nothing. */
@Controller
public final class BalanceController {
    private final PageFrame frame;
    private final BalanceSource cases;
    private final NodeFace node;

    public BalanceController(PageFrame frame, BalanceSource cases, NodeFace node) {
        this.frame = frame;
        this.cases = cases;
        this.node = node;
    }

    @GetMapping("/cases/{caseId}/balance")
    String balance(
            @PathVariable String caseId,
            @RequestParam(required = false) @Nullable String side,
            @RequestParam(required = false) @Nullable String clause,
            @RequestParam(required = false) @Nullable Long to,
            @RequestParam(defaultValue = "1") int page,
            HttpServletRequest request,
            Model model) {
        BalanceDesk desk = cases.find(caseId)
                .flatMap(one -> BalanceDesk.of(one, node.id(), node.agency()))
                .orElseThrow(NotHere::new);
        BalanceView view = desk.view().orElseThrow(NotHere::new);
        String shown = side == null ? view.shown().getFirst() : side;
        if (!view.shown().contains(shown)) {
            throw new NotHere();
        }
        List<PersonRow> people =
                view.people().stream().filter(p -> p.party().equals(shown)).toList();
        int pages = Math.max(1, Math.ceilDiv(people.size(), CaseQueries.LINES_PER_PAGE));
        if (page < 1 || page > pages) {
            throw new NotHere();
        }
        WhatIf whatIf =
                clause == null || to == null ? null : desk.whatIf(clause, to).orElseThrow(NotHere::new);
        int from = (page - 1) * CaseQueries.LINES_PER_PAGE;
        model.addAttribute("page", frame.of(request));
        model.addAttribute("view", view);
        model.addAttribute("clauseChart", ClauseChart.of(view.clauses()));
        model.addAttribute("categoryChart", ClauseChart.of(view.categories()));
        model.addAttribute("side", shown);
        model.addAttribute("people", people.subList(from, Math.min(people.size(), from + CaseQueries.LINES_PER_PAGE)));
        model.addAttribute("whatIf", whatIf);
        model.addAttribute("number", page);
        model.addAttribute("pages", pages);
        return "balance";
    }
}
