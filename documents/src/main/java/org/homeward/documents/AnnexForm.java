package org.homeward.documents;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The forms of Annex IV of the Third Geneva Convention that a bureau prints, with the numbered fields of each. Labels are in the bundle
 * {@code Annex}, under {@code FORM} and {@code FORM.field}.
 */
public enum AnnexForm {
    /** IV B, for Art. 70: filled in by each prisoner within a week, and again at each change of address or state of health. */
    CAPTURE_CARD(
            "IV B",
            List.of(
                    "power",
                    "surname",
                    "givenNames",
                    "father",
                    "birthDate",
                    "birthPlace",
                    "rank",
                    "serviceNumber",
                    "kin",
                    "takenOn",
                    "comingFrom",
                    "health",
                    "address",
                    "date",
                    "signature")),
    /** IV C 1, for Art. 71: a card home, free of postage. */
    CORRESPONDENCE_CARD(
            "IV C",
            List.of(
                    "sender",
                    "senderBirth",
                    "prisonerNumber",
                    "camp",
                    "country",
                    "addressee",
                    "street",
                    "place",
                    "province",
                    "destination",
                    "message")),
    /** IV D, for Art. 120: to the power on which the prisoner depended. */
    DEATH_NOTIFICATION(
            "IV D",
            List.of(
                    "authority",
                    "power",
                    "names",
                    "father",
                    "birth",
                    "death",
                    "rank",
                    "kin",
                    "taken",
                    "cause",
                    "burial",
                    "marked",
                    "effects",
                    "agency",
                    "account",
                    "seal",
                    "witnesses")),
    /** IV E, for Annex II Art. 11: the decision of a Mixed Medical Commission. */
    REPATRIATION_CERTIFICATE(
            "IV E",
            List.of(
                    "date",
                    "camp",
                    "hospital",
                    "surname",
                    "givenNames",
                    "birthDate",
                    "rank",
                    "serviceNumber",
                    "prisonerNumber",
                    "injury",
                    "decision",
                    "chairman"));

    private static final List<String> TALL =
            List.of("message", "cause", "account", "witnesses", "injury", "kin", "health");

    private final String annex;
    private final List<String> fields;

    AnnexForm(String annex, List<String> fields) {
        this.annex = annex;
        this.fields = fields;
    }

    /** The Annex's own number, such as {@code IV B}. */
    public String annex() {
        return annex;
    }

    /** Keys of the fields in the order of the form. */
    public List<String> fields() {
        return fields;
    }

    /** Whether a field is given more than one line. */
    boolean isTall(String field) {
        return TALL.contains(field);
    }

    /** The form's name in a language. */
    public String title(Locale locale) {
        return bundle(locale).getString(name());
    }

    String label(Locale locale, String field) {
        return bundle(locale).getString(name() + "." + field);
    }

    String note(Locale locale) {
        return bundle(locale).getString(name() + ".note");
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(
                "org.homeward.documents.Annex",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
