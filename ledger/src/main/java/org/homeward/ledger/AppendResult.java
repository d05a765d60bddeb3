package org.homeward.ledger;

/**
 * An acknowledgement: the entry is on the disk, and here is the proof, complete at this moment.
 *
 * @param index zero-based place of the entry
 * @param proof inclusion under a checkpoint that the log has signed
 */
public record AppendResult(long index, TlogProof proof) {
    /** The signed checkpoint of the proof. */
    public SignedNote checkpoint() {
        return proof.checkpoint();
    }
}
