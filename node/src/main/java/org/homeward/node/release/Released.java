package org.homeward.node.release;

/** A body that may leave the node. Only {@link ReleaseGate} makes one; the doors write nothing else. */
public final class Released {
    private final byte[] bytes;

    Released(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The bytes, to be written as they are; the caller does not change them. */
    public byte[] bytes() {
        return bytes;
    }
}
