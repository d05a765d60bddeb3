package org.homeward.bench.names;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.names.Romanisation;
import org.homeward.names.Skeleton;

/** Neighbours by common trigrams of plain Latin letters, as a peer would look for them. */
final class Trigrams {
    private final Map<String, List<Integer>> byGram = new HashMap<>();
    private final int[] sizes;

    Trigrams(List<String> names) {
        sizes = new int[names.size()];
        for (int i = 0; i < sizes.length; i++) {
            for (String gram : grams(names.get(i))) {
                byGram.computeIfAbsent(gram, g -> new ArrayList<>()).add(i);
                sizes[i]++;
            }
        }
    }

    int[] nearest(String name, int k) {
        Set<String> grams = grams(name);
        double[] common = new double[sizes.length];
        for (String gram : grams) {
            for (int i : byGram.getOrDefault(gram, List.of())) {
                common[i]++;
            }
        }
        Integer[] order = new Integer[sizes.length];
        int n = 0;
        for (int i = 0; i < sizes.length; i++) {
            common[i] /= grams.size() + sizes[i] - common[i];
            if (common[i] > 0.1) {
                order[n++] = i;
            }
        }
        Arrays.sort(order, 0, n, (a, b) -> Double.compare(common[b], common[a]));
        return Arrays.stream(order, 0, Math.min(k, n))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    static Set<String> grams(String name) {
        Set<String> grams = new HashSet<>();
        for (String part : name.split("[ .]+")) {
            String latin = " " + Skeleton.fold(Romanisation.RUSSIAN_ICAO.write(part)) + " ";
            for (int i = 0; i + 3 <= latin.length(); i++) {
                grams.add(latin.substring(i, i + 3));
            }
        }
        return grams;
    }
}
