package org.homeward.node.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        for (org.homeward.node.desk.Step step : org.homeward.node.desk.Step.values()) {
            StepKind kind = StepKind.valueOf(step.name());
            List<String> missing = step.missing(state, participants);
            StepState at = missing.isEmpty() ? StepState.DONE : on ? StepState.LATER : StepState.NOW;
            on |= !missing.isEmpty();
            steps.add(new Step(kind, at, missing));
        }
        return steps;
    }
}
