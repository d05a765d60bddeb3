package org.homeward.node.remains;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.homeward.node.people.PeopleDesk;
import org.homeward.node.people.Person;
import org.homeward.node.store.Remains;
import org.homeward.node.store.Remains.Step;
import org.homeward.node.web.NotHere;
import org.homeward.node.web.Page;
import org.homeward.node.web.PageFrame;
import org.homeward.node.web.Text;
import org.homeward.node.web.view.NodeFace;
import org.homeward.node.web.view.Reader;
import org.homeward.protocol.crypto.Bytes;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of remains and its printed record. An agency has neither. */
@Controller
public final class RemainsController {
    private final PageFrame frame;
    private final NodeFace node;
    private final PeopleDesk people;
    private final RemainsDesk desk;
    private final Clock clock;

    public RemainsController(PageFrame frame, NodeFace node, PeopleDesk people, RemainsDesk desk, Clock clock) {
        this.frame = frame;
        this.node = node;
        this.people = people;
        this.desk = desk;
        this.clock = clock;
    }

    @GetMapping("/remains")
    String remains(@AuthenticationPrincipal Reader reader, HttpServletRequest request, Model model) {
        model.addAttribute("self", self(reader).id());
        model.addAttribute("page", frame.of(request));
        model.addAttribute("groups", desk.groups());
        List<Step> waiting = desk.steps().stream()
                .filter(s -> s.standing() == Remains.Standing.ASKED)
                .toList();
        model.addAttribute("waiting", waiting);
        model.addAttribute(
                "undone",
                desk.steps().stream()
                        .filter(s -> s.standing() == Remains.Standing.UNDONE)
                        .toList());
        return "remains";
    }

    @PostMapping("/remains")
    String ask(
            @RequestParam Remains.Kind kind,
            @RequestParam(defaultValue = "") String part,
            @RequestParam(defaultValue = "") String other,
            @RequestParam Remains.Method method,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            RedirectAttributes next)
            throws IOException {
        return after(desk.ask(self(reader), kind, part, other, method, reason), request, next);
    }

    /** What somebody does with a step: confirms it, asks that it be taken back, takes it back, or drops what he asked. */
    @PostMapping("/remains/{id}")
    String step(
            @PathVariable String id,
            @RequestParam(name = "do", defaultValue = "") String what,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            RedirectAttributes next) {
        Person self = self(reader);
        Optional<RemainsDesk.No> no = switch (what) {
            case "confirm" -> desk.confirm(self, id);
            case "ask-back" -> desk.askBack(self, id, reason);
            case "take-back" -> desk.takeBack(self, id);
            case "drop" -> desk.drop(self, id);
            default -> Optional.of(RemainsDesk.No.GONE);
        };
        return after(no, request, next);
    }

    /** The record of one person's remains on paper, in the reader's language and a second one, with room for two signatures. */
    @GetMapping("/remains/{number}.pdf")
    ResponseEntity<byte[]> paper(
            @PathVariable String number, @AuthenticationPrincipal Reader reader, HttpServletRequest request) {
        self(reader);
        RemainsGroups.Group group = desk.groups().stream()
                .filter(g -> number(g).equals(number))
                .findFirst()
                .orElseThrow(NotHere::new);
        Text own = frame.of(request).text();
        byte[] pdf = RemainsPaper.pdf(
                group, number, own, frame.in(own.language().equals("en") ? "uk" : "en"), clock.instant());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"remains-" + number + ".pdf\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(pdf);
    }

    /** Number of a group on paper and in addresses: it follows from its parts, so that a changed group has another paper. */
    public static String number(RemainsGroups.Group group) {
        return Bytes.hex(Bytes.sha256(Bytes.utf8(String.join("\n", group.parts()))))
                .substring(0, 12);
    }

    private String after(Optional<RemainsDesk.No> no, HttpServletRequest request, RedirectAttributes next) {
        Text text = frame.of(request).text();
        next.addFlashAttribute(
                "notice",
                no.map(n -> new Page.Notice(false, text.get("remainsNo." + n.name()), null))
                        .orElse(new Page.Notice(true, text.get("families.done"), null)));
        return "redirect:/remains";
    }

    private Person self(Reader reader) {
        if (node.agency()) {
            throw new NotHere();
        }
        return people.people().stream()
                .filter(p -> p.id().equals(reader.id()))
                .findFirst()
                .orElseThrow(NotHere::new);
    }
}
