package org.homeward.node.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.homeward.node.web.view.CaseView.DoneAct;
import org.homeward.node.web.view.CaseView.Step;
import org.homeward.node.web.view.CaseView.StepState;
import org.homeward.node.web.view.StepKind;
import org.homeward.protocol.envelope.Envelope;
import org.homeward.protocol.exchange.Approval;
import org.homeward.protocol.exchange.CaseState;
import org.homeward.protocol.exchange.Participants;
import org.homeward.protocol.exchange.Participants.Officer;
import org.homeward.protocol.exchange.Participants.Participant;
import org.homeward.protocol.exchange.Phase;

/** What was done in each case, and what is still to do. Whole lists lie in the envelopes, so that each is read once. */
final class CaseTimeline {
    private record Act(StepKind kind, String participant, Instant at, List<String> signedBy) {}

    private final Map<String, List<Act>> known = new ConcurrentHashMap<>();

    /** The acts in the order of the joint log. */
    List<DoneAct> acts(CaseRoom room) {
        List<Act> acts = known.compute(room.caseId(), (id, before) -> {
            List<Act> all = new ArrayList<>(before == null ? List.of() : before);
            try {
                room.node().envelopes(all.size()).forEach(e -> all.add(act(e, room.participants())));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return all;
        });
        CaseRoom.Effective effective = room.effective();
        long cosigned = effective.missing().isEmpty() ? effective.size() : 0;
        List<DoneAct> done = new ArrayList<>();
        for (int i = 0; i < acts.size(); i++) {
            Act act = acts.get(i);
            done.add(new DoneAct(i, act.kind(), act.participant(), act.at(), act.signedBy(), i < cosigned));
        }
        return done;
    }

    private static Act act(Envelope envelope, Participants participants) {
        Participant from = participants.find(envelope.from()).orElseThrow();
        List<String> people = envelope.approvals().stream()
                .map(Approval::officer)
                .map(id -> from.officer(id).map(Officer::name).orElse(id))
                .toList();
        return new Act(ActKinds.step(envelope.kind()), envelope.from(), Instant.parse(envelope.time()), people);
    }

    /** The walk: what is behind, what is on and whom it waits for, what is ahead. */
    static List<Step> steps(CaseState state, Participants participants) {
        List<Step> steps = new ArrayList<>();
        boolean on = false;
        for (StepKind kind : StepKind.values()) {
            if (kind == StepKind.OBJECT_TO_LISTS) {
                continue;
            }
            List<String> missing = missing(kind, state, participants);
            StepState at = missing.isEmpty() ? StepState.DONE : on ? StepState.LATER : StepState.NOW;
            on |= !missing.isEmpty();
            steps.add(new Step(kind, at, missing));
        }
        return steps;
    }

    private static List<String> missing(StepKind kind, CaseState state, Participants participants) {
        String mediator = participants.mediator().id();
        List<String> all = participants.all().stream().map(Participant::id).toList();
        List<String> parties =
                participants.parties().stream().map(Participant::id).toList();
        return switch (kind) {
            case OPEN_CASE -> state.phase() == Phase.NONE ? List.of(mediator) : List.of();
            case PROPOSE_TERMS -> state.terms() == null ? List.of(mediator) : List.of();
            case SIGN_TERMS -> without(all, state.termsSigned());
            case SEAL_LIST -> without(parties, state.sealed().keySet());
            case REVEAL_LIST -> without(parties, state.lists().keySet());
            // Answers and acknowledgements are kept under the party whose list they are about.
            case ANSWER_LINES ->
                others(participants, without(parties, state.replies().keySet()));
            case CONFIRM_LINKS -> without(parties, state.confirmed().keySet());
            case ACKNOWLEDGE_LINKS ->
                others(participants, without(parties, state.acknowledged().keySet()));
            case SEAL_LOTTERY -> without(all, state.lotterySealed().keySet());
            case REVEAL_LOTTERY -> without(all, state.lottery().keySet());
            case PROPOSE_LISTS -> state.proposal() == null ? List.of(mediator) : List.of();
            case FREEZE_LISTS -> without(all, state.frozen());
            case SIGN_AGREEMENT -> without(all, state.signatures().keySet());
            case OBJECT_TO_LISTS -> List.of();
        };
    }

    private static List<String> without(List<String> all, Set<String> done) {
        return all.stream().filter(id -> !done.contains(id)).toList();
    }

    private static List<String> others(Participants participants, List<String> parties) {
        return parties.stream().map(id -> participants.other(id).id()).toList();
    }
}
