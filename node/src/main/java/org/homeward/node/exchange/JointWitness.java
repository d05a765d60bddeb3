package org.homeward.node.exchange;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.homeward.ledger.Checkpoint;
import org.homeward.ledger.MerkleTree;
import org.homeward.ledger.NoteSigner;
import org.homeward.ledger.NoteVerifier;
import org.homeward.ledger.Result;
import org.homeward.ledger.SignedNote;
import org.homeward.ledger.Witness;
import org.homeward.protocol.envelope.Envelope;
import org.homeward.protocol.envelope.JointEntry;

/**
 * A bureau's witness over the joint log of one case.
 *
 * <p>It co-signs only a tree that it has computed itself from the envelopes that its own node took and checked, so that a
 * mediator who shows the two parties two histories is found at the first co-signature. Not safe for threads.
 */
public final class JointWitness implements AutoCloseable {
    private final String caseId;
    private final String origin;
    private final Witness witness;

    private JointWitness(String caseId, String origin, Witness witness) {
        this.caseId = caseId;
        this.origin = origin;
        this.witness = witness;
    }

    /** Opens the witness whose memory is in that folder. */
    public static JointWitness open(
            String caseId, Path folder, NodeIdentity identity, NoteVerifier log, InstantSource clock)
            throws IOException {
        List<NoteSigner> keys = List.of(identity.witnessKey(caseId));
        return new JointWitness(
                caseId, log.name(), Witness.open(folder, keys, Map.of(log.name(), List.of(log)), clock));
    }

    /**
     * Co-signs the agency's last checkpoint when it is over the acts that the node has.
     *
     * @return whether something was co-signed
     * @throws IOException when the agency cannot be reached, or when its log is not that of the acts it handed out
     */
    public boolean cosign(ExchangeNode node, LogLink link) throws IOException {
        Optional<byte[]> offer = link.offer(caseId, witness.last(origin).size());
        if (offer.isEmpty()) {
            return false;
        }
        SignedNote note = note(offer.get());
        return own(node, note) && cosigned(witness.addCheckpoint(offer.get()), note, link);
    }

    private boolean cosigned(Witness.Answer answer, SignedNote note, LogLink link) throws IOException {
        Optional<SignedNote> cosigned = with(answer, note);
        if (cosigned.isPresent()) {
            link.cosigned(caseId, cosigned.get());
        }
        return cosigned.isPresent();
    }

    /**
     * Co-signs a checkpoint that came in a package; the proof that it continues the last one is computed here, from the acts.
     *
     * @return the checkpoint with this witness's line, or empty when it is older than the last, or ahead of the acts that are here
     * @throws IOException when it is not over the acts that the node has
     */
    public Optional<SignedNote> cosign(ExchangeNode node, SignedNote checkpoint) throws IOException {
        long old = witness.last(origin).size();
        long size = accepted(checkpoint.checkpoint()).size();
        if (size < old || !own(node, checkpoint)) {
            return Optional.empty();
        }
        return with(
                witness.addCheckpoint(old, tree(node.envelopes()).consistencyProof(old, size), checkpoint), checkpoint);
    }

    /** Whether the checkpoint is over acts that are all here; a checkpoint over others is a lie. */
    private static boolean own(ExchangeNode node, SignedNote note) throws IOException {
        Checkpoint offered = accepted(note.checkpoint());
        List<Envelope> acts = node.envelopes();
        if (offered.size() > acts.size()) {
            // More was accepted since this node fetched: the next round has it.
            return false;
        }
        if (!tree(acts).root(offered.size()).equals(offered.root())) {
            throw new IOException("The joint log is not that of the acts that the agency handed out:"
                    + " keep both as evidence and speak to the mediator.");
        }
        return true;
    }

    private static MerkleTree tree(List<Envelope> acts) {
        MerkleTree tree = new MerkleTree();
        acts.forEach(act -> tree.append(MerkleTree.leafHash(JointEntry.of(act).bytes())));
        return tree;
    }

    private static Optional<SignedNote> with(Witness.Answer answer, SignedNote note) throws IOException {
        return switch (answer) {
            case Witness.Cosigned(List<SignedNote.Line> lines) -> Optional.of(note.with(lines));
            case Witness.Elsewhere elsewhere -> Optional.empty();
            case Witness.Refused(int status, var refusal) ->
                throw new IOException("The joint log's checkpoint is not co-signed: " + refusal.sentence());
        };
    }

    private static SignedNote note(byte[] request) throws IOException {
        String latin = new String(request, StandardCharsets.ISO_8859_1);
        int blank = latin.indexOf("\n\n");
        return accepted(
                SignedNote.parse((blank < 0 ? "" : latin.substring(blank + 2)).getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static <T> T accepted(Result<T> result) throws IOException {
        return switch (result) {
            case Result.Ok<T>(T value) -> value;
            case Result.Refused<T>(var refusal) ->
                throw new IOException("The agency's checkpoint cannot be read: " + refusal.sentence());
        };
    }

    @Override
    public void close() throws IOException {
        witness.close();
    }
}
