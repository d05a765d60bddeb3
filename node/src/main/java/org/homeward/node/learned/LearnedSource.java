package org.homeward.node.learned;

import java.util.List;
import java.util.Optional;
import org.homeward.protocol.exchange.ActRecord;
import org.homeward.protocol.exchange.CaseState;

/** Where the page finds the acts of a case. Safe for threads. */
public interface LearnedSource {
    /** A case of this node; empty where there is none of this id. */
    Optional<OneCase> find(String caseId);

    /**
     * One case.
     *
     * @param acts every act that counted, in the order of the joint log
     */
    record OneCase(CaseState state, List<ActRecord> acts) {
        public OneCase {
            acts = List.copyOf(acts);
        }
    }
}
