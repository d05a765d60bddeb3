package org.homeward.node.server;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.homeward.node.exchange.NodeIdentity;
import org.homeward.node.people.People;
import org.homeward.node.web.view.CaseSetup;
import org.homeward.protocol.crypto.Bytes;
import org.homeward.protocol.exchange.Participants;
import org.homeward.protocol.exchange.Participants.Officer;
import org.homeward.protocol.exchange.Participants.Participant;
import org.homeward.protocol.json.CanonicalJson;
import org.homeward.protocol.json.MalformedJsonException;
import org.jspecify.annotations.Nullable;

/** Cards in and out for the pages. The two parties stand in the order of their ids, so that all three nodes enrol the same bytes. */
final class NodeCaseSetup implements CaseSetup {
    private static final int MOST = 1024 * 1024;

    private final NodeConfig config;
    private final NodeIdentity identity;
    private final People people;
    private final Cases cases;

    NodeCaseSetup(NodeConfig config, NodeIdentity identity, People people, Cases cases) {
        this.config = config;
        this.identity = identity;
        this.people = people;
        this.cases = cases;
    }

    @Override
    public List<CaseSetup.Who> officers() {
        return people.officers().stream()
                .map(o -> new CaseSetup.Who(o.id(), o.name()))
                .toList();
    }

    @Override
    public byte[] card(String caseId, Set<String> named) {
        List<Officer> officers =
                people.officers().stream().filter(o -> named.contains(o.id())).toList();
        return CanonicalJson.bytes(identity.card(caseId, config.isAgency(), config.name(), officers));
    }

    @Override
    public Cards read(String caseId, byte[] mediator, byte[] one, byte[] other) {
        List<Participant> cards = new ArrayList<>();
        for (byte[] file : List.of(mediator, one, other)) {
            try {
                if (file.length == 0 || file.length > MOST) {
                    throw new MalformedJsonException("it is empty or larger than a card");
                }
                cards.add(CanonicalJson.read(file, Participant.class));
            } catch (MalformedJsonException e) {
                return new Cards(
                        List.of(),
                        null,
                        "",
                        "Card " + (cards.size() + 1) + " of 3 is not a card of a node: " + e.getMessage()
                                + ". Ask its side for the file again.");
            }
        }
        List<Participant> parties = cards.subList(1, 3).stream()
                .sorted(Comparator.comparing(Participant::id))
                .toList();
        Participants participants = new Participants(cards.getFirst(), parties);
        List<Side> sides = participants.all().stream()
                .map(p -> new Side(
                        p.id(),
                        p.name(),
                        p == participants.mediator(),
                        Bytes.hex(Bytes.sha256(CanonicalJson.bytes(p))),
                        p.officers().stream().map(Officer::name).toList()))
                .toList();
        String flaw = cases.flawOf(caseId, participants).orElse(null);
        return new Cards(sides, flaw == null ? CanonicalJson.bytes(participants) : null, participants.digest(), flaw);
    }

    @Override
    public @Nullable String enrol(String caseId, byte[] participants) throws IOException {
        try {
            return cases.enrol(caseId, CanonicalJson.read(participants, Participants.class))
                    .orElse(null);
        } catch (MalformedJsonException e) {
            return "The enrolment cannot be read: " + e.getMessage() + ".";
        }
    }
}
