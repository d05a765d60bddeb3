package org.homeward.node.learned;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
        model.addAttribute("rows", rows(one.acts(), one.state().known()));
        return "learned";
    }

    /** The readers of one act learn the same of it, so they share a row. */
    static List<Row> rows(List<ActRecord> acts, Participants participants) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < acts.size(); i++) {
            ActRecord record = acts.get(i);
            Map<Disclosure.Rung, List<Disclosure>> byRung = new TreeMap<>(Comparator.reverseOrder());
            Disclosure.of(record, participants)
                    .forEach(d -> byRung.computeIfAbsent(d.rung(), r -> new ArrayList<>())
                            .add(d));
            int place = i + 1;
            byRung.forEach((rung, told) -> rows.add(new Row(
                    place,
                    record.time(),
                    told.stream().map(d -> name(participants, d.told())).toList(),
                    name(participants, record.from()),
                    rung.name(),
                    told.getFirst().persons())));
        }
        return List.copyOf(rows);
    }

    private static String name(Participants participants, String id) {
        return participants.find(id).map(Participant::name).orElse(id);
    }
}
