package org.homeward.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The edges of the tree, its proofs and its tiles. */
class TreeTest {
    private static final Hash LEAF = MerkleTree.leafHash(new byte[0]);

    private static MerkleTree tree(int size) {
        MerkleTree tree = new MerkleTree();
        for (int i = 0; i < size; i++) {
            tree.append(MerkleTree.leafHash(new byte[] {(byte) i}));
        }
        return tree;
    }

    @Test
    void aTreeAnswersForTheSizesThatItHasAndForNoOthers() {
        MerkleTree tree = tree(5);
        assertThat(tree.root(0)).isEqualTo(MerkleTree.EMPTY_ROOT);
        assertThat(tree.consistencyProof(0, 5)).isEmpty();
        assertThat(tree.consistencyProof(5, 5)).isEmpty();
        List<Runnable> bugs = List.of(
                () -> tree.root(6),
                () -> tree.root(-1),
                () -> tree.inclusionProof(-1, 5),
                () -> tree.inclusionProof(5, 5),
                () -> tree.consistencyProof(-1, 5),
                () -> tree.consistencyProof(4, 3),
                () -> tree.consistencyProof(4, 6),
                () -> tree.inclusionProof(4, 6),
                () -> Hash.of(new byte[31]));
        assertThat(bugs).allSatisfy(bug -> assertThatThrownBy(bug::run).isInstanceOf(IllegalArgumentException.class));
    }

    @Test
    void nothingIsProvedOfSizesThatCannotBe() {
        List<Hash> one = List.of(LEAF);
        assertThat(MerkleTree.verifyInclusion(LEAF, -1, 1, List.of(), LEAF)).isFalse();
        assertThat(MerkleTree.verifyInclusion(LEAF, 1, 1, List.of(), LEAF)).isFalse();
        assertThat(MerkleTree.verifyInclusion(LEAF, 0, 1, one, LEAF)).isFalse();
        assertThat(MerkleTree.verifyInclusion(LEAF, 0, Long.MAX_VALUE, one, LEAF))
                .isFalse();
        assertThat(MerkleTree.verifyConsistency(-1, 1, one, LEAF, LEAF)).isFalse();
        assertThat(MerkleTree.verifyConsistency(2, 1, one, LEAF, LEAF)).isFalse();
        assertThat(MerkleTree.verifyConsistency(0, 1, one, LEAF, LEAF)).isFalse();
        assertThat(MerkleTree.verifyConsistency(1, 2, List.of(), LEAF, LEAF)).isFalse();
        assertThat(MerkleTree.verifyConsistency(1, Long.MAX_VALUE, one, LEAF, LEAF))
                .isFalse();
    }

    @Test
    void twoEqualSizesAgreeWithoutAProofOrNotAtAll() {
        Hash root = tree(3).root(3);
        assertThat(MerkleTree.verifyConsistency(3, 3, List.of(), root, root)).isTrue();
        assertThat(MerkleTree.verifyConsistency(3, 3, List.of(LEAF), root, root))
                .isFalse();
        assertThat(MerkleTree.verifyConsistency(3, 3, List.of(), root, LEAF)).isFalse();
        assertThat(MerkleTree.verifyConsistency(0, 0, List.of(), MerkleTree.EMPTY_ROOT, MerkleTree.EMPTY_ROOT))
                .isTrue();
        assertThat(MerkleTree.verifyConsistency(0, 0, List.of(), LEAF, LEAF)).isFalse();
    }

    @Test
    void aProofForAPrefixOfTheTreeIsNoProofForAnotherSize() {
        MerkleTree tree = tree(70);
        for (int size = 1; size <= 70; size++) {
            for (int index = 0; index < size; index++) {
                List<Hash> proof = tree.inclusionProof(index, size);
                Hash leaf = tree.complete(0, index);
                assertThat(MerkleTree.verifyInclusion(leaf, index ^ 1, size, proof, tree.root(size)))
                        .isFalse();
                List<Hash> path = tree.consistencyProof(index + 1, size);
                Hash old = tree.root(index + 1);
                assertThat(MerkleTree.verifyConsistency(index + 1, size, path, old, tree.root(size)))
                        .isTrue();
                List<Hash> tooLong =
                        Stream.concat(path.stream(), Stream.of(LEAF)).toList();
                assertThat(MerkleTree.verifyConsistency(index + 1, size, tooLong, old, tree.root(size)))
                        .isFalse();
                if (!path.isEmpty()) {
                    assertThat(MerkleTree.verifyConsistency(index + 1, size, path, LEAF, tree.root(size)))
                            .isFalse();
                    assertThat(MerkleTree.verifyConsistency(
                                    index + 1, size, path.subList(1, path.size()), old, tree.root(size)))
                            .isFalse();
                }
            }
        }
    }

    @Test
    void tilesHaveThePathsAndWidthsOfTheSpecificationsExample() {
        assertThat(Tiles.at(0, 70_000, 0)).hasSize(274);
        assertThat(Tiles.at(0, 70_000, 0).getLast()).isEqualTo(new Tiles.Tile(0, 273, 112));
        assertThat(Tiles.at(1, 70_000, 0)).containsExactly(new Tiles.Tile(1, 0, 256), new Tiles.Tile(1, 1, 17));
        assertThat(Tiles.at(2, 70_000, 0)).containsExactly(new Tiles.Tile(2, 0, 1));
        assertThat(Tiles.top(70_000)).isEqualTo(2);
        assertThat(Tiles.top(255)).isZero();
        assertThat(Tiles.top(256)).isEqualTo(1);
        assertThat(Tiles.top(Long.MAX_VALUE)).isEqualTo(7);
        assertThat(Tiles.at(0, 300, 256)).containsExactly(new Tiles.Tile(0, 1, 44));
        assertThat(Tiles.at(0, 256, 256)).isEmpty();
        assertThat(Tiles.at(1, 70_000, 65_536)).containsExactly(new Tiles.Tile(1, 1, 17));
        assertThat(new Tiles.Tile(0, 273, 112).path()).isEqualTo("tile/0/273.p/112");
        assertThat(new Tiles.Tile(-1, 1_234_067, 256).path()).isEqualTo("tile/entries/x001/x234/067");
        assertThat(new Tiles.Tile(0, 1, 44).bundle().path()).isEqualTo("tile/entries/001.p/44");
    }

    @Test
    void hashesAreEqualByContentOnly() {
        assertThat(LEAF)
                .isEqualTo(Hash.of(LEAF.bytes()))
                .hasSameHashCodeAs(Hash.of(LEAF.bytes()))
                .isNotEqualTo(MerkleTree.EMPTY_ROOT)
                .isNotEqualTo("a text")
                .hasToString(LEAF.base64());
        assertThat(LEAF.hashCode()).isNotZero();
        assertThat(Hash.parse("AAAA").accepted()).isFalse();
        assertThat(Hash.parse("no base64").accepted()).isFalse();
    }
}
