package org.homeward.protocol.exchange;

import static org.homeward.protocol.exchange.CaseRules.refuse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.homeward.protocol.exchange.Act.ListedPerson;
import org.homeward.protocol.exchange.Refusal.Code;

/**
 * Who steps in. The order of those in reserve is agreed with the lists, before anybody could know who would drop out; the next in it takes the
 * place, or the amendment says of each whom it passes over that he does not.
 */
public final class ReserveRules {
    private ReserveRules() {}

    /**
     * Lines of those who would step in for somebody of that category, the next first. Whoever was on a list once, is not available, died or
     * goes to a neutral country is not among them.
     */
    public static List<String> next(CaseState state, String party, String category) {
        if (state.agreed().isEmpty()) {
            return List.of();
        }
        Set<String> listed = new HashSet<>();
        for (SignedAgreement version : state.agreed()) {
            version.agreement()
                    .proposal()
                    .returning()
                    .getOrDefault(party, List.of())
                    .forEach(p -> listed.add(p.line()));
        }
        Map<String, Act.Reply> replies = state.replies().getOrDefault(party, Map.of());
        return state.agreed().getLast().agreement().proposal().reserve().getOrDefault(party, List.of()).stream()
                .filter(line -> !listed.contains(line) && state.mayBeListed(party, line))
                .filter(line -> {
                    Act.Reply reply = replies.get(line);
                    return reply != null
                            && reply.held() != null
                            && reply.held().category().equals(category);
                })
                .toList();
    }

    /** The reserve of a proposal: acknowledged people who are on no list, each once. */
    static Optional<Refusal> sound(CaseState state, Act.Proposal proposal) {
        for (Map.Entry<String, List<String>> one : proposal.reserve().entrySet()) {
            String party = one.getKey();
            Set<String> seen = new HashSet<>();
            proposal.returning().getOrDefault(party, List.of()).forEach(p -> seen.add(p.line()));
            for (String line : one.getValue()) {
                if (!state.known().isParty(party) || !state.mayBeListed(party, line) || !seen.add(line)) {
                    return refuse(
                            Code.BAD_LINES,
                            "The reserve names somebody who may not be listed, who is on the list, or who stands there twice.");
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Whether the one who comes is the next, or those before him are passed over, in their order and each with a code.
     *
     * @param coming lines that earlier changes of the same amendment bring in
     */
    static Optional<Refusal> order(CaseState state, Amendment.Change change, Set<String> coming) {
        ListedPerson comes = change.comes();
        if (comes == null) {
            return change.passed().isEmpty()
                    ? Optional.empty()
                    : refuse(Code.BAD_LINES, "Nobody is passed over where nobody comes.");
        }
        List<String> before = new ArrayList<>();
        for (String line : next(state, change.party(), comes.category())) {
            if (line.equals(comes.line())) {
                break;
            }
            if (!coming.contains(line)) {
                before.add(line);
            }
        }
        List<String> passed =
                change.passed().stream().map(Act.RejectedLine::line).toList();
        boolean coded = change.passed().stream()
                .allMatch(p -> AmendmentRules.leavingCodes().stream()
                        .anyMatch(code -> code.name().equals(p.reason())));
        return passed.equals(before) && coded
                ? Optional.empty()
                : refuse(
                        Code.BAD_LINES,
                        before.isEmpty()
                                ? "Nobody stands before the one who comes, or a code is none: pass over nobody."
                                : "The next in the agreed order of the reserve is " + before.getFirst()
                                        + ": he comes, or the amendment passes him over with a code.");
    }
}
