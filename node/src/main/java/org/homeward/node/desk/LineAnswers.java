package org.homeward.node.desk;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.homeward.protocol.crypto.Bytes;
import org.homeward.protocol.exchange.Act;
import org.homeward.protocol.exchange.Act.HeldPerson;
import org.homeward.protocol.exchange.Act.Reply;
import org.homeward.protocol.exchange.Act.SoughtLine;
import org.homeward.protocol.exchange.ReplyCode;
import org.homeward.register.Field;
import org.homeward.register.RegisterTable;
import org.homeward.tracing.Link;
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
     * @param elsewhere ids of rows that are on a live list of another case, or kept back; they are "not available" here
     * @param today stands for the day of capture where the register has none
     */
    static LineAnswers trace(
            RegisterTable held, List<SoughtLine> lines, Set<String> elsewhere, LocalDate today, SecureRandom random) {
        TraceResult traced = Tracer.trace(held, SoughtList.table(lines), TraceOptions.standard());
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
            if (link != null && elsewhere.contains(held.id(link.heldRow()))) {
                replies.add(new Reply(line, ReplyCode.NOT_AVAILABLE, null));
                matches.add(match(line, held.id(link.heldRow()), null, link));
            } else if (link != null && shown.add(link.heldRow())) {
                HeldPerson person = person(held, link.heldRow(), token(random), today);
                replies.add(new Reply(line, ReplyCode.HELD, person));
                matches.add(match(line, held.id(link.heldRow()), person.token(), link));
            } else if (maybe != null) {
                replies.add(new Reply(line, ReplyCode.NEED_MORE_DATA, null));
                matches.add(match(line, held.id(maybe.heldRow()), null, maybe));
            } else {
                replies.add(new Reply(line, ReplyCode.NOT_HELD, null));
            }
        }
        return new LineAnswers(replies, matches);
    }

    private static String token(SecureRandom random) {
        byte[] token = new byte[12];
        random.nextBytes(token);
        return Bytes.hex(token);
    }

    private static Act.HeldPerson person(RegisterTable held, int row, String token, LocalDate today) {
        LocalDate since = PersonFacts.firstDay(PersonFacts.value(held, row, Field.CAPTURE_DATE));
        return new HeldPerson(
                token,
                PersonFacts.name(held, row),
                PersonFacts.value(held, row, Field.BIRTH_DATE),
                PersonFacts.value(held, row, Field.RANK),
                PersonFacts.kind(PersonFacts.value(held, row, Field.KIND)),
                PersonFacts.serious(PersonFacts.value(held, row, Field.MEDICAL)),
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
