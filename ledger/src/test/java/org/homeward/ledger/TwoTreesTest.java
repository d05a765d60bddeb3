package org.homeward.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A mediator that shows the two parties two histories. {@code -Dledger.forks=N} runs another number of seeds. */
class TwoTreesTest {
    /** What the mediator shows one party. */
    private static final class View {
        final MerkleTree tree = new MerkleTree();
        final NoteSigner key;
        final Witness witness;

        View(long seed, NoteSigner key) {
            this.key = key;
            witness = new Witness(
                    new SimFs(seed), List.of(key), Keys.KNOWN, Keys.options().clock());
        }

        void add(long entry) {
            tree.append(
                    MerkleTree.leafHash(ByteBuffer.allocate(8).putLong(entry).array()));
        }

        SignedNote note() {
            String text = new Checkpoint(Keys.ORIGIN, tree.size(), tree.root(tree.size())).text();
            return new SignedNote(text, List.of(Keys.LOG.sign(text, 0)));
        }

        /** Asks this party's witness as the protocol says, with the best proof that the shown tree has. */
        Witness.Answer ask(View shown) {
            try {
                long last = witness.last(Keys.ORIGIN).size();
                return witness.addCheckpoint(
                        Math.min(last, shown.tree.size()),
                        last <= shown.tree.size() ? shown.tree.consistencyProof(last, shown.tree.size()) : List.of(),
                        shown.note());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static @Nullable String play(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        View a = new View(seed, Keys.WITNESS_A);
        View b = new View(seed, Keys.signer("bureau-b.example", KeyType.COSIGNATURE_V1, 4));
        List<NoteVerifier> both = List.of(Keys.WITNESS_A.verifier(), b.key.verifier());
        // An honest beginning, co-signed by both at their own pace.
        for (int i = random.nextInt(12); i > 0; i--) {
            long entry = random.nextLong();
            a.add(entry);
            b.add(entry);
            if (random.nextInt(3) == 0 && a.ask(a).status() != 200) {
                return "an honest checkpoint was refused";
            }
            if (random.nextInt(3) == 0 && b.ask(b).status() != 200) {
                return "an honest checkpoint was refused";
            }
        }
        // Then each sees something else, in trees of any size.
        a.add(1);
        b.add(2);
        for (int i = random.nextInt(6); i > 0; i--) {
            (random.nextBoolean() ? a : b).add(random.nextLong());
        }
        if (a.ask(a).status() != 200 || b.ask(b).status() != 200) {
            return "each sees one history, and could not know yet";
        }
        // The first checkpoint that is to bear both co-signatures, whichever of the two trees the mediator takes.
        View taken = random.nextBoolean() ? a : b;
        View other = taken == a ? b : a;
        while (taken.tree.size() < other.tree.size() + random.nextInt(3)) {
            taken.add(random.nextLong()); // a longer tree, since a witness does not go back
        }
        Witness.Answer own = taken.ask(taken);
        Witness.Answer found = other.ask(taken);
        if (own.status() != 200 || found.status() != 422) {
            return "the second history was not found: " + found.status();
        }
        SignedNote note = taken.note().with(((Witness.Cosigned) own).lines());
        if (note.verify(both).get().size() != 1) {
            return "a checkpoint bears both co-signatures";
        }
        // And the other party's memory, signed by the mediator, is still what it was: the evidence.
        try {
            Checkpoint kept = other.witness.last(Keys.ORIGIN);
            return kept.root().equals(other.tree.root(kept.size())) ? null : "the evidence was overwritten";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void twoHistoriesAreFoundAtTheFirstCoSignatureAlways() {
        long seeds = Long.getLong("ledger.forks", 10_000);
        List<String> wrong = LongStream.range(0, seeds)
                .parallel()
                .mapToObj(seed -> {
                    String found = play(seed);
                    return found == null ? "" : "seed " + seed + ": " + found;
                })
                .filter(found -> !found.isEmpty())
                .limit(5)
                .toList();
        assertThat(wrong).isEmpty();
        System.out.printf("ledger: two histories found at the first co-signature, %,d of %,d seeds%n", seeds, seeds);
    }
}
