package org.homeward.ledger;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The history tree of RFC 9162 section 2.1: append leaves, take the root at any size, prove inclusion and consistency.
 *
 * <p>Keeps every hash of a complete subtree in memory, 64 bytes per leaf. Not safe for concurrent use. The static
 * verifiers need no tree.
 */
public final class MerkleTree {
    private static final ThreadLocal<MessageDigest> SHA_256 = ThreadLocal.withInitial(MerkleTree::newSha256);

    /** The root of the empty tree: SHA-256 of the empty string. */
    public static final Hash EMPTY_ROOT = Hash.of(sha256().digest());

    private byte[][] levels = {new byte[Hash.LENGTH * 64]};
    private long size;

    /** Number of leaves. */
    public long size() {
        return size;
    }

    /** SHA-256(0x00 || entry). */
    public static Hash leafHash(byte[] entry) {
        MessageDigest digest = sha256();
        digest.update((byte) 0);
        return Hash.owning(digest.digest(entry));
    }

    /** SHA-256(0x01 || left || right). */
    public static Hash nodeHash(Hash left, Hash right) {
        MessageDigest digest = sha256();
        digest.update((byte) 1);
        digest.update(left.shared());
        return Hash.owning(digest.digest(right.shared()));
    }

    /** Appends one leaf by its hash. Amortised O(1) hashes. */
    public void append(Hash leaf) {
        Hash node = leaf;
        long index = size;
        for (int level = 0; ; level++, index >>= 1) {
            store(level, index, node);
            if ((index & 1) == 0) {
                break;
            }
            node = nodeHash(complete(level, index - 1), node);
        }
        size++;
    }

    /** The hash of the complete subtree over leaves [index * 2^level, (index + 1) * 2^level), all of them appended. */
    Hash complete(int level, long index) {
        int from = Math.toIntExact(index * Hash.LENGTH);
        return Hash.owning(Arrays.copyOfRange(levels[level], from, from + Hash.LENGTH));
    }

    private void store(int level, long index, Hash hash) {
        if (level == levels.length) {
            levels = Arrays.copyOf(levels, level + 1);
            levels[level] = new byte[Hash.LENGTH * 4];
        }
        int at = Math.toIntExact(index * Hash.LENGTH);
        if (at + Hash.LENGTH > levels[level].length) {
            levels[level] = Arrays.copyOf(levels[level], Math.multiplyExact(levels[level].length, 2));
        }
        System.arraycopy(hash.shared(), 0, levels[level], at, Hash.LENGTH);
    }

    /** The root of the first {@code treeSize} leaves. O(log n) hashes. */
    public Hash root(long treeSize) {
        requireSize(treeSize);
        return treeSize == 0 ? EMPTY_ROOT : range(0, treeSize);
    }

    /** The audit path of a leaf in the first {@code treeSize} leaves, sibling first (RFC 9162 2.1.3.1). */
    public List<Hash> inclusionProof(long index, long treeSize) {
        requireSize(treeSize);
        if (index < 0 || index >= treeSize) {
            throw new IllegalArgumentException("no leaf " + index + " in a tree of " + treeSize);
        }
        List<Hash> path = new ArrayList<>();
        path(index, 0, treeSize, path);
        return List.copyOf(path);
    }

    /** The proof that the first {@code oldSize} leaves begin the first {@code newSize} (RFC 9162 2.1.4.1). */
    public List<Hash> consistencyProof(long oldSize, long newSize) {
        requireSize(newSize);
        if (oldSize < 0 || oldSize > newSize) {
            throw new IllegalArgumentException("no tree of " + oldSize + " inside one of " + newSize);
        }
        List<Hash> proof = new ArrayList<>();
        if (oldSize > 0) {
            subproof(oldSize, 0, newSize, true, proof);
        }
        return List.copyOf(proof);
    }

    private void path(long index, long from, long to, List<Hash> out) {
        if (to - from == 1) {
            return;
        }
        long middle = from + split(to - from);
        if (index < middle) {
            path(index, from, middle, out);
            out.add(range(middle, to));
        } else {
            path(index, middle, to, out);
            out.add(range(from, middle));
        }
    }

    private void subproof(long old, long from, long to, boolean known, List<Hash> out) {
        if (old == to) {
            if (!known) {
                out.add(range(from, to));
            }
            return;
        }
        long middle = from + split(to - from);
        if (old <= middle) {
            subproof(old, from, middle, known, out);
            out.add(range(middle, to));
        } else {
            subproof(old, middle, to, false, out);
            out.add(range(from, middle));
        }
    }

    private Hash range(long from, long to) {
        long width = to - from;
        if (Long.bitCount(width) == 1) {
            int level = Long.numberOfTrailingZeros(width);
            return complete(level, from >> level);
        }
        long middle = from + split(width);
        return nodeHash(range(from, middle), range(middle, to));
    }

    /** The largest power of two smaller than the width. */
    private static long split(long width) {
        return Long.highestOneBit(width - 1);
    }

    private void requireSize(long treeSize) {
        if (treeSize < 0 || treeSize > size) {
            throw new IllegalArgumentException("the tree has " + size + " leaves, not " + treeSize);
        }
    }

    /** RFC 9162 2.1.3.2: whether the path leads from the leaf at this index to the root at this size. */
    public static boolean verifyInclusion(Hash leaf, long index, long treeSize, List<Hash> proof, Hash root) {
        if (index < 0 || index >= treeSize) {
            return false;
        }
        long fn = index;
        long sn = treeSize - 1;
        Hash r = leaf;
        for (Hash p : proof) {
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                r = nodeHash(p, r);
                // "Until LSB(fn) is set or fn is 0": it is not 0 here, being odd or equal to sn.
                int levels = Long.numberOfTrailingZeros(fn);
                fn >>= levels;
                sn >>= levels;
            } else {
                r = nodeHash(r, p);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && r.equals(root);
    }

    /**
     * RFC 9162 2.1.4.2, and equal sizes with an empty proof. An empty old tree in a larger one proves nothing and is
     * false.
     */
    public static boolean verifyConsistency(long oldSize, long newSize, List<Hash> proof, Hash oldRoot, Hash newRoot) {
        if (oldSize < 0 || oldSize > newSize) {
            return false;
        }
        if (oldSize == newSize) {
            return proof.isEmpty() && oldRoot.equals(newRoot) && (newSize > 0 || newRoot.equals(EMPTY_ROOT));
        }
        if (oldSize == 0 || proof.isEmpty()) {
            return false;
        }
        boolean power = Long.bitCount(oldSize) == 1;
        long fn = oldSize - 1;
        long sn = newSize - 1;
        while ((fn & 1) == 1) {
            fn >>= 1;
            sn >>= 1;
        }
        Hash fr = power ? oldRoot : proof.getFirst();
        Hash sr = fr;
        for (Hash c : power ? proof : proof.subList(1, proof.size())) {
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                fr = nodeHash(c, fr);
                sr = nodeHash(c, sr);
                int levels = Long.numberOfTrailingZeros(fn); // fn is not 0, as above
                fn >>= levels;
                sn >>= levels;
            } else {
                sr = nodeHash(sr, c);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && fr.equals(oldRoot) && sr.equals(newRoot);
    }

    /** This thread's digest, fresh even after a caller threw half-way: looking one up costs as much as hashing a node. */
    static MessageDigest sha256() {
        MessageDigest digest = SHA_256.get();
        digest.reset();
        return digest;
    }

    private static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
