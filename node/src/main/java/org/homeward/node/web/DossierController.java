package org.homeward.node.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.homeward.node.dossier.Dossier;
import org.homeward.node.dossier.DossierDesk;
import org.homeward.node.dossier.DossierRooms;
import org.homeward.node.dossier.PaperDesk;
import org.homeward.node.store.Registers.Kind;
import org.homeward.node.web.view.NodeFace;
import org.homeward.node.web.view.Reader;
import org.homeward.register.Answered;
import org.homeward.register.Field;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A person of a register: all that was said of him, his pictures, and what somebody writes down beside the files. */
@Controller
final class DossierController {
    private static final String ROW = "/registers/{name}/rows/{batch}/{ordinal}";

    private final PageFrame frame;
    private final NodeFace node;
    private final DossierRooms rooms;

    DossierController(PageFrame frame, NodeFace node, DossierRooms rooms) {
        this.frame = frame;
        this.node = node;
        this.rooms = rooms;
    }

    @GetMapping(ROW)
    String dossier(
            @PathVariable String name,
            @PathVariable long batch,
            @PathVariable int ordinal,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            Model model) {
        Dossier dossier = rooms.dossiers()
                .of(RegisterController.kind(name, node), batch, ordinal)
                .orElseThrow(NotHere::new);
        Text text = frame.text(request);
        model.addAttribute("page", frame.of(request));
        model.addAttribute("name", name);
        model.addAttribute("dossier", dossier);
        model.addAttribute("here", row(name, batch, ordinal));
        model.addAttribute("forms", FormController.titles(text));
        model.addAttribute("fields", DossierDesk.fields());
        return "row";
    }

    /** Writes a statement down. */
    @PostMapping(ROW + "/statements")
    String state(
            @PathVariable String name,
            @PathVariable long batch,
            @PathVariable int ordinal,
            @RequestParam Field field,
            @RequestParam Answered answer,
            @RequestParam(defaultValue = "") String value,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = "") String evidence,
            @RequestParam(defaultValue = "") String day,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            RedirectAttributes next) {
        Kind kind = RegisterController.kind(name, node);
        boolean good = rooms.dossiers()
                .state(
                        kind,
                        key(kind, batch, ordinal),
                        new Dossier.Entered(field, answer, value, source, evidence, day),
                        reader.id());
        return back(name, batch, ordinal, good, good ? "dossier.stated" : "dossier.notStated", request, next);
    }

    @PostMapping(ROW + "/papers")
    String add(
            @PathVariable String name,
            @PathVariable long batch,
            @PathVariable int ordinal,
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String source,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            RedirectAttributes next)
            throws IOException {
        Kind kind = RegisterController.kind(name, node);
        String key = key(kind, batch, ordinal);
        try (InputStream content = file.getInputStream()) {
            Optional<PaperDesk.No> no = rooms.papers().add(kind, key, content, title, source, reader.id());
            return back(
                    name,
                    batch,
                    ordinal,
                    no.isEmpty(),
                    no.map(n -> "paperNo." + n.name()).orElse("paper.kept"),
                    request,
                    next);
        }
    }

    /** A picture as it was written anew; nobody's cache keeps it. */
    @GetMapping(ROW + "/papers/{paper}")
    ResponseEntity<byte[]> show(
            @PathVariable String name,
            @PathVariable long batch,
            @PathVariable int ordinal,
            @PathVariable String paper) {
        Kind kind = RegisterController.kind(name, node);
        PaperDesk.Shown shown =
                rooms.papers().show(kind, key(kind, batch, ordinal), paper).orElseThrow(NotHere::new);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(shown.paper().media()))
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline")
                .body(shown.bytes());
    }

    @PostMapping(ROW + "/papers/{paper}/remove")
    String remove(
            @PathVariable String name,
            @PathVariable long batch,
            @PathVariable int ordinal,
            @PathVariable String paper,
            @RequestParam(defaultValue = "") String sure,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            RedirectAttributes next) {
        Kind kind = RegisterController.kind(name, node);
        String key = key(kind, batch, ordinal);
        boolean good = !sure.isEmpty() && rooms.papers().remove(kind, key, paper, reader.id());
        return back(name, batch, ordinal, good, good ? "paper.removed" : "paper.notRemoved", request, next);
    }

    private String key(Kind kind, long batch, int ordinal) {
        return rooms.dossiers().key(kind, batch, ordinal).orElseThrow(NotHere::new);
    }

    private String back(
            String name,
            long batch,
            int ordinal,
            boolean good,
            String message,
            HttpServletRequest request,
            RedirectAttributes next) {
        next.addFlashAttribute(
                "notice", new Page.Notice(good, frame.text(request).get(message), null));
        return "redirect:" + row(name, batch, ordinal);
    }

    private static String row(String name, long batch, int ordinal) {
        return "/registers/" + name + "/rows/" + batch + "/" + ordinal;
    }
}
