package org.homeward.node.exchange;

import java.io.IOException;

/** There is no line to the agency, by choice: what is for it is carried as a sealed package. */
public final class NotConnected extends IOException {
    private static final long serialVersionUID = 1L;

    public NotConnected() {
        super("This node has no line to the agency: carry its acts with 'homeward node export'.");
    }
}
