package org.homeward.protocol.envelope;

import org.homeward.protocol.exchange.Refusal;
import org.homeward.protocol.json.MalformedJsonException;

/** Bytes that are no envelope for this program, for a reason that has a code of its own. */
public final class UnreadableEnvelope extends MalformedJsonException {
    private static final long serialVersionUID = 1L;

    private final Refusal.Code code;

    UnreadableEnvelope(Refusal.Code code, String message) {
        super(message);
        this.code = code;
    }

    /** Why {@link Envelope#parse} refused these bytes, as a refusal. */
    public static Refusal refusal(MalformedJsonException e) {
        Refusal.Code code = e instanceof UnreadableEnvelope u ? u.code : Refusal.Code.UNREADABLE;
        return new Refusal(code, "The envelope cannot be read: " + e.getMessage() + ".");
    }
}
