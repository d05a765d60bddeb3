package org.homeward.node.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.homeward.node.dossier.Dossier;
import org.homeward.node.dossier.DossierRooms;
import org.homeward.node.dossier.TwinDesk;
import org.homeward.node.store.Registers.Kind;
import org.homeward.node.store.Twins.Pair;
import org.homeward.node.store.Twins.Said;
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

/** Rows of one register that may be one person: the queue, and two dossiers side by side. A row is named by its place, as {@code 3.17}. */
@Controller
final class TwinController {
    private static final int SHOWN = 100;
    private static final Pattern PLACE = Pattern.compile("(\\d{1,18})\\.(\\d{1,9})");
    /** A small register is looked through before the page is shown again. */
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final PageFrame frame;
    private final NodeFace node;
    private final DossierRooms rooms;

    TwinController(PageFrame frame, NodeFace node, DossierRooms rooms) {
        this.frame = frame;
        this.node = node;
        this.rooms = rooms;
    }

    @GetMapping("/registers/{name}/twins")
    String queue(
            @PathVariable String name,
            @RequestParam(defaultValue = "") String state,
            HttpServletRequest request,
            Model model) {
        Kind kind = RegisterController.kind(name, node);
        Optional<TwinDesk.State> only = Arrays.stream(TwinDesk.State.values())
                .filter(s -> s.name().equals(state))
                .findFirst();
        model.addAttribute("page", frame.of(request));
        model.addAttribute("name", name);
        model.addAttribute("queue", rooms.twins().queue(kind, only, SHOWN));
        model.addAttribute("state", only.map(Enum::name).orElse(""));
        return "twins";
    }

    @PostMapping("/registers/{name}/twins/look")
    String look(@PathVariable String name) throws InterruptedException {
        Optional<Thread> looking = rooms.twins().look(RegisterController.kind(name, node));
        if (looking.isPresent()) {
            looking.get().join(PATIENCE);
        }
        return "redirect:/registers/" + name + "/twins";
    }

    @GetMapping("/registers/{name}/twins/{one}/{other}")
    String pair(
            @PathVariable String name,
            @PathVariable String one,
            @PathVariable String other,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            Model model) {
        Kind kind = RegisterController.kind(name, node);
        Dossier left = dossier(kind, one);
        Dossier right = dossier(kind, other);
        if (left.key().equals(right.key())) {
            throw new NotHere();
        }
        model.addAttribute("page", frame.of(request));
        model.addAttribute("name", name);
        model.addAttribute("left", left);
        model.addAttribute("right", right);
        model.addAttribute(
                "item",
                rooms.twins().item(kind, Pair.of(left.key(), right.key())).orElseThrow(NotHere::new));
        model.addAttribute("here", "/registers/" + name + "/twins/" + one + "/" + other);
        model.addAttribute("rows", java.util.List.of(row(name, one), row(name, other)));
        model.addAttribute("self", reader.id());
        return "twin";
    }

    @PostMapping("/registers/{name}/twins/{one}/{other}")
    String say(
            @PathVariable String name,
            @PathVariable String one,
            @PathVariable String other,
            @RequestParam String said,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            RedirectAttributes next) {
        Kind kind = RegisterController.kind(name, node);
        String left = key(kind, one);
        String right = key(kind, other);
        Optional<Said> word = TwinDesk.said(said);
        boolean kept = word.isPresent()
                && !left.equals(right)
                && rooms.twins().say(kind, Pair.of(left, right), word.get(), reader.id());
        next.addFlashAttribute(
                "notice", new Page.Notice(kept, frame.text(request).get(kept ? "twin.kept" : "twin.notKept"), null));
        return "redirect:/registers/" + name + "/twins/" + one + "/" + other;
    }

    private Dossier dossier(Kind kind, String place) {
        Matcher matcher = matcher(place);
        return rooms.dossiers()
                .of(kind, Long.parseLong(matcher.group(1)), Integer.parseInt(matcher.group(2)))
                .orElseThrow(NotHere::new);
    }

    private String key(Kind kind, String place) {
        Matcher matcher = matcher(place);
        return rooms.dossiers()
                .key(kind, Long.parseLong(matcher.group(1)), Integer.parseInt(matcher.group(2)))
                .orElseThrow(NotHere::new);
    }

    private static Matcher matcher(String place) {
        Matcher matcher = PLACE.matcher(place);
        if (!matcher.matches()) {
            throw new NotHere();
        }
        return matcher;
    }

    private static String row(String name, String place) {
        return "/registers/" + name + "/rows/" + place.replace('.', '/');
    }
}
