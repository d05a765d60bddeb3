package org.homeward.node.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
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

/** The two registers of a bureau: their batches, their rows, a person's row with all that was said of it. An agency has none. */
@Controller
final class RegisterController {
    private static final int LONGEST_QUERY = 200;

    private final PageFrame frame;
    private final NodeFace node;
    private final RegisterDesk desk;

    RegisterController(PageFrame frame, NodeFace node, RegisterDesk desk) {
        this.frame = frame;
        this.node = node;
        this.desk = desk;
    }

    @GetMapping("/registers/{name}")
    String browse(
            @PathVariable String name,
            @RequestParam(defaultValue = "0") long batch,
            @RequestParam(defaultValue = "-1") int ordinal,
            HttpServletRequest request,
            Model model) {
        return page(name, "", desk.page(kind(name, node), batch, ordinal), ordinal < 0, request, model);
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
                desk.search(kind, query.substring(0, Math.min(LONGEST_QUERY, query.length()))),
                java.util.Optional.empty());
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
        model.addAttribute("page", frame.of(request));
        model.addAttribute("name", name);
        model.addAttribute("size", desk.size(kind(name, node)));
        model.addAttribute("query", query);
        model.addAttribute("rows", rows);
        model.addAttribute("first", first);
        return "register";
    }

    @GetMapping("/registers/{name}/rows/{batch}/{ordinal}")
    String row(
            @PathVariable String name,
            @PathVariable long batch,
            @PathVariable int ordinal,
            HttpServletRequest request,
            Model model) {
        model.addAttribute(
                "history", desk.history(kind(name, node), batch, ordinal).orElseThrow(NotHere::new));
        model.addAttribute("page", frame.of(request));
        model.addAttribute("name", name);
        model.addAttribute("here", "/registers/" + name + "/rows/" + batch + "/" + ordinal);
        model.addAttribute("forms", FormController.titles(frame.text(request)));
        return "row";
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
        if (node.agency() || !names().contains(name)) {
            throw new NotHere();
        }
        return name.equals("held") ? Kind.HELD : Kind.SOUGHT;
    }

    static void requireTakesIn(Reader reader) {
        if (!reader.takesIn()) {
            throw new AccessDeniedException("this role does not take registers in");
        }
    }
}
