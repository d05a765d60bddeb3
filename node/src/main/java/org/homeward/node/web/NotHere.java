package org.homeward.node.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no such thing, or it is not for this node to see: both look the same. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public final class NotHere extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotHere() {
        // No stack trace: this is an answer, not a fault.
        super("not here", null, false, false);
    }
}
