package org.homeward.names;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/**
 * A few questions to the features of a comparison, each whether one is lower than a number, and what the answers add to the log odds. As text: a
 * question, what follows where it is, what follows where it is not.
 */
record NameTree(int[] features, int[] limits, double[] adds) {
    /** Questions one after the other at most. */
    static final int DEPTH = 4;

    private static final int NODES = 2 << DEPTH;
    private static final int NONE = -1;

    /** A tree of no questions that adds nothing: node 1 is the root, the answers of node n are 2n and 2n + 1. */
    static NameTree empty() {
        NameTree tree = new NameTree(new int[NODES], new int[NODES], new double[NODES]);
        Arrays.fill(tree.features, NONE);
        return tree;
    }

    boolean asks(int node) {
        return features[node] != NONE;
    }

    void ask(int node, int feature, int limit) {
        features[node] = feature;
        limits[node] = limit;
    }

    void add(int node, double nats) {
        adds[node] = nats;
    }

    /** What the tree adds for these features, nats. */
    double at(int[] row) {
        int node = 1;
        while (features[node] != NONE) {
            node = 2 * node + (row[features[node]] < limits[node] ? 0 : 1);
        }
        return adds[node];
    }

    String write() {
        List<String> words = new ArrayList<>();
        write(1, words);
        return String.join(" ", words);
    }

    private void write(int node, List<String> words) {
        if (features[node] == NONE) {
            words.add(String.format(Locale.ROOT, "%.4f", adds[node]));
            return;
        }
        words.add(NameFeatures.name(features[node]) + "<" + limits[node]);
        write(2 * node, words);
        write(2 * node + 1, words);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException where it is no tree
     */
    static NameTree read(String text) {
        NameTree tree = empty();
        Iterator<String> words = Arrays.asList(text.split(" ")).iterator();
        tree.read(1, words);
        if (words.hasNext()) {
            throw new IllegalArgumentException("more than a tree: '" + words.next() + "'");
        }
        return tree;
    }

    private void read(int node, Iterator<String> words) {
        if (!words.hasNext() || node >= NODES) {
            throw new IllegalArgumentException(node >= NODES ? "too many questions" : "a question without an answer");
        }
        String word = words.next();
        int sign = word.indexOf('<');
        if (sign < 0) {
            add(node, Double.parseDouble(word));
            return;
        }
        int feature = NameFeatures.named(word.substring(0, sign));
        if (feature < 0) {
            throw new IllegalArgumentException("nothing is called '" + word.substring(0, sign) + "'");
        }
        ask(node, feature, Integer.parseInt(word.substring(sign + 1)));
        read(2 * node, words);
        read(2 * node + 1, words);
    }
}
