package org.homeward.node.release;

import java.util.Optional;
import org.homeward.protocol.exchange.Act;
import org.homeward.protocol.exchange.Ladder;
import org.homeward.protocol.exchange.Refusal;

/** A gate that lets every act pass, for finding out who else would notice; it remembers whether the real one would have stopped one. */
public final class OpenGate extends ReleaseGate {
    private boolean wouldStop;

    @Override
    public Optional<Refusal> refusal(Act act) {
        wouldStop |= super.refusal(act).isPresent();
        return Optional.empty();
    }

    @Override
    public Optional<Refusal> refusal(Act act, Ladder ladder) {
        // The gate asks its own other question on the way, which is answered above and remembered there.
        boolean stops = super.refusal(act, ladder).isPresent();
        wouldStop |= stops;
        return Optional.empty();
    }

    /** Whether an act passed here that does not pass the real gate. */
    public boolean wouldStop() {
        return wouldStop;
    }
}
