package org.homeward.names;

import java.util.List;

/**
 * Trees laid out to be asked one after the other: every path is as long as the longest may be, so that a sum takes no branch, and what is read lies in a
 * row. Immutable.
 */
final class TreeSums {
    /** Nodes above the leaves, and leaves, of a tree; node 0 is none. */
    private static final int LEAVES = 1 << NameTree.DEPTH;

    private static final int FEATURE_BITS = 8;

    /** Of each node the feature that is asked, and above it the limit. */
    private final int[] questions;

    private final double[] adds;

    TreeSums(List<NameTree> trees) {
        questions = new int[trees.size() * LEAVES];
        adds = new double[trees.size() * LEAVES];
        for (int tree = 0; tree < trees.size(); tree++) {
            lay(trees.get(tree), 1, 1, tree * LEAVES);
        }
    }

    /** A node of a tree at a node of the laid one; what has no question is answered alike whatever is asked. */
    private void lay(NameTree tree, int node, int at, int start) {
        if (at >= LEAVES) {
            adds[start + at - LEAVES] = tree.adds()[node];
            return;
        }
        boolean asks = tree.asks(node);
        if (asks) {
            int limit = Math.clamp(tree.limits()[node], 0, NameFeatures.VALUES);
            questions[start + at] = limit << FEATURE_BITS | tree.features()[node];
        }
        lay(tree, asks ? 2 * node : node, 2 * at, start);
        lay(tree, asks ? 2 * node + 1 : node, 2 * at + 1, start);
    }

    /** What is had to begin with, and what each tree adds for these features, in the order of the trees. */
    double from(double begin, int[] row) {
        double sum = begin;
        for (int start = 0; start < adds.length; start += LEAVES) {
            int node = 1;
            for (int step = 0; step < NameTree.DEPTH; step++) {
                int question = questions[start + node];
                int value = row[question & (1 << FEATURE_BITS) - 1];
                node = 2 * node + 1 - (value - (question >> FEATURE_BITS) >>> 31);
            }
            sum += adds[start + node - LEAVES];
        }
        return sum;
    }
}
