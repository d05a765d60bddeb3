package org.homeward.handover.reconciliation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.homeward.handover.day.DayState;
import org.homeward.handover.log.EventSet;
import org.homeward.handover.log.LogText;
import org.homeward.handover.log.Merger;
import org.homeward.handover.log.Observation;
import org.homeward.handover.log.Roster;
import org.homeward.handover.log.RosterText;
import org.homeward.ledger.Refusal;
import org.homeward.ledger.Result;

/**
 * A day read from a roster and the files of its devices.
 *
 * @param closings what officers signed since
 * @param signatures what officers signed under the joint statement, this one or an earlier one
 * @param paper what was entered from paper, device by device
 * @param refused what did not verify, and why
 */
public record DayLogs(
        DayState day,
        List<Closing.Signed> closings,
        List<JointSignature.Signed> signatures,
        List<FromPaper> paper,
        List<Refusal> refused) {
    /** How the files of logs, of closings and of signatures under the joint statement end. */
    public static final String LOG = ".hwlog";

    public static final String CLOSING = ".hwclose";
    public static final String SIGNATURE = ".hwsign";

    public DayLogs {
        closings = List.copyOf(closings);
        signatures = List.copyOf(signatures);
        paper = List.copyOf(paper);
        refused = List.copyOf(refused);
    }

    /** What follows from them. */
    public Reconciliation reconciled() {
        return Reconciliation.of(day, closings);
    }

    /**
     * Reads them.
     *
     * @param files by their names, in whose order they are read, so that a refusal names the same file every time; others are passed over
     */
    public static Result<DayLogs> read(byte[] roster, SortedMap<String, byte[]> files) {
        Result<Roster> day = RosterText.read(roster);
        if (day instanceof Result.Refused<Roster>(Refusal refusal)) {
            return new Result.Refused<>(refusal);
        }
        EventSet set = new EventSet();
        Merger merger = new Merger(day.get());
        List<Refusal> refused = new ArrayList<>();
        List<Closing.Signed> closings = new ArrayList<>();
        List<JointSignature.Signed> signatures = new ArrayList<>();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            if (file.getKey().endsWith(LOG)) {
                Result<LogText.Content> content = LogText.read(file.getValue());
                if (content instanceof Result.Refused<LogText.Content>(Refusal refusal)) {
                    return Result.refused(refusal.code(), file.getKey() + ": " + refusal.sentence());
                }
                refused.addAll(merger.merge(content.get(), set).refused());
            } else if (file.getKey().endsWith(CLOSING)) {
                Result<Closing.Signed> closing = Closing.Signed.parse(file.getValue());
                if (closing instanceof Result.Refused<Closing.Signed>(Refusal refusal)) {
                    return Result.refused(refusal.code(), file.getKey() + ": " + refusal.sentence());
                }
                closings.add(closing.get());
            } else if (file.getKey().endsWith(SIGNATURE)) {
                Result<JointSignature.Signed> signature = JointSignature.Signed.parse(file.getValue());
                if (signature instanceof Result.Refused<JointSignature.Signed>(Refusal refusal)) {
                    return Result.refused(refusal.code(), file.getKey() + ": " + refusal.sentence());
                }
                signatures.add(signature.get());
            }
        }
        return Result.ok(new DayLogs(DayState.of(day.get(), set), closings, signatures, fromPaper(set), refused));
    }

    private static List<FromPaper> fromPaper(EventSet set) {
        List<FromPaper> paper = new ArrayList<>();
        set.forEach(signed -> {
            if (signed.observation() instanceof Observation.OnPaper p) {
                paper.add(new FromPaper(
                        p.form(), p.pen(), p.written(), signed.event().device()));
            }
        });
        return paper;
    }
}
