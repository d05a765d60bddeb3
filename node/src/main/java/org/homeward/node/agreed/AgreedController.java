package org.homeward.node.agreed;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.homeward.node.desk.AfterAgreement.Wish;
import org.homeward.node.web.NotHere;
import org.homeward.node.web.PageFrame;
import org.homeward.node.web.view.NodeFace;
import org.homeward.node.web.view.Reader;
import org.homeward.node.web.view.StepKind;
import org.homeward.protocol.exchange.CaseState;
import org.homeward.protocol.exchange.Deadline.Due;
import org.homeward.protocol.exchange.Doubt;
import org.homeward.protocol.exchange.ReplyCode;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A case after its agreement. Every form makes a draft; two people sign it on the draft's own page. */
@Controller
public final class AgreedController {
    private final PageFrame frame;
    private final AgreedActs acts;
    private final Drafting drafting;
    private final NodeFace node;

    public AgreedController(PageFrame frame, AgreedActs acts, NodeFace node) {
        this.frame = frame;
        this.acts = acts;
        this.drafting = new Drafting(frame, acts, "agreed");
        this.node = node;
    }

    @GetMapping("/cases/{caseId}/agreed")
    String agreed(@PathVariable String caseId, HttpServletRequest request, Model model) {
        CaseState state =
                acts.find(caseId).filter(s -> s.participants() != null).orElseThrow(NotHere::new);
        model.addAttribute("page", frame.of(request));
        model.addAttribute("view", AgreedView.of(state, node.id()));
        return "agreed";
    }

    /** Each row of the form is one change; rows in which nothing is chosen are none. */
    @PostMapping("/cases/{caseId}/agreed/amendment")
    String propose(
            @PathVariable String caseId,
            @RequestParam String party,
            @RequestParam List<String> leaves,
            @RequestParam List<String> code,
            @RequestParam List<String> comes,
            @RequestParam(defaultValue = "") List<String> passing,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            RedirectAttributes next) {
        List<Wish> wishes = new ArrayList<>();
        for (int i = 0; i < leaves.size() && i < code.size() && i < comes.size(); i++) {
            String from = chosen(leaves.get(i));
            String to = chosen(comes.get(i));
            ReplyCode why = code(code.get(i));
            if (from != null || to != null) {
                wishes.add(new Wish(
                        party, from, from == null ? null : why, to, i < passing.size() ? code(passing.get(i)) : null));
            }
        }
        return draft(caseId, StepKind.PROPOSE_AMENDMENT, reader, desk -> desk.propose(wishes), request, next);
    }

    /** The code of that name; null where nothing was chosen, or something that is none. */
    private static @Nullable ReplyCode code(String name) {
        return Arrays.stream(ReplyCode.values())
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String chosen(String value) {
        return value.isEmpty() ? null : value;
    }

    @PostMapping("/cases/{caseId}/agreed/sign")
    String sign(
            @PathVariable String caseId,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            RedirectAttributes next) {
        return draft(caseId, StepKind.SIGN_AMENDMENT, reader, desk -> desk.sign(), request, next);
    }

    @PostMapping("/cases/{caseId}/agreed/end")
    String end(
            @PathVariable String caseId,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            RedirectAttributes next) {
        return draft(caseId, StepKind.WITHDRAW_AMENDMENT, reader, desk -> desk.end(), request, next);
    }

    @PostMapping("/cases/{caseId}/agreed/received")
    String received(
            @PathVariable String caseId,
            @RequestParam String handover,
            @RequestParam(defaultValue = "") Set<String> line,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            RedirectAttributes next) {
        return draft(caseId, StepKind.RECEIVE_PEOPLE, reader, desk -> desk.receive(handover, line), request, next);
    }

    @PostMapping("/cases/{caseId}/agreed/doubt")
    String doubt(
            @PathVariable String caseId,
            @RequestParam String handover,
            @RequestParam(defaultValue = "") Set<String> line,
            @RequestParam Doubt doubt,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            RedirectAttributes next) {
        return draft(caseId, StepKind.SAY_RECEIPT, reader, desk -> desk.doubt(handover, line, doubt), request, next);
    }

    @PostMapping("/cases/{caseId}/agreed/passed")
    String passed(
            @PathVariable String caseId,
            @RequestParam Due due,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            RedirectAttributes next) {
        return draft(caseId, StepKind.END_DEADLINE, reader, desk -> desk.endClock(due), request, next);
    }

    @PostMapping("/cases/{caseId}/agreed/extended")
    String extended(
            @PathVariable String caseId,
            @RequestParam Due due,
            @RequestParam int hours,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            RedirectAttributes next) {
        return draft(caseId, StepKind.EXTEND_DEADLINE, reader, desk -> desk.extendClock(due, hours), request, next);
    }

    /**
     * Objects to people on the proposed lists.
     *
     * @param line of either list; none objects to the lists as a whole
     */
    @PostMapping("/cases/{caseId}/agreed/objection")
    String object(
            @PathVariable String caseId,
            @RequestParam(defaultValue = "") Set<String> line,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            RedirectAttributes next) {
        return draft(caseId, StepKind.OBJECT_TO_LISTS, reader, desk -> desk.object(line), request, next);
    }

    @PostMapping("/cases/{caseId}/agreed/withdraw-lists")
    String withdrawLists(
            @PathVariable String caseId,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            RedirectAttributes next) {
        return draft(caseId, StepKind.WITHDRAW_LISTS, reader, desk -> desk.withdrawProposal(), request, next);
    }

    private String draft(
            String caseId,
            StepKind step,
            Reader reader,
            AgreedActs.Work work,
            HttpServletRequest request,
            RedirectAttributes next) {
        return drafting.draft(caseId, step, reader, work, request, next);
    }
}
