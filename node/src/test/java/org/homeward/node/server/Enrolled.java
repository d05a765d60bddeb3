package org.homeward.node.server;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.homeward.node.exchange.NodeIdentity;
import org.homeward.protocol.crypto.SigningKey;
import org.homeward.protocol.exchange.Participants;
import org.homeward.protocol.exchange.Participants.Officer;
import org.homeward.protocol.exchange.Participants.Participant;

/** The keys of four nodes and their people, the same in every world. */
final class Enrolled {
    private static final Map<String, NodeIdentity> IDENTITIES = new HashMap<>();
    private static final Map<String, SigningKey> OFFICERS = new HashMap<>();

    static {
        Repeating random = new Repeating(1);
        for (String id : List.of("med", "aa", "bb", "cc")) {
            IDENTITIES.put(id, NodeIdentity.generate(id, random));
            for (int i = 1; i <= 3; i++) {
                OFFICERS.put(id + "-" + i, SigningKey.generate(random));
            }
        }
    }

    private Enrolled() {}

    static NodeIdentity identity(String id) {
        return IDENTITIES.get(id);
    }

    static SigningKey officer(String id) {
        return OFFICERS.get(id);
    }

    /** Opens a case of these two parties at that node. */
    static void in(Cases node, String caseId, String one, String two) throws IOException {
        Optional<String> flaw = node.enrol(
                caseId, new Participants(card(caseId, "med"), List.of(card(caseId, one), card(caseId, two))));
        if (flaw.isPresent()) {
            throw new IOException(flaw.get());
        }
    }

    private static Participant card(String caseId, String id) {
        List<Officer> people = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            people.add(new Officer(
                    id + "-" + i,
                    "Officer " + i,
                    "HEAD",
                    OFFICERS.get(id + "-" + i).publicText()));
        }
        return IDENTITIES.get(id).card(caseId, id.equals("med"), "Side " + id, people);
    }
}
