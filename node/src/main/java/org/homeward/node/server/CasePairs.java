package org.homeward.node.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.homeward.node.desk.ProposedPair;
import org.homeward.node.desk.Step;
import org.homeward.node.review.TracingDesk;
import org.homeward.node.store.Reviews;
import org.homeward.node.store.Store;

/** The pairs of each case, traced once for each state of the register: a run over a long list takes seconds. */
final class CasePairs implements TracingDesk.Pairs {
    private record Traced(Step step, long changes, List<ProposedPair> pairs) {}

    private final Cases cases;
    private final Store store;
    private final Map<String, Traced> traced = new ConcurrentHashMap<>();

    CasePairs(Cases cases, Store store) {
        this.cases = cases;
        this.store = store;
    }

    @Override
    public Optional<TracingDesk.Work> of(String caseId) {
        try {
            CaseRoom room = cases.find(caseId).orElse(null);
            Optional<Step> step = room == null ? Optional.empty() : room.desk().deciding();
            if (room == null || step.isEmpty()) {
                traced.remove(caseId);
                return Optional.empty();
            }
            long changes = store.registers().changes();
            // One run at a time for a case: who comes meanwhile waits for its result.
            Traced now = traced.compute(caseId, (id, before) -> {
                if (before != null && before.step() == step.get() && before.changes() == changes) {
                    return before;
                }
                try {
                    return new Traced(step.get(), changes, room.desk().propose(step.get()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            return Optional.of(new TracingDesk.Work(
                    now.step() == Step.ANSWER_LINES ? Reviews.Step.ANSWER : Reviews.Step.CONFIRM, now.pairs()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
