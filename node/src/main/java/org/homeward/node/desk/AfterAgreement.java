package org.homeward.node.desk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.homeward.node.exchange.ExchangeNode;
import org.homeward.node.exchange.Outcome;
import org.homeward.protocol.exchange.Act;
import org.homeward.protocol.exchange.Act.ListedPerson;
import org.homeward.protocol.exchange.Agreement;
import org.homeward.protocol.exchange.Amendment;
import org.homeward.protocol.exchange.AmendmentRules;
import org.homeward.protocol.exchange.Board;
import org.homeward.protocol.exchange.CaseState;
import org.homeward.protocol.exchange.Deadline;
import org.homeward.protocol.exchange.Death;
import org.homeward.protocol.exchange.Doubt;
import org.homeward.protocol.exchange.OpenAmendment;
import org.homeward.protocol.exchange.Refusal;
import org.homeward.protocol.exchange.ReplyCode;
import org.homeward.protocol.exchange.ReserveRules;
import org.jspecify.annotations.Nullable;

/**
 * What a node's people do when the walk of a case is over, or beside it: amend the lists, sign for those who came back, end or extend a
 * clock. Each makes a draft that two people sign, as every step does.
 */
public final class AfterAgreement {
    private final ExchangeNode node;
    private final Elsewhere elsewhere;

    /** @param elsewhere whether an amendment brings in somebody who is on a live list of another case of this node */
    public AfterAgreement(ExchangeNode node, Elsewhere elsewhere) {
        this.node = node;
        this.elsewhere = elsewhere;
    }

    /** What this node knows of its other cases. */
    public interface Elsewhere {
        boolean holds(Amendment amendment) throws IOException;
    }

    /**
     * A change as a clerk asks for it, by lines.
     *
     * @param leaves who leaves, or null
     * @param code why; exactly where somebody leaves
     * @param comes who comes, or null
     * @param passing the code for everybody who stands before him in the agreed order of the reserve, or null where nobody is passed over
     */
    public record Wish(
            String party,
            @Nullable String leaves,
            @Nullable ReplyCode code,
            @Nullable String comes,
            @Nullable ReplyCode passing) {
        /** A change that passes nobody over. */
        public Wish(String party, @Nullable String leaves, @Nullable ReplyCode code, @Nullable String comes) {
            this(party, leaves, code, comes, null);
        }
    }

    /**
     * Those who may come onto the list in force: first those in the agreed order of the reserve, then all others, longest held first.
     */
    public static List<String> reserve(CaseState state, String party) {
        Set<String> on = new HashSet<>();
        inForce(state).ifPresent(a -> people(a, party).forEach(p -> on.add(p.line())));
        Map<String, Act.Reply> replies = state.replies().getOrDefault(party, Map.of());
        Map<String, Integer> places = new HashMap<>();
        inForce(state)
                .map(a -> a.proposal().reserve().getOrDefault(party, List.of()))
                .orElse(List.of())
                .forEach(line -> places.put(line, places.size()));
        return state.acknowledged().getOrDefault(party, Set.of()).stream()
                .filter(line -> !on.contains(line) && state.mayBeListed(party, line))
                .sorted(java.util.Comparator.comparingInt((String line) -> places.getOrDefault(line, places.size()))
                        .thenComparing(line -> since(replies.get(line)))
                        .thenComparing(line -> line))
                .toList();
    }

    /** The same people as a list would have them, numbered in the order of the reserve: who may go in another's place on the day. */
    public static List<ListedPerson> reservePeople(CaseState state, String party) {
        Map<String, Act.SoughtLine> sought = new HashMap<>();
        state.lists().getOrDefault(party, List.of()).forEach(line -> sought.put(line.line(), line));
        List<ListedPerson> people = new ArrayList<>();
        for (String line : reserve(state, party)) {
            Act.Reply reply = state.replies().getOrDefault(party, Map.of()).get(line);
            Act.SoughtLine of = sought.get(line);
            if (reply != null && reply.held() != null && of != null) {
                people.add(ListProposal.listed(people.size() + 1, of, reply.held(), "of the reserve"));
            }
        }
        return people;
    }

    private static String since(Act.@Nullable Reply reply) {
        return reply == null || reply.held() == null ? "" : reply.held().heldSince();
    }

    /** Drafts an amendment of the lists in force. */
    public Outcome propose(List<Wish> wishes) throws IOException {
        CaseState state = node.state();
        Optional<Agreement> inForce = inForce(state);
        if (inForce.isEmpty()) {
            return refused(Refusal.Code.WRONG_PHASE, "There is no agreement to amend.");
        }
        List<Amendment.Change> changes = new ArrayList<>();
        Map<String, Integer> numbers = new HashMap<>();
        for (Wish wish : wishes) {
            ListedPerson comes = null;
            if (wish.comes() != null) {
                int number = numbers.merge(wish.party(), 1, (had, one) -> had + one);
                Optional<ListedPerson> listed = listed(
                        state,
                        wish,
                        number - 1 + AmendmentRules.nextNumber(state.agreed(), wish.party()),
                        inForce.get());
                if (listed.isEmpty()) {
                    return refused(Refusal.Code.BAD_LINES, "Somebody comes whose link is not acknowledged.");
                }
                comes = listed.get();
            }
            changes.add(new Amendment.Change(
                    wish.party(), wish.leaves(), wish.code(), comes, passed(state, wish, comes, changes)));
        }
        Amendment amendment =
                new Amendment(inForce.get().version() + 1, inForce.get().digest(), changes);
        return elsewhere.holds(amendment) ? taken() : node.draft(new Act.AmendmentProposed(amendment));
    }

    /** Those who stand before him and do not come in an earlier change, where the clerk passes them over. */
    private static List<Act.RejectedLine> passed(
            CaseState state, Wish wish, @Nullable ListedPerson comes, List<Amendment.Change> before) {
        ReplyCode code = wish.passing();
        if (comes == null || code == null) {
            return List.of();
        }
        Set<String> coming = new HashSet<>();
        before.forEach(c -> {
            if (c.comes() != null) {
                coming.add(c.comes().line());
            }
        });
        return ReserveRules.next(state, wish.party(), comes.category()).stream()
                .takeWhile(line -> !line.equals(comes.line()))
                .filter(line -> !coming.contains(line))
                .map(line -> new Act.RejectedLine(line, code.name()))
                .toList();
    }

    private static Optional<ListedPerson> listed(CaseState state, Wish wish, int number, Agreement inForce) {
        Act.Reply reply = state.replies().getOrDefault(wish.party(), Map.of()).get(wish.comes());
        Optional<Act.SoughtLine> sought = state.lists().getOrDefault(wish.party(), List.of()).stream()
                .filter(line -> line.line().equals(wish.comes()))
                .findFirst();
        if (reply == null || reply.held() == null || sought.isEmpty()) {
            return Optional.empty();
        }
        String reason = people(inForce, wish.party()).stream()
                .filter(p -> p.line().equals(wish.leaves()))
                .findFirst()
                .map(p -> "from the reserve, in the place of number " + p.number())
                .orElse("added by an amendment");
        return Optional.of(ListProposal.listed(number, sought.get(), reply.held(), reason));
    }

    /** Drafts the signature under the version on the table, after its lists were checked against every clause of the terms. */
    public Outcome sign() throws IOException {
        OpenAmendment open = node.state().amendment();
        if (open != null && elsewhere.holds(open.amendment())) {
            return taken();
        }
        Optional<Agreement> next = node.state().amended();
        if (next.isEmpty()) {
            return refused(Refusal.Code.WRONG_PHASE, "There is no amendment on the table.");
        }
        List<String> findings = AgreedLists.check(next.get());
        return findings.isEmpty()
                ? node.draft(new Act.AmendmentSigned(
                        next.get().digest(),
                        node.identity().signing().sign(next.get().bytes())))
                : refused(
                        Refusal.Code.BAD_LINES,
                        "The lists of this version are not those of the terms: " + String.join("; ", findings) + ".");
    }

    /** Drafts the end of the amendment on the table: its proposer withdraws it, another declines it. */
    public Outcome end() throws IOException {
        OpenAmendment open = node.state().amendment();
        if (open == null) {
            return refused(Refusal.Code.WRONG_PHASE, "There is no amendment on the table.");
        }
        String digest = open.amendment().digest();
        return node.draft(
                open.by().equals(node.identity().id())
                        ? new Act.AmendmentWithdrawn(digest)
                        : new Act.AmendmentDeclined(digest));
    }

    /** Drafts this side's receipt for the people under these lines of its list in force. */
    public Outcome receive(String handover, Set<String> lines) throws IOException {
        List<ListedPerson> came =
                inForce(node.state()).map(a -> people(a, node.identity().id())).orElse(List.of()).stream()
                        .filter(p -> lines.contains(p.line()))
                        .toList();
        Map<String, Integer> counts = new HashMap<>();
        came.forEach(p -> counts.merge(p.category(), 1, Integer::sum));
        return node.draft(new Act.HandoverReceived(
                handover, came.stream().map(ListedPerson::token).toList(), counts));
    }

    /**
     * Drafts this side's receipt as a handover day gives it: for those of its list in force who came and for whom it has not signed yet. A draft
     * of the same day that says something else is taken back first, so that nobody signs what a later log changed; one that says the same is
     * the answer.
     *
     * @param tokens of everybody whom the day credits to this side
     * @return a refusal with {@code ALREADY_DONE} where nobody is left to sign for
     */
    public Outcome receiveDay(String handover, Set<String> tokens) throws IOException {
        CaseState state = node.state();
        String self = node.identity().id();
        Set<String> before = state.received().getOrDefault(self, Map.of()).keySet();
        Set<String> lines = new HashSet<>();
        Set<String> due = new HashSet<>();
        for (ListedPerson person : inForce(state).map(a -> people(a, self)).orElse(List.of())) {
            if (tokens.contains(person.token()) && !before.contains(person.token())) {
                lines.add(person.line());
                due.add(person.token());
            }
        }
        Optional<Outcome.Waiting> same = onlyThis(act -> act instanceof Act.HandoverReceived receipt
                        && receipt.handover().equals(handover)
                ? Optional.of(due.equals(Set.copyOf(receipt.tokens())))
                : Optional.empty());
        if (same.isPresent()) {
            return same.get();
        }
        return due.isEmpty()
                ? refused(Refusal.Code.ALREADY_DONE, "Nobody of this day is left to sign for.")
                : receive(handover, lines);
    }

    /**
     * Drafts what this side says of a receipt, its own or the other side's.
     *
     * @param handover whose receipt it is about
     * @param lines of either list in force
     */
    public Outcome doubt(String handover, Set<String> lines, Doubt doubt) throws IOException {
        CaseState state = node.state();
        List<String> tokens = inForce(state)
                .map(a -> a.proposal().returning().values().stream()
                        .flatMap(List::stream)
                        .filter(p -> lines.contains(p.line()))
                        .map(ListedPerson::token)
                        .toList())
                .orElse(List.of());
        return node.draft(new Act.ReceiptDoubted(handover, tokens, doubt));
    }

    /**
     * Drafts the doubt that a handover day gives: of those for whom this side signed in that handover and whom the joined logs do not credit to
     * it any more. A draft of the same day that says something else is taken back first.
     *
     * @param tokens whom the day does not credit to this side; of those whom somebody doubts already nothing is said again
     * @return a refusal with {@code ALREADY_DONE} where there is nobody to doubt
     */
    public Outcome doubtDay(String handover, Set<String> tokens) throws IOException {
        CaseState state = node.state();
        String self = node.identity().id();
        Map<String, String> received = state.received().getOrDefault(self, Map.of());
        Set<String> doubted = state.doubted().getOrDefault(self, Map.of()).keySet();
        List<String> due = tokens.stream()
                .filter(token -> handover.equals(received.get(token)) && !doubted.contains(token))
                .sorted()
                .toList();
        // What was said by hand of the other side's receipt is not the logs' to change.
        Optional<Outcome.Waiting> same = onlyThis(act -> act instanceof Act.ReceiptDoubted said
                        && said.handover().equals(handover)
                        && said.doubt() == Doubt.RAISED
                        && received.keySet().containsAll(said.tokens())
                ? Optional.of(due.equals(said.tokens()))
                : Optional.empty());
        if (same.isPresent()) {
            return same.get();
        }
        return due.isEmpty()
                ? refused(Refusal.Code.ALREADY_DONE, "The logs credit everybody for whom this side signed.")
                : node.draft(new Act.ReceiptDoubted(handover, due, Doubt.RAISED));
    }

    /**
     * Takes back the drafts of a day that say something else now.
     *
     * @param asNow of a draft of that day, whether it says what is to be said; empty of any other
     * @return the draft that says it already, if there is one
     */
    private Optional<Outcome.Waiting> onlyThis(Function<Act, Optional<Boolean>> asNow) throws IOException {
        Optional<Outcome.Waiting> same = Optional.empty();
        for (Outcome.Waiting waiting : node.waiting()) {
            Optional<Boolean> says = node.waitingAct(waiting.draftId()).flatMap(asNow);
            if (says.isPresent() && says.get()) {
                same = Optional.of(waiting);
            } else if (says.isPresent()) {
                node.withdraw(waiting.draftId());
            }
        }
        return same;
    }

    /**
     * Drafts that people are not available, or are again. Why is not asked, so that nobody can be made to answer.
     *
     * @param notAvailable lines of either list
     * @param again lines of which this side said so before
     */
    public Outcome availability(Set<String> notAvailable, Set<String> again) throws IOException {
        return node.draft(new Act.AvailabilityChanged(
                notAvailable.stream().sorted().toList(), again.stream().sorted().toList()));
    }

    /**
     * Drafts what a board decided of a person whom this side holds.
     *
     * @param decided what this node has not told yet, by line
     */
    public Outcome board(String line, Map<String, Board> decided) throws IOException {
        Board board = decided.get(line);
        return board == null
                ? refused(
                        Refusal.Code.BAD_LINES,
                        "There is no decision of a board of this person that two people noted and that is not told yet.")
                : node.draft(new Act.BoardDecided(line, board));
    }

    /** Drafts what this side says of a death; day and place are for the holder alone to tell, or null. */
    public Outcome death(String line, Death death) throws IOException {
        return node.draft(new Act.DeathStated(line, death));
    }

    /** Drafts the mediator's word that a clock is over. */
    public Outcome endClock(Deadline.Due due) throws IOException {
        return node.draft(new Act.DeadlinePassed(due));
    }

    /** Drafts the mediator's leave of more time. */
    public Outcome extendClock(Deadline.Due due, int hours) throws IOException {
        return node.draft(new Act.DeadlineExtended(due, hours));
    }

    /**
     * Drafts an objection to people on the proposed lists; the next lists are made without them. Why is not said: each has the same code,
     * so that nobody is in danger for a reason that somebody wrote down.
     *
     * @param lines of either list; none objects to the lists as a whole
     */
    public Outcome object(Set<String> lines) throws IOException {
        Act.Proposal proposal = node.state().proposal();
        return proposal == null
                ? refused(Refusal.Code.WRONG_PHASE, "There is no proposal on the table.")
                : node.draft(new Act.ProposalObjected(
                        proposal.digest(),
                        lines.stream()
                                .sorted()
                                .map(line -> new Act.RejectedLine(line, ReplyCode.NOT_AVAILABLE.name()))
                                .toList()));
    }

    /** Drafts the mediator's withdrawal of its proposal. */
    public Outcome withdrawProposal() throws IOException {
        Act.Proposal proposal = node.state().proposal();
        return proposal == null
                ? refused(Refusal.Code.WRONG_PHASE, "There is no proposal on the table.")
                : node.draft(new Act.ProposalWithdrawn(proposal.digest()));
    }

    private static Optional<Agreement> inForce(CaseState state) {
        return state.agreed().isEmpty()
                ? Optional.empty()
                : Optional.of(state.agreed().getLast().agreement());
    }

    private static List<ListedPerson> people(Agreement agreement, String party) {
        return agreement.proposal().returning().getOrDefault(party, List.of());
    }

    private static Outcome taken() {
        return refused(Refusal.Code.BAD_LINES, "Somebody comes who is not available: decline, or take another.");
    }

    private static Outcome refused(Refusal.Code code, String sentence) {
        return new Outcome.Refused(new Refusal(code, sentence));
    }
}
