package org.homeward.tracing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** From scored pairs to what is proposed: links one to one, links of repeated persons, and pairs for people to look at. */
record Choice(List<Integer> links, List<Integer> repeats, List<Integer> possible) {
    static Choice of(Scored scored, int heldRows, int soughtRows, TraceOptions options) {
        int count = scored.pairs.length;
        int[] at = new int[count];
        int size = 0;
        for (int i = 0; i < count; i++) {
            if (scored.probability[i] >= options.possibleAt()) {
                at[size++] = i;
            }
        }
        long[] pairs = new long[size];
        double[] weights = new double[size];
        for (int i = 0; i < size; i++) {
            pairs[i] = scored.pairs[at[i]];
            // The choice with the most links that are expected to be right.
            weights[i] = scored.probability[at[i]];
        }
        int[] chosen = Assignment.choose(pairs, weights, heldRows, soughtRows);
        int[] ofHeld = new int[heldRows];
        int[] ofSought = new int[soughtRows];
        Arrays.fill(ofHeld, -1);
        Arrays.fill(ofSought, -1);
        List<Integer> links = new ArrayList<>();
        for (int h = 0; h < heldRows; h++) {
            if (chosen[h] >= 0 && scored.probability[at[chosen[h]]] >= options.linkAt()) {
                int i = at[chosen[h]];
                links.add(i);
                ofHeld[h] = (int) scored.pairs[i];
                ofSought[(int) scored.pairs[i]] = h;
            }
        }
        List<Integer> repeats = new ArrayList<>();
        List<Integer> possible = new ArrayList<>();
        for (int a = 0; a < size; a++) {
            int i = at[a];
            int h = (int) (scored.pairs[i] >> 32);
            int s = (int) scored.pairs[i];
            if (ofHeld[h] == s) {
                continue;
            }
            boolean taken = ofHeld[h] >= 0 || ofSought[s] >= 0;
            double fit = scored.bits[i];
            boolean fits = (ofHeld[h] < 0 || scored.isOneSought(ofHeld[h], s, fit))
                    && (ofSought[s] < 0 || scored.isOneHeld(ofSought[s], h, fit));
            if (taken && fits && scored.probability[i] >= options.linkAt()) {
                repeats.add(i);
            } else {
                possible.add(i);
            }
        }
        namesakes(scored, ofHeld, ofSought, options, repeats, possible);
        // Where a person's look tells most: the chances nearest to even first.
        possible.sort(Comparator.comparingDouble(i -> Math.abs(scored.probability[i] - .5)));
        return new Choice(links, repeats, possible);
    }

    /**
     * A row that has all the names of a linked row of its own register may be the same person under a weaker writing, so people are asked before
     * anybody is told that he is not held.
     */
    private static void namesakes(
            Scored scored,
            int[] ofHeld,
            int[] ofSought,
            TraceOptions options,
            List<Integer> repeats,
            List<Integer> possible) {
        Set<Integer> answered = new HashSet<>(repeats);
        for (int i = 0; i < scored.pairs.length; i++) {
            int h = (int) (scored.pairs[i] >> 32);
            int s = (int) scored.pairs[i];
            boolean soughtRepeats = ofHeld[h] >= 0 && ofSought[s] < 0 && scored.sharesNamesSought(ofHeld[h], s);
            boolean heldRepeats = ofSought[s] >= 0 && ofHeld[h] < 0 && scored.sharesNamesHeld(ofSought[s], h);
            if ((soughtRepeats || heldRepeats)
                    && scored.probability[i] < options.possibleAt()
                    && !answered.contains(i)) {
                possible.add(i);
            }
        }
    }
}
