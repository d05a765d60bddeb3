package org.homeward.node.day;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.homeward.protocol.exchange.CaseState;

/** Where the page of a day finds its case. */
public interface DaySource {
    /**
     * A case with what its packs need.
     *
     * @param checkpoint the joint log's newest checkpoint that both sides co-signed, or empty while there is none over all acts
     * @param policy whose co-signatures it bears
     * @param folder what came back from its days
     * @param dossiers which of this side's dossiers are behind the lines of its list
     */
    record Case(CaseState state, Optional<String> checkpoint, String policy, DayFolder folder, Dossiers dossiers) {}

    /** The own register behind the own list; an agency has neither. */
    interface Dossiers {
        /** Keys in the register of those sought, by line. */
        Map<String, String> byLine() throws IOException;
    }

    /** The case of that id. */
    Optional<Case> find(String caseId);
}
