package org.homeward.documents;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * What both sides sign on the evening of a handover: the counts side by side, every case with how far it is closed, and the account. The same
 * value always gives the same bytes. Codes are given as the English constants of the rules and printed in the reader's language.
 *
 * @param caseNumber the exchange's number, on every page
 * @param handover the day within it, on every page
 * @param parties names of the parties and the mediator, who sign in this order
 * @param generatedAt printed in UTC to the minute, and the date inside the PDF
 * @param counts one row for each thing counted and each party that gets it
 * @param cases one row for each difference
 * @param account one row for each party and category
 * @param owed one row for each person still owed
 * @param notes what the reader must know besides, such as a log that was not handed in: a code and what it is about
 * @param digest digest of the file that this paper shows, on every page
 */
public record ReconciliationDocument(
        String caseNumber,
        String handover,
        List<String> parties,
        Instant generatedAt,
        List<CountRow> counts,
        List<CaseRow> cases,
        List<AccountRow> account,
        List<OwedRow> owed,
        List<Note> notes,
        String digest) {

    /** Copies the lists. */
    public ReconciliationDocument {
        parties = List.copyOf(parties);
        counts = List.copyOf(counts);
        cases = List.copyOf(cases);
        account = List.copyOf(account);
        owed = List.copyOf(owed);
        notes = List.copyOf(notes);
    }

    /** A count by each side; a figure is empty where the side counted none. */
    public record CountRow(String what, String returnsTo, String planned, String handedOver, String received) {}

    /**
     * A case.
     *
     * @param kind constant, such as {@code DIED_ON_THE_WAY}
     * @param returnsTo party that was to get him or it; may be empty
     * @param number on the printed list, or empty
     * @param subject token, tag or what was counted
     * @param detail codes, figures and what only one side saw; not translated
     * @param standing constant: {@code OPEN}, {@code ONE_SIDE}, {@code CONTESTED}, {@code CLOSED}
     * @param outcome constant of what both signed, or empty
     */
    public record CaseRow(
            String kind,
            String returnsTo,
            String number,
            String subject,
            String detail,
            String standing,
            String outcome) {}

    /** A line of the account. */
    public record AccountRow(
            String returnsTo,
            String category,
            long planned,
            long received,
            long filled,
            long settled,
            long owed,
            long beyond) {}

    /** Somebody still owed; {@code agreed} when both sides signed it. */
    public record OwedRow(String returnsTo, String number, String token, String category, boolean agreed) {}

    /** A note: constant and what it is about. */
    public record Note(String code, String about) {}

    /** The joint statement as A4 PDF with embedded fonts and room to sign (en, uk, ru, ar; else English). */
    public byte[] pdf(Locale locale) {
        Labels labels = Labels.of(locale);
        return Pdf.render(ReconciliationHtml.of(this, labels), labels.get("recon.title"), generatedAt);
    }

    /** The cases as CSV: UTF-8 with byte order mark, every cell quoted, CRLF, and no cell that a spreadsheet would run. */
    public byte[] casesCsv(Locale locale) {
        return ReconciliationSheets.cases(this, Labels.of(locale)).getBytes(StandardCharsets.UTF_8);
    }

    /** The account and who is still owed, in the same form. */
    public byte[] accountCsv(Locale locale) {
        return ReconciliationSheets.account(this, Labels.of(locale)).getBytes(StandardCharsets.UTF_8);
    }

    /** The joint statement as plain sentences, to be read aloud or put into another text. */
    public byte[] text(Locale locale) {
        return ReconciliationSheets.text(this, Labels.of(locale)).getBytes(StandardCharsets.UTF_8);
    }
}
