package org.homeward.node.day;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.homeward.handover.log.Roster;
import org.homeward.handover.reconciliation.DayLogs;
import org.homeward.handover.reconciliation.JointSignatures;
import org.homeward.handover.reconciliation.Reconciliation;
import org.homeward.ledger.Result;
import org.homeward.node.agreed.AgreedActs;
import org.homeward.node.web.view.ActionResult;
import org.homeward.node.web.view.StepKind;
import org.homeward.protocol.crypto.Bytes;

/**
 * Carries a day into the case's account and to the families' desk, so that nobody types again what the logs say. When both sides have signed
 * the joint statement, the receipt for those who came is drafted, so is the doubt of a receipt that the logs no longer bear out, and the facts are written down; two people sign and verify as ever.
 */
public final class DayFollowUp {
    private static final int LONGEST = 40;
    private static final int READABLE = 31;
    /** How the rules say that nobody is left to sign for. */
    private static final String NOBODY = "ALREADY_DONE";

    private final String self;
    private final AgreedActs acts;
    private final DayFamilies families;

    /** @param self the party whose node this is */
    public DayFollowUp(String self, AgreedActs acts, DayFamilies families) {
        this.self = self;
        this.acts = acts;
        this.families = families;
    }

    /**
     * What followed.
     *
     * @param receipt the draft that waits for two people; empty where nobody is left to sign for
     * @param doubt the draft that waits for two people, where somebody is signed for whom the logs do not credit; empty where nobody is
     * @param refused a code of the rules and their sentence, where the receipt could not be drafted
     */
    public record Followed(
            Optional<ActionResult.Waits> receipt,
            Optional<ActionResult.Waits> doubt,
            Optional<ActionResult.Refused> refused,
            DayFamilies.Result families) {}

    /** Reads the day again and does what follows from it; the same again changes nothing. */
    public synchronized Followed follow(DaySource.Case found, String day, String person) throws IOException {
        Optional<Result<DayLogs>> read = found.folder().read(day);
        if (read.isEmpty() || !(read.get() instanceof Result.Ok<DayLogs>(DayLogs logs))) {
            return new Followed(Optional.empty(), Optional.empty(), Optional.empty(), new DayFamilies.Result(0, 0));
        }
        Roster roster = logs.day().roster();
        Reconciliation reconciled = logs.reconciled();
        boolean signed =
                JointSignatures.of(reconciled, roster, logs.signatures()).both(roster);
        DaySettled settled = DaySettled.of(found.state(), reconciled, self);
        // Before both have signed, nobody is signed for; what waits of an earlier statement is taken back.
        var tokens = signed ? settled.credited() : Set.<String>of();
        ActionResult drafted = acts.draft(
                found.state().caseId(), StepKind.RECEIVE_PEOPLE, person, desk -> desk.receiveDay(day, tokens));
        Set<String> doubtful = signed ? Set.copyOf(settled.doubtful()) : Set.of();
        Optional<ActionResult.Waits> doubt = waits(
                acts.draft(found.state().caseId(), StepKind.SAY_RECEIPT, person, desk -> desk.doubtDay(day, doubtful)));
        Map<String, DaySettled.Fact> facts = new HashMap<>();
        Map<String, String> dossiers = found.dossiers().byLine();
        settled.facts().forEach((line, fact) -> {
            String dossier = dossiers.get(line);
            if (dossier != null) {
                facts.put(dossier, fact);
            }
        });
        DayFamilies.Result told = families.take(
                person, occasion(found.state().caseId(), day), "joint statement " + reconciled.digest(), facts, signed);
        return switch (drafted) {
            case ActionResult.Waits waits -> new Followed(Optional.of(waits), doubt, Optional.empty(), told);
            case ActionResult.Refused refused
            when !refused.code().equals(NOBODY) -> new Followed(Optional.empty(), doubt, Optional.of(refused), told);
            default -> new Followed(Optional.empty(), doubt, Optional.empty(), told);
        };
    }

    private static Optional<ActionResult.Waits> waits(ActionResult drafted) {
        return drafted instanceof ActionResult.Waits waits ? Optional.of(waits) : Optional.empty();
    }

    /** The occasion's short code, as notices and figures name it: of the case and the day, and no longer than they may be. */
    public static String occasion(String caseId, String day) {
        String whole = (caseId + "-" + day).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]", "-");
        String sound = whole.matches("[a-z0-9].*") ? whole : "c" + whole;
        return sound.length() <= LONGEST && sound.equals(caseId + "-" + day)
                ? sound
                : sound.substring(0, Math.min(READABLE, sound.length()))
                        + "-"
                        + Bytes.hex(Bytes.sha256(Bytes.utf8(caseId + "\n" + day)))
                                .substring(0, 8);
    }
}
