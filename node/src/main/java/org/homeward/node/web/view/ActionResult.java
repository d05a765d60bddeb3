package org.homeward.node.web.view;

/** What became of something a person did on a page. */
public sealed interface ActionResult {
    /** In the joint log, at that index. */
    record Done(StepKind step, long index) implements ActionResult {}

    /** Waits for another person of this side. */
    record Waits(WaitingAct act) implements ActionResult {}

    /**
     * Does not count.
     *
     * @param code stable; the pages have words for the codes of the protocol's refusals
     * @param sentence what is wrong and what to do, in English, without personal data
     */
    record Refused(String code, String sentence) implements ActionResult {}
}
