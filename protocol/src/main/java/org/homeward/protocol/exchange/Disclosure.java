package org.homeward.protocol.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.homeward.protocol.exchange.Participants.Participant;

/**
 * What an act tells its readers about people: whose, how much of each, and of how many. Read off the act alone, so that a register of what
 * each side has learned needs nobody's word.
 *
 * @param told who reads it, besides its sender
 * @param about the party that holds or seeks them: the one that tells of them
 * @param persons how many
 */
public record Disclosure(String told, String about, Rung rung, int persons) {
    /** The ladder of disclosure; each rung shows what those below it show. */
    public enum Rung {
        /** That there are so many. */
        NUMBER,
        /** A line or a token, which names nobody outside this case. */
        PSEUDONYM,
        /** What the seeking side wrote of the person whom it seeks: its own knowledge, not the holder's. */
        FIELDS,
        /** What the holder released of a person whom it holds. */
        FULL
    }

    private record Of(Rung rung, int persons) {}

    /** What each reader of the act learns; nothing where it speaks of nobody. */
    public static List<Disclosure> of(ActRecord record, Participants participants) {
        List<Disclosure> all = new ArrayList<>();
        for (Of of : shown(record.act())) {
            for (Participant reader : participants.all()) {
                if (!reader.id().equals(record.from()) && of.persons() > 0) {
                    all.add(new Disclosure(reader.id(), record.from(), of.rung(), of.persons()));
                }
            }
        }
        return List.copyOf(all);
    }

    private static List<Of> shown(Act act) {
        return switch (act) {
            case Act.ListSealed sealed -> List.of(new Of(Rung.NUMBER, sealed.lines()));
            case Act.ListRevealed revealed ->
                List.of(new Of(Rung.FIELDS, revealed.lines().size()));
            case Act.LinesAnswered answered -> {
                int held = (int) answered.replies().stream()
                        .map(Act.Reply::held)
                        .filter(Objects::nonNull)
                        .count();
                yield List.of(
                        new Of(Rung.FULL, held),
                        new Of(Rung.PSEUDONYM, answered.replies().size() - held));
            }
            case Act.LinksConfirmed links ->
                List.of(new Of(
                        Rung.PSEUDONYM,
                        links.confirmed().size() + links.rejected().size()));
            case Act.LinksAcknowledged links ->
                List.of(new Of(Rung.PSEUDONYM, links.lines().size()));
            case Act.SelectionProposed(Act.Proposal proposal) ->
                List.of(new Of(
                        Rung.FULL,
                        proposal.returning().values().stream()
                                .mapToInt(List::size)
                                .sum()));
            case Act.ProposalObjected objected ->
                List.of(new Of(Rung.PSEUDONYM, objected.objections().size()));
            case Act.AmendmentProposed(Amendment amendment) -> {
                int come = (int) amendment.changes().stream()
                        .filter(c -> c.comes() != null)
                        .count();
                int leave = (int) amendment.changes().stream()
                        .filter(c -> c.leaves() != null)
                        .count();
                yield List.of(new Of(Rung.FULL, come), new Of(Rung.PSEUDONYM, leave));
            }
            case Act.HandoverReceived receipt ->
                List.of(new Of(Rung.PSEUDONYM, receipt.tokens().size()));
            case Act.CaseOpened ignored -> List.of();
            case Act.TermsProposed ignored -> List.of();
            case Act.TermsSigned ignored -> List.of();
            case Act.LotterySealed ignored -> List.of();
            case Act.LotteryRevealed ignored -> List.of();
            case Act.ListsFrozen ignored -> List.of();
            case Act.AgreementSigned ignored -> List.of();
            case Act.ProposalWithdrawn ignored -> List.of();
            case Act.AmendmentSigned ignored -> List.of();
            case Act.AmendmentWithdrawn ignored -> List.of();
            case Act.AmendmentDeclined ignored -> List.of();
            case Act.DeadlinePassed ignored -> List.of();
            case Act.DeadlineExtended ignored -> List.of();
        };
    }
}
