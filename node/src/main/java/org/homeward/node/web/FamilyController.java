package org.homeward.node.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.homeward.node.families.FamilyDoor;
import org.homeward.node.families.FamilyRooms;
import org.homeward.node.families.FigureDesk;
import org.homeward.node.web.view.NodeFace;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The doors without a sign-in: a family's, with one form for a case code; a notice's check; the public figures. No name can be entered in any
 * of them. {@link FamilyPageSize} fills every answer up to one size.
 */
@Controller
final class FamilyController {
    /** What the page is about to say. */
    enum Said {
        /** Only the form. */
        ASK,
        /** No news, or no such code: the same page. */
        NOTHING,
        NEWS,
        /** An answer was handed in; whether its code was right is not said. */
        ANSWERED,
        TOO_MANY,
        ISSUED,
        NOT_ISSUED
    }

    private final PageFrame frame;
    private final NodeFace node;
    private final FamilyRooms rooms;

    FamilyController(PageFrame frame, NodeFace node, FamilyRooms rooms) {
        this.frame = frame;
        this.node = node;
        this.rooms = rooms;
    }

    @GetMapping("/family")
    String form(HttpServletRequest request, Model model) {
        return family(request, model, Said.ASK, "", List.of());
    }

    @PostMapping("/family")
    String ask(
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<List<FamilyDoor.Shown>> told = rooms.door().ask(code, request.getRemoteAddr());
        if (told.isEmpty()) {
            return tooMany(request, response, model);
        }
        return family(request, model, told.get().isEmpty() ? Said.NOTHING : Said.NEWS, code, told.get());
    }

    @PostMapping("/family/answer")
    String answer(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String notice,
            @RequestParam(defaultValue = "") String words,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return rooms.door().answer(code, notice, words, request.getRemoteAddr())
                ? family(request, model, Said.ANSWERED, "", List.of())
                : tooMany(request, response, model);
    }

    private String tooMany(HttpServletRequest request, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        return family(request, model, Said.TOO_MANY, "", List.of());
    }

    private String family(
            HttpServletRequest request, Model model, Said said, String code, List<FamilyDoor.Shown> told) {
        onlyAtABureau();
        model.addAttribute("page", frame.of(request));
        model.addAttribute("said", said.name());
        model.addAttribute("code", code);
        model.addAttribute("told", told);
        return "family";
    }

    @GetMapping("/notice")
    String notice(HttpServletRequest request, Model model) {
        return notice(request, model, Said.ASK);
    }

    @PostMapping("/notice")
    String check(
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<Boolean> issued = rooms.door().issued(code, request.getRemoteAddr());
        if (issued.isEmpty()) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        }
        return notice(
                request,
                model,
                issued.map(i -> i ? Said.ISSUED : Said.NOT_ISSUED).orElse(Said.TOO_MANY));
    }

    private String notice(HttpServletRequest request, Model model, Said said) {
        onlyAtABureau();
        model.addAttribute("page", frame.of(request));
        model.addAttribute("said", said.name());
        model.addAttribute("key", rooms.writer().key());
        return "notice-check";
    }

    @GetMapping("/figures")
    String figures(HttpServletRequest request, Model model) {
        onlyAtABureau();
        model.addAttribute("page", frame.of(request));
        model.addAttribute("shown", rooms.figures().released());
        return "figures";
    }

    /** The same as {@link #figures} for programs; a withheld number is null. */
    @GetMapping("/figures.json")
    ResponseEntity<Map<String, Object>> json(HttpServletRequest request) {
        onlyAtABureau();
        Text text = frame.text(request);
        List<Map<String, Object>> releases = new ArrayList<>();
        for (FigureDesk.Shown shown : rooms.figures().released()) {
            Map<String, Object> counts = new LinkedHashMap<>();
            shown.cells().forEach(c -> counts.put(c.kind().name(), c.withheld() ? null : c.count()));
            Map<String, Object> release = new LinkedHashMap<>();
            release.put("occasion", shown.release().occasion());
            release.put("version", shown.release().version());
            release.put("releasedAt", shown.release().releasedAt());
            release.put("counts", counts);
            // As text, because the signature is over these very bytes: saved to a file it is what `notice verify`
            // reads.
            rooms.releases()
                    .file(shown.release())
                    .ifPresent(f -> release.put("signed", new String(f.bytes(), StandardCharsets.UTF_8)));
            releases.add(release);
        }
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("bureau", node.id());
        all.put("rule", text.get("figures.rule"));
        all.put("releases", releases);
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(all);
    }

    private void onlyAtABureau() {
        if (node.agency()) {
            throw new NotHere();
        }
    }
}
