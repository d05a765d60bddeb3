package org.homeward.node.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.homeward.protocol.crypto.Bytes;
import org.homeward.protocol.exchange.Act;
import org.homeward.protocol.exchange.Act.ListedPerson;
import org.homeward.protocol.exchange.Act.Proposal;
import org.homeward.protocol.exchange.CaseState;
import org.homeward.protocol.exchange.Participants.Participant;
import org.homeward.protocol.exchange.Terms;
import org.homeward.protocol.json.CanonicalJson;
import org.homeward.selection.Candidate;
import org.homeward.selection.IndependentChecker;
import org.homeward.selection.LotterySeed;
import org.homeward.selection.SelectionOutcome;
import org.homeward.selection.SelectionTerms;
import org.homeward.selection.Selector;

/**
 * The balanced lists under the signed terms: computed by the mediator, and computed again by each side before it freezes them.
 */
public final class ListProposal {
    private ListProposal() {}

    /** The lists, or the reason why there are none. */
    public sealed interface Made {
        /** The lists under the next version number. */
        record Lists(Proposal proposal) implements Made {}

        /** No lists can be made under these terms, and why. */
        record None(String sentence) implements Made {}
    }

    /** The lottery's seed: the three numbers, in the order of enrolment, over the people who may be exchanged. */
    public static LotterySeed seed(CaseState state, SelectionTerms terms, List<Candidate> candidates) {
        List<byte[]> numbers = new ArrayList<>();
        for (Participant participant : state.known().all()) {
            String number = state.lottery().get(participant.id());
            if (number == null) {
                throw new IllegalStateException("the lottery is not drawn");
            }
            numbers.add(Bytes.fromHex(number));
        }
        return LotterySeed.of(numbers, Selector.inputHash(terms, candidates));
    }

    /** Selects from everybody whose link is acknowledged. */
    public static Made make(CaseState state) {
        SelectionTerms terms = CaseTerms.selection(signed(state));
        List<Candidate> candidates = Candidates.of(state);
        LotterySeed seed = seed(state, terms, candidates);
        return switch (Selector.select(terms, candidates, seed)) {
            case SelectionOutcome.Proposal selected -> new Made.Lists(lists(state, selected));
            case SelectionOutcome.Infeasible(List<String> conflict, List<String> nearest) ->
                new Made.None("These clauses contradict each other for the people there are: "
                        + String.join(", ", conflict) + ". The nearest terms that can be kept: "
                        + String.join("; ", nearest) + ".");
            case SelectionOutcome.Refused(String code, String sentence) -> new Made.None(sentence);
        };
    }

    /** What is wrong with a proposal, a sentence each: by other code than the selection's, and by selecting again. */
    public static List<String> check(CaseState state, Proposal proposal) {
        SelectionTerms terms = CaseTerms.selection(signed(state));
        List<Candidate> candidates = Candidates.of(state);
        LotterySeed seed = seed(state, terms, candidates);
        List<String> listed = new ArrayList<>();
        proposal.returning().forEach((side, people) -> people.forEach(p -> listed.add(Candidates.id(side, p.line()))));
        List<String> findings = new ArrayList<>(IndependentChecker.check(terms, candidates, listed, seed));
        boolean same = switch (make(state)) {
            case Made.Lists(Proposal own) ->
                own.returning().equals(proposal.returning()) && own.reserve().equals(proposal.reserve());
            case Made.None none -> false;
        };
        if (!same) {
            findings.add("this node's own selection gives other lists");
        }
        return List.copyOf(findings);
    }

    private static Terms signed(CaseState state) {
        Terms terms = state.terms();
        if (terms == null) {
            throw new IllegalStateException("there are no terms");
        }
        return terms;
    }

    private static Proposal lists(CaseState state, SelectionOutcome.Proposal selected) {
        Map<String, List<ListedPerson>> returning = new TreeMap<>();
        selected.lists().forEach((side, ids) -> {
            Map<String, Act.SoughtLine> lines = new HashMap<>();
            state.lists().getOrDefault(side, List.of()).forEach(line -> lines.put(line.line(), line));
            List<ListedPerson> people = new ArrayList<>();
            for (String id : ids) {
                String line = id.substring(side.length() + 1);
                Act.Reply reply = state.replies().getOrDefault(side, Map.of()).get(line);
                Act.SoughtLine sought = lines.get(line);
                SelectionOutcome.Reason reason = selected.reasons().get(id);
                if (reply == null || reply.held() == null || sought == null || reason == null) {
                    throw new IllegalStateException("a selected person who is not acknowledged");
                }
                people.add(listed(people.size() + 1, sought, reply.held(), reason.sentence()));
            }
            returning.put(side, people);
        });
        Map<String, List<String>> reserve = new TreeMap<>();
        selected.reserve()
                .forEach((side, ids) -> reserve.put(
                        side,
                        ids.stream().map(id -> id.substring(side.length() + 1)).toList()));
        int version = state.proposals() + 1;
        return new Proposal(version, returning, reserve, CanonicalJson.tree(audit(selected.audit())));
    }

    static ListedPerson listed(int number, Act.SoughtLine sought, Act.HeldPerson held, String reason) {
        return new ListedPerson(
                number,
                sought.line(),
                held.token(),
                sought.name(),
                held.name(),
                sought.birthDate() == null ? held.birthDate() : sought.birthDate(),
                held.rank(),
                held.category(),
                held.heldSince(),
                reason);
    }

    private static Map<String, Object> audit(SelectionOutcome.Audit audit) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("class", audit.termsClass());
        record.put("algorithm", audit.algorithm());
        record.put("levels", audit.levels());
        record.put("levelValues", audit.levelValues());
        record.put("proven", audit.proven());
        record.put("seed", audit.seed());
        record.put("inputHash", audit.inputHash());
        record.put("listHash", audit.listHash());
        record.put("reserveHash", audit.reserveHash());
        return record;
    }
}
