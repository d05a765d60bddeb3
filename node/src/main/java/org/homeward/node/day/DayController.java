package org.homeward.node.day;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.homeward.node.day.DayFiles.Made;
import org.homeward.node.web.NotHere;
import org.homeward.node.web.Page;
import org.homeward.node.web.PageFrame;
import org.homeward.node.web.view.NodeFace;
import org.homeward.node.web.view.Reader;
import org.homeward.protocol.json.CanonicalJson;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which the files of a handover day are made. */
@Controller
public final class DayController {
    private final PageFrame frame;
    private final NodeFace node;
    private final DaySource cases;

    public DayController(PageFrame frame, NodeFace node, DaySource cases) {
        this.frame = frame;
        this.node = node;
        this.cases = cases;
    }

    @GetMapping("/cases/{caseId}/day")
    String day(
            @PathVariable String caseId,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            Model model)
            throws IOException {
        DaySource.Case found = cases.find(caseId).orElseThrow(NotHere::new);
        model.addAttribute("page", frame.of(request));
        model.addAttribute("caseId", caseId);
        model.addAttribute("agreed", !found.state().agreed().isEmpty());
        model.addAttribute("cosigned", found.checkpoint().isPresent());
        model.addAttribute("makes", reader.acts());
        model.addAttribute("days", found.folder().days());
        return "day";
    }

    /** The files as a zip; a plan that cannot be one leads back with a sentence. */
    @PostMapping("/cases/{caseId}/day")
    Object make(
            @PathVariable String caseId,
            @RequestParam String handover,
            @RequestParam String neutral,
            @RequestParam(defaultValue = "") String vehicles,
            @RequestParam(defaultValue = "") String counted,
            @RequestParam(defaultValue = "") String checklist,
            @RequestParam(defaultValue = "") String seats,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            RedirectAttributes next) {
        if (!reader.acts()) {
            throw new AccessDeniedException("this role does not act in a case");
        }
        DaySource.Case found = cases.find(caseId).orElseThrow(NotHere::new);
        Made made = found.checkpoint().isEmpty()
                ? new Made.Refused("Not every act is co-signed by both sides yet: the devices would refuse such a day.")
                : DayFiles.of(
                        found.state(),
                        new DayFiles.Plan(handover.strip(), neutral.strip(), vehicles, counted, checklist, seats),
                        !node.agency(),
                        found.checkpoint().get(),
                        found.policy());
        return switch (made) {
            case Made.Files(var files) ->
                ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType("application/zip"))
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename(caseId + "-" + handover.strip() + ".zip")
                                        .build()
                                        .toString())
                        .body(DayFiles.zip(files));
            case Made.Refused(String sentence) -> refused(caseId, sentence, request, next);
        };
    }

    private String refused(String caseId, String sentence, HttpServletRequest request, RedirectAttributes next) {
        next.addFlashAttribute(
                "notice", new Page.Notice(false, frame.of(request).text().get("day.refused"), sentence));
        return "redirect:/cases/" + caseId + "/day";
    }

    /** Routes and times as a file of their own, which holds no person. The node keeps nothing of them, not even that they were typed. */
    @PostMapping("/cases/{caseId}/day/movements")
    Object movements(
            @PathVariable String caseId,
            @RequestParam(defaultValue = "") String handover,
            @RequestParam(defaultValue = "") String movements,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            RedirectAttributes next) {
        if (!reader.acts()) {
            throw new AccessDeniedException("this role does not act in a case");
        }
        if (cases.find(caseId).isEmpty()) {
            throw new NotHere();
        }
        return switch (Seating.movements(caseId, handover.strip(), movements)) {
            case Seating.Moved.Movements(var plan) ->
                ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"movements.json\"")
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .body(CanonicalJson.bytes(plan));
            case Seating.Moved.Refused(String sentence) -> refused(caseId, sentence, request, next);
        };
    }
}
