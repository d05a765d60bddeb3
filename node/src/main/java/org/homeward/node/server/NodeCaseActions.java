package org.homeward.node.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.homeward.node.agreed.AgreedActs;
import org.homeward.node.desk.AfterAgreement;
import org.homeward.node.desk.Step;
import org.homeward.node.exchange.Outcome;
import org.homeward.node.people.People;
import org.homeward.node.web.view.ActionResult;
import org.homeward.node.web.view.CaseActions;
import org.homeward.node.web.view.StepKind;
import org.homeward.node.web.view.WaitingAct;
import org.homeward.node.web.view.WaitingAct.Figure;
import org.homeward.protocol.crypto.SigningKey;
import org.homeward.protocol.exchange.Act;
import org.homeward.protocol.exchange.Amendment;
import org.homeward.protocol.exchange.Approval;
import org.homeward.protocol.exchange.CaseState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What people do on the pages. A page signs for test operators only, whose keys lie beside the node. A real person's key is never
 * here: his passkey signs in his browser, or his program through {@code /api}.
 */
final class NodeCaseActions implements CaseActions, AgreedActs {
    private static final Logger LOG = LoggerFactory.getLogger(NodeCaseActions.class);

    private final Cases cases;
    private final People people;
    private final TestOperators operators;

    private final String self;

    /** @param self id of this node */
    NodeCaseActions(String self, Cases cases, People people, TestOperators operators) {
        this.self = self;
        this.cases = cases;
        this.people = people;
        this.operators = operators;
    }

    @Override
    public List<WaitingAct> waiting(String caseId) {
        List<WaitingAct> acts = new ArrayList<>();
        cases.find(caseId).ifPresent(room -> room.node().waiting().forEach(w -> acts.add(view(room, w))));
        return acts;
    }

    @Override
    public ActionResult approve(String caseId, String draftId, String personId, String signature) {
        CaseRoom room = cases.find(caseId).orElse(null);
        Optional<Outcome.Waiting> draft = room == null
                ? Optional.empty()
                : room.node().waiting().stream()
                        .filter(w -> w.draftId().equals(draftId))
                        .findFirst();
        if (room == null || draft.isEmpty()) {
            return new ActionResult.Refused("ALREADY_DONE", "This draft is not waiting any more.");
        }
        if (!mayAct(personId)) {
            return new ActionResult.Refused("WRONG_ACTOR", "Your role does not allow this.");
        }
        if (!signature.isEmpty()) {
            return did(
                    room, ActKinds.step(draft.get().kind()), () -> room.node().approve(draftId, personId, signature));
        }
        Optional<SigningKey> key = operators.key(personId);
        if (key.isEmpty()) {
            return new ActionResult.Refused(
                    "BAD_APPROVAL", "Your passkey did not sign: sign again, or with the program that keeps your key.");
        }
        byte[] message = Approval.message(
                caseId,
                room.node().identity().id(),
                draft.get().kind(),
                draft.get().commitment());
        return did(
                room,
                ActKinds.step(draft.get().kind()),
                () -> room.node().approve(draftId, personId, key.get().sign(message)));
    }

    @Override
    public String toSign(String caseId, String draftId) {
        return cases.find(caseId).stream()
                .flatMap(room -> room.node().waiting().stream())
                .filter(w -> w.draftId().equals(draftId))
                .findFirst()
                .map(w -> new String(Approval.message(caseId, self, w.kind(), w.commitment()), StandardCharsets.UTF_8))
                .orElse("");
    }

    @Override
    public ActionResult start(String caseId, StepKind step, String personId) {
        CaseRoom room = cases.find(caseId).orElse(null);
        if (room == null || !step.inWalk()) {
            return new ActionResult.Refused("WRONG_PHASE", "This step is not open to this node now.");
        }
        if (!mayAct(personId)) {
            return new ActionResult.Refused("WRONG_ACTOR", "Your role does not allow this.");
        }
        return did(room, step, () -> room.desk().start(Step.valueOf(step.name())));
    }

    @Override
    public ActionResult propose(String caseId, byte[] terms, String personId) {
        CaseRoom room = cases.find(caseId).orElse(null);
        if (room == null) {
            return new ActionResult.Refused("WRONG_PHASE", "This step is not open to this node now.");
        }
        if (!mayAct(personId)) {
            return new ActionResult.Refused("WRONG_ACTOR", "Your role does not allow this.");
        }
        return did(room, StepKind.PROPOSE_TERMS, () -> room.desk().propose(new String(terms, StandardCharsets.UTF_8)));
    }

    @Override
    public Optional<CaseState> find(String caseId) {
        return cases.find(caseId).map(room -> room.node().state());
    }

    @Override
    public AgreedActs.Untold untold(String caseId) {
        CaseRoom room = cases.find(caseId).orElse(null);
        try {
            return room == null
                    ? new AgreedActs.Untold(Set.of(), Set.of(), Map.of())
                    : new AgreedActs.Untold(
                            room.desk().toSayNotAvailable(),
                            room.desk().toSayAgain(),
                            room.desk().boardsToTell());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public ActionResult draft(String caseId, StepKind step, String personId, AgreedActs.Work work) {
        CaseRoom room = cases.find(caseId).orElse(null);
        if (room == null) {
            return new ActionResult.Refused("WRONG_PHASE", "This step is not open to this node now.");
        }
        if (!mayAct(personId)) {
            return new ActionResult.Refused("WRONG_ACTOR", "Your role does not allow this.");
        }
        return did(room, step, () -> work.on(new AfterAgreement(room.node(), room.desk()::takesFromElsewhere)));
    }

    private boolean mayAct(String personId) {
        return people.find(personId).map(p -> p.role().acts()).orElse(false);
    }

    private interface Work {
        Outcome run() throws IOException;
    }

    private static ActionResult did(CaseRoom room, StepKind step, Work work) {
        try {
            return switch (work.run()) {
                case Outcome.Waiting waiting -> new ActionResult.Waits(view(room, waiting));
                case Outcome.ToCarry(Outcome.Waiting waiting) -> new ActionResult.Waits(view(room, waiting));
                case Outcome.Done done ->
                    new ActionResult.Done(step, room.node().envelopes().size() - 1L);
                case Outcome.Refused refused ->
                    new ActionResult.Refused(
                            refused.refusal().code().name(), refused.refusal().sentence());
            };
        } catch (IOException e) {
            LOG.warn("a step could not be finished: {}", e.getMessage());
            return new ActionResult.Refused(
                    "UNREACHABLE", "This could not be finished now, and nothing is half-done: try again.");
        }
    }

    private static WaitingAct view(CaseRoom room, Outcome.Waiting waiting) {
        return new WaitingAct(
                waiting.draftId(),
                ActKinds.step(waiting.kind()),
                waiting.commitment(),
                Instant.parse(waiting.since()),
                waiting.approvedBy(),
                room.node()
                        .waitingAct(waiting.draftId())
                        .map(act -> figures(room, act))
                        .orElse(List.of()));
    }

    /** What the second person must know before he signs, in figures. */
    private static List<Figure> figures(CaseRoom room, Act act) {
        String self = room.node().identity().id();
        return switch (act) {
            case Act.ListSealed sealed -> List.of(new Figure("LINES", self, sealed.lines()));
            case Act.ListRevealed revealed ->
                List.of(new Figure("LINES", self, revealed.lines().size()));
            case Act.LinesAnswered answered -> {
                Map<String, Integer> counts = new TreeMap<>();
                answered.replies().forEach(r -> counts.merge(r.code().name(), 1, Integer::sum));
                String seeker = room.participants().other(self).id();
                counts.put("LOOKED_AT", room.desk().lookedAt(answered));
                yield counts.entrySet().stream()
                        .map(e -> new Figure(e.getKey(), seeker, e.getValue()))
                        .toList();
            }
            case Act.LinksConfirmed c ->
                List.of(
                        new Figure("CONFIRMED", self, c.confirmed().size()),
                        new Figure("REJECTED", self, c.rejected().size()));
            case Act.LinksAcknowledged a ->
                List.of(new Figure(
                        "CONFIRMED",
                        room.participants().other(self).id(),
                        a.lines().size()));
            case Act.ProposalObjected(String digest, List<Act.RejectedLine> objections) ->
                List.of(new Figure("OBJECTIONS", self, objections.size()));
            case Act.SelectionProposed(Act.Proposal proposal) ->
                proposal.returning().entrySet().stream()
                        .map(e ->
                                new Figure("RETURNING", e.getKey(), e.getValue().size()))
                        .toList();
            case Act.AmendmentProposed(Amendment amendment) -> amended(amendment);
            case Act.AmendmentSigned ignored ->
                Optional.ofNullable(room.node().state().amendment())
                        .map(open -> amended(open.amendment()))
                        .orElse(List.of());
            case Act.HandoverReceived receipt ->
                receipt.counts().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(e -> new Figure(e.getKey(), self, e.getValue()))
                        .toList();
            case Act.ReceiptDoubted doubted ->
                List.of(new Figure(doubted.doubt().name(), "", doubted.tokens().size()));
            case Act.AvailabilityChanged changed ->
                List.of(
                        new Figure("NOT_AVAILABLE", "", changed.notAvailable().size()),
                        new Figure("AGAIN", "", changed.again().size()));
            case Act.DeadlineExtended extended -> List.of(new Figure("HOURS", "", extended.hours()));
            default -> List.of();
        };
    }

    /** Per list, how many leave and how many come. */
    private static List<Figure> amended(Amendment amendment) {
        Map<String, int[]> counts = new TreeMap<>();
        for (Amendment.Change change : amendment.changes()) {
            int[] of = counts.computeIfAbsent(change.party(), p -> new int[2]);
            of[0] += change.leaves() == null ? 0 : 1;
            of[1] += change.comes() == null ? 0 : 1;
        }
        List<Figure> figures = new ArrayList<>();
        counts.forEach((party, of) -> {
            figures.add(new Figure("LEAVE", party, of[0]));
            figures.add(new Figure("COME", party, of[1]));
        });
        return figures;
    }
}
