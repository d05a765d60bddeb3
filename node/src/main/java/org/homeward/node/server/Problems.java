package org.homeward.node.server;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import org.homeward.ledger.LedgerStopped;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Turns what goes wrong at the doors for this side's programs into a code and a sentence; details stay in the log. */
@RestControllerAdvice(
        assignableTypes = {
            ApiController.class,
            ApiActsController.class,
            ApiPagesController.class,
            ApiListsController.class,
            FeedController.class,
            Metrics.class,
            ControlController.class
        })
final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler
    ResponseEntity<Map<String, String>> problem(ApiProblem problem, HttpServletRequest request) {
        if (problem.status == HttpStatus.CONTENT_TOO_LARGE) {
            // Unread, so there is nothing to keep of it but this line.
            LOG.warn("{}: {}", problem.code, problem.getMessage());
        }
        if (problem.status == HttpStatus.FORBIDDEN || problem.status == HttpStatus.UNAUTHORIZED) {
            Doors.refused(request);
        }
        return body(problem.status, problem.code, String.valueOf(problem.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, String>> disk(LedgerStopped stopped) {
        LOG.error("the joint log has stopped", stopped);
        return body(
                HttpStatus.SERVICE_UNAVAILABLE,
                "LOG_STOPPED",
                "The joint log has stopped because its disk failed; start the node again when the disk is sound.");
    }

    @ExceptionHandler
    ResponseEntity<Map<String, String>> io(IOException e) {
        LOG.warn("a request could not be fulfilled: {}", e.getMessage());
        return body(
                HttpStatus.BAD_GATEWAY,
                "UNREACHABLE",
                "This could not be finished now, and nothing is half-done: try again. " + e.getMessage());
    }

    private static ResponseEntity<Map<String, String>> body(HttpStatus status, String code, String sentence) {
        return ResponseEntity.status(status).body(Map.of("code", code, "sentence", sentence));
    }
}
