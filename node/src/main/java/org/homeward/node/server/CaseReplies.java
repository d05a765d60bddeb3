package org.homeward.node.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.homeward.node.dossier.OtherSide;
import org.homeward.protocol.envelope.Envelope;
import org.homeward.protocol.exchange.Act;

/** What the other side answered of this node's own lines, over all its cases; read once for each case that was answered. */
final class CaseReplies implements OtherSide {
    private final Cases cases;
    private final String self;
    private final Map<String, List<Reply>> known = new LinkedHashMap<>();
    private List<Reply> all = List.of();

    CaseReplies(Cases cases, String self) {
        this.cases = cases;
        this.self = self;
    }

    @Override
    public synchronized List<Reply> replies() {
        boolean more = false;
        for (CaseRoom room : cases.all()) {
            // A list is answered once.
            Map<String, Act.Reply> replies = room.node().state().replies().getOrDefault(self, Map.of());
            if (!replies.isEmpty() && !known.containsKey(room.caseId())) {
                known.put(room.caseId(), read(room, replies));
                more = true;
            }
        }
        if (more) {
            all = known.values().stream().flatMap(List::stream).toList();
        }
        return all;
    }

    private List<Reply> read(CaseRoom room, Map<String, Act.Reply> replies) {
        try {
            Instant at = Instant.EPOCH;
            for (Envelope envelope : room.node().envelopes()) {
                if (envelope.kind().equals("LinesAnswered") && !envelope.from().equals(self)) {
                    at = Instant.parse(envelope.time());
                }
            }
            List<Reply> read = new ArrayList<>();
            for (Map.Entry<String, String> row : room.desk().soughtRows().entrySet()) {
                Act.Reply reply = replies.get(row.getKey());
                if (reply != null) {
                    read.add(new Reply(
                            row.getValue(),
                            room.caseId(),
                            row.getKey(),
                            reply.code().name(),
                            at));
                }
            }
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
