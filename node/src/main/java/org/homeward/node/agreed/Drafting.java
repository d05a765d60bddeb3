package org.homeward.node.agreed;

import jakarta.servlet.http.HttpServletRequest;
import org.homeward.node.web.NotHere;
import org.homeward.node.web.Page;
import org.homeward.node.web.PageFrame;
import org.homeward.node.web.Text;
import org.homeward.node.web.view.ActionResult;
import org.homeward.node.web.view.Reader;
import org.homeward.node.web.view.StepKind;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Makes the draft of a form, and says where the reader goes on: to the draft, or back to the page with what was wrong. */
final class Drafting {
    private final PageFrame frame;
    private final AgreedActs acts;
    private final String page;

    /** @param page last part of the address of the page with the form */
    Drafting(PageFrame frame, AgreedActs acts, String page) {
        this.frame = frame;
        this.acts = acts;
        this.page = page;
    }

    String draft(
            String caseId,
            StepKind step,
            Reader reader,
            AgreedActs.Work work,
            HttpServletRequest request,
            RedirectAttributes next) {
        if (!reader.acts()) {
            throw new AccessDeniedException("this role does not act in a case");
        }
        if (acts.find(caseId).isEmpty()) {
            throw new NotHere();
        }
        Text text = frame.of(request).text();
        return switch (acts.draft(caseId, step, reader.id(), work)) {
            case ActionResult.Waits waits -> {
                next.addFlashAttribute(
                        "notice",
                        new Page.Notice(
                                true,
                                text.get(
                                        "notice.waits",
                                        text.get("step." + waits.act().step())),
                                null));
                yield "redirect:/cases/" + caseId + "/drafts/" + waits.act().draftId();
            }
            case ActionResult.Done done ->
                back(
                        caseId,
                        new Page.Notice(true, text.get("notice.done", text.get("step." + done.step())), null),
                        next);
            case ActionResult.Refused refused ->
                back(
                        caseId,
                        new Page.Notice(
                                false,
                                text.named("refusal", refused.code(), text.get("refusal.other")),
                                refused.sentence()),
                        next);
        };
    }

    private String back(String caseId, Page.Notice notice, RedirectAttributes next) {
        next.addFlashAttribute("notice", notice);
        return "redirect:/cases/" + caseId + "/" + page;
    }
}
