package org.homeward.node.balance;

import java.util.List;
import java.util.Optional;
import org.homeward.protocol.exchange.Act.Proposal;
import org.homeward.protocol.exchange.CaseState;

/** Where the pages find the cases of this node. Safe for threads. */
public interface BalanceSource {
    /** A case as this node derived it; empty where there is none of this id. */
    Optional<OneCase> find(String caseId);

    /**
     * One case.
     *
     * @param proposals every version of the lists that was on the table, the last one last
     */
    record OneCase(CaseState state, List<Proposal> proposals) {
        public OneCase {
            proposals = List.copyOf(proposals);
        }
    }
}
