package org.homeward.sample;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.homeward.sample.SampleGenerator.TruePair;

/**
 * How links compare with the truth.
 *
 * <p>People are counted, not pairs: who stands twice in a register can be linked one to one only once, and is found by either row.
 *
 * @param links distinct links given
 * @param right links that are true pairs
 * @param notSought wrong links of a held row that nobody seeks
 * @param mistaken wrong links of a held row that somebody else seeks
 * @param people people who stand in both registers
 * @param found of them, linked by at least one true pair
 * @param byKind people found, by the errors that stand between every pair of theirs
 * @param easy people with a pair that nothing stands between
 */
public record Score(
        int links,
        int right,
        int notSought,
        int mistaken,
        int people,
        int found,
        Map<String, Share> byKind,
        Share easy) {
    /** A held row linked to a sought row. */
    public record Link(String heldId, String soughtId) {}

    /** Some of a whole. */
    public record Share(int found, int of) {
        private Share plus(boolean one) {
            return new Share(found + (one ? 1 : 0), of + 1);
        }
    }

    private static final Share NONE = new Share(0, 0);

    public Score {
        byKind = Collections.unmodifiableMap(new TreeMap<>(byKind));
    }

    /**
     * Compares; linear in both. An id that the truth does not know counts as held and not sought.
     *
     * @param truth every true pair: of a person who stands twice, each held row with each sought row
     */
    public static Score of(List<TruePair> truth, List<Link> given) {
        Set<Link> links = new HashSet<>(given);
        Set<Link> pairs = new HashSet<>();
        Map<String, String> person = new HashMap<>();
        for (TruePair pair : truth) {
            pairs.add(link(pair));
            // Every held row of a person is paired with the same sought rows, so the first of their ids names the
            // person.
            person.merge(pair.heldId(), pair.soughtId(), (a, b) -> a.compareTo(b) <= 0 ? a : b);
        }
        Map<String, List<TruePair>> people = new HashMap<>();
        for (TruePair pair : truth) {
            people.computeIfAbsent(person.getOrDefault(pair.heldId(), ""), p -> new ArrayList<>())
                    .add(pair);
        }
        int right = 0;
        int notSought = 0;
        for (Link link : links) {
            if (pairs.contains(link)) {
                right++;
            } else if (!person.containsKey(link.heldId())) {
                notSought++;
            }
        }
        int found = 0;
        Map<String, Share> byKind = new HashMap<>();
        Share easy = NONE;
        for (List<TruePair> ofPerson : people.values()) {
            boolean linked = ofPerson.stream().anyMatch(p -> links.contains(link(p)));
            found += linked ? 1 : 0;
            Set<String> between = new TreeSet<>(ofPerson.getFirst().errors());
            ofPerson.forEach(p -> between.retainAll(p.errors()));
            between.forEach(kind -> byKind.merge(kind, NONE.plus(linked), (a, b) -> a.plus(linked)));
            if (ofPerson.stream().anyMatch(p -> p.errors().isEmpty())) {
                easy = easy.plus(linked);
            }
        }
        return new Score(
                links.size(), right, notSought, links.size() - right - notSought, people.size(), found, byKind, easy);
    }

    private static Link link(TruePair pair) {
        return new Link(pair.heldId(), pair.soughtId());
    }

    /** Right links among links; 1 where there are none. */
    public double precision() {
        return links == 0 ? 1 : right / (double) links;
    }

    /** People found among people in both registers; 1 where there are none. */
    public double recall() {
        return people == 0 ? 1 : found / (double) people;
    }

    /** The harmonic mean of both. */
    public double f1() {
        double sum = precision() + recall();
        return sum == 0 ? 0 : 2 * precision() * recall() / sum;
    }
}
