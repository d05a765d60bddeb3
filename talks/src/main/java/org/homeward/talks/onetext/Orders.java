package org.homeward.talks.onetext;

import java.util.Arrays;
import java.util.List;

/**
 * One side's order of the options of each issue.
 *
 * @param bestFirst by issue, the numbers of its options, the most liked first
 */
public record Orders(List<List<Integer>> bestFirst) {
    /** @throws IllegalArgumentException when an issue's order leaves an option out or has one twice */
    public Orders {
        bestFirst = bestFirst.stream().map(List::copyOf).toList();
        for (List<Integer> order : bestFirst) {
            boolean[] seen = new boolean[order.size()];
            for (int option : order) {
                if (option < 0 || option >= seen.length || seen[option]) {
                    throw new IllegalArgumentException("an order that does not name each option once");
                }
                seen[option] = true;
            }
        }
    }

    /** By issue and option, the place in the order; 0 is the most liked. */
    int[][] places() {
        return bestFirst.stream()
                .map(order -> {
                    int[] places = new int[order.size()];
                    for (int place = 0; place < places.length; place++) {
                        places[order.get(place)] = place;
                    }
                    return places;
                })
                .toArray(int[][]::new);
    }

    /** How many options each issue has. */
    int[] sizes() {
        return bestFirst.stream().mapToInt(List::size).toArray();
    }

    /** Whether another order is over the same issues. */
    boolean fits(Orders other) {
        return Arrays.equals(sizes(), other.sizes());
    }
}
