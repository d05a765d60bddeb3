package org.homeward.sample;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
 * @param byKind people found and not found, by what stands between every pair of theirs
 * @param easy people with a pair that nothing stands between
 */
public record Score(
        int links,
        int right,
        int notSought,
        int mistaken,
        int people,
        int found,
        Map<ErrorKind, Share> byKind,
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
        byKind = Collections.unmodifiableMap(new EnumMap<>(byKind));
    }

    /** Compares; linear in both. An id that the truth does not know counts as held and not sought. */
    public static Score of(List<TruePair> truth, List<Link> given) {
        Set<Link> links = new HashSet<>(given);
        Set<Link> pairs = new HashSet<>();
        Set<String> heldOnList = new HashSet<>();
        Map<Integer, List<TruePair>> people = new HashMap<>();
        for (TruePair pair : truth) {
            pairs.add(link(pair));
            heldOnList.add(pair.heldId());
            people.computeIfAbsent(pair.person(), p -> new ArrayList<>()).add(pair);
        }
        int right = 0;
        int notSought = 0;
        for (Link link : links) {
            if (pairs.contains(link)) {
                right++;
            } else if (!heldOnList.contains(link.heldId())) {
                notSought++;
            }
        }
        int found = 0;
        Map<ErrorKind, Share> byKind = new EnumMap<>(ErrorKind.class);
        Share easy = NONE;
        for (List<TruePair> ofPerson : people.values()) {
            boolean linked = ofPerson.stream().anyMatch(p -> links.contains(link(p)));
            found += linked ? 1 : 0;
            Set<ErrorKind> between = EnumSet.allOf(ErrorKind.class);
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
