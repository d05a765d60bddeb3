package org.homeward.tracing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The one-to-one choice of pairs with the greatest total weight, exact, by successive best augmenting paths. */
final class Assignment {
    private Assignment() {}

    /**
     * @param weights positive weights, one per pair
     * @return for each held row the index of its pair, or -1
     */
    static int[] choose(long[] pairs, double[] weights, int heldRows, int soughtRows) {
        List<List<Integer>> byHeld = new ArrayList<>();
        for (int row = 0; row < heldRows; row++) {
            byHeld.add(new ArrayList<>());
        }
        for (int i = 0; i < pairs.length; i++) {
            byHeld.get((int) (pairs[i] >> 32)).add(i);
        }
        int[] ofHeld = new int[heldRows];
        int[] ofSought = new int[soughtRows];
        Arrays.fill(ofHeld, -1);
        Arrays.fill(ofSought, -1);
        double[] gain = new double[heldRows];
        int[] via = new int[heldRows];
        Arrays.fill(gain, Double.NEGATIVE_INFINITY);
        for (int start = 0; start < heldRows; start++) {
            // Rows join one at a time, so each path keeps the choice optimal for the rows seen so far.
            ArrayDeque<Integer> queue = new ArrayDeque<>();
            List<Integer> touched = new ArrayList<>();
            gain[start] = 0;
            via[start] = -1;
            queue.add(start);
            touched.add(start);
            double best = 0;
            int last = -1;
            int dropped = start;
            while (!queue.isEmpty()) {
                int row = queue.remove();
                if (gain[row] > best + 1e-9) {
                    best = gain[row];
                    last = -1;
                    dropped = row;
                }
                for (int pair : byHeld.get(row)) {
                    int other = ofSought[(int) pairs[pair]];
                    double reached = gain[row] + weights[pair];
                    if (other < 0) {
                        if (reached > best + 1e-9) {
                            best = reached;
                            last = pair;
                            dropped = -1;
                        }
                    } else if (other != pair) {
                        int next = (int) (pairs[other] >> 32);
                        double after = reached - weights[other];
                        if (after > gain[next] + 1e-9) {
                            if (gain[next] == Double.NEGATIVE_INFINITY) {
                                touched.add(next);
                            }
                            gain[next] = after;
                            via[next] = pair;
                            queue.add(next);
                        }
                    }
                }
            }
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
            for (int row : touched) {
                gain[row] = Double.NEGATIVE_INFINITY;
            }
        }
        return ofHeld;
    }
}
