package org.homeward.node.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Why somebody reads what is said of a person. Entered once, good for {@link #GOOD}, and written beside each read.
 *
 * @param why the kind of work
 * @param file what it is done for: a case, or the number of a letter; letters, digits, hyphens and slashes, so that no name of a person gets in
 */
public record Purpose(Why why, String file, Instant since) implements Serializable {
    /** How long one is good for. */
    public static final Duration GOOD = Duration.ofHours(1);

    private static final String NAME = "purpose";

    /** Kinds of work for which a person's page is opened. */
    public enum Why {
        TRACING,
        ANSWERING,
        HEALTH,
        FAMILY,
        CORRECTION,
        REVIEW
    }

    /** A purpose as entered; empty where the file's number has other signs or is too long. */
    static Optional<Purpose> of(Why why, String file, Instant now) {
        String number = file.strip();
        return number.matches("[\\p{L}\\p{N}/.-]{0,40}")
                ? Optional.of(new Purpose(why, number, now))
                : Optional.empty();
    }

    /** The purpose of the reader's session, or of this one request of a program; empty where none is good any more. */
    static Optional<Purpose> in(HttpServletRequest request, Instant now) {
        if (request.getAttribute(NAME) instanceof Purpose said) {
            return Optional.of(said);
        }
        HttpSession session = request.getSession(false);
        return session != null
                        && session.getAttribute(NAME) instanceof Purpose purpose
                        && now.isBefore(purpose.since.plus(GOOD))
                ? Optional.of(purpose)
                : Optional.empty();
    }

    void keep(HttpServletRequest request) {
        request.getSession().setAttribute(NAME, this);
    }

    /** Holds for this request alone: a program says with each what it is for. */
    void keepFor(HttpServletRequest request) {
        request.setAttribute(NAME, this);
    }

    /** As it is written beside a read. */
    String noted() {
        return file.isEmpty() ? why.name() : why + " " + file;
    }
}
