package org.homeward.node.web.view;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A case as this node sees it.
 *
 * @param title of the terms; the case's id before there are any
 * @param self this node's participant id
 * @param terms the terms on the table, or null before there are any
 * @param steps the walk in its order
 * @param acts what was done, in the order of the joint log
 * @param open steps that this node's people may start now
 * @param lists what became of each party's list
 * @param effective how many acts are under a checkpoint that both sides co-signed
 * @param notCosigned ids of those whose co-signature the newest checkpoint lacks
 * @param trouble what went wrong in the last exchange with the agency, in a sentence, or null
 */
public record CaseView(
        String id,
        String title,
        String self,
        List<Participant> participants,
        @Nullable Terms terms,
        List<Step> steps,
        List<DoneAct> acts,
        List<StepKind> open,
        List<ListFigures> lists,
        boolean proposed,
        long effective,
        List<String> notCosigned,
        @Nullable String trouble) {
    public CaseView {
        participants = List.copyOf(participants);
        steps = List.copyOf(steps);
        acts = List.copyOf(acts);
        open = List.copyOf(open);
        lists = List.copyOf(lists);
        notCosigned = List.copyOf(notCosigned);
    }

    /** One of the three. */
    public record Participant(String id, String name, boolean mediator) {}

    /**
     * The terms in short.
     *
     * @param countingRule in the parties' own words
     * @param soldiers per party id
     * @param civilians per party id, on a track of their own
     */
    public record Terms(
            String countingRule, Map<String, Integer> soldiers, Map<String, Integer> civilians, String digest) {
        public Terms {
            soldiers = Map.copyOf(soldiers);
            civilians = Map.copyOf(civilians);
        }
    }

    /** Whether a step is behind, on, or ahead. */
    public enum StepState {
        DONE,
        NOW,
        LATER
    }

    /**
     * A step of the walk.
     *
     * @param missing ids of those who have not done it yet; empty when it is done
     */
    public record Step(StepKind kind, StepState state, List<String> missing) {
        public Step {
            missing = List.copyOf(missing);
        }
    }

    /**
     * An act in the joint log.
     *
     * @param index in the joint log, from 0
     * @param signedBy names of the people who signed it
     * @param cosigned whether it is under a checkpoint that both sides co-signed
     */
    public record DoneAct(
            long index, StepKind kind, String participant, Instant at, List<String> signedBy, boolean cosigned) {
        public DoneAct {
            signedBy = List.copyOf(signedBy);
        }
    }

    /**
     * What became of one party's list.
     *
     * @param lines of the list, known once it is sealed
     * @param revealed whether the lines can be read
     * @param replies answered lines by reply code
     * @param returning people on the proposed list, by category
     */
    public record ListFigures(
            String party,
            int lines,
            boolean revealed,
            Map<String, Integer> replies,
            int confirmed,
            int acknowledged,
            Map<String, Integer> returning) {
        public ListFigures {
            replies = Map.copyOf(replies);
            returning = Map.copyOf(returning);
        }
    }

    /** The participant of that id. @throws IllegalArgumentException when it takes no part */
    public Participant participant(String id) {
        return participants.stream()
                .filter(p -> p.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no participant " + id));
    }

    /** The acts that did that step. */
    public List<DoneAct> acts(StepKind kind) {
        return acts.stream().filter(a -> a.kind() == kind).toList();
    }
}
