package org.homeward.node.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/** Refuses what a program asks of a page, in a sentence that says what to do; {@link ErrorController} writes the answer. */
public final class ProgramRefusal {
    private static final String SENTENCE = ProgramRefusal.class.getName();

    private ProgramRefusal() {}

    /** Ends the request. */
    public static void send(
            HttpServletRequest request, HttpServletResponse response, HttpStatus status, String sentence)
            throws IOException {
        request.setAttribute(SENTENCE, sentence);
        response.sendError(status.value());
    }

    /** What the request was refused with, if it was here. */
    static Optional<String> of(HttpServletRequest request) {
        return request.getAttribute(SENTENCE) instanceof String sentence ? Optional.of(sentence) : Optional.empty();
    }
}
