package org.homeward.protocol.exchange;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.homeward.protocol.exchange.Participants.Participant;
import org.jspecify.annotations.Nullable;

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
        /** Who he is: names, birth, and what the terms select by. */
        FIELDS,
        /** His rank too, and of one who is sought his number and unit. */
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

    /** The highest rung on which an act shows anybody; empty where it speaks of nobody. */
    static Optional<Rung> highest(Act act) {
        return shown(act).stream().filter(of -> of.persons() > 0).map(Of::rung).max(Comparator.naturalOrder());
    }

    private static Rung rung(Act.SoughtLine line) {
        return line.rank() == null && line.serviceNumber() == null && line.unit() == null ? Rung.FIELDS : Rung.FULL;
    }

    private static Rung rung(@Nullable String rank) {
        return rank == null ? Rung.FIELDS : Rung.FULL;
    }

    /** So many on each rung. */
    private static List<Of> counted(Stream<Rung> rungs) {
        Map<Rung, Integer> counts = new TreeMap<>(Comparator.reverseOrder());
        rungs.forEach(rung -> counts.merge(rung, 1, Integer::sum));
        return counts.entrySet().stream()
                .map(e -> new Of(e.getKey(), e.getValue()))
                .toList();
    }

    private static List<Of> shown(Act act) {
        return switch (act) {
            case Act.ListSealed sealed -> List.of(new Of(Rung.NUMBER, sealed.lines()));
            case Act.ListRevealed revealed -> counted(revealed.lines().stream().map(Disclosure::rung));
            case Act.LinesAnswered answered ->
                counted(answered.replies().stream().map(reply -> {
                    boolean told = reply.day() != null || reply.burial() != null;
                    return reply.held() != null ? rung(reply.held().rank()) : told ? Rung.FIELDS : Rung.PSEUDONYM;
                }));
            case Act.LinksConfirmed links ->
                List.of(new Of(
                        Rung.PSEUDONYM,
                        links.confirmed().size() + links.rejected().size()));
            case Act.LinksAcknowledged links ->
                List.of(new Of(Rung.PSEUDONYM, links.lines().size()));
            case Act.SelectionProposed(Act.Proposal proposal) ->
                counted(Stream.concat(
                        proposal.returning().values().stream()
                                .flatMap(List::stream)
                                .map(person -> rung(person.rank())),
                        proposal.reserve().values().stream()
                                .flatMap(List::stream)
                                .map(line -> Rung.PSEUDONYM)));
            case Act.ProposalObjected objected ->
                List.of(new Of(Rung.PSEUDONYM, objected.objections().size()));
            case Act.AmendmentProposed(Amendment amendment) ->
                counted(amendment.changes().stream()
                        .flatMap(c -> Stream.concat(
                                c.comes() == null
                                        ? Stream.empty()
                                        : Stream.of(rung(c.comes().rank())),
                                Stream.generate(() -> Rung.PSEUDONYM)
                                        .limit((c.leaves() == null ? 0 : 1)
                                                + c.passed().size()))));
            case Act.AvailabilityChanged changed ->
                List.of(new Of(
                        Rung.PSEUDONYM,
                        changed.notAvailable().size() + changed.again().size()));
            case Act.BoardDecided ignored -> List.of(new Of(Rung.FIELDS, 1));
            case Act.DeathStated(String line, Death death) ->
                List.of(new Of(death.standing() == Death.Standing.PROVISIONAL ? Rung.FIELDS : Rung.PSEUDONYM, 1));
            case Act.HandoverReceived receipt ->
                List.of(new Of(Rung.PSEUDONYM, receipt.tokens().size()));
            case Act.ReceiptDoubted doubted ->
                List.of(new Of(Rung.PSEUDONYM, doubted.tokens().size()));
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
