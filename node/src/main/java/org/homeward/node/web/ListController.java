package org.homeward.node.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.homeward.node.web.view.CaseQueries;
import org.homeward.node.web.view.ListView;
import org.homeward.node.web.view.Reader;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
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

    /** The same lines as the page shows under the same filter, all pages of it. */
    @GetMapping("/cases/{caseId}/lists/{partyId}/export")
    ResponseEntity<byte[]> export(
            @PathVariable String caseId,
            @PathVariable String partyId,
            @RequestParam(required = false) @Nullable String reply,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request) {
        if (!reader.acts()) {
            throw new AccessDeniedException("an export is for those who act in the case");
        }
        ListView first = view(caseId, partyId, 1, reply).orElseThrow(NotHere::new);
        ListExport export = new ListExport(frame.text(request));
        export.add(first);
        for (int page = 2; page <= first.pages(); page++) {
            view(caseId, partyId, page, reply).ifPresent(export::add);
        }
        String name = caseId + "-" + partyId + (first.filter() == null ? "" : "-" + first.filter()) + ".csv";
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(export.bytes());
    }

    private Optional<ListView> view(String caseId, String partyId, int page, @Nullable String reply) {
        return queries.list(caseId, partyId, page, reply == null || reply.isEmpty() ? null : reply);
    }
}
