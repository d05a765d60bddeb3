package org.homeward.protocol.exchange;

import static org.homeward.protocol.exchange.CaseRules.refuse;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.homeward.protocol.exchange.Act.ListedPerson;
import org.homeward.protocol.exchange.Amendment.Change;
import org.homeward.protocol.exchange.Refusal.Code;

/** What must hold of an amendment, and which lists it makes. */
public final class AmendmentRules {
    /** Why somebody leaves a list. Each says no more than the same answer to a line would. */
    private static final Set<ReplyCode> LEAVING = EnumSet.of(
            ReplyCode.NOT_HELD,
            ReplyCode.RELEASED,
            ReplyCode.DIED,
            ReplyCode.TRANSFERRED,
            ReplyCode.ESCAPED,
            ReplyCode.NOT_AVAILABLE);

    private AmendmentRules() {}

    /** The codes with which somebody may leave a list, in their order. */
    public static List<ReplyCode> leavingCodes() {
        return List.copyOf(LEAVING);
    }

    /** The number for the next person who comes onto a party's list: one above all that any version gave. */
    public static int nextNumber(List<SignedAgreement> versions, String party) {
        return 1
                + versions.stream()
                        .flatMap(v -> people(v.agreement(), party).stream())
                        .mapToInt(ListedPerson::number)
                        .max()
                        .orElse(0);
    }

    /** Why the amendment cannot be laid on the table, or empty. */
    static Optional<Refusal> refusal(CaseState state, Amendment amendment) {
        if (state.agreed().isEmpty()) {
            return refuse(Code.WRONG_PHASE, "There is no agreement to amend.");
        }
        Agreement inForce = state.agreed().getLast().agreement();
        if (amendment.version() != inForce.version() + 1 || !amendment.amends().equals(inForce.digest())) {
            return refuse(
                    Code.WRONG_DIGEST,
                    "Version " + inForce.version()
                            + " of the lists is in force: an amendment names it and makes the next.");
        }
        if (amendment.changes().isEmpty()) {
            return refuse(Code.BAD_LINES, "An amendment without a change is none.");
        }
        Set<String> leaving = new HashSet<>();
        Set<String> coming = new HashSet<>();
        Map<String, Integer> numbers = new HashMap<>();
        for (Change change : amendment.changes()) {
            Optional<Refusal> flaw = flaw(state, inForce, change, leaving, coming, numbers);
            if (flaw.isPresent()) {
                return flaw;
            }
        }
        return ListRules.counts(
                state.known(), inForce.terms(), apply(inForce, amendment).proposal());
    }

    private static Optional<Refusal> flaw(
            CaseState state,
            Agreement inForce,
            Change change,
            Set<String> leaving,
            Set<String> coming,
            Map<String, Integer> numbers) {
        String party = change.party();
        ListedPerson comes = change.comes();
        if (!state.known().isParty(party)) {
            return refuse(Code.BAD_LINES, "A change names a list that is not there.");
        }
        if (change.leaves() == null && comes == null) {
            return refuse(Code.BAD_LINES, "A change in which nobody leaves and nobody comes is none.");
        }
        if ((change.leaves() == null) != (change.code() == null)
                || change.code() != null && !LEAVING.contains(change.code())) {
            return refuse(Code.BAD_LINES, "Whoever leaves a list leaves it with one of the codes for that.");
        }
        Optional<ListedPerson> leaver = people(inForce, party).stream()
                .filter(p -> p.line().equals(change.leaves()))
                .findFirst();
        if (change.leaves() != null && (leaver.isEmpty() || !leaving.add(change.leaves()))) {
            return refuse(Code.BAD_LINES, "Somebody leaves who is not on the list in force, or leaves it twice.");
        }
        if (leaver.isPresent()
                && state.received()
                        .getOrDefault(party, Map.of())
                        .containsKey(leaver.get().token())) {
            return refuse(Code.BAD_LINES, "Somebody leaves the list who has come back already.");
        }
        if (comes == null) {
            return ReserveRules.order(state, change, coming);
        }
        if (people(inForce, party).stream().anyMatch(p -> p.line().equals(comes.line()))
                || !state.mayBeListed(party, comes.line())
                || coming.contains(comes.line())) {
            return refuse(
                    Code.BAD_LINES,
                    "Somebody comes who is on the list already, comes twice, is not available, or whose link is not"
                            + " acknowledged.");
        }
        Optional<Refusal> outOfOrder = ReserveRules.order(state, change, coming);
        coming.add(comes.line());
        if (outOfOrder.isPresent()) {
            return outOfOrder;
        }
        Act.Reply reply = state.replies().getOrDefault(party, Map.of()).get(comes.line());
        if (reply == null || reply.held() == null || !ListRules.mirrors(comes, reply.held())) {
            return refuse(Code.BAD_LINES, "A list shows a person otherwise than his holder released him.");
        }
        if (leaver.isPresent() && !leaver.get().category().equals(comes.category())) {
            return refuse(Code.BAD_LINES, "A substitute is of the same category as the person whose place he takes.");
        }
        int expected = numbers.merge(party, 1, Integer::sum) - 1 + nextNumber(state.agreed(), party);
        return comes.number() == expected
                ? Optional.empty()
                : refuse(
                        Code.BAD_LINES,
                        "The next number on the list of " + party + " is " + expected
                                + ": a number is never given to another person.");
    }

    /** The next version: who leaves is gone, who comes stands at the end, and nobody else moves. */
    public static Agreement apply(Agreement inForce, Amendment amendment) {
        Map<String, List<ListedPerson>> returning = new TreeMap<>();
        inForce.proposal().returning().forEach((party, people) -> returning.put(party, new ArrayList<>(people)));
        for (Change change : amendment.changes()) {
            List<ListedPerson> people = returning.computeIfAbsent(change.party(), p -> new ArrayList<>());
            people.removeIf(p -> p.line().equals(change.leaves()));
            if (change.comes() != null) {
                people.add(change.comes());
            }
        }
        returning.replaceAll((party, people) -> List.copyOf(people));
        Act.Proposal before = inForce.proposal();
        return new Agreement(
                amendment.version(),
                inForce.caseId(),
                inForce.participantsDigest(),
                inForce.terms(),
                new Act.Proposal(before.version(), returning, before.reserve(), before.audit()),
                amendment.amends(),
                amendment.changes());
    }

    private static List<ListedPerson> people(Agreement agreement, String party) {
        return agreement.proposal().returning().getOrDefault(party, List.of());
    }
}
