package org.homeward.tracing;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/**
 * Pairs of a run as links, each explained when it is asked for: the words of ten million links would take more memory than all that found them.
 *
 * <p>Safe for threads, which take turns.
 */
final class Links extends AbstractList<Link> implements RandomAccess {
    private final int[] places;
    private final Scored scored;
    private final Explainer explainer;

    /** @param places where the pairs stand in {@code scored} */
    Links(List<Integer> places, Scored scored, Explainer explainer) {
        this.places = places.stream().mapToInt(Integer::intValue).toArray();
        this.scored = scored;
        this.explainer = explainer;
    }

    @Override
    public Link get(int index) {
        int i = places[index];
        int second = scored.second(i);
        synchronized (explainer) {
            return explainer.link(
                    (int) (scored.pairs[i] >> 32),
                    (int) scored.pairs[i],
                    scored.probability[i],
                    second < 0 ? -1 : (int) scored.pairs[second],
                    second < 0 ? 0 : scored.probability[second]);
        }
    }

    @Override
    public int size() {
        return places.length;
    }
}
