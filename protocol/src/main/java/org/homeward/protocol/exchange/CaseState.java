package org.homeward.protocol.exchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A case, folded from its acts. Immutable: {@link CaseRules#evolve} gives a new one.
 *
 * <p>{@code lottery} has the numbers shown so far. Maps are by participant id. {@code replies} of a party are the answers to <em>its own</em> list.
 * {@code proposals} counts the lists proposed so far. {@code signatures} are under the lists as frozen; {@code agreed} has every version
 * that all three signed, the last of which is in force. {@code clocks} are those that run, {@code latest} the latest time of any act.
 * {@code objected} has the lines to which a party objected: no later proposal has them.
 * {@code notAvailable} has the lines of those who were shown and are not available, and who said so, {@code deaths} what stands of a death by line.
 * {@code received} of a party has the handover in which each person came back to it, by his token; {@code doubted} of a party has those of them of
 * whom a side says that they did not come, and which side.
 */
public record CaseState(
        String caseId,
        Phase phase,
        @Nullable Participants participants,
        @Nullable Terms terms,
        Set<String> termsSigned,
        Map<String, Act.ListSealed> sealed,
        Map<String, List<Act.SoughtLine>> lists,
        Map<String, Map<String, Act.Reply>> replies,
        Map<String, Set<String>> confirmed,
        Map<String, Set<String>> acknowledged,
        Map<String, String> lotterySealed,
        Map<String, String> lottery,
        int proposals,
        Act.@Nullable Proposal proposal,
        Set<String> frozen,
        Set<String> objected,
        Map<String, String> notAvailable,
        Map<String, Death> deaths,
        Map<String, ActRecord> signatures,
        List<SignedAgreement> agreed,
        @Nullable OpenAmendment amendment,
        Map<Deadline.Due, RunningClock> clocks,
        Map<String, Map<String, String>> received,
        Map<String, Map<String, String>> doubted,
        Instant latest,
        Map<String, Head> heads) {
    /** The last envelope of a sender. */
    public record Head(long sequence, String envelope) {}

    public static CaseState empty(String caseId) {
        return new CaseState(
                caseId,
                Phase.NONE,
                null,
                null,
                Set.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                0,
                null,
                Set.of(),
                Set.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                List.of(),
                null,
                Map.of(),
                Map.of(),
                Map.of(),
                Instant.EPOCH,
                Map.of());
    }

    public Participants known() {
        if (participants == null) {
            throw new IllegalStateException("the case is not open");
        }
        return participants;
    }

    public Head head(String participant) {
        return heads.getOrDefault(participant, new Head(0, ActRecord.NONE));
    }

    /**
     * Whether somebody may be on a list of that party: his link is acknowledged, nobody objected to him, he is available, he is not said to be
     * dead, and no board sends him to a neutral country.
     */
    public boolean mayBeListed(String party, String line) {
        Act.Reply reply = replies.getOrDefault(party, Map.of()).get(line);
        Death death = deaths.get(line);
        return reply != null
                && reply.held() != null
                && acknowledged.getOrDefault(party, Set.of()).contains(line)
                && !objected.contains(line)
                && !notAvailable.containsKey(line)
                && (death == null || !death.standsInTheWay())
                && !reply.held().toNeutralCountry();
    }

    /** The agreement in force; before there is one, that which is to be signed once the lists are frozen. */
    public Optional<Agreement> agreement() {
        if (!agreed.isEmpty()) {
            return Optional.of(agreed.getLast().agreement());
        }
        if (participants == null || terms == null || proposal == null || phase.compareTo(Phase.FROZEN) < 0) {
            return Optional.empty();
        }
        return Optional.of(Agreement.first(caseId, participants.digest(), terms, proposal));
    }

    /** The version that the amendment on the table makes, to be signed by all three. */
    public Optional<Agreement> amended() {
        return amendment == null || agreed.isEmpty()
                ? Optional.empty()
                : Optional.of(AmendmentRules.apply(agreed.getLast().agreement(), amendment.amendment()));
    }

    /** The signatures under the agreement in force, or those so far under the frozen lists. */
    public Map<String, ActRecord> signaturesInForce() {
        return agreed.isEmpty() ? signatures : agreed.getLast().signatures();
    }

    Change change() {
        return new Change(this);
    }

    /** A copy in the making; never leaves this package. */
    static final class Change {
        private final CaseState from;
        Phase phase;

        @Nullable
        Participants participants;

        @Nullable
        Terms terms;

        Set<String> termsSigned;
        Map<String, Act.ListSealed> sealed;
        Map<String, List<Act.SoughtLine>> lists;
        Map<String, Map<String, Act.Reply>> replies;
        Map<String, Set<String>> confirmed;
        Map<String, Set<String>> acknowledged;
        Map<String, String> lotterySealed;
        Map<String, String> lottery;
        int proposals;
        Act.@Nullable Proposal proposal;
        Set<String> frozen;
        Set<String> objected;
        Map<String, String> notAvailable;
        Map<String, Death> deaths;
        Map<String, ActRecord> signatures;
        List<SignedAgreement> agreed;

        @Nullable
        OpenAmendment amendment;

        Map<Deadline.Due, RunningClock> clocks;
        Map<String, Map<String, String>> received;
        Map<String, Map<String, String>> doubted;
        Instant latest;
        Map<String, Head> heads;

        Change(CaseState s) {
            from = s;
            phase = s.phase;
            participants = s.participants;
            terms = s.terms;
            termsSigned = new HashSet<>(s.termsSigned);
            sealed = new HashMap<>(s.sealed);
            lists = new HashMap<>(s.lists);
            replies = new HashMap<>(s.replies);
            confirmed = new HashMap<>(s.confirmed);
            acknowledged = new HashMap<>(s.acknowledged);
            lotterySealed = new HashMap<>(s.lotterySealed);
            lottery = new HashMap<>(s.lottery);
            proposals = s.proposals;
            proposal = s.proposal;
            frozen = new HashSet<>(s.frozen);
            objected = new HashSet<>(s.objected);
            notAvailable = new HashMap<>(s.notAvailable);
            deaths = new HashMap<>(s.deaths);
            signatures = new LinkedHashMap<>(s.signatures);
            agreed = new ArrayList<>(s.agreed);
            amendment = s.amendment;
            clocks = new HashMap<>(s.clocks);
            received = new HashMap<>(s.received);
            doubted = new HashMap<>(s.doubted);
            latest = s.latest;
            heads = new HashMap<>(s.heads);
        }

        CaseState done() {
            return new CaseState(
                    from.caseId,
                    phase,
                    participants,
                    terms,
                    Set.copyOf(termsSigned),
                    Map.copyOf(sealed),
                    Map.copyOf(lists),
                    Map.copyOf(replies),
                    Map.copyOf(confirmed),
                    Map.copyOf(acknowledged),
                    Map.copyOf(lotterySealed),
                    Map.copyOf(lottery),
                    proposals,
                    proposal,
                    Set.copyOf(frozen),
                    Set.copyOf(objected),
                    Map.copyOf(notAvailable),
                    Map.copyOf(deaths),
                    Map.copyOf(signatures),
                    List.copyOf(agreed),
                    amendment,
                    Map.copyOf(clocks),
                    Map.copyOf(received),
                    Map.copyOf(doubted),
                    latest,
                    Map.copyOf(heads));
        }
    }
}
