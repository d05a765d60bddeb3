package org.homeward.node.desk;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.homeward.names.NameMatch;
import org.homeward.protocol.exchange.Act;
import org.homeward.protocol.exchange.Act.HeldPerson;
import org.homeward.protocol.exchange.Act.LinksConfirmed;
import org.homeward.protocol.exchange.Act.RejectedLine;
import org.homeward.protocol.exchange.Act.SoughtLine;
import org.homeward.protocol.exchange.ReplyCode;
import org.jspecify.annotations.Nullable;

/**
 * The seeking side's own look at the answers "held", with nothing of the holder's evidence: does the person who was shown bear
 * the name and the birth date of the person who is sought? What people then sign is this draft.
 */
final class LinkReview {
    private static final int YEARS_APART = 2;

    private LinkReview() {}

    static LinksConfirmed draft(List<SoughtLine> list, Collection<Act.Reply> replies, PairDecisions decisions) {
        Map<String, SoughtLine> lines = new HashMap<>();
        list.forEach(line -> lines.put(line.line(), line));
        List<String> confirmed = new ArrayList<>();
        List<RejectedLine> rejected = new ArrayList<>();
        for (Act.Reply reply : replies) {
            SoughtLine line = lines.get(reply.line());
            HeldPerson held = reply.held();
            if (reply.code() != ReplyCode.HELD || held == null || line == null) {
                continue;
            }
            PairDecisions.Decision decision = decisions.of(reply.line(), reply.line());
            String doubt = decision == null ? doubt(line, held) : reason(decision);
            if (doubt == null) {
                confirmed.add(reply.line());
            } else {
                rejected.add(new RejectedLine(reply.line(), doubt));
            }
        }
        confirmed.sort(null);
        rejected.sort((a, b) -> a.line().compareTo(b.line()));
        return new LinksConfirmed(confirmed, rejected);
    }

    private static @Nullable String reason(PairDecisions.Decision decision) {
        return switch (decision.verdict()) {
            case CONFIRM -> null;
            case REJECT -> decision.reason();
            case NEED_MORE -> "NEED_MORE_DATA";
        };
    }

    /** The answers "held" beside the lines of the own list, for people to look at. The row is the line itself: he is sought by it. */
    static List<ProposedPair> propose(List<SoughtLine> list, Collection<Act.Reply> replies) {
        Map<String, SoughtLine> lines = new HashMap<>();
        list.forEach(line -> lines.put(line.line(), line));
        List<ProposedPair> pairs = new ArrayList<>();
        for (Act.Reply reply : replies) {
            SoughtLine line = lines.get(reply.line());
            HeldPerson held = reply.held();
            if (reply.code() == ReplyCode.HELD && held != null && line != null) {
                double likely = NameMatch.of(line.name(), held.name()).probability();
                pairs.add(new ProposedPair(
                        line.line(),
                        line.name(),
                        held.name(),
                        line.line(),
                        doubt(line, held) == null,
                        (int) Math.round(likely * 1000),
                        "",
                        List.of(
                                field("FULL_NAME", held.name(), line.name()),
                                field("BIRTH_DATE", held.birthDate(), line.birthDate()),
                                field("RANK", held.rank(), line.rank())),
                        null,
                        null));
            }
        }
        pairs.sort((a, b) -> a.line().compareTo(b.line()));
        return pairs;
    }

    private static LineMatch.Field field(String field, @Nullable String held, @Nullable String sought) {
        return new LineMatch.Field(field, held, sought, "", 0, "");
    }

    /** A reason code, or null where nothing speaks against the link. */
    private static @Nullable String doubt(SoughtLine line, HeldPerson held) {
        if (!sameName(line.name(), held.name())) {
            return "NAME_DIFFERS";
        }
        return datesContradict(line.birthDate(), held.birthDate()) ? "BIRTH_DATE_DIFFERS" : null;
    }

    private static boolean sameName(String sought, String held) {
        return NameMatch.of(sought, held).verdict() != NameMatch.Verdict.DIFFERENT;
    }

    private static boolean datesContradict(@Nullable String sought, @Nullable String held) {
        LocalDate a = PersonFacts.firstDay(sought);
        LocalDate b = PersonFacts.firstDay(held);
        return a != null && b != null && Math.abs(ChronoUnit.DAYS.between(a, b)) > 366L * YEARS_APART;
    }
}
