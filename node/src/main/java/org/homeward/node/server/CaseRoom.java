package org.homeward.node.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.homeward.ledger.NoteSigner;
import org.homeward.ledger.NoteVerifier;
import org.homeward.ledger.Policy;
import org.homeward.ledger.Result;
import org.homeward.ledger.SignedNote;
import org.homeward.node.desk.CaseNotes;
import org.homeward.node.desk.ExchangeDesk;
import org.homeward.node.desk.ExchangeDesk.OwnRegisters;
import org.homeward.node.desk.LiveNames;
import org.homeward.node.exchange.ExchangeNode;
import org.homeward.node.exchange.JointWitness;
import org.homeward.node.exchange.LedgerJointLog;
import org.homeward.node.exchange.NodeIdentity;
import org.homeward.node.exchange.Surroundings;
import org.homeward.node.packages.CasePackages;
import org.homeward.protocol.bundle.JointLedger;
import org.homeward.protocol.exchange.Participants;
import org.jspecify.annotations.Nullable;

/** One case in this node: its acts, its desk, and its part of the joint log. Safe for threads. */
public final class CaseRoom implements AutoCloseable {
    private final String caseId;
    private final Participants participants;
    private final ExchangeNode node;
    private final ExchangeDesk desk;
    private final @Nullable LedgerJointLog log;
    private final @Nullable JointWitness witness;
    private final @Nullable AgencyLine agency;
    private final CasePackages packages;
    private volatile @Nullable SignedNote cosigned;
    private volatile @Nullable String trouble;

    private CaseRoom(
            String caseId,
            Participants participants,
            ExchangeNode node,
            ExchangeDesk desk,
            @Nullable LedgerJointLog log,
            @Nullable JointWitness witness,
            @Nullable AgencyLine agency,
            CasePackages packages)
            throws IOException {
        this.packages = packages;
        this.cosigned = log == null ? packages.cosigned().orElse(null) : null;
        this.caseId = caseId;
        this.participants = participants;
        this.node = node;
        this.desk = desk;
        this.log = log;
        this.witness = witness;
        this.agency = agency;
    }

    /** Opens the case whose files are in that folder. */
    static CaseRoom open(
            Path folder,
            String caseId,
            Participants participants,
            NodeIdentity identity,
            @Nullable AgencyLine agency,
            OwnRegisters registers,
            LiveNames names,
            Surroundings around)
            throws IOException {
        CaseNotes notes = CaseNotes.open(folder.resolve("notes"));
        Path acts = folder.resolve("acts");
        Path carried = folder.resolve("packages");
        if (agency == null) {
            NoteSigner key = identity.logKey(caseId);
            LedgerJointLog log =
                    LedgerJointLog.open(folder.resolve("joint"), key.verifier().name(), List.of(key));
            try {
                ExchangeNode node = ExchangeNode.agency(caseId, identity, participants, acts, log, around);
                ExchangeDesk desk = new ExchangeDesk(node, participants, notes, registers, names, around);
                CasePackages packages = new CasePackages(caseId, participants, node, log, null, carried, around);
                return new CaseRoom(caseId, participants, node, desk, log, null, null, packages);
            } catch (IOException e) {
                log.close();
                throw e;
            }
        }
        NoteVerifier logKey =
                NoteVerifier.parse(participants.mediator().ledgerKey()).get();
        JointWitness witness = JointWitness.open(caseId, folder.resolve("witness"), identity, logKey, around.clock());
        try {
            ExchangeNode node = ExchangeNode.bureau(caseId, identity, participants, acts, agency, around);
            ExchangeDesk desk = new ExchangeDesk(node, participants, notes, registers, names, around);
            CasePackages packages = new CasePackages(caseId, participants, node, null, witness, carried, around);
            return new CaseRoom(caseId, participants, node, desk, null, witness, agency, packages);
        } catch (IOException e) {
            witness.close();
            throw e;
        }
    }

    public String caseId() {
        return caseId;
    }

    public Participants participants() {
        return participants;
    }

    public ExchangeNode node() {
        return node;
    }

    public ExchangeDesk desk() {
        return desk;
    }

    /** The joint log; only the agency keeps one. */
    Optional<LedgerJointLog> log() {
        return Optional.ofNullable(log);
    }

    /** Fetches what the agency has, and co-signs its log; at the agency there is nothing to do. */
    synchronized void synchronise() throws IOException {
        if (agency == null || witness == null) {
            return;
        }
        try {
            node.synchronise();
            if (agency.isConnected()) {
                witness.cosign(node, agency);
                SignedNote newest = agency.cosignedCheckpoint(caseId).orElse(null);
                if (newest != null && !newest.equals(cosigned)) {
                    packages.keepCosigned(newest);
                    cosigned = newest;
                }
            }
            trouble = null;
        } catch (IOException e) {
            trouble = String.valueOf(e.getMessage());
            throw e;
        }
    }

    /** Makes a package for that participant, with the accepted acts from that index on. */
    CasePackages.Outcome export(String to, int from) throws IOException {
        return packages.export(to, from);
    }

    /** Takes a package of this case. */
    synchronized CasePackages.Outcome take(Path file) throws IOException {
        CasePackages.Outcome outcome = packages.take(file);
        if (log == null) {
            cosigned = packages.cosigned().orElse(null);
        }
        return outcome;
    }

    /** What went wrong in the last exchange with the agency, or empty. */
    public Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    /**
     * How many acts are under a checkpoint that the mediator signed, and who has not co-signed it yet.
     *
     * @param size acts under that checkpoint
     * @param missing participant ids of the witnesses whose line is not there
     */
    public record Effective(long size, List<String> missing) {
        public Effective {
            missing = List.copyOf(missing);
        }
    }

    /** How far the acts are effective: under a checkpoint that the mediator signed and both witnesses co-signed. */
    public Effective effective() {
        SignedNote note = log != null ? log.cosignedCheckpoint().orElse(null) : cosigned;
        List<String> all = participants.parties().stream()
                .map(Participants.Participant::id)
                .toList();
        if (note == null) {
            return new Effective(0, all);
        }
        return switch (JointLedger.policy(participants).then(policy -> policy.evaluate(note))) {
            case Result.Ok<Policy.Verdict>(Policy.Verdict v) ->
                new Effective(v.checkpoint().size(), v.missing());
            case Result.Refused<Policy.Verdict> unsigned -> new Effective(0, all);
        };
    }

    /** The newest checkpoint that the mediator signed and both witnesses co-signed, where it is over every act that this node knows. */
    Optional<SignedNote> wholeCheckpoint() throws IOException {
        SignedNote note = log != null ? log.cosignedCheckpoint().orElse(null) : cosigned;
        Effective effective = effective();
        return note != null
                        && effective.missing().isEmpty()
                        && effective.size() == node.envelopes().size()
                ? Optional.of(note)
                : Optional.empty();
    }

    @Override
    public void close() throws IOException {
        if (log != null) {
            log.close();
        }
        if (witness != null) {
            witness.close();
        }
    }
}
