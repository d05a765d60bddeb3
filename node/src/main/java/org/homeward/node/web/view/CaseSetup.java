package org.homeward.node.web.view;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a case begins at this node: everybody's keys, compared by people. Safe for threads. */
public interface CaseSetup {
    /** Somebody whom a card may name. */
    record Who(String id, String name) {}

    /** Those of this side who may act in a case. */
    List<Who> officers();

    /**
     * This side's card for a case, as a file for the others: its public keys and its people's. The case is open to whom the card names.
     *
     * @param people ids of those whom it names
     */
    byte[] card(String caseId, Set<String> people);

    /**
     * One side as a card names it.
     *
     * @param fingerprint SHA-256 of the card, to be compared over another channel
     * @param people names of those whose signatures will count
     */
    record Side(String id, String name, boolean mediator, String fingerprint, List<String> people) {}

    /**
     * What three cards give together.
     *
     * @param participants the enrolment, to be handed to {@link #enrol}; null where there is a flaw
     * @param digest of the enrolment: the same at all three nodes
     * @param flaw why it cannot be used, or null
     */
    record Cards(
            List<Side> sides,
            byte @Nullable [] participants,
            String digest,
            @Nullable String flaw) {}

    /** Reads the mediator's card and the two parties', the parties in either order. */
    Cards read(String caseId, byte[] mediator, byte[] one, byte[] other);

    /**
     * Enrols everybody's keys for a new case.
     *
     * @return why not, or null
     */
    @Nullable
    String enrol(String caseId, byte[] participants) throws IOException;
}
