package org.homeward.handover.reconciliation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.homeward.handover.day.DayState;
import org.homeward.handover.log.Roster;
import org.homeward.ledger.Refusal;
import org.homeward.protocol.crypto.Bytes;
import org.homeward.protocol.json.CanonicalJson;

/**
 * What was planned, handed over and received, by each side's own count; the cases that are open; and who is still owed. The same logs and
 * closings give the same value, whatever order they came in.
 *
 * @param roster digest of the day's roster, which holds the frozen lists by token
 * @param state hash of the joined logs
 * @param cases by kind, party and number
 * @param unclosed devices whose log is not closed: what they saw may be missing here
 * @param refused closings that count for nothing, and why
 */
public record Reconciliation(
        String caseId,
        String handover,
        String roster,
        String state,
        List<Count> counts,
        List<Case> cases,
        Account account,
        List<String> unclosed,
        List<Refusal> refused) {
    public Reconciliation {
        counts = List.copyOf(counts);
        cases = List.copyOf(cases);
        unclosed = List.copyOf(unclosed);
        refused = List.copyOf(refused);
    }

    /** A difference and how far its closing has come. */
    public record Case(Difference difference, Standing standing, List<Closing.Signed> closings) {
        public Case {
            closings = List.copyOf(closings);
        }

        /** What both sides signed; empty while it is open. */
        public Optional<Closing> closed() {
            return standing == Standing.CLOSED ? Optional.of(closings.getFirst().closing()) : Optional.empty();
        }
    }

    /** How far a case is closed. */
    public enum Standing {
        OPEN,
        /** One side has signed how it wants it closed. */
        ONE_SIDE,
        /** What was signed is not the same: it stays open. */
        CONTESTED,
        /** Both sides signed the same. */
        CLOSED
    }

    /** Reads joined logs and what was signed since. Linear in the day's size. */
    public static Reconciliation of(DayState day, Collection<Closing.Signed> closings) {
        Roster roster = day.roster();
        Sides sides = new Sides(day);
        List<Difference> differences = new ArrayList<>(new Differences(day, sides).find());
        List<Count> counts = new Counting(day, sides).read(differences);
        differences.sort(Differences.order());
        Map<String, Difference> known = new HashMap<>();
        differences.forEach(d -> known.put(d.digest(), d));
        Map<String, List<Closing.Signed>> signed = new HashMap<>();
        List<Refusal> refused = new ArrayList<>();
        for (Closing.Signed one : closings) {
            Refusal flaw = flaw(one, roster, known);
            if (flaw != null) {
                refused.add(flaw);
            } else {
                signed.computeIfAbsent(one.closing().difference(), d -> new ArrayList<>())
                        .add(one);
            }
        }
        // Neither the names of files nor their order may change what both sides sign.
        refused.sort(java.util.Comparator.comparing(Refusal::code).thenComparing(Refusal::sentence));
        List<Case> cases = new ArrayList<>();
        for (Difference d : differences) {
            List<Closing.Signed> of = signed.getOrDefault(d.digest(), List.of()).stream()
                    .distinct()
                    .sorted(java.util.Comparator.comparing(s -> s.closing().officer() + s.signature()))
                    .toList();
            cases.add(new Case(d, standing(of, roster), of));
        }
        List<String> unclosed = roster.devices().stream()
                .map(Roster.Device::id)
                .filter(id -> !day.closed().contains(id))
                .sorted()
                .toList();
        return new Reconciliation(
                roster.caseId(),
                roster.handover(),
                roster.digest(),
                day.hash(),
                counts,
                cases,
                Account.of(day, cases),
                unclosed,
                refused);
    }

    private static org.homeward.ledger.@org.jspecify.annotations.Nullable Refusal flaw(
            Closing.Signed one, Roster roster, Map<String, Difference> known) {
        Optional<Refusal> flaw = one.flaw(roster);
        if (flaw.isPresent()) {
            return flaw.get();
        }
        Difference about = known.get(one.closing().difference());
        if (about == null) {
            return new Refusal(
                    "closing.no-case",
                    one.closing().officer()
                            + " closed a case that does not stand so any more: something was added since. It is open again.");
        }
        return one.closing().outcome().fits(about.kind())
                ? null
                : new Refusal(
                        "closing.outcome",
                        one.closing().officer() + " closed " + about.id() + " with an outcome that it cannot have: "
                                + one.closing().outcome() + ".");
    }

    private static Standing standing(List<Closing.Signed> signed, Roster roster) {
        Set<String> parties = new HashSet<>();
        Set<String> outcomes = new HashSet<>();
        for (Closing.Signed s : signed) {
            parties.add(roster.officer(s.closing().officer()).orElseThrow().party());
            outcomes.add(s.closing().outcome() + " " + s.closing().number());
        }
        if (signed.isEmpty()) {
            return Standing.OPEN;
        }
        return outcomes.size() > 1
                ? Standing.CONTESTED
                : parties.containsAll(roster.parties()) ? Standing.CLOSED : Standing.ONE_SIDE;
    }

    /** The cases that are not closed by both. */
    public List<Case> open() {
        return cases.stream().filter(c -> c.standing() != Standing.CLOSED).toList();
    }

    /** SHA-256 of the whole, hex: what is printed on the joint statement and signed by both. */
    public String digest() {
        return Bytes.hex(Bytes.sha256(json()));
    }

    /** The whole as canonical JSON. */
    public byte[] json() {
        return CanonicalJson.bytes(this);
    }
}
