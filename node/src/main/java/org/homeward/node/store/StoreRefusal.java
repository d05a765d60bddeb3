package org.homeward.node.store;

/** The store cannot be used, and why, in a sentence for whoever runs the node. */
public final class StoreRefusal extends Exception {
    private static final long serialVersionUID = 1L;

    /** What is wrong with the store. */
    public enum Code {
        /** Written by a newer version of the program. */
        NEWER,
        /** Not a store, or damaged. */
        DAMAGED,
        /** The server does not answer, or does not let this node in. */
        UNREACHABLE,
        /** No room left on the disk. */
        FULL
    }

    private final Code code;

    StoreRefusal(Code code, String sentence, Throwable cause) {
        super(sentence, cause);
        this.code = code;
    }

    public Code code() {
        return code;
    }
}
