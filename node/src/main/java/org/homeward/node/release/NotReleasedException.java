package org.homeward.node.release;

/** A door asked for a body that may not leave: a fault of this program, which stops here and not on the line. */
public final class NotReleasedException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    NotReleasedException(String what) {
        super("not released: " + what);
    }
}
