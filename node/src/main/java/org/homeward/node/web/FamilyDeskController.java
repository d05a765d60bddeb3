package org.homeward.node.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.homeward.node.families.FamilyDesk.NewKin;
import org.homeward.node.families.FamilyDesk.Outcome;
import org.homeward.node.families.FamilyRooms;
import org.homeward.node.families.FigureDesk;
import org.homeward.node.families.StatementDesk;
import org.homeward.node.people.PeopleDesk;
import org.homeward.node.people.Person;
import org.homeward.node.store.Families;
import org.homeward.node.store.Families.Kin;
import org.homeward.node.store.Families.Notice;
import org.homeward.node.store.Statements;
import org.homeward.node.web.view.NodeFace;
import org.homeward.node.web.view.OperatorSigns;
import org.homeward.node.web.view.Reader;
import org.jspecify.annotations.Nullable;
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

/** The liaison officer's day: kin, what happened, notices, visits, families' answers; and beside it figures and statements. */
@Controller
final class FamilyDeskController {
    private static final int SHOWN = 200;

    private final PageFrame frame;
    private final NodeFace node;
    private final FamilyRooms rooms;
    private final PeopleDesk people;
    private final OperatorSigns operators;
    private final Clock clock;

    FamilyDeskController(
            PageFrame frame,
            NodeFace node,
            FamilyRooms rooms,
            PeopleDesk people,
            OperatorSigns operators,
            Clock clock) {
        this.operators = operators;
        this.frame = frame;
        this.node = node;
        this.rooms = rooms;
        this.people = people;
        this.clock = clock;
    }

    @GetMapping("/families")
    String families(@AuthenticationPrincipal Reader reader, HttpServletRequest request, Model model) {
        Person self = self(reader);
        Families families = rooms.families();
        model.addAttribute("page", frame.of(request));
        model.addAttribute("self", self);
        // Where families live, only those know who speak with them.
        boolean liaison = self.role() == Person.Role.LIAISON;
        model.addAttribute("liaison", liaison);
        model.addAttribute(
                "kin",
                families.kin(SHOWN).stream()
                        .map(kin -> liaison ? kin : kin.withoutAddress())
                        .toList());
        model.addAttribute("codesAsked", rooms.desk().codesAsked());
        model.addAttribute("events", families.events(SHOWN));
        model.addAttribute("days", days(families.events(SHOWN), self));
        model.addAttribute("notices", families.notices(SHOWN));
        model.addAttribute("visits", families.visits(SHOWN));
        model.addAttribute("corrections", families.corrections(SHOWN));
        return "families";
    }

    /** Occasions of which the reconciliation's facts wait for this person, each with how many. */
    private static Map<String, Integer> days(List<Families.Event> events, Person self) {
        Map<String, Integer> days = new TreeMap<>();
        for (Families.Event event : events) {
            if (event.source() == Families.Source.RECONCILIATION
                    && event.verifiedBy().isEmpty()
                    && !event.withdrawn()
                    && !event.recordedBy().equals(self.id())) {
                days.merge(event.occasion(), 1, Integer::sum);
            }
        }
        return days;
    }

    /** Verifies everything of a day that waits. */
    @PostMapping("/families/days/{occasion}/verify")
    String verifyDay(
            @PathVariable String occasion,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            RedirectAttributes next) {
        return after(rooms.desk().verifyDay(self(reader), occasion), "/families", request, next);
    }

    @PostMapping("/families/kin")
    String record(
            @RequestParam(defaultValue = "") String dossier,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String relation,
            @RequestParam(defaultValue = "") String proof,
            @RequestParam(defaultValue = "LETTER") Families.Channel channel,
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "") String wishes,
            @RequestParam(defaultValue = "en") String language,
            @RequestParam(defaultValue = "UTC") String zone,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            RedirectAttributes next) {
        NewKin kin = new NewKin(dossier, name, relation, proof, channel, address, wishes, language, zone);
        return after(rooms.desk().record(self(reader), kin), "/families", request, next);
    }

    /** The answer is the paper itself: the code is on it, and nowhere else. */
    @PostMapping("/families/kin/{id}/verify")
    Object verify(
            @PathVariable String id,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            RedirectAttributes next) {
        Outcome outcome = rooms.desk().verify(self(reader), id);
        if (outcome.no().isPresent()) {
            return after(outcome, "/families", request, next);
        }
        Kin kin = rooms.families().kin(id).orElseThrow(NotHere::new);
        return pdf("receipt.pdf", rooms.papers().receipt(kin, outcome.detail(), clock.instant()));
    }

    /** Asks for a new code in place of a lost one. */
    @PostMapping("/families/kin/{id}/lost")
    String lost(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String proof,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            RedirectAttributes next) {
        return after(rooms.desk().askNewCode(self(reader), id, proof), "/families", request, next);
    }

    /** The answer is the paper itself, as at the first code. */
    @PostMapping("/families/kin/{id}/code")
    Object newCode(
            @PathVariable String id,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            RedirectAttributes next) {
        Outcome outcome = rooms.desk().newCode(self(reader), id);
        if (outcome.no().isPresent()) {
            return after(outcome, "/families", request, next);
        }
        Kin kin = rooms.families().kin(id).orElseThrow(NotHere::new);
        return pdf("receipt.pdf", rooms.papers().receipt(kin, outcome.detail(), clock.instant()));
    }

    @PostMapping("/families/events")
    String happened(
            @RequestParam Families.Kind kind,
            @RequestParam(defaultValue = "") String occasion,
            @RequestParam Families.Source source,
            @RequestParam(defaultValue = "") String evidence,
            @RequestParam(defaultValue = "") String dossiers,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            RedirectAttributes next) {
        List<String> each = Arrays.asList(dossiers.split("\\R"));
        return after(
                rooms.desk().happened(self(reader), kind, occasion, source, evidence, each),
                "/families",
                request,
                next);
    }

    @PostMapping("/families/events/{id}/verify")
    String verifyEvent(
            @PathVariable String id,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            RedirectAttributes next) {
        return after(rooms.desk().verifyEvent(self(reader), id), "/families", request, next);
    }

    /** What a person lets out, alone on its page, with the words that the family will read. */
    @GetMapping("/families/notices/{id}/release")
    String toRelease(
            @PathVariable String id, @AuthenticationPrincipal Reader reader, HttpServletRequest request, Model model) {
        Person self = self(reader);
        Notice notice = rooms.families().notice(id).orElseThrow(NotHere::new);
        model.addAttribute("page", frame.of(request));
        model.addAttribute("self", self);
        model.addAttribute("notice", notice);
        model.addAttribute(
                "dossier",
                rooms.families().kin(notice.kinId()).map(Kin::dossier).orElse(""));
        model.addAttribute("ask", ask(self, rooms.releases().text(self, notice)));
        return "notice-release";
    }

    private @Nullable Ask ask(Person self, String text) {
        return self.passkeys().isEmpty() ? null : Ask.sign(people, text, self.passkeys());
    }

    /** The passkey's signature, or a test operator's; empty where there is neither. */
    private String signature(Person self, String signature, String text) {
        return signature.isEmpty() ? operators.sign(self.id(), text).orElse("") : signature;
    }

    @PostMapping("/families/notices/{id}/release")
    String release(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String signature,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            RedirectAttributes next) {
        Person self = self(reader);
        String signed = rooms.families()
                .notice(id)
                .map(n -> signature(self, signature, rooms.releases().text(self, n)))
                .orElse("");
        return after(rooms.desk().release(self, id, signed), "/families", request, next);
    }

    @PostMapping("/families/notices/{id}/handed")
    String handed(
            @PathVariable String id,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            RedirectAttributes next) {
        return after(rooms.desk().handedOver(self(reader), id), "/families", request, next);
    }

    @GetMapping("/families/notices/{id}")
    ResponseEntity<byte[]> letter(@PathVariable String id, @AuthenticationPrincipal Reader reader) {
        if (self(reader).role() != Person.Role.LIAISON) {
            throw new NotHere();
        }
        Notice notice = rooms.families().notice(id).orElseThrow(NotHere::new);
        if (notice.releasedBy().isEmpty() || notice.state() == Families.State.WITHDRAWN) {
            throw new NotHere();
        }
        Kin kin = rooms.families().kin(notice.kinId()).orElseThrow(NotHere::new);
        return pdf("notice.pdf", rooms.papers().letter(kin, notice));
    }

    @GetMapping("/families/kin/{id}/extract")
    ResponseEntity<byte[]> extract(@PathVariable String id, @AuthenticationPrincipal Reader reader) {
        if (self(reader).role() != Person.Role.LIAISON) {
            throw new NotHere();
        }
        Kin kin = rooms.families().kin(id).filter(Kin::verified).orElseThrow(NotHere::new);
        String person = rooms.desk().person(kin.dossier());
        if (person.isEmpty()) {
            throw new NotHere();
        }
        return pdf(
                "extract.pdf",
                rooms.papers().extract(kin, person, rooms.families().told(id, SHOWN), clock.instant()));
    }

    @PostMapping("/families/visits/{id}")
    String visited(
            @PathVariable String id,
            @RequestParam boolean told,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            RedirectAttributes next) {
        return after(rooms.desk().visited(self(reader), id, told), "/families", request, next);
    }

    @PostMapping("/families/corrections/{id}")
    String answer(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String answer,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            RedirectAttributes next) {
        return after(rooms.desk().answer(self(reader), id, answer), "/families", request, next);
    }

    @GetMapping("/releases")
    String releases(@AuthenticationPrincipal Reader reader, HttpServletRequest request, Model model) {
        model.addAttribute("self", self(reader));
        model.addAttribute("page", frame.of(request));
        model.addAttribute("shown", rooms.figures().all());
        return "releases";
    }

    @PostMapping("/releases")
    String draft(
            @RequestParam(defaultValue = "") String occasion,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            RedirectAttributes next) {
        return after(rooms.figures().draft(self(reader), occasion), "/releases", request, next);
    }

    /** Figures that a person lets out, alone on their page. */
    @GetMapping("/releases/{id}")
    String toReleaseFigures(
            @PathVariable String id, @AuthenticationPrincipal Reader reader, HttpServletRequest request, Model model) {
        Person self = self(reader);
        FigureDesk.Shown draft = rooms.figures().draft(id).orElseThrow(NotHere::new);
        model.addAttribute("page", frame.of(request));
        model.addAttribute("self", self);
        model.addAttribute("draft", draft);
        model.addAttribute("ask", ask(self, rooms.releases().text(self, draft.release())));
        return "figures-release";
    }

    @PostMapping("/releases/{id}")
    String releaseFigures(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String signature,
            @RequestParam(defaultValue = "false") boolean discard,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            RedirectAttributes next) {
        Person self = self(reader);
        if (discard) {
            return after(rooms.figures().discard(self, id), "/releases", request, next);
        }
        String signed = rooms.figures()
                .draft(id)
                .map(d -> signature(self, signature, rooms.releases().text(self, d.release())))
                .orElse("");
        return after(rooms.figures().release(self, id, reason, signed), "/releases", request, next);
    }

    @GetMapping("/statements")
    String statements(@AuthenticationPrincipal Reader reader, HttpServletRequest request, Model model) {
        self(reader);
        model.addAttribute("page", frame.of(request));
        model.addAttribute("shown", rooms.statements().newest(SHOWN));
        return "statements";
    }

    @PostMapping("/statements")
    String enter(
            @RequestParam(defaultValue = "") String returnee,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam Statements.Life life,
            @RequestParam(defaultValue = "") String when,
            @RequestParam(defaultValue = "") String where,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = "") String certainty,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            RedirectAttributes next) {
        var said = new StatementDesk.NewStatement(returnee, seen, life, when, where, source, certainty);
        return after(rooms.statements().enter(self(reader), said), "/statements", request, next);
    }

    @PostMapping("/statements/{id}/{dossier}")
    String decide(
            @PathVariable String id,
            @PathVariable String dossier,
            @RequestParam boolean confirmed,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            RedirectAttributes next) {
        return after(rooms.statements().decide(self(reader), id, dossier, confirmed), "/statements", request, next);
    }

    private String after(Outcome outcome, String page, HttpServletRequest request, RedirectAttributes next) {
        Text text = frame.text(request);
        next.addFlashAttribute(
                "notice",
                outcome.no()
                        .map(no -> new Page.Notice(false, text.get("familyNo." + no.name(), outcome.detail()), null))
                        .orElse(new Page.Notice(true, text.get("families.done"), null)));
        return "redirect:" + page;
    }

    private static ResponseEntity<byte[]> pdf(String name, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(bytes);
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
