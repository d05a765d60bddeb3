package org.homeward.node.desk;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.homeward.protocol.crypto.Bytes;
import org.homeward.protocol.exchange.Act;
import org.homeward.protocol.exchange.Act.HeldPerson;
import org.homeward.protocol.exchange.Act.Reply;
import org.homeward.protocol.exchange.Act.SoughtLine;
import org.homeward.protocol.exchange.Board;
import org.homeward.protocol.exchange.Ladder;
import org.homeward.protocol.exchange.ReplyCode;
import org.homeward.register.Field;
import org.homeward.register.RegisterTable;
import org.homeward.tracing.Link;
import org.homeward.tracing.RuledOut;
import org.homeward.tracing.TraceOptions;
import org.homeward.tracing.TraceResult;
import org.homeward.tracing.Tracer;
import org.jspecify.annotations.Nullable;

/** The holder's answers: its register traced against the other side's list, a reason code for every line. */
record LineAnswers(List<Reply> replies, List<LineMatch> matches) {
    LineAnswers {
        replies = List.copyOf(replies);
        matches = List.copyOf(matches);
    }

    /**
     * A link is answered "held"; a pair that the engine leaves to people, and a further line for a person who is shown already,
     * "need more data"; every other line "not held".
     *
     * <p>What two people decided of a pair goes before what the engine says: a confirmed one is answered "held", a rejected one is ruled out
     * before the engine begins, so that another row may be found, and one of which they want more data is answered so.
     *
     * @param elsewhere ids of rows that are on a live list of another case, or kept back; they are "not available" here, whatever was decided
     * @param dead ids of rows whose people are dead by two people's word; they are answered so, whatever was decided of the pair
     * @param boards what medical boards decided, by id of row
     * @param ladder how far the terms let a person be shown
     * @param today stands for the day of capture where the register has none
     */
    static LineAnswers trace(
            RegisterTable held,
            List<SoughtLine> lines,
            Set<String> elsewhere,
            Set<String> dead,
            Map<String, Board> boards,
            Ladder ladder,
            LocalDate today,
            SecureRandom random,
            PairDecisions decisions) {
        TraceResult traced = Tracer.trace(
                held, SoughtList.table(lines), TraceOptions.standard().withRuledOut(ruledOut(decisions)));
        Map<Integer, Link> links = new HashMap<>();
        traced.links().forEach(link -> links.put(link.soughtRow(), link));
        Map<Integer, Link> possible = new HashMap<>();
        // A list that names a person twice is told of him once; "not held" for its other line would be untrue.
        Stream.concat(traced.repeats().stream(), traced.possible().stream())
                .forEach(link ->
                        possible.merge(link.soughtRow(), link, (a, b) -> a.probability() >= b.probability() ? a : b));
        List<Reply> replies = new ArrayList<>(lines.size());
        List<LineMatch> matches = new ArrayList<>();
        Set<Integer> shown = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).line();
            Link link = links.get(i);
            // A row that a register repeats may be linked to two lines; one person is shown once.
            Link maybe = link != null ? link : possible.get(i);
            PairDecisions.Verdict decided = maybe == null ? null : verdict(decisions, line, held.id(maybe.heldRow()));
            boolean show = decided == null ? link != null : decided == PairDecisions.Verdict.CONFIRM;
            if (maybe != null && show && elsewhere.contains(held.id(maybe.heldRow()))) {
                replies.add(new Reply(line, ReplyCode.NOT_AVAILABLE, null));
                matches.add(match(line, held.id(maybe.heldRow()), null, maybe));
            } else if (maybe != null && show && dead.contains(held.id(maybe.heldRow()))) {
                replies.add(new Reply(line, ReplyCode.DIED, null));
                matches.add(match(line, held.id(maybe.heldRow()), null, maybe));
            } else if (maybe != null && show && shown.add(maybe.heldRow())) {
                HeldPerson person = ladder.cut(
                        person(held, maybe.heldRow(), token(random), boards.get(held.id(maybe.heldRow())), today));
                replies.add(new Reply(line, ReplyCode.HELD, person));
                matches.add(match(line, held.id(maybe.heldRow()), person.token(), maybe));
            } else if (maybe != null) {
                replies.add(new Reply(line, ReplyCode.NEED_MORE_DATA, null));
                matches.add(match(line, held.id(maybe.heldRow()), null, maybe));
            } else {
                replies.add(new Reply(line, ReplyCode.NOT_HELD, null));
            }
        }
        return new LineAnswers(replies, matches);
    }

    private static Set<RuledOut> ruledOut(PairDecisions decisions) {
        Set<RuledOut> ruledOut = new HashSet<>();
        decisions.byLine().forEach((line, decision) -> {
            if (decision.verdict() == PairDecisions.Verdict.REJECT) {
                ruledOut.add(new RuledOut(decision.row(), line));
            }
        });
        return ruledOut;
    }

    private static PairDecisions.@Nullable Verdict verdict(PairDecisions decisions, String line, String row) {
        PairDecisions.Decision decision = decisions.of(line, row);
        return decision == null ? null : decision.verdict();
    }

    /** What the engine would have people look at, before anything is answered. */
    static List<ProposedPair> propose(RegisterTable held, List<SoughtLine> lines) {
        TraceResult traced = Tracer.trace(held, SoughtList.table(lines), TraceOptions.standard());
        Map<Integer, ProposedPair> pairs = new TreeMap<>();
        Stream.of(traced.links(), traced.possible(), traced.repeats())
                .forEach(links -> links.forEach(link -> {
                    // A line has one pair: the engine's own link before what it leaves to people, the likelier before
                    // the less likely.
                    boolean clear = links == traced.links();
                    pairs.merge(
                            link.soughtRow(),
                            pair(held, lines, link, clear),
                            (a, b) -> a.clear() || a.probability() >= b.probability() ? a : b);
                }));
        return List.copyOf(pairs.values());
    }

    private static ProposedPair pair(RegisterTable held, List<SoughtLine> lines, Link link, boolean clear) {
        SoughtLine line = lines.get(link.soughtRow());
        LineMatch match = match(line.line(), held.id(link.heldRow()), null, link);
        return new ProposedPair(
                line.line(),
                line.name(),
                PersonFacts.name(held, link.heldRow()),
                match.row(),
                clear,
                match.probability(),
                match.matchKey(),
                match.fields(),
                link.runnerUp() == null ? null : link.runnerUp().whyNot(),
                match.margin());
    }

    private static String token(SecureRandom random) {
        byte[] token = new byte[12];
        random.nextBytes(token);
        return Bytes.hex(token);
    }

    private static Act.HeldPerson person(
            RegisterTable held, int row, String token, @Nullable Board board, LocalDate today) {
        LocalDate since = PersonFacts.firstDay(PersonFacts.value(held, row, Field.CAPTURE_DATE));
        return new HeldPerson(
                token,
                PersonFacts.name(held, row),
                PersonFacts.value(held, row, Field.BIRTH_DATE),
                PersonFacts.value(held, row, Field.RANK),
                PersonFacts.kind(PersonFacts.value(held, row, Field.KIND)),
                PersonFacts.serious(PersonFacts.value(held, row, Field.MEDICAL)),
                board,
                (since == null ? today : since).toString());
    }

    private static LineMatch match(String line, String row, @Nullable String token, Link link) {
        return new LineMatch(
                line,
                row,
                token,
                (int) Math.round(link.probability() * 1000),
                link.matchKey(),
                link.evidence().stream()
                        .map(e -> new LineMatch.Field(
                                e.field(),
                                e.held(),
                                e.sought(),
                                e.level(),
                                (int) Math.round(e.bits() * 1000),
                                e.words()))
                        .toList(),
                Double.isInfinite(link.margin()) ? null : Math.round(link.margin() * 1000));
    }
}
