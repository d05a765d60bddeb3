package org.homeward.node.server;

import java.io.IOException;
import java.util.Map;
import org.homeward.ledger.LedgerStopped;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.HandlerMethod;

/** Turns what goes wrong at the doors for programs into a code and a sentence; details stay in the log. */
@RestControllerAdvice(
        assignableTypes = {
            PeerController.class,
            ApiController.class,
            FeedController.class,
            Metrics.class,
            ControlController.class
        })
final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler
    ResponseEntity<Map<String, String>> problem(ApiProblem problem) {
        if (problem.status == HttpStatus.CONTENT_TOO_LARGE) {
            // Unread, so there is nothing to keep of it but this line.
            LOG.warn("{}: {}", problem.code, problem.getMessage());
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

    /** This side's own people are told why; another side learns nothing of what is inside this node, such as the name of a file. */
    @ExceptionHandler
    ResponseEntity<Map<String, String>> io(IOException e, HandlerMethod door) {
        LOG.warn("a request could not be fulfilled: {}", e.getMessage());
        String sentence = "This could not be finished now, and nothing is half-done: try again.";
        boolean otherSide = door.getBeanType() == PeerController.class;
        return body(HttpStatus.BAD_GATEWAY, "UNREACHABLE", otherSide ? sentence : sentence + " " + e.getMessage());
    }

    private static ResponseEntity<Map<String, String>> body(HttpStatus status, String code, String sentence) {
        return ResponseEntity.status(status).body(Map.of("code", code, "sentence", sentence));
    }
}
