package org.homeward.protocol.exchange;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an earlier agreement still owes a party and these terms take over. From the signature of these terms on it is owed here, and there no
 * more ({@link Accounts}).
 *
 * @param caseId the earlier case
 * @param agreement digest of the version in force there
 * @param party to which they would have returned
 * @param category of that list
 * @param persons how many, at least one
 * @param points what they count for by the rates of that agreement; 0 where it had none
 */
public record CarriedOver(String caseId, String agreement, String party, String category, int persons, int points) {
    /** What makes them unusable, or empty. */
    static Optional<String> flaw(List<CarriedOver> carried) {
        Set<String> seen = new HashSet<>();
        for (CarriedOver one : carried) {
            if (one.persons() < 1 || one.points() < 0 || !one.agreement().matches("[0-9a-f]{64}")) {
                return Optional.of("what is carried over has an agreement's digest and at least one person");
            }
            if (!seen.add(one.caseId() + "\n" + one.party() + "\n" + one.category())) {
                return Optional.of("the same account of the case " + one.caseId() + " is carried over twice");
            }
        }
        return Optional.empty();
    }

    /** How many of that category are carried over to that party. */
    static int persons(Terms terms, String party, String category) {
        return terms.carried().stream()
                .filter(c -> c.party().equals(party) && c.category().equals(category))
                .mapToInt(CarriedOver::persons)
                .sum();
    }
}
