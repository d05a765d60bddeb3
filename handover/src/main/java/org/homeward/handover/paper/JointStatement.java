package org.homeward.handover.paper;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.homeward.documents.ReconciliationDocument;
import org.homeward.documents.ReconciliationDocument.Note;
import org.homeward.handover.log.Roster;
import org.homeward.handover.reconciliation.Closing;
import org.homeward.handover.reconciliation.Count;
import org.homeward.handover.reconciliation.Difference;
import org.homeward.handover.reconciliation.Reconciliation;
import org.jspecify.annotations.Nullable;

/** A reconciliation as the paper that both sides sign. It names people by list number and token, as the logs do. */
public final class JointStatement {
    private JointStatement() {}

    /** The document for a reconciliation; the digest on it is {@link Reconciliation#digest()}. */
    public static ReconciliationDocument of(Reconciliation r, Roster roster, Instant generatedAt) {
        List<String> signers = new ArrayList<>(roster.parties());
        signers.add(roster.neutral());
        List<Note> notes = new ArrayList<>();
        if (!r.unclosed().isEmpty()) {
            notes.add(new Note("UNCLOSED", String.join(", ", r.unclosed())));
        }
        r.refused().forEach(x -> notes.add(new Note("REFUSED", x.sentence())));
        return new ReconciliationDocument(
                r.caseId(),
                r.handover(),
                signers,
                generatedAt,
                r.counts().stream().map(JointStatement::count).toList(),
                r.cases().stream().map(JointStatement::row).toList(),
                r.account().lines().stream()
                        .map(l -> new ReconciliationDocument.AccountRow(
                                l.returnsTo(),
                                l.category(),
                                l.planned(),
                                l.received(),
                                l.filled(),
                                l.settled(),
                                l.owed(),
                                l.beyond()))
                        .toList(),
                r.account().owed().stream()
                        .map(o -> new ReconciliationDocument.OwedRow(
                                o.returnsTo(), Integer.toString(o.number()), o.token(), o.category(), o.agreed()))
                        .toList(),
                notes,
                r.digest());
    }

    private static ReconciliationDocument.CountRow count(Count c) {
        return new ReconciliationDocument.CountRow(
                c.what(), c.returnsTo(), Long.toString(c.planned()), text(c.handedOver()), text(c.received()));
    }

    private static String text(@Nullable Long number) {
        return number == null ? "" : Long.toString(number);
    }

    private static ReconciliationDocument.CaseRow row(Reconciliation.Case c) {
        Difference d = c.difference();
        List<String> detail = new ArrayList<>();
        if (d.code() != null) {
            detail.add(d.code());
        }
        if (d.other() != null) {
            detail.add("– " + d.other());
        }
        Count counts = d.counts();
        if (counts != null) {
            detail.add(counts.planned() + " / " + text(counts.handedOver()) + " / " + text(counts.received()));
        }
        detail.addAll(d.parts());
        c.closed()
                .filter(x -> x.outcome() == Closing.Outcome.COUNT_AGREED)
                .ifPresent(x -> detail.add("= " + x.number()));
        return new ReconciliationDocument.CaseRow(
                d.kind().name(),
                d.returnsTo() == null ? "" : d.returnsTo(),
                d.number() == 0 ? "" : Integer.toString(d.number()),
                d.subject(),
                String.join(" · ", detail),
                c.standing().name(),
                c.closed().map(x -> x.outcome().name()).orElse(""));
    }
}
