package org.homeward.simulation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.homeward.node.exchange.ExchangeNode;
import org.homeward.node.exchange.NodeIdentity;
import org.homeward.protocol.envelope.Envelope;
import org.homeward.protocol.envelope.Sealer;
import org.homeward.protocol.exchange.Approval;
import org.homeward.protocol.exchange.CaseState;
import org.homeward.protocol.json.MalformedJsonException;
import org.jspecify.annotations.Nullable;

/** What must hold after every step, found from the journals alone and without the rules of the case. */
final class Invariants {
    private final NodeIdentity agency;

    /** The agency's journal as it was after the step before. */
    private final List<Envelope> truth = new ArrayList<>();

    private final List<String> kinds = new ArrayList<>();
    private final Set<String> digests = new HashSet<>();
    private final List<String> acknowledged = new ArrayList<>();
    private final Counts counts;
    private final Tally tally;

    /** The kinds that change lists and accounts. */
    private static final Set<String> TALLIED = Set.of(
            "LinksAcknowledged",
            "AvailabilityChanged",
            "BoardDecided",
            "DeathStated",
            "SelectionProposed",
            "AgreementSigned",
            "AmendmentProposed",
            "AmendmentSigned",
            "AmendmentWithdrawn",
            "AmendmentDeclined",
            "DeadlinePassed",
            "DeadlineExtended",
            "HandoverReceived",
            "ReceiptDoubted");

    Invariants(NodeIdentity agency, Counts counts) {
        this.agency = agency;
        this.counts = counts;
        this.tally = new Tally(counts);
    }

    /** The agency's signed receipt for this act has reached its side. */
    void acknowledged(String digest) {
        acknowledged.add(digest);
    }

    void check(List<Envelope> now, List<List<Envelope>> bureaus) {
        // By identity: the simulated disk holds what was written and makes no copies.
        for (int i = 0; i < truth.size(); i++) {
            if (i >= now.size() || now.get(i) != truth.get(i)) {
                throw new Broken("nothing that was ordered is lost or changed");
            }
        }
        for (Envelope envelope : now.subList(truth.size(), now.size())) {
            fresh(envelope);
        }
        for (String digest : acknowledged) {
            if (!digests.contains(digest)) {
                throw new Broken("every acknowledged act survives");
            }
        }
        acknowledged.clear();
        for (List<Envelope> bureau : bureaus) {
            if (bureau.size() > truth.size() || !truth.subList(0, bureau.size()).equals(bureau)) {
                throw new Broken("a bureau's journal is the beginning of the agency's");
            }
        }
    }

    private void fresh(Envelope envelope) {
        if (!digests.add(envelope.digest())) {
            throw new Broken("nothing happens twice");
        }
        if (envelope.approvals().stream().map(Approval::officer).distinct().count() < 2) {
            throw new Broken("no act with one person");
        }
        need(envelope, "ListRevealed", "ListSealed", 2, "no list is shown before both are sealed");
        need(envelope, "LinesAnswered", "ListRevealed", 2, "nobody is shown before both have shown whom they seek");
        need(envelope, "LinksConfirmed", "LinesAnswered", 2, "no link is confirmed before both have answered");
        need(envelope, "LotteryRevealed", "LotterySealed", 3, "no number is shown before all three are sealed");
        need(envelope, "AgreementSigned", "ListsFrozen", 3, "nothing is signed before all three froze it");
        need(envelope, "AmendmentSigned", "AgreementSigned", 3, "nothing is amended before all three signed it");
        need(envelope, "HandoverReceived", "AgreementSigned", 3, "nobody is received before all three signed");
        if (TALLIED.contains(envelope.kind())) {
            tally(envelope);
        }
        counts.add(Happening.ACT_ACCEPTED);
        if (envelope.kind().equals("ProposalObjected")) {
            counts.add(Happening.OBJECTION);
        }
        truth.add(envelope);
        kinds.add(envelope.kind());
    }

    private void need(Envelope envelope, String kind, String before, int count, String invariant) {
        if (envelope.kind().equals(kind)
                && kinds.stream().filter(before::equals).count() < count) {
            throw new Broken(invariant);
        }
    }

    private void tally(Envelope envelope) {
        try {
            tally.take(
                    envelope.from(),
                    Sealer.open(envelope, agency.id(), agency.sealing())
                            .orElseThrow()
                            .act());
        } catch (MalformedJsonException e) {
            throw new Broken("what was ordered can be opened by the agency");
        }
    }

    /** The agency's case, when it has counted all that was ordered, has the lists and accounts that the acts make. */
    void accounts(@Nullable ExchangeNode agencyNode, int size) {
        if (agencyNode != null && size == truth.size()) {
            tally.compare(agencyNode.state());
        }
    }

    /** Nodes that have the same acts have the same case. */
    static void sameCase(Map<String, @Nullable ExchangeNode> nodes, Map<String, Integer> sizes) {
        for (Map.Entry<String, @Nullable ExchangeNode> one : nodes.entrySet()) {
            ExchangeNode med = nodes.get("med");
            ExchangeNode node = one.getValue();
            if (med == null || node == null || !Objects.equals(sizes.get(one.getKey()), sizes.get("med"))) {
                continue;
            }
            CaseState state = node.state();
            if (state != med.state() && !state.equals(med.state())) {
                throw new Broken("all three derive the same case from the same envelopes");
            }
        }
    }
}
