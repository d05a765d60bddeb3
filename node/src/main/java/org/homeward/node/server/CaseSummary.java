package org.homeward.node.server;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.homeward.node.desk.Step;
import org.homeward.node.exchange.ExchangeNode;
import org.homeward.protocol.exchange.Act;
import org.homeward.protocol.exchange.CaseState;
import org.homeward.protocol.exchange.Participants.Participant;
import org.homeward.protocol.exchange.Phase;
import org.homeward.protocol.exchange.ReplyCode;
import org.jspecify.annotations.Nullable;

/**
 * A case in figures, as this node sees it.
 *
 * @param acts accepted acts that this node has
 * @param effective of these, how many are under a checkpoint that both witnesses co-signed
 * @param missing whose co-signature the last checkpoint lacks
 * @param open steps that this node may start now
 * @param lists per party, what became of its list
 */
record CaseSummary(
        String caseId,
        Phase phase,
        int acts,
        long effective,
        List<String> missing,
        List<Step> open,
        Map<String, ListFigures> lists,
        @Nullable String trouble) {
    /**
     * The figures of one party's list.
     *
     * @param sealed lines of the list, known once it is sealed
     * @param replies answered lines by reason code
     * @param confirmed links that the party confirmed
     * @param acknowledged of these, acknowledged by the holder
     * @param returning people on the proposed list, by category
     */
    record ListFigures(
            int sealed,
            Map<ReplyCode, Integer> replies,
            int confirmed,
            int acknowledged,
            Map<String, Integer> returning) {}

    static CaseSummary of(CaseRoom room) {
        ExchangeNode node = room.node();
        CaseState state = node.state();
        CaseRoom.Effective effective = room.effective();
        Map<String, ListFigures> lists = new TreeMap<>();
        for (Participant party : room.participants().parties()) {
            lists.put(party.id(), figures(state, party.id()));
        }
        int acts = (int) state.heads().values().stream()
                .mapToLong(CaseState.Head::sequence)
                .sum();
        return new CaseSummary(
                room.caseId(),
                state.phase(),
                acts,
                effective.missing().isEmpty() ? effective.size() : 0,
                effective.missing(),
                room.desk().open(),
                lists,
                room.trouble().orElse(null));
    }

    private static ListFigures figures(CaseState state, String party) {
        Act.ListSealed sealed = state.sealed().get(party);
        Map<ReplyCode, Integer> replies = new TreeMap<>();
        state.replies().getOrDefault(party, Map.of()).values().forEach(r -> replies.merge(r.code(), 1, Integer::sum));
        Map<String, Integer> returning = new TreeMap<>();
        Act.Proposal proposal = state.proposal();
        if (proposal != null) {
            proposal.returning()
                    .getOrDefault(party, List.of())
                    .forEach(p -> returning.merge(p.category(), 1, Integer::sum));
        }
        return new ListFigures(
                sealed == null ? 0 : sealed.lines(),
                replies,
                state.confirmed().getOrDefault(party, java.util.Set.of()).size(),
                state.acknowledged().getOrDefault(party, java.util.Set.of()).size(),
                returning);
    }
}
