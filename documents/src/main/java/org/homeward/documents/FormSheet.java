package org.homeward.documents;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A step of the day as a numbered paper form, in two languages side by side, for when devices fail. What is written on it is entered later as from
 * paper, under its number and with who held the pen. The same value always gives the same bytes.
 *
 * @param caseNumber the exchange's number, on every page
 * @param handover the day within it, on every page
 * @param form which step
 * @param first number of the first copy, from 1
 * @param copies how many, each with a number of its own
 * @param generatedAt the date inside the PDF
 */
public record FormSheet(String caseNumber, String handover, Form form, int first, int copies, Instant generatedAt) {

    /** The steps; the code stands before each copy's number. */
    public enum Form {
        /** Somebody is checked in, or is not there. */
        CHECK_IN("F1", "number", "returnsTo", "foundBy", "outcome", "answers", "photo"),
        /** The three acts of a handover, signed by both sides' officers. */
        HANDOVER("F2", "number", "returnsTo", "offered", "accepted", "declined", "concluded"),
        /** One of the reserve goes in another's place. */
        SUBSTITUTION("F3", "returnsTo", "number", "reserve"),
        /** Somebody who is on no list. */
        UNLISTED("F4", "mark", "why", "point"),
        /** A bag of remains, and what is in it. */
        REMAINS("F5", "bag", "seal", "returnsTo", "fragments", "offered", "accepted"),
        /** What was counted. */
        COUNT("F6", "what", "returnsTo", "count"),
        /** A vehicle, who acknowledged it, and that it left. */
        DEPARTURE("F7", "vehicle", "clearance", "from", "reference", "left"),
        /** The neutral's private interview: what others may see is the code, and nothing else is written here. */
        INTERVIEW("F8", "number", "returnsTo", "code"),
        /** How a case of the reconciliation is closed. */
        CLOSING("F9", "case", "outcome", "count");

        private final String code;
        private final List<String> fields;

        Form(String code, String... fields) {
            this.code = code;
            this.fields = List.of(fields);
        }

        /** Such as {@code F1}. */
        public String code() {
            return code;
        }
    }

    /** A sheet without copies, or with numbers that do not fit four digits, is a caller's bug. */
    public FormSheet {
        if (first < 1 || copies < 1 || first + copies > 10_000) {
            throw new IllegalArgumentException("forms are numbered from 1 to 9999");
        }
    }

    /** The forms as A4 PDF with embedded fonts, one on each page, in two languages (en, uk, ru, ar; else English). */
    public byte[] pdf(Locale left, Locale right) {
        Labels one = Labels.of(left);
        Labels two = Labels.of(right);
        PageHtml page = new PageHtml(one, one.get(title()), "body");
        page.frame(caseNumber, handover, form.code());
        for (int copy = first; copy < first + copies; copy++) {
            String number = String.format(Locale.ROOT, "%s-%04d", form.code(), copy);
            page.sheet(copy == first, number + " · " + one.get(title()), two.get(title()));
            List<List<String>> rows = new ArrayList<>();
            for (String field : form.fields) {
                rows.add(row("form.field." + field, one, two));
            }
            for (String field : List.of("time", "pen", "signedFirst", "signedSecond", "entered")) {
                rows.add(row("form.field." + field, one, two));
            }
            page.writeIn(List.of(28, 28, 44), rows);
        }
        return Pdf.render(page.html(), one.get(title()), generatedAt);
    }

    private String title() {
        return "form.title." + form.name();
    }

    private static List<String> row(String key, Labels one, Labels two) {
        return List.of(one.get(key), two.get(key), "");
    }
}
