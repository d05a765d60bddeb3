package org.homeward.node.server;

import java.util.Arrays;
import java.util.Optional;
import org.homeward.node.agreed.AgreedView;
import org.homeward.node.learned.LearnedDesk;
import org.homeward.node.learned.LearnedView;
import org.homeward.node.review.PairState.Phase;
import org.homeward.node.review.TracingDesk;
import org.homeward.protocol.exchange.CaseState;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What pages of a case show, as JSON: the very records that the pages are made from, so that neither says more than the other. */
@RestController
@RequestMapping(path = "/api", produces = MediaType.APPLICATION_JSON_VALUE)
final class ApiPagesController {
    private final NodeConfig config;
    private final Cases cases;
    private final TracingDesk tracing;
    private final LearnedDesk learned;

    ApiPagesController(NodeConfig config, Cases cases, TracingDesk tracing, LearnedDesk learned) {
        this.config = config;
        this.cases = cases;
        this.tracing = tracing;
        this.learned = learned;
    }

    /** The tracing queue in the order of the page: the most urgent pairs, and how many there are in each phase. */
    @GetMapping("cases/{caseId}/desk")
    TracingDesk.Queue desk(@PathVariable String caseId, @RequestParam Optional<String> phase) {
        Optional<Phase> asked = phase.map(ApiPagesController::phase);
        return tracing.queue(caseId, asked)
                .map(TracingDesk.Queue::shown)
                .orElseThrow(() -> new ApiProblem(
                        HttpStatus.NOT_FOUND, "NO_QUEUE", "There are no pairs to decide in this case at present."));
    }

    /** One pair, with both writings and what people said of it. */
    @GetMapping("cases/{caseId}/desk/pairs/{line}")
    TracingDesk.Item pair(@PathVariable String caseId, @PathVariable String line) {
        return tracing.item(caseId, line)
                .orElseThrow(() -> new ApiProblem(
                        HttpStatus.NOT_FOUND, "NO_PAIR", "No pair is proposed for this line at present."));
    }

    /** Versions and their differences, the amendment on the table, the account and the clocks. */
    @GetMapping("cases/{caseId}/agreed")
    AgreedView agreed(@PathVariable String caseId) {
        CaseState state = cases.find(caseId)
                .map(room -> room.node().state())
                .filter(s -> s.participants() != null)
                .orElseThrow(ApiProblem::noCase);
        return AgreedView.of(state, config.id());
    }

    /** What each side has learned about people, and when. */
    @GetMapping("cases/{caseId}/learned")
    LearnedView learned(@PathVariable String caseId) {
        return learned.of(caseId).orElseThrow(ApiProblem::noCase);
    }

    private static Phase phase(String name) {
        return Arrays.stream(Phase.values())
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ApiProblem(
                        HttpStatus.BAD_REQUEST,
                        "NO_PHASE",
                        "'phase' is one of " + Arrays.toString(Phase.values()) + ", or left out."));
    }
}
