package org.homeward.node.server;

import org.springframework.http.HttpStatus;

/** A request that is not fulfilled: a status, a stable code, and a sentence that says what to do. Never personal data. */
final class ApiProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    final HttpStatus status;
    final String code;

    ApiProblem(HttpStatus status, String code, String sentence) {
        super(sentence, null, false, false);
        this.status = status;
        this.code = code;
    }

    static ApiProblem noCase() {
        return new ApiProblem(HttpStatus.NOT_FOUND, "NO_CASE", "There is no such case at this node.");
    }

    static ApiProblem role() {
        return new ApiProblem(HttpStatus.FORBIDDEN, "ROLE", "Your role does not allow this.");
    }
}
