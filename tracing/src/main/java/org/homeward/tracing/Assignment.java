package org.homeward.tracing;

import java.util.Arrays;

/**
 * The one-to-one choice of pairs with the greatest total weight, exact, by successive best augmenting paths. Components are tiny, so each path is
 * short.
 */
final class Assignment {
    private static final double LEAST = 1e-9;

    private final long[] pairs;
    private final double[] weights;
    private final int[] firstOfHeld;
    private final int[] ofHeld;
    private final int[] ofSought;
    private final double[] gain;
    private final int[] via;
    private int[] queue = new int[64];

    private Assignment(long[] pairs, double[] weights, int heldRows, int soughtRows) {
        this.pairs = pairs;
        this.weights = weights;
        firstOfHeld = new int[heldRows + 1];
        for (long pair : pairs) {
            firstOfHeld[(int) (pair >> 32) + 1]++;
        }
        for (int row = 0; row < heldRows; row++) {
            firstOfHeld[row + 1] += firstOfHeld[row];
        }
        ofHeld = new int[heldRows];
        ofSought = new int[soughtRows];
        gain = new double[heldRows];
        via = new int[heldRows];
        Arrays.fill(ofHeld, -1);
        Arrays.fill(ofSought, -1);
        Arrays.fill(gain, Double.NEGATIVE_INFINITY);
    }

    /**
     * @param pairs {@code heldRow << 32 | soughtRow}, ascending
     * @param weights positive weights, one per pair
     * @return for each held row the index of its pair, or -1
     */
    static int[] choose(long[] pairs, double[] weights, int heldRows, int soughtRows) {
        Assignment assignment = new Assignment(pairs, weights, heldRows, soughtRows);
        for (int row = 0; row < heldRows; row++) {
            if (assignment.firstOfHeld[row] < assignment.firstOfHeld[row + 1]) {
                assignment.join(row);
            }
        }
        return assignment.ofHeld;
    }

    /** Rows join one at a time, so each path keeps the choice optimal for the rows seen so far. */
    private void join(int start) {
        int head = 0;
        int tail = 0;
        gain[start] = 0;
        via[start] = -1;
        queue[tail++] = start;
        double best = 0;
        int last = -1;
        int dropped = start;
        while (head < tail) {
            int row = queue[head++];
            if (gain[row] > best + LEAST) {
                best = gain[row];
                last = -1;
                dropped = row;
            }
            for (int pair = firstOfHeld[row]; pair < firstOfHeld[row + 1]; pair++) {
                int other = ofSought[(int) pairs[pair]];
                double reached = gain[row] + weights[pair];
                if (other < 0) {
                    if (reached > best + LEAST) {
                        best = reached;
                        last = pair;
                        dropped = -1;
                    }
                } else if (other != pair) {
                    int next = (int) (pairs[other] >> 32);
                    double after = reached - weights[other];
                    if (after > gain[next] + LEAST) {
                        gain[next] = after;
                        via[next] = pair;
                        if (tail == queue.length) {
                            queue = Arrays.copyOf(queue, tail * 2);
                        }
                        queue[tail++] = next;
                    }
                }
            }
        }
        take(start, last, dropped);
        for (int i = 0; i < tail; i++) {
            gain[queue[i]] = Double.NEGATIVE_INFINITY;
        }
    }

    private void take(int start, int last, int dropped) {
        int pair = last >= 0 ? last : dropped == start ? -1 : via[dropped];
        if (last < 0 && dropped >= 0 && dropped != start) {
            ofHeld[dropped] = -1;
        }
        while (pair >= 0) {
            int row = (int) (pairs[pair] >> 32);
            ofHeld[row] = pair;
            ofSought[(int) pairs[pair]] = pair;
            pair = via[row];
        }
    }
}
