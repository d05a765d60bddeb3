package org.homeward.node.learned;

import java.util.Optional;
import java.util.function.IntFunction;
import org.homeward.protocol.exchange.ActRecord;
import org.homeward.protocol.exchange.CaseState;

/** Where the page finds the acts of a case. Safe for threads. */
public interface LearnedSource {
    /** A case of this node; empty where there is none of this id. */
    Optional<OneCase> find(String caseId);

    /**
     * One case.
     *
     * @param acts how many acts counted
     * @param act opens one of them, by its place in the joint log, from 0
     */
    record OneCase(CaseState state, int acts, IntFunction<ActRecord> act) {}
}
