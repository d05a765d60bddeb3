package org.homeward.node.dossier;

import java.time.Instant;
import java.util.List;

/** What the other side answered of those whom this side seeks, in all cases. */
public interface OtherSide {
    /**
     * An answer to a line.
     *
     * @param row key of the row of the register of those sought
     * @param code of the reply
     */
    record Reply(String row, String caseId, String line, String code, Instant at) {}

    /** All answers that are known now; one list as long as nothing comes to it. */
    List<Reply> replies();
}
