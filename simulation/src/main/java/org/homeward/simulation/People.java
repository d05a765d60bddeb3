package org.homeward.simulation;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.homeward.node.exchange.ExchangeNode;
import org.homeward.node.exchange.NodeIdentity;
import org.homeward.node.exchange.Outcome;
import org.homeward.protocol.crypto.Bytes;
import org.homeward.protocol.crypto.SigningKey;
import org.homeward.protocol.exchange.Act;
import org.homeward.protocol.exchange.Approval;
import org.homeward.protocol.exchange.CaseState;
import org.homeward.protocol.exchange.Death;
import org.homeward.protocol.exchange.Participants;
import org.homeward.protocol.exchange.Phase;
import org.homeward.protocol.exchange.Refusal;

/** Three clerks at every node: diligent ones, one who repeats himself, one who signs for others, two who do the same at once. */
final class People {
    private final Seeded random;
    private final SimClock clock;
    private final Counts counts;
    private final Participants participants;
    private final Map<String, SigningKey> officers;
    private final Invariants invariants;
    private final Map<String, String> secrets = new java.util.HashMap<>();
    private int objections;
    private int sayings;
    private int doubts;

    People(
            Seeded random,
            SimClock clock,
            Counts counts,
            Participants participants,
            Map<String, SigningKey> officers,
            Invariants invariants) {
        this.random = random;
        this.clock = clock;
        this.counts = counts;
        this.participants = participants;
        this.officers = officers;
        this.invariants = invariants;
        for (Participants.Participant p : participants.all()) {
            byte[] secret = new byte[32];
            random.nextBytes(secret);
            secrets.put(p.id(), Bytes.hex(secret));
        }
    }

    /** The next act of this side, from its draft to two people's signatures; sometimes two clerks make it at once. */
    void act(String id, ExchangeNode node, NodeIdentity identity) throws IOException {
        boolean objects = objections < 4 && random.oneIn(6);
        Optional<Act> said = sayings < 8 && random.oneIn(dead(node.state()) ? 2 : 9)
                ? Persons.said(node.state(), id, participants, random)
                : Optional.empty();
        Optional<Act> doubt = doubts < 6 && !id.equals(participants.mediator().id()) && random.oneIn(2)
                ? Receipts.said(node.state(), id, random)
                : Optional.empty();
        Optional<Act> next = said.or(() -> doubt).isPresent()
                ? said.or(() -> doubt)
                : Script.next(node.state(), identity, participants, World.of(secrets, id), objects, clock.instant());
        if (next.isEmpty()) {
            node.synchronise();
            return;
        }
        Outcome drafted = node.draft(next.get());
        if (drafted instanceof Outcome.Refused refused && refused.refusal().code() == Refusal.Code.TOO_LATE) {
            counts.add(Happening.ACT_TOO_LATE);
            return;
        }
        if (!(drafted instanceof Outcome.Waiting waiting)) {
            return;
        }
        if (said.isPresent()) {
            sayings++;
        } else if (doubt.isPresent()) {
            doubts++;
        } else if (objects && node.state().phase().compareTo(Phase.PROPOSED) >= 0) {
            objections++;
        }
        Outcome.Waiting other = null;
        if (random.oneIn(5) && node.draft(next.get()) instanceof Outcome.Waiting same) {
            other = same;
        }
        people(id, node, waiting);
        if (other != null) {
            counts.add(Happening.CLERKS_AT_ONCE);
            people(id, node, other);
        }
    }

    /** While somebody is said to be dead people speak of it sooner than of anything else. */
    private static boolean dead(CaseState state) {
        return state.deaths().values().stream().anyMatch(Death::standsInTheWay);
    }

    /** One clerk may repeat himself, one may forge; only two different people make an act. */
    private void people(String id, ExchangeNode node, Outcome.Waiting waiting) throws IOException {
        String first = id + "-" + (1 + random.nextInt(3));
        mustWait(sign(node, waiting, first, first));
        if (random.oneIn(3)) {
            counts.add(Happening.CLERK_REPEATED);
            mustWait(sign(node, waiting, first, first));
        }
        if (random.oneIn(3)) {
            counts.add(Happening.FORGERY);
            mustWait(sign(node, waiting, id + "-2", id.equals("aa") ? "bb-2" : "aa-2"));
        }
        String second = id + "-" + (1 + random.nextInt(3));
        if (second.equals(first)) {
            // He finds nobody else today; the draft waits.
            second = first.endsWith("1") ? id + "-2" : id + "-1";
        }
        for (int attempt = 0; attempt < 2; attempt++) {
            try {
                done(sign(node, waiting, second, second));
                return;
            } catch (IOException lost) {
                clock.pass(Duration.ofMinutes(5));
            }
        }
    }

    private void done(Outcome outcome) {
        if (outcome instanceof Outcome.Done done) {
            invariants.acknowledged(done.receipt().envelope());
        } else if (outcome instanceof Outcome.Refused refused) {
            counts.add(
                    refused.refusal().code() == Refusal.Code.TOO_LATE ? Happening.ACT_TOO_LATE : Happening.ACT_REFUSED);
        }
    }

    private static void mustWait(Outcome outcome) {
        if (outcome instanceof Outcome.Done) {
            throw new Broken("no act with one person, none with a forged signature");
        }
    }

    private Outcome sign(ExchangeNode node, Outcome.Waiting waiting, String officer, String key) throws IOException {
        byte[] message = Approval.message(World.CASE, node.identity().id(), waiting.kind(), waiting.commitment());
        return node.approve(waiting.draftId(), officer, World.of(officers, key).sign(message));
    }
}
