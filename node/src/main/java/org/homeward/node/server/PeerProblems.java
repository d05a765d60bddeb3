package org.homeward.node.server;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.homeward.ledger.LedgerStopped;
import org.homeward.node.release.Outgoing;
import org.homeward.node.release.PeerProblem;
import org.homeward.node.release.ReleaseGate;
import org.homeward.node.web.SecurityLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Turns whatever goes wrong at the door for other nodes into one of the fixed problems: the other side learns nothing else. */
@RestControllerAdvice(assignableTypes = PeerController.class)
final class PeerProblems {
    private static final Logger LOG = LoggerFactory.getLogger(PeerProblems.class);

    private final ReleaseGate gate;

    PeerProblems(ReleaseGate gate) {
        this.gate = gate;
    }

    @ExceptionHandler
    ResponseEntity<byte[]> any(Exception e, HttpServletRequest request) {
        PeerProblem problem = problem(e);
        if (problem.status() >= HttpStatus.INTERNAL_SERVER_ERROR.value()) {
            LOG.error("a request of another node could not be fulfilled", e);
        } else if (problem == PeerProblem.STRANGER) {
            SecurityLog.stranger("no enrolled node", request);
        } else if (problem == PeerProblem.TOO_LARGE) {
            // Unread, so there is nothing to keep of it but this line.
            LOG.warn("TOO_LARGE: {}", e.getMessage());
        }
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_JSON)
                .body(gate.release("", "", new Outgoing.Problem(problem)).bytes());
    }

    private static PeerProblem problem(Exception e) {
        return switch (e) {
            case PeerProblemException known -> known.problem;
            case ApiProblem large when large.status == HttpStatus.CONTENT_TOO_LARGE -> PeerProblem.TOO_LARGE;
            case LedgerStopped stopped -> PeerProblem.LOG_STOPPED;
            case IOException disk -> PeerProblem.UNREACHABLE;
            case MethodArgumentTypeMismatchException request -> PeerProblem.BAD_REQUEST;
            case ErrorResponse request when request.getStatusCode().is4xxClientError() -> PeerProblem.BAD_REQUEST;
            default -> PeerProblem.UNREACHABLE;
        };
    }
}
