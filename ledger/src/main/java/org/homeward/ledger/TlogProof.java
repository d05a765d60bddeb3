package org.homeward.ledger;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A proof that stands alone (C2SP tlog-proof): this entry is at this index of the log that this checkpoint describes.
 *
 * @param index zero-based index of the entry
 * @param path inclusion proof, sibling of the leaf first
 * @param checkpoint signed checkpoint, co-signatures included
 */
public record TlogProof(long index, List<Hash> path, SignedNote checkpoint) {
    private static final String HEADER = "c2sp.org/tlog-proof@v1";

    public TlogProof {
        path = List.copyOf(path);
    }

    /** The text form, for a file ending in {@code .tlog-proof}. */
    public byte[] bytes() {
        StringBuilder head =
                new StringBuilder(HEADER).append("\nindex ").append(index).append('\n');
        path.forEach(hash -> head.append(hash.base64()).append('\n'));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(head.append('\n').toString().getBytes(StandardCharsets.UTF_8));
        out.writeBytes(checkpoint.bytes());
        return out.toByteArray();
    }

    /** Reads the text form. An {@code extra} line is passed over: nothing authenticates it, and ours carry none. */
    public static Result<TlogProof> parse(byte[] bytes) {
        String latin = new String(bytes, StandardCharsets.ISO_8859_1);
        int blank = latin.indexOf("\n\n");
        if (blank < 0 || bytes.length > SignedNote.MAX_BYTES) {
            return Result.refused("proof.form", "The proof has no empty line between its path and its checkpoint.");
        }
        List<String> head = new ArrayList<>(List.of(latin.substring(0, blank).split("\n", -1)));
        if (head.size() > 1 && head.get(1).startsWith("extra ")) {
            if (Base64Strict.decode(head.remove(1).substring("extra ".length())) == null) {
                return Result.refused("proof.extra", "The extra line of the proof is not base64.");
            }
        }
        if (!head.getFirst().equals(HEADER)
                || head.size() < 2
                || !head.get(1).startsWith("index ")
                || head.size() > 2 + 63) {
            return Result.refused(
                    "proof.head", "The proof does not begin with its name, an index and at most 63 hashes.");
        }
        long index = Base64Strict.decimal(head.get(1).substring("index ".length()));
        if (index < 0) {
            return Result.refused("proof.index", "The index of the proof is not a number from 0 to 2^63 - 1.");
        }
        List<Hash> path = new ArrayList<>();
        for (String line : head.subList(2, head.size())) {
            switch (Hash.parse(line)) {
                case Result.Ok<Hash>(Hash hash) -> path.add(hash);
                case Result.Refused<Hash>(Refusal refusal) -> {
                    return new Result.Refused<>(refusal);
                }
            }
        }
        return SignedNote.parse(Arrays.copyOfRange(bytes, blank + 2, bytes.length))
                .then(note -> Result.ok(new TlogProof(index, path, note)));
    }

    /** Checks signature, origin, policy and path for the bytes of an entry; returns the proven checkpoint. */
    public Result<Checkpoint> verify(byte[] entry, Policy policy) {
        return policy.evaluate(checkpoint).then(verdict -> {
            if (!verdict.satisfied()) {
                return Result.refused("policy.quorum", verdict.sentence());
            }
            Checkpoint proven = verdict.checkpoint();
            return MerkleTree.verifyInclusion(MerkleTree.leafHash(entry), index, proven.size(), path, proven.root())
                    ? Result.ok(proven)
                    : Result.refused(
                            "proof.path", "The path does not lead from this entry to the root of the checkpoint.");
        });
    }
}
