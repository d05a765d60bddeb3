package org.homeward.protocol.json;

/** Bytes that are not the canonical JSON that was expected; the message says what is wrong and quotes none of it. */
public class MalformedJsonException extends Exception {
    private static final long serialVersionUID = 1L;

    public MalformedJsonException(String message) {
        super(message);
    }
}
