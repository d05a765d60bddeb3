package org.homeward.simulation;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.homeward.node.exchange.Answer;
import org.homeward.node.exchange.ExchangeNode;
import org.homeward.node.exchange.NodeIdentity;
import org.homeward.protocol.crypto.Bytes;
import org.homeward.protocol.crypto.SigningKey;
import org.homeward.protocol.envelope.Envelope;
import org.homeward.protocol.envelope.Sealer;
import org.homeward.protocol.exchange.Act;
import org.homeward.protocol.exchange.Approval;
import org.homeward.protocol.exchange.CaseState;
import org.homeward.protocol.exchange.Participants;
import org.homeward.protocol.exchange.SealedList;

/** A party that wants to know more than it is told, and to speak for the other, with nothing but its own keys. */
final class Curious {
    private final Seeded random;
    private final Participants participants;
    private final Counts counts;

    Curious(Seeded random, Participants participants, Counts counts) {
        this.random = random;
        this.participants = participants;
        this.counts = counts;
    }

    /** Tries the very lines of the other's sealed list, without its salt. */
    void guess(ExchangeNode self, String other) {
        Act.ListSealed sealed = self.state().sealed().get(other);
        if (sealed == null || self.state().lists().containsKey(other)) {
            return;
        }
        for (int i = 0; i < 4; i++) {
            byte[] salt = new byte[32];
            random.nextBytes(salt);
            if (sealed.commitment()
                    .equals(SealedList.commitment(
                            self.state().caseId(), other, Bytes.hex(salt), Script.lines(other)))) {
                throw new Broken("nobody who guesses at a sealed list learns that he is right");
            }
        }
        counts.add(Happening.GUESS_FAILED);
    }

    /** Hands the agency an act as if the other had made it, under its own node's and its own people's keys. */
    void speakAs(
            String other,
            NodeIdentity self,
            CaseState state,
            ExchangeNode agency,
            Map<String, SigningKey> officers,
            Instant now)
            throws IOException {
        Sealer sealer = new Sealer(random);
        Sealer.Draft draft = sealer.draft(new Act.LinksAcknowledged(List.of()));
        byte[] message = Approval.message(state.caseId(), other, draft.kind(), draft.commitment());
        List<Approval> approvals = officers.entrySet().stream()
                .filter(e -> e.getKey().startsWith(self.id()))
                .map(e -> new Approval(
                        e.getKey().replace(self.id(), other), e.getValue().sign(message)))
                .toList();
        Envelope forged = sealer.seal(state, other, self.signing(), participants.all(), now, draft, approvals);
        Answer answer = agency.receive(forged);
        if (answer.accepted()) {
            throw new Broken("nobody speaks for another side");
        }
        counts.add(Happening.IMPOSTOR_REFUSED);
    }
}
