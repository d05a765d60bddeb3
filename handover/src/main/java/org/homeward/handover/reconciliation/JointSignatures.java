package org.homeward.handover.reconciliation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.homeward.handover.log.Roster;
import org.homeward.ledger.Refusal;

/**
 * How far a joint statement is signed.
 *
 * @param officers by party, those whose signature holds for the statement as it stands; a party without one is not there
 * @param earlier officers who signed a statement of this day that does not stand so any more
 * @param refused signatures that count for nothing, and why
 */
public record JointSignatures(Map<String, SortedSet<String>> officers, List<String> earlier, List<Refusal> refused) {
    /** Reads the signatures against the statement as it stands now. */
    public static JointSignatures of(
            Reconciliation reconciliation, Roster roster, Collection<JointSignature.Signed> signatures) {
        Map<String, SortedSet<String>> officers = new TreeMap<>();
        SortedSet<String> earlier = new TreeSet<>();
        List<Refusal> refused = new ArrayList<>();
        String digest = reconciliation.digest();
        for (JointSignature.Signed one : signatures) {
            var flaw = one.flaw(roster);
            String officer = one.statement().officer();
            if (flaw.isPresent()) {
                refused.add(flaw.get());
            } else if (one.statement().statement().equals(digest)) {
                officers.computeIfAbsent(roster.officer(officer).orElseThrow().party(), p -> new TreeSet<>())
                        .add(officer);
            } else {
                earlier.add(officer);
            }
        }
        return new JointSignatures(officers, List.copyOf(earlier), refused);
    }

    /** Whether both parties have signed what stands now. */
    public boolean both(Roster roster) {
        return officers.keySet().containsAll(roster.parties());
    }
}
