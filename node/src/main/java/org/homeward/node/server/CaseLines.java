package org.homeward.node.server;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.homeward.node.web.view.ListView;
import org.homeward.node.web.view.ListView.LineState;
import org.homeward.protocol.exchange.Act;
import org.homeward.protocol.exchange.CaseState;
import org.homeward.protocol.exchange.ReplyCode;
import org.jspecify.annotations.Nullable;

/** The lines of one party's list, each with how far it has come. */
final class CaseLines {
    private final List<Act.SoughtLine> lines;
    private final Map<String, Act.Reply> replies;
    private final Set<String> confirmed;
    private final Set<String> acknowledged;
    private final Map<String, String> listed;
    private final boolean decided;

    CaseLines(CaseState state, String party) {
        lines = state.lists().getOrDefault(party, List.of());
        replies = state.replies().getOrDefault(party, Map.of());
        confirmed = state.confirmed().getOrDefault(party, Set.of());
        decided = state.confirmed().containsKey(party);
        acknowledged = state.acknowledged().getOrDefault(party, Set.of());
        Act.Proposal proposal = state.proposal();
        listed = proposal == null
                ? Map.of()
                : proposal.returning().getOrDefault(party, List.of()).stream()
                        .collect(Collectors.toMap(Act.ListedPerson::line, Act.ListedPerson::category, (a, b) -> a));
    }

    int size() {
        return lines.size();
    }

    Map<String, Integer> byReply() {
        Map<String, Integer> counts = new TreeMap<>();
        lines.forEach(line -> counts.merge(reply(line), 1, Integer::sum));
        return new HashMap<>(counts);
    }

    /** The lines with that reply, or all. */
    List<ListView.Line> with(@Nullable String reply) {
        List<ListView.Line> shown = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (reply == null || reply.equals(reply(lines.get(i)))) {
                shown.add(line(i));
            }
        }
        return shown;
    }

    /** The place of a line in the list, or -1. */
    int indexOf(String line) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).line().equals(line)) {
                return i;
            }
        }
        return -1;
    }

    Act.SoughtLine sought(int index) {
        return lines.get(index);
    }

    Act.@Nullable HeldPerson held(String line) {
        Act.Reply reply = replies.get(line);
        return reply == null ? null : reply.held();
    }

    /** The category under which a line is on the proposed list, or null. */
    @Nullable
    String category(String line) {
        return listed.get(line);
    }

    ListView.Line line(int index) {
        Act.SoughtLine line = lines.get(index);
        Act.Reply reply = replies.get(line.line());
        Act.HeldPerson held = held(line.line());
        return new ListView.Line(
                line.line(),
                index + 1,
                line.name(),
                line.birthDate(),
                line.rank(),
                reply == null ? null : reply.code().name(),
                held == null ? null : held.name(),
                state(line.line(), reply));
    }

    private LineState state(String line, Act.@Nullable Reply reply) {
        if (reply == null) {
            return LineState.OPEN;
        }
        if (listed.containsKey(line)) {
            return LineState.LISTED;
        }
        if (acknowledged.contains(line)) {
            return LineState.ACKNOWLEDGED;
        }
        if (confirmed.contains(line)) {
            return LineState.CONFIRMED;
        }
        return decided && reply.code() == ReplyCode.HELD ? LineState.REJECTED : LineState.ANSWERED;
    }

    private String reply(Act.SoughtLine line) {
        Act.Reply reply = replies.get(line.line());
        return reply == null ? ListView.NO_REPLY : reply.code().name();
    }
}
