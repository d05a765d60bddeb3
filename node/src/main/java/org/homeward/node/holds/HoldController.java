package org.homeward.node.holds;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Predicate;
import org.homeward.node.people.Person.Role;
import org.homeward.node.store.Holds.Kind;
import org.homeward.node.web.FormDay;
import org.homeward.node.web.NotHere;
import org.homeward.node.web.Page;
import org.homeward.node.web.PageFrame;
import org.homeward.node.web.view.NodeFace;
import org.homeward.node.web.view.Reader;
import org.homeward.protocol.exchange.Board;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The holds on one person of the register of those held. An agency holds nobody. */
@Controller
public final class HoldController {
    private static final String PATH = "/registers/held/rows/{batch}/{ordinal}/holds";

    private static final String BOARDS = "/registers/held/rows/{batch}/{ordinal}/boards";

    private final PageFrame frame;
    private final HoldDesk desk;
    private final NodeFace node;

    public HoldController(PageFrame frame, HoldDesk desk, NodeFace node) {
        this.frame = frame;
        this.desk = desk;
        this.node = node;
    }

    @GetMapping(PATH)
    String holds(
            @PathVariable long batch,
            @PathVariable int ordinal,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            Model model) {
        Role role = Role.valueOf(reader.role());
        model.addAttribute("page", frame.of(request));
        model.addAttribute("holds", seen(batch, ordinal, reader));
        model.addAttribute("settable", HoldDesk.settable(role));
        model.addAttribute("row", "/registers/held/rows/" + batch + "/" + ordinal);
        return "holds";
    }

    @PostMapping(PATH)
    String set(
            @PathVariable long batch,
            @PathVariable int ordinal,
            @RequestParam Kind kind,
            @RequestParam(defaultValue = "") String askAgain,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            RedirectAttributes next) {
        return did(
                batch,
                ordinal,
                reader,
                row -> desk.set(row, kind, reader.id(), Role.valueOf(reader.role()), FormDay.of(askAgain)),
                request,
                next);
    }

    @PostMapping(BOARDS)
    String note(
            @PathVariable long batch,
            @PathVariable int ordinal,
            @RequestParam Board.Decision decision,
            @RequestParam(defaultValue = "") String annex,
            @RequestParam String day,
            @RequestParam(defaultValue = "") String nextDay,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            RedirectAttributes next) {
        Board board = new Board(decision, filled(annex), day, filled(nextDay));
        return did(
                batch,
                ordinal,
                reader,
                row -> desk.note(row, board, reader.id(), Role.valueOf(reader.role())),
                request,
                next);
    }

    @PostMapping(BOARDS + "/{id}/confirm")
    String confirmBoard(
            @PathVariable long batch,
            @PathVariable int ordinal,
            @PathVariable long id,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            RedirectAttributes next) {
        return did(
                batch,
                ordinal,
                reader,
                row -> desk.confirmBoard(row, id, reader.id(), Role.valueOf(reader.role())),
                request,
                next);
    }

    private static @Nullable String filled(String value) {
        return value.isBlank() ? null : value.strip();
    }

    @PostMapping(PATH + "/{id}/confirm")
    String confirm(
            @PathVariable long batch,
            @PathVariable int ordinal,
            @PathVariable long id,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            RedirectAttributes next) {
        return did(
                batch,
                ordinal,
                reader,
                row -> desk.confirm(row, id, reader.id(), Role.valueOf(reader.role())),
                request,
                next);
    }

    @PostMapping(PATH + "/{id}/lift")
    String lift(
            @PathVariable long batch,
            @PathVariable int ordinal,
            @PathVariable long id,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            RedirectAttributes next) {
        return did(
                batch,
                ordinal,
                reader,
                row -> desk.lift(row, id, reader.id(), Role.valueOf(reader.role())),
                request,
                next);
    }

    private HoldDesk.Seen seen(long batch, int ordinal, Reader reader) {
        if (node.agency()) {
            throw new NotHere();
        }
        return desk.of(batch, ordinal, Role.valueOf(reader.role())).orElseThrow(NotHere::new);
    }

    private String did(
            long batch,
            int ordinal,
            Reader reader,
            Predicate<String> work,
            HttpServletRequest request,
            RedirectAttributes next) {
        boolean good = work.test(seen(batch, ordinal, reader).row());
        next.addFlashAttribute(
                "notice",
                new Page.Notice(good, frame.of(request).text().get(good ? "holds.done" : "holds.notYours"), null));
        return "redirect:/registers/held/rows/" + batch + "/" + ordinal + "/holds";
    }
}
