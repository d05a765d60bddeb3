package org.homeward.node.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import org.homeward.node.dossier.ClaimDesk;
import org.homeward.node.dossier.DossierRooms;
import org.homeward.node.store.Claims.Said;
import org.homeward.node.store.Registers.Kind;
import org.homeward.node.web.view.NodeFace;
import org.homeward.node.web.view.Reader;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Claims that somebody is dead: the queue of those that wait for two people, and one claim with its source. */
@Controller
final class ClaimController {
    private static final int SHOWN = 100;
    private static final String CLAIM = "/registers/{name}/rows/{batch}/{ordinal}/claims/{claim}";

    private final PageFrame frame;
    private final NodeFace node;
    private final DossierRooms rooms;

    ClaimController(PageFrame frame, NodeFace node, DossierRooms rooms) {
        this.frame = frame;
        this.node = node;
        this.rooms = rooms;
    }

    @GetMapping("/registers/claims")
    String queue(@RequestParam(defaultValue = "") String state, HttpServletRequest request, Model model) {
        if (node.agency()) {
            throw new NotHere();
        }
        Optional<ClaimDesk.State> only = Arrays.stream(ClaimDesk.State.values())
                .filter(s -> s.name().equals(state))
                .findFirst();
        model.addAttribute("page", frame.of(request));
        model.addAttribute("queue", rooms.claims().queue(only, SHOWN));
        model.addAttribute("state", only.map(Enum::name).orElse(""));
        return "claims";
    }

    @GetMapping(CLAIM)
    String claim(
            @PathVariable String name,
            @PathVariable long batch,
            @PathVariable int ordinal,
            @PathVariable String claim,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            Model model) {
        Kind kind = RegisterController.kind(name, node);
        model.addAttribute("page", frame.of(request));
        model.addAttribute("name", name);
        model.addAttribute(
                "item",
                rooms.claims().item(kind, key(kind, batch, ordinal), claim).orElseThrow(NotHere::new));
        model.addAttribute("row", "/registers/" + name + "/rows/" + batch + "/" + ordinal);
        model.addAttribute("self", reader.id());
        return "claim";
    }

    @PostMapping(CLAIM)
    String say(
            @PathVariable String name,
            @PathVariable long batch,
            @PathVariable int ordinal,
            @PathVariable String claim,
            @RequestParam String said,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            RedirectAttributes next) {
        Kind kind = RegisterController.kind(name, node);
        String key = key(kind, batch, ordinal);
        Optional<Said> word = ClaimDesk.said(said);
        boolean kept = word.isPresent() && rooms.claims().say(kind, key, claim, word.get(), reason, reader.id());
        next.addFlashAttribute(
                "notice", new Page.Notice(kept, frame.text(request).get(kept ? "claim.kept" : "claim.notKept"), null));
        return "redirect:/registers/" + name + "/rows/" + batch + "/" + ordinal + "/claims/" + claim;
    }

    private String key(Kind kind, long batch, int ordinal) {
        return rooms.dossiers().key(kind, batch, ordinal).orElseThrow(NotHere::new);
    }
}
