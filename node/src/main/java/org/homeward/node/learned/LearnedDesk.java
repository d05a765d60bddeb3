package org.homeward.node.learned;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.homeward.node.learned.LearnedView.Row;
import org.homeward.protocol.exchange.ActRecord;
import org.homeward.protocol.exchange.Disclosure;
import org.homeward.protocol.exchange.Ladder;
import org.homeward.protocol.exchange.Participants;
import org.homeward.protocol.exchange.Participants.Participant;
import org.homeward.protocol.exchange.Terms;

/**
 * Reads off the acts of a case what each side has learned. What an act told never changes, so each act is opened once: opening a list of
 * thousands takes a second. Safe for threads.
 */
public final class LearnedDesk {
    private final LearnedSource cases;
    private final Map<String, List<List<Row>>> seen = new ConcurrentHashMap<>();

    public LearnedDesk(LearnedSource cases) {
        this.cases = cases;
    }

    /** What was learned in a case; empty where there is none of this id that is open. */
    public Optional<LearnedView> of(String caseId) {
        return cases.find(caseId).filter(c -> c.state().participants() != null).map(one -> {
            Terms terms = one.state().terms();
            Ladder ladder = terms == null ? Ladder.STANDARD : terms.ladder();
            return new LearnedView(caseId, ladder.sought().name(), ladder.held().name(), rows(caseId, one));
        });
    }

    private List<Row> rows(String caseId, LearnedSource.OneCase one) {
        List<List<Row>> read = seen.computeIfAbsent(caseId, id -> new ArrayList<>());
        synchronized (read) {
            while (read.size() < one.acts()) {
                read.add(rows(
                        read.size(), one.act().apply(read.size()), one.state().known()));
            }
            return read.stream().flatMap(List::stream).toList();
        }
    }

    /** The readers of one act learn the same of it, so they share a row. */
    private static List<Row> rows(int before, ActRecord record, Participants participants) {
        Map<Disclosure.Rung, List<Disclosure>> byRung = new TreeMap<>(Comparator.reverseOrder());
        Disclosure.of(record, participants)
                .forEach(d ->
                        byRung.computeIfAbsent(d.rung(), r -> new ArrayList<>()).add(d));
        List<Row> rows = new ArrayList<>();
        byRung.forEach((rung, told) -> rows.add(new Row(
                before + 1,
                record.time(),
                told.stream().map(d -> name(participants, d.told())).toList(),
                name(participants, record.from()),
                rung.name(),
                told.getFirst().persons())));
        return rows;
    }

    private static String name(Participants participants, String id) {
        return participants.find(id).map(Participant::name).orElse(id);
    }
}
