package org.homeward.node.wishes;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.homeward.node.agreed.AgreedActs;
import org.homeward.node.agreed.PersonFind;
import org.homeward.node.store.Wishes.Wish;
import org.homeward.node.web.FormDay;
import org.homeward.node.web.NotHere;
import org.homeward.node.web.Page;
import org.homeward.node.web.PageFrame;
import org.homeward.node.web.Text;
import org.homeward.node.web.view.NodeFace;
import org.homeward.node.web.view.Reader;
import org.homeward.node.wishes.WishDesk.Person;
import org.homeward.protocol.exchange.CaseState;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of the neutral's private conversations. A bureau has none: no side asks people in its hands what they want. */
@Controller
public final class WishController {
    private static final String PATH = "/cases/{caseId}/wishes";

    private final PageFrame frame;
    private final AgreedActs cases;
    private final WishDesk desk;
    private final NodeFace node;

    public WishController(PageFrame frame, AgreedActs cases, WishDesk desk, NodeFace node) {
        this.frame = frame;
        this.cases = cases;
        this.desk = desk;
        this.node = node;
    }

    @GetMapping(PATH)
    String wishes(@PathVariable String caseId, HttpServletRequest request, Model model) {
        return page(caseId, "", request, model);
    }

    /** The same page with those whom the reader looks for. */
    @PostMapping(PATH + "/find")
    String find(
            @PathVariable String caseId,
            @RequestParam(defaultValue = "") String q,
            HttpServletRequest request,
            Model model) {
        return page(caseId, q, request, model);
    }

    /** Where the language links of what was found lead. */
    @GetMapping(PATH + "/find")
    String nothing(@PathVariable String caseId) {
        return "redirect:/cases/" + caseId + "/wishes";
    }

    private String page(String caseId, String query, HttpServletRequest request, Model model) {
        CaseState state = at(caseId);
        List<Person> people = desk.people(state);
        List<Person> shown = query.isBlank()
                ? people.stream().limit(PersonFind.MOST).toList()
                : PersonFind.find(people, query, person -> person.name() + " " + person.line());
        model.addAttribute("page", frame.of(request));
        model.addAttribute("caseId", caseId);
        model.addAttribute("query", query);
        model.addAttribute("people", shown);
        model.addAttribute("all", people.size());
        model.addAttribute("due", (int) people.stream().filter(Person::due).count());
        return "wishes";
    }

    @PostMapping(PATH)
    String note(
            @PathVariable String caseId,
            @RequestParam String line,
            @RequestParam Wish wish,
            @RequestParam(defaultValue = "") String askedBy,
            @RequestParam(defaultValue = "") String askedOn,
            @RequestParam(defaultValue = "") String askAgain,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            RedirectAttributes next) {
        if (!reader.acts()) {
            throw new AccessDeniedException("this role does not act in a case");
        }
        CaseState state = at(caseId);
        Optional<WishDesk.No> no =
                desk.note(state, line, wish, askedBy, FormDay.of(askedOn), FormDay.of(askAgain), reader.id());
        Text text = frame.of(request).text();
        next.addFlashAttribute(
                "notice",
                no.map(n -> new Page.Notice(false, text.get("wishNo." + n.name()), null))
                        .orElse(new Page.Notice(true, text.get("wishes.noted"), null)));
        return "redirect:/cases/" + caseId + "/wishes";
    }

    private CaseState at(String caseId) {
        if (!node.agency()) {
            throw new NotHere();
        }
        return cases.find(caseId).filter(s -> s.participants() != null).orElseThrow(NotHere::new);
    }
}
