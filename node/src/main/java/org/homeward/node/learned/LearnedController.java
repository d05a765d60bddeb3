package org.homeward.node.learned;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.homeward.node.web.NotHere;
import org.homeward.node.web.PageFrame;
import org.homeward.protocol.exchange.ActRecord;
import org.homeward.protocol.exchange.Disclosure;
import org.homeward.protocol.exchange.Ladder;
import org.homeward.protocol.exchange.Participants;
import org.homeward.protocol.exchange.Participants.Participant;
import org.homeward.protocol.exchange.Terms;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The register of what each side has learned. Changes nothing. */
@Controller
public final class LearnedController {
    private final PageFrame frame;
    private final LearnedSource cases;
    private final Map<String, List<List<Row>>> seen = new ConcurrentHashMap<>();

    public LearnedController(PageFrame frame, LearnedSource cases) {
        this.frame = frame;
        this.cases = cases;
    }

    /**
     * One thing that was learned.
     *
     * @param place of the act in the joint log, from 1
     * @param told names of those who read it
     */
    public record Row(int place, Instant at, List<String> told, String about, String rung, int persons) {}

    @GetMapping("/cases/{caseId}/learned")
    String learned(@PathVariable String caseId, HttpServletRequest request, Model model) {
        LearnedSource.OneCase one =
                cases.find(caseId).filter(c -> c.state().participants() != null).orElseThrow(NotHere::new);
        model.addAttribute("page", frame.of(request));
        model.addAttribute("caseId", caseId);
        Terms terms = one.state().terms();
        Ladder ladder = terms == null ? Ladder.STANDARD : terms.ladder();
        model.addAttribute("sought", ladder.sought().name());
        model.addAttribute("held", ladder.held().name());
        model.addAttribute("rows", rows(caseId, one));
        return "learned";
    }

    /** The rows of a case. What an act told never changes, so each act is opened once; opening a list of thousands takes a second. */
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
