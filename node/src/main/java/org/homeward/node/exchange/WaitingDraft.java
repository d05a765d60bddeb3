package org.homeward.node.exchange;

import java.util.ArrayList;
import java.util.List;
import org.homeward.protocol.crypto.Bytes;
import org.homeward.protocol.envelope.Envelope;
import org.homeward.protocol.envelope.Sealer;
import org.homeward.protocol.exchange.Act;
import org.homeward.protocol.exchange.Approval;
import org.homeward.protocol.json.CanonicalJson;
import org.homeward.protocol.json.MalformedJsonException;
import org.jspecify.annotations.Nullable;

/**
 * An act that waits for people's signatures, or for the agency's answer.
 *
 * @param draft the act and its salt, which is what people sign
 * @param approvals one per person, the newest last
 * @param handedIn the sealed envelope once it may have reached the agency; base64 of its bytes
 */
public record WaitingDraft(
        String id,
        String since,
        Sealer.Draft draft,
        List<Approval> approvals,
        @Nullable String handedIn) {
    public WaitingDraft {
        approvals = List.copyOf(approvals);
    }

    /** With this person's signature, in place of an earlier one of his. */
    WaitingDraft with(Approval approval) {
        List<Approval> all = new ArrayList<>(approvals);
        all.removeIf(a -> a.officer().equals(approval.officer()));
        all.add(approval);
        return new WaitingDraft(id, since, draft, all, handedIn);
    }

    WaitingDraft handedIn(Envelope envelope) {
        return new WaitingDraft(id, since, draft, approvals, Bytes.base64(envelope.bytes()));
    }

    @Nullable
    Envelope envelope() {
        try {
            return handedIn == null ? null : Envelope.parse(Bytes.fromBase64(handedIn));
        } catch (MalformedJsonException e) {
            throw new IllegalStateException("a draft's own envelope", e);
        }
    }

    Act act() {
        try {
            return Act.parse(draft.kind(), draft.act());
        } catch (MalformedJsonException e) {
            throw new IllegalStateException("a draft's own act", e);
        }
    }

    byte[] bytes() {
        return CanonicalJson.bytes(this);
    }

    static WaitingDraft parse(byte[] bytes) throws MalformedJsonException {
        return CanonicalJson.read(bytes, WaitingDraft.class);
    }
}
