package org.homeward.node.day;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.homeward.documents.ReconciliationDocument;
import org.homeward.handover.log.Roster;
import org.homeward.handover.paper.JointStatement;
import org.homeward.handover.reconciliation.DayLogs;
import org.homeward.handover.reconciliation.JointSignatures;
import org.homeward.handover.reconciliation.Reconciliation;
import org.homeward.ledger.Refusal;
import org.homeward.ledger.Result;
import org.homeward.node.web.NotHere;
import org.homeward.node.web.Page;
import org.homeward.node.web.PageFrame;
import org.homeward.node.web.view.NodeFace;
import org.homeward.node.web.view.Reader;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The evening: what the devices wrote, handed in, joined, and held against the plan. */
@Controller
public final class EveningController {
    private static final int LARGEST = 16 * 1024 * 1024;

    private final PageFrame frame;
    private final DaySource cases;
    private final Clock clock;
    private final NodeFace node;
    private final DayFollowUp followUp;

    public EveningController(PageFrame frame, DaySource cases, Clock clock, NodeFace node, DayFollowUp followUp) {
        this.frame = frame;
        this.cases = cases;
        this.clock = clock;
        this.node = node;
        this.followUp = followUp;
    }

    /**
     * How far the statement is signed, and what is left to do here.
     *
     * @param officers by party
     * @param settled what the day says for this node's side; empty at the agency
     */
    public record Signing(JointSignatures officers, List<String> parties, boolean both, Optional<DaySettled> settled) {}

    @GetMapping("/cases/{caseId}/day/{day}")
    String evening(@PathVariable String caseId, @PathVariable String day, HttpServletRequest request, Model model)
            throws IOException {
        DaySource.Case found = cases.find(caseId).orElseThrow(NotHere::new);
        Result<DayLogs> logs = logs(caseId, day);
        model.addAttribute("signing", null);
        model.addAttribute("vehicles", List.of());
        model.addAttribute("paper", List.of());
        Page page = frame.of(request);
        model.addAttribute("page", page);
        model.addAttribute("caseId", caseId);
        model.addAttribute("day", day);
        model.addAttribute("statement", "");
        model.addAttribute("open", 0);
        model.addAttribute("refused", List.of());
        model.addAttribute("broken", "");
        switch (logs) {
            case Result.Ok<DayLogs>(DayLogs read) -> {
                Reconciliation r = read.reconciled();
                Roster roster = read.day().roster();
                model.addAttribute("paper", read.paper());
                model.addAttribute("vehicles", List.copyOf(read.day().vehicles().values()));
                JointSignatures signatures = JointSignatures.of(r, roster, read.signatures());
                model.addAttribute(
                        "signing",
                        new Signing(
                                signatures,
                                roster.parties(),
                                signatures.both(roster),
                                node.agency()
                                        ? Optional.empty()
                                        : Optional.of(DaySettled.of(found.state(), r, node.id()))));
                model.addAttribute(
                        "statement",
                        new String(paper(r, read).text(Locale.of(page.text().language())), StandardCharsets.UTF_8));
                model.addAttribute("open", r.open().size());
                model.addAttribute(
                        "refused",
                        Stream.concat(
                                        read.refused().stream(),
                                        Stream.concat(r.refused().stream(), signatures.refused().stream()))
                                .map(Refusal::sentence)
                                .distinct()
                                .toList());
            }
            case Result.Refused<DayLogs>(Refusal refusal) -> model.addAttribute("broken", refusal.sentence());
        }
        return "evening";
    }

    /** The paper that both sides sign, the cases and the account as sheets, or all of it as JSON. */
    @GetMapping("/cases/{caseId}/day/{day}/{file:statement\\.pdf|cases\\.csv|account\\.csv|reconciliation\\.json}")
    ResponseEntity<byte[]> file(
            @PathVariable String caseId,
            @PathVariable String day,
            @PathVariable String file,
            HttpServletRequest request)
            throws IOException {
        if (!(logs(caseId, day) instanceof Result.Ok<DayLogs>(DayLogs read))) {
            throw new NotHere();
        }
        Reconciliation r = read.reconciled();
        ReconciliationDocument paper = paper(r, read);
        Locale locale = Locale.of(frame.of(request).text().language());
        byte[] bytes = switch (file) {
            case "statement.pdf" -> paper.pdf(locale);
            case "cases.csv" -> paper.casesCsv(locale);
            case "account.csv" -> paper.accountCsv(locale);
            default -> r.json();
        };
        String type = file.endsWith("pdf") ? "application/pdf" : file.endsWith("csv") ? "text/csv" : "application/json";
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(caseId + "-" + day + "-" + file)
                                .build()
                                .toString())
                .body(bytes);
    }

    /** Hands in the roster that the devices of a day had. */
    @PostMapping("/cases/{caseId}/day/roster")
    String roster(
            @PathVariable String caseId,
            @RequestParam MultipartFile roster,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            RedirectAttributes next)
            throws IOException {
        DaySource.Case found = acting(caseId, reader);
        return back(
                "/cases/" + caseId + "/day", found.folder().takeRoster(found.state(), bytes(roster)), request, next);
    }

    /** Hands in what devices wrote: each file is looked at by itself, and what is refused is said. */
    @PostMapping("/cases/{caseId}/day/{day}/logs")
    String logs(
            @PathVariable String caseId,
            @PathVariable String day,
            @RequestParam List<MultipartFile> log,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            RedirectAttributes next)
            throws IOException {
        DaySource.Case found = acting(caseId, reader);
        Optional<String> flaw = Optional.empty();
        for (MultipartFile each : log) {
            Optional<String> refused = found.folder().take(day, bytes(each));
            flaw = flaw.isPresent() ? flaw : refused.map(sentence -> each.getOriginalFilename() + ": " + sentence);
        }
        DayFollowUp.Followed followed = follow(found, day, reader);
        return flaw.isPresent() || nothing(followed)
                ? back("/cases/" + caseId + "/day/" + day, flaw, request, next)
                : said(caseId, day, followed, request, next);
    }

    /** Does again what follows from a day: as when an amendment brought in who went in another's place. */
    @PostMapping("/cases/{caseId}/day/{day}/follow")
    String follow(
            @PathVariable String caseId,
            @PathVariable String day,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            RedirectAttributes next)
            throws IOException {
        DaySource.Case found = acting(caseId, reader);
        if (!found.folder().days().contains(day)) {
            throw new NotHere();
        }
        return said(caseId, day, follow(found, day, reader), request, next);
    }

    private DayFollowUp.Followed follow(DaySource.Case found, String day, Reader reader) throws IOException {
        return node.agency()
                ? new DayFollowUp.Followed(
                        Optional.empty(), Optional.empty(), Optional.empty(), new DayFamilies.Result(0, 0))
                : followUp.follow(found, day, reader.id());
    }

    private static boolean nothing(DayFollowUp.Followed followed) {
        return followed.receipt().isEmpty()
                && followed.doubt().isEmpty()
                && followed.refused().isEmpty()
                && followed.families().recorded() + followed.families().takenBack() == 0;
    }

    private String said(
            String caseId,
            String day,
            DayFollowUp.Followed followed,
            HttpServletRequest request,
            RedirectAttributes next) {
        var text = frame.of(request).text();
        String families = text.get(
                "evening.families",
                followed.families().recorded(),
                followed.families().takenBack());
        next.addFlashAttribute(
                "notice",
                followed.refused()
                        .map(r -> new Page.Notice(
                                false, text.named("refusal", r.code(), text.get("refusal.other")), r.sentence()))
                        .orElseGet(() -> new Page.Notice(
                                true,
                                text.get(followed.receipt().isPresent() ? "evening.drafted" : "evening.nobody") + " "
                                        + (followed.doubt().isPresent() ? text.get("evening.doubted") + " " : "")
                                        + families,
                                null)));
        return followed.receipt()
                .or(followed::doubt)
                .map(waits ->
                        "redirect:/cases/" + caseId + "/drafts/" + waits.act().draftId())
                .orElse("redirect:/cases/" + caseId + "/day/" + day);
    }

    private DaySource.Case acting(String caseId, Reader reader) {
        if (!reader.acts()) {
            throw new AccessDeniedException("this role does not act in a case");
        }
        return cases.find(caseId).orElseThrow(NotHere::new);
    }

    /** Cut one byte behind the limit, so that nothing larger is read as whole. */
    private static byte[] bytes(MultipartFile file) throws IOException {
        try (var in = file.getInputStream()) {
            return in.readNBytes(LARGEST + 1);
        }
    }

    private String back(String to, Optional<String> flaw, HttpServletRequest request, RedirectAttributes next) {
        var text = frame.of(request).text();
        next.addFlashAttribute(
                "notice",
                flaw.map(sentence -> new Page.Notice(false, text.get("evening.refused"), sentence))
                        .orElseGet(() -> new Page.Notice(true, text.get("evening.kept"), null)));
        return "redirect:" + to;
    }

    private Result<DayLogs> logs(String caseId, String day) throws IOException {
        return cases.find(caseId).orElseThrow(NotHere::new).folder().read(day).orElseThrow(NotHere::new);
    }

    private ReconciliationDocument paper(Reconciliation r, DayLogs read) {
        return JointStatement.of(r, read.day().roster(), clock.instant());
    }
}
