package org.homeward.node.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.homeward.node.dossier.DossierRooms;
import org.homeward.node.dossier.Status;
import org.homeward.node.dossier.StatusDesk;
import org.homeward.node.intake.RegisterDesk;
import org.homeward.node.store.Registers.Kind;
import org.homeward.node.web.view.NodeFace;
import org.homeward.node.web.view.Reader;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The two registers of a bureau: their batches and their rows, by name and by status. An agency has none. */
@Controller
final class RegisterController {
    private static final int LONGEST_QUERY = 200;

    private final PageFrame frame;
    private final NodeFace node;
    private final RegisterDesk desk;
    private final DossierRooms dossiers;

    RegisterController(PageFrame frame, NodeFace node, RegisterDesk desk, DossierRooms dossiers) {
        this.dossiers = dossiers;
        this.frame = frame;
        this.node = node;
        this.desk = desk;
    }

    /**
     * Page by page in the order in which the rows came, or by status.
     *
     * @param status only people who have it among theirs; an unknown one is none
     * @param from how many people of that choice come before
     */
    @GetMapping("/registers/{name}")
    String browse(
            @PathVariable String name,
            @RequestParam(defaultValue = "0") long batch,
            @RequestParam(defaultValue = "-1") int ordinal,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "") String sort,
            @RequestParam(defaultValue = "0") int from,
            HttpServletRequest request,
            Model model) {
        Kind kind = kind(name, node);
        Optional<Status> only = Arrays.stream(Status.values())
                .filter(s -> s.name().equals(status))
                .findFirst();
        boolean gravest = sort.equals(StatusDesk.Sort.GRAVEST.name());
        StatusDesk.Part part = null;
        RegisterDesk.Page rows;
        if (only.isPresent() || gravest) {
            part = dossiers.statuses()
                    .part(
                            kind,
                            only,
                            gravest ? StatusDesk.Sort.GRAVEST : StatusDesk.Sort.TAKEN_IN,
                            from,
                            RegisterDesk.PAGE);
            rows = new RegisterDesk.Page(desk.lines(kind, part.keys()), Optional.empty());
        } else {
            rows = desk.page(kind, batch, ordinal);
        }
        model.addAttribute("part", part);
        model.addAttribute("status", only.map(Status::name).orElse(""));
        model.addAttribute("gravest", gravest);
        model.addAttribute("from", Math.max(0, from));
        return page(name, "", rows, part == null ? ordinal < 0 : from <= 0, request, model);
    }

    /** By a form that is sent, not by an address: what is looked for is a person, and addresses are kept in many places. */
    @PostMapping("/registers/{name}/search")
    String search(
            @PathVariable String name,
            @RequestParam(defaultValue = "") String q,
            HttpServletRequest request,
            Model model) {
        Kind kind = kind(name, node);
        String query = q.strip();
        if (query.isEmpty()) {
            return "redirect:/registers/" + name;
        }
        RegisterDesk.Page rows = new RegisterDesk.Page(
                desk.search(kind, query.substring(0, Math.min(LONGEST_QUERY, query.length()))), Optional.empty());
        model.addAttribute("status", "");
        model.addAttribute("gravest", false);
        model.addAttribute("from", 0);
        return page(name, query, rows, true, request, model);
    }

    /** Where the language links of what was found lead. */
    @GetMapping("/registers/{name}/search")
    String nothing(@PathVariable String name) {
        kind(name, node);
        return "redirect:/registers/" + name;
    }

    private String page(
            String name, String query, RegisterDesk.Page rows, boolean first, HttpServletRequest request, Model model) {
        Kind kind = kind(name, node);
        model.addAttribute("page", frame.of(request));
        model.addAttribute("name", name);
        model.addAttribute("size", desk.size(kind));
        model.addAttribute("query", query);
        model.addAttribute("rows", rows);
        model.addAttribute("first", first);
        model.addAttribute(
                "statuses",
                dossiers.statuses()
                        .statuses(
                                kind,
                                rows.lines().stream()
                                        .map(RegisterDesk.Line::key)
                                        .toList()));
        return "register";
    }

    /** Takes a batch back. The form has a box to tick, so that no stray click undoes a day's work. */
    @PostMapping("/registers/{name}/batches/{batch}/undo")
    String undo(
            @PathVariable String name,
            @PathVariable long batch,
            @RequestParam(required = false) @Nullable String sure,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            RedirectAttributes next) {
        requireTakesIn(reader);
        Kind kind = kind(name, node);
        boolean good = sure != null && desk.undo(kind, batch, reader.id());
        String key = sure == null ? "register.notSure" : good ? "register.undone" : "register.gone";
        next.addFlashAttribute(
                "notice", new Page.Notice(good, frame.text(request).get(key), null));
        return "redirect:/registers/" + name;
    }

    static List<String> names() {
        return List.of("held", "sought");
    }

    /** The register of that name; an agency has none, and says so as of any page that is not there. */
    static Kind kind(String name, NodeFace node) {
        return Kind.of(name).filter(kind -> !node.agency()).orElseThrow(NotHere::new);
    }

    static void requireTakesIn(Reader reader) {
        if (!reader.takesIn()) {
            throw new AccessDeniedException("this role does not take registers in");
        }
    }
}
