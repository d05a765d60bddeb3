package org.homeward.node.release;

import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The form of one value that crosses. A value of another form does not leave, whatever it says. */
enum Shape {
    /** A name, or what a register says in a few words. */
    WORDS(500, "(?s).*"),
    /** A sentence of the terms, or why a person is on a list. */
    SENTENCE(2_000, "(?s).*"),
    /** A line of a list: its party and its place, which say nothing of a register's own keys. */
    LINE(32, "[a-z][a-z0-9-]{0,19}-[0-9]{1,6}"),
    /** A name for a person that was drawn by chance. */
    TOKEN(24, "[0-9a-f]{24}"),
    /** A code of a list that both sides know. */
    CODE(40, "[A-Z][A-Z_]*"),
    /** A code of Annex I, or the word alone: never a finding. */
    MEDICAL(12, "SERIOUS|I{1,3}-?[AB]?-?[0-9]{1,2}"),
    /** A day. */
    DAY(10, "[0-9]{4}-[0-9]{2}-[0-9]{2}"),
    /** A birth date as it is written, whole or in part. */
    DATE(40, "(?s).*"),
    /** SHA-256, a salt or a number of the lottery, in hex. */
    HEX(64, "[0-9a-f]{64}"),
    /** A public key or a signature. */
    KEY(200, "[A-Za-z0-9+/=_.-]+"),
    /** A person's key, or the passkeys of one person at one site ({@code PersonKey}). */
    PERSON_KEY(4_200, "passkeys/1 [a-z0-9.-]+(?: [A-Za-z0-9+/=]+){1,5}|[A-Za-z0-9+/=]+"),
    /** A verifier key of a log or a witness (C2SP): name, key id, key. */
    VERIFIER(300, "[a-z0-9/-]+\\+[0-9a-f]{8}\\+[A-Za-z0-9+/=]+"),
    /** A short code of a participant or an officer. */
    ID(40, "[A-Za-z0-9][A-Za-z0-9_.-]*"),
    /** A whole number. */
    NUMBER(0, ""),
    /** Yes or no. */
    FLAG(0, ""),
    /** A value inside the clauses, which the parties negotiate word by word. */
    CLAUSE(2_000, "(?s).*"),
    /** Nobody: the place of an object that is not there. */
    NOTHING(0, "");

    private final int longest;
    private final Pattern pattern;

    Shape(int longest, String pattern) {
        this.longest = longest;
        this.pattern = Pattern.compile(pattern);
    }

    /** Whether a value has this form; one that is not there always has. */
    boolean fits(JsonNode value) {
        if (value.isNull()) {
            return true;
        }
        return switch (this) {
            case NUMBER -> value.isIntegralNumber();
            case FLAG -> value.isBoolean();
            case NOTHING -> false;
            case CLAUSE -> value.isIntegralNumber() || value.isBoolean() || text(value);
            default -> text(value);
        };
    }

    private boolean text(JsonNode value) {
        return value.isString()
                && value.stringValue().length() <= longest
                && pattern.matcher(value.stringValue()).matches();
    }
}
