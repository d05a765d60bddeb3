package org.homeward.talks.front;

/** Inside the readers only: the sentence why a file cannot be read; {@link PreferenceFiles} turns it into a value. */
final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableException(String sentence) {
        super(sentence);
    }
}
