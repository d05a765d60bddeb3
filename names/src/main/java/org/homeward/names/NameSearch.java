package org.homeward.names;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The names of a register that are nearest to a name, whatever script either is in. Every distinct part of the register is compared
 * with the query's parts, not every name: parts repeat. A query leaves nothing behind. Safe for threads.
 */
public final class NameSearch {
    private static final int PARTS_KEPT = 256;

    private final NameTable table;
    private final int names;
    private final List<String> originals;
    private int[] firstOfToken = {};
    private int[] namesByToken = {};

    /** A search over {@code register}, one name each as written. */
    public NameSearch(List<String> register) {
        table = new NameTable(register.size() + 16);
        originals = List.copyOf(register);
        for (String name : register) {
            table.add(PersonName.parse(name));
        }
        names = table.size();
        index();
    }

    /** Names by token, counted first and then placed: two arrays instead of a list for each token. */
    private void index() {
        firstOfToken = new int[table.tokens() + 1];
        for (int pass = 0; pass < 2; pass++) {
            for (int name = names - 1; name >= 0; name--) {
                for (int slot = 0; slot < 3; slot++) {
                    int token = table.slot(name, slot);
                    if (token >= 0 && pass == 0) {
                        firstOfToken[token]++;
                    } else if (token >= 0) {
                        namesByToken[--firstOfToken[token]] = name;
                    }
                }
            }
            if (pass == 0) {
                for (int t = 1; t < firstOfToken.length; t++) {
                    firstOfToken[t] += firstOfToken[t - 1];
                }
                namesByToken = new int[firstOfToken[firstOfToken.length - 1]];
            }
        }
    }

    /**
     * A name found.
     *
     * @param row of the register, from 0
     * @param name as written there
     * @param probability that it is the name asked for
     */
    public record Found(int row, String name, double probability) {}

    private record Ranked(int name, double rank, double score) {}

    /** The best {@code k} for a query as written, best first; all names where the register has no more. */
    public List<Found> best(String query, int k) {
        PreparedName asked = PreparedName.of(query);
        Set<Integer> candidates = new HashSet<>();
        for (int slot = 0; slot < 3; slot++) {
            Token token = asked.slot(slot);
            if (token != null) {
                candidates(token, candidates);
            }
        }
        if (candidates.size() < Math.min(k, names)) {
            // Fewer are like it than were asked for: the rest follow in the order of their scores, which say how little
            // that is.
            for (int any = 0; any < names; any++) {
                candidates.add(any);
            }
        }
        List<Ranked> ranked = new ArrayList<>();
        for (int name : candidates) {
            double score = table.score(asked, name);
            ranked.add(new Ranked(name, score + 0.8 * evidence(asked, name), score));
        }
        ranked.sort(Comparator.comparingDouble((Ranked r) -> -r.rank()).thenComparingInt(Ranked::name));
        return ranked.stream()
                .limit(k)
                .map(r -> new Found(r.name(), originals.get(r.name()), NameTable.probability(r.score())))
                .toList();
    }

    /** The names that have one of the parts most like {@code asked}. */
    private void candidates(Token asked, Set<Integer> into) {
        int parts = firstOfToken.length - 1;
        long[] best = new long[Math.min(parts, PARTS_KEPT)];
        int kept = 0;
        for (int other = 0; other < parts; other++) {
            Token part = table.token(other);
            if (!asked.hasClass && NameComparer.apart(asked, part)) {
                continue;
            }
            long result = TokenPairs.outcome(asked, part);
            int outcome = TokenPairs.outcomeOf(result);
            float share = NameComparer.shareOf(result);
            if (outcome == NameFeatures.OTHER_INITIAL || share <= 0) {
                continue;
            }
            long entry = (long) Float.floatToRawIntBits(share) << 32 | other;
            if (kept < best.length) {
                best[kept++] = entry;
                if (kept == best.length) {
                    Arrays.sort(best);
                }
            } else if (entry > best[0]) {
                int at = Arrays.binarySearch(best, entry);
                int to = (at < 0 ? -at - 1 : at) - 1;
                System.arraycopy(best, 1, best, 0, to);
                best[to] = entry;
            }
        }
        for (int i = 0; i < kept; i++) {
            int part = (int) best[i];
            int from = firstOfToken[part];
            int to = firstOfToken[part + 1];
            for (int n = from; n < to; n++) {
                into.add(namesByToken[n]);
            }
        }
    }

    /** The learned evidence of the surnames, nats: what tells names apart that are all spelled alike. */
    private double evidence(PreparedName asked, int name) {
        Token a = asked.slot(0);
        int b = table.slot(name, 0);
        return a == null || b < 0 ? 0 : Math.max(-10, NameComparer.evidence(a, table.token(b)));
    }
}
