package org.homeward.node.exports;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.homeward.node.dossier.DossierRooms;
import org.homeward.node.exports.ExportDesk.Copy;
import org.homeward.node.intake.RegisterDesk;
import org.homeward.node.store.ExportRequests.Request;
import org.homeward.node.store.Registers.Kind;
import org.homeward.node.web.NotHere;
import org.homeward.node.web.Page;
import org.homeward.node.web.PageFrame;
import org.homeward.node.web.view.CaseQueries;
import org.homeward.node.web.view.CaseScope;
import org.homeward.node.web.view.NodeFace;
import org.homeward.node.web.view.Reader;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Views as files: a few lines at once, many after a second person's word. */
@Controller
public final class ExportController {
    private final PageFrame frame;
    private final ExportDesk desk;
    private final CaseQueries queries;
    private final RegisterDesk registers;
    private final DossierRooms dossiers;
    private final CaseScope scope;
    private final NodeFace node;

    public ExportController(
            PageFrame frame,
            ExportDesk desk,
            CaseQueries queries,
            RegisterDesk registers,
            DossierRooms dossiers,
            CaseScope scope,
            NodeFace node) {
        this.frame = frame;
        this.desk = desk;
        this.queries = queries;
        this.registers = registers;
        this.dossiers = dossiers;
        this.scope = scope;
        this.node = node;
    }

    /** The same lines as the page shows under the same filter, all pages of it. */
    @GetMapping("/cases/{caseId}/lists/{partyId}/export")
    Object list(
            @PathVariable String caseId,
            @PathVariable String partyId,
            @RequestParam(required = false) @Nullable String reply,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request) {
        requireActs(reader);
        return fewOrAsk(
                ListExport.of(queries, caseId, partyId, reply == null || reply.isEmpty() ? null : reply)
                        .orElseThrow(NotHere::new),
                reader,
                request);
    }

    /** The register as its page shows it with the same status and sort, all pages of it. */
    @GetMapping("/registers/{name}/export")
    Object register(
            @PathVariable String name,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "") String sort,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request) {
        requireActs(reader);
        return fewOrAsk(
                view(
                                RegisterExport.KIND,
                                (name + " " + status + " " + sort).strip().replaceAll(" +", " "),
                                reader)
                        .orElseThrow(NotHere::new),
                reader,
                request);
    }

    @GetMapping("/exports")
    String all(@AuthenticationPrincipal Reader reader, HttpServletRequest request, Model model) {
        model.addAttribute("page", frame.of(request));
        model.addAttribute(
                "requests",
                desk.newest().stream().filter(r -> isOpen(reader, r)).toList());
        return "exports";
    }

    /** What is asked for, before it is. */
    @GetMapping("/exports/new")
    String form(
            @RequestParam String kind,
            @RequestParam String subject,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            Model model) {
        requireActs(reader);
        model.addAttribute("page", frame.of(request));
        model.addAttribute("view", view(kind, subject, reader).orElseThrow(NotHere::new));
        return "export-ask";
    }

    @PostMapping("/exports")
    String ask(
            @RequestParam String kind,
            @RequestParam String subject,
            @RequestParam String reason,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            RedirectAttributes next) {
        requireActs(reader);
        ExportView view = view(kind, subject, reader).orElseThrow(NotHere::new);
        boolean asked = desk.ask(view, reason, reader.id()).isPresent();
        return said(asked, asked ? "exports.asked" : "exportNo.REASON", request, next);
    }

    /** One request, as the second person sees it: what it is, how much, and whether it is still the same. */
    @GetMapping("/exports/{id:\\d+}")
    String one(@PathVariable long id, @AuthenticationPrincipal Reader reader, HttpServletRequest request, Model model) {
        Request asked = asked(id, reader);
        ExportView view = view(asked.kind(), asked.subject(), reader).orElseThrow(NotHere::new);
        model.addAttribute("page", frame.of(request));
        model.addAttribute("asked", asked);
        model.addAttribute("view", view);
        model.addAttribute("same", desk.isSame(asked, view));
        model.addAttribute("own", asked.askedBy().equals(reader.id()));
        return "export";
    }

    @PostMapping("/exports/{id}/{word:allow|refuse}")
    String decide(
            @PathVariable long id,
            @PathVariable String word,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            RedirectAttributes next) {
        requireActs(reader);
        asked(id, reader);
        boolean good = desk.decide(id, word.equals("allow"), reader.id());
        return said(good, good ? "access.done" : "access.notYours", request, next);
    }

    @GetMapping("/exports/{id}/file")
    Object file(
            @PathVariable long id,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            RedirectAttributes next) {
        requireActs(reader);
        Request asked = asked(id, reader);
        ExportView view = view(asked.kind(), asked.subject(), reader)
                .filter(ExportView::carried)
                .orElseThrow(NotHere::new);
        Copy copy = desk.take(asked, view, reader.id(), frame.text(request));
        return copy.no() == null ? saved(view, copy) : said(false, "exportNo." + copy.no(), request, next);
    }

    private Object fewOrAsk(ExportView view, Reader reader, HttpServletRequest request) {
        if (ExportDesk.isBulk(view)) {
            return "redirect:/exports/new?kind=" + view.kind() + "&subject="
                    + URLEncoder.encode(view.subject(), StandardCharsets.UTF_8);
        }
        return saved(view, desk.few(view, "", reader.id(), frame.text(request)));
    }

    private static ResponseEntity<byte[]> saved(ExportView view, Copy copy) {
        String name = view.subject().replace(' ', '-') + "-" + copy.number() + ".csv";
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(copy.bytes());
    }

    private Request asked(long id, Reader reader) {
        return desk.find(id).filter(r -> isOpen(reader, r)).orElseThrow(NotHere::new);
    }

    private boolean isOpen(Reader reader, Request request) {
        return !request.kind().equals(ListExport.KIND)
                || scope.isOpen(reader, request.subject().split(" ")[0]);
    }

    /** The view as it stands now; empty where it is not there or not open to him. */
    private Optional<ExportView> view(String kind, String subject, Reader reader) {
        return switch (kind) {
            case ListExport.KIND ->
                ListExport.of(queries, subject)
                        .filter(v -> scope.isOpen(reader, v.caseId()))
                        .map(v -> v);
            case RegisterExport.KIND -> {
                requireRegister(subject.split(" ")[0]);
                yield RegisterExport.of(registers, dossiers.statuses(), subject).map(v -> v);
            }
            case FeedExport.KIND -> {
                requireRegister(subject);
                yield Kind.of(subject).map(register -> FeedExport.of(registers, register));
            }
            default -> Optional.empty();
        };
    }

    private void requireRegister(String name) {
        if (node.agency() || Kind.of(name).isEmpty()) {
            throw new NotHere();
        }
    }

    private static void requireActs(Reader reader) {
        if (!reader.acts()) {
            throw new AccessDeniedException("an export is for those who act in cases");
        }
    }

    private String said(boolean good, String key, HttpServletRequest request, RedirectAttributes next) {
        next.addFlashAttribute(
                "notice", new Page.Notice(good, frame.text(request).get(key), null));
        return "redirect:/exports";
    }
}
