package org.homeward.ledger;

import org.jspecify.annotations.Nullable;

/** The log accepts nothing more: it is closed, or its disk failed. */
public final class LedgerStopped extends RuntimeException {
    private static final long serialVersionUID = 1;

    LedgerStopped(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
