package org.homeward.node.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import org.homeward.node.intake.Intake;
import org.homeward.node.intake.Preview;
import org.homeward.node.store.Registers.Batch;
import org.homeward.node.store.Registers.Kind;
import org.homeward.node.web.view.NodeFace;
import org.homeward.node.web.view.Reader;
import org.homeward.register.Field;
import org.homeward.register.ReadOutcome.Refused;
import org.homeward.register.ReadOutcome.RowVerdict;
import org.springframework.http.ContentDisposition;
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

/** A register's way in: hand a file in, look at what it would change, say what its columns mean, take it in or let it go. */
@Controller
final class IntakeController {
    private final PageFrame frame;
    private final NodeFace node;
    private final Intake intake;

    IntakeController(PageFrame frame, NodeFace node, Intake intake) {
        this.frame = frame;
        this.node = node;
        this.intake = intake;
    }

    @GetMapping("/intake")
    String desk(@AuthenticationPrincipal Reader reader, HttpServletRequest request, Model model) {
        if (node.agency()) {
            throw new NotHere();
        }
        RegisterController.requireTakesIn(reader);
        model.addAttribute("page", frame.of(request));
        model.addAttribute("waiting", intake.waiting());
        return "intake";
    }

    @PostMapping("/intake")
    String handIn(
            @RequestParam String register,
            @RequestParam MultipartFile file,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            RedirectAttributes next)
            throws IOException {
        RegisterController.requireTakesIn(reader);
        Kind kind = RegisterController.kind(register, node);
        String name = file.getOriginalFilename();
        try (InputStream content = file.getInputStream()) {
            return switch (intake.handIn(kind, name == null ? "" : name, content, reader.id())) {
                case Intake.HandedIn.Waits(var waiting) -> "redirect:/intake/" + waiting.id();
                case Intake.HandedIn.NotRead(Refused why) -> {
                    next.addFlashAttribute("notice", notice(why, request));
                    yield "redirect:/intake";
                }
            };
        }
    }

    @GetMapping("/intake/{id}")
    String look(
            @PathVariable String id, @AuthenticationPrincipal Reader reader, HttpServletRequest request, Model model) {
        RegisterController.requireTakesIn(reader);
        model.addAttribute("preview", preview(id));
        model.addAttribute("page", frame.of(request));
        return "preview";
    }

    /** Every verdict on a row or record, as a sheet. */
    @GetMapping("/intake/{id}/verdicts")
    ResponseEntity<byte[]> verdicts(
            @PathVariable String id, @AuthenticationPrincipal Reader reader, HttpServletRequest request) {
        RegisterController.requireTakesIn(reader);
        Text text = frame.text(request);
        Sheet sheet = new Sheet();
        sheet.row(text.get("intake.line"), text.get("intake.verdict"), text.get("intake.meaning"));
        for (RowVerdict verdict : preview(id).seen().verdicts()) {
            sheet.row(
                    String.valueOf(verdict.line()),
                    verdict.verdict().name(),
                    text.get("verdict." + verdict.verdict().name()));
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("verdicts-" + id + ".csv")
                                .build()
                                .toString())
                .body(sheet.bytes());
    }

    /** What each column means: parameters {@code meaning-N} for column N; only what differs from what was recognised is kept. */
    @PostMapping("/intake/{id}/meanings")
    String mean(
            @PathVariable String id,
            @RequestParam Map<String, String> form,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            RedirectAttributes next) {
        RegisterController.requireTakesIn(reader);
        Preview preview = preview(id);
        Map<String, Field> map = new HashMap<>(preview.waiting().map());
        for (int i = 0; i < preview.columns().size(); i++) {
            Field said = field(form.getOrDefault("meaning-" + i, ""));
            if (said != null && said != preview.columns().get(i).field()) {
                map.put(preview.columns().get(i).header(), said);
            }
        }
        Page.Notice notice = intake.mean(id, map)
                .map(why -> notice(why, request))
                .orElseGet(() -> new Page.Notice(true, frame.text(request).get("intake.meant"), null));
        next.addFlashAttribute("notice", notice);
        return "redirect:/intake/" + id;
    }

    @PostMapping("/intake/{id}/accept")
    String accept(
            @PathVariable String id,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            RedirectAttributes next) {
        RegisterController.requireTakesIn(reader);
        Text text = frame.text(request);
        Batch batch = intake.accept(id, reader.id()).orElse(null);
        if (batch == null) {
            next.addFlashAttribute("notice", new Page.Notice(false, text.get("intake.gone"), null));
            return "redirect:/intake";
        }
        next.addFlashAttribute(
                "notice", new Page.Notice(true, text.get("intake.taken", text.number(batch.rows())), null));
        return "redirect:/registers/" + batch.kind().word();
    }

    @PostMapping("/intake/{id}/drop")
    String drop(
            @PathVariable String id,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            RedirectAttributes next) {
        RegisterController.requireTakesIn(reader);
        boolean there = intake.letGo(id);
        String key = there ? "intake.dropped" : "intake.gone";
        next.addFlashAttribute(
                "notice", new Page.Notice(there, frame.text(request).get(key), null));
        return "redirect:/intake";
    }

    private Preview preview(String id) {
        if (node.agency()) {
            throw new NotHere();
        }
        return intake.preview(id).orElseThrow(NotHere::new);
    }

    private Page.Notice notice(Refused why, HttpServletRequest request) {
        return new Page.Notice(
                false, frame.text(request).get("unread." + why.code().name()), why.sentence());
    }

    private static @org.jspecify.annotations.Nullable Field field(String name) {
        try {
            return Field.valueOf(name);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
