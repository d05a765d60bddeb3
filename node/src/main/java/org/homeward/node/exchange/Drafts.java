package org.homeward.node.exchange;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.homeward.protocol.crypto.Bytes;
import org.homeward.protocol.envelope.Envelope;
import org.homeward.protocol.envelope.Sealer;
import org.homeward.protocol.exchange.Approval;
import org.jspecify.annotations.Nullable;

/** The node's own acts that wait for a person, or for the agency's answer. Not safe for threads: its owner locks. */
final class Drafts {
    private final Journal journal;
    private final SecureRandom random;
    private final Map<String, WaitingDraft> pending = new LinkedHashMap<>();

    private Drafts(Journal journal, SecureRandom random) {
        this.journal = journal;
        this.random = random;
    }

    static Drafts open(Journal journal, SecureRandom random) throws IOException {
        Drafts drafts = new Drafts(journal, random);
        for (WaitingDraft draft : journal.drafts()) {
            drafts.pending.put(draft.id(), draft);
        }
        return drafts;
    }

    WaitingDraft add(Sealer.Draft draft, Instant since) throws IOException {
        byte[] id = new byte[16];
        random.nextBytes(id);
        WaitingDraft kept = new WaitingDraft(Bytes.hex(id), since.toString(), draft, List.of(), null);
        keep(kept);
        return kept;
    }

    void keep(WaitingDraft draft) throws IOException {
        journal.keep(draft);
        pending.put(draft.id(), draft);
    }

    void drop(String id) throws IOException {
        journal.drop(id);
        pending.remove(id);
    }

    @Nullable
    WaitingDraft find(String id) {
        return pending.get(id);
    }

    List<WaitingDraft> all() {
        return List.copyOf(pending.values());
    }

    /** The one whose envelope may have reached the agency; there is never more than one. */
    Optional<WaitingDraft> inFlight() {
        return pending.values().stream().filter(d -> d.handedIn() != null).findFirst();
    }

    /** Those that two people have signed and that are not sealed yet, oldest first. */
    List<WaitingDraft> ready() {
        return pending.values().stream()
                .filter(d -> d.handedIn() == null && d.approvals().size() >= 2)
                .toList();
    }

    /** What the draft's people see. */
    static Outcome.Waiting view(WaitingDraft draft) {
        return new Outcome.Waiting(
                draft.id(),
                draft.draft().kind(),
                draft.draft().commitment(),
                draft.since(),
                draft.approvals().stream().map(Approval::officer).toList());
    }

    /** Drops the one whose envelope has its place in the order. */
    void settle(OrderedCase ordered) throws IOException {
        Optional<WaitingDraft> flight = inFlight();
        if (flight.isPresent()) {
            Envelope envelope = flight.get().envelope();
            if (envelope != null && ordered.has(envelope.digest())) {
                drop(flight.get().id());
            }
        }
    }
}
