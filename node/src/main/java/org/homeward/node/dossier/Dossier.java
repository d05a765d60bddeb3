package org.homeward.node.dossier;

import java.time.Instant;
import java.util.List;
import org.homeward.node.intake.RowHistory;
import org.homeward.node.store.Dossiers.Printed;
import org.homeward.node.store.Dossiers.Statement;
import org.homeward.node.store.Papers.Paper;
import org.homeward.node.store.Registers.Kind;
import org.homeward.register.Answered;
import org.homeward.register.Field;
import org.homeward.register.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * All that this node knows of one person of a register.
 *
 * @param name blank where he was wiped
 * @param statuses all of them at once, each with its source
 * @param claims of his death, as they stand
 * @param answers to what Art. 17 lets be asked; empty for those sought, whom nobody has asked
 * @param said what each source says, field by field
 * @param notes of PFIF records
 * @param joined rows that two people said are the same person
 * @param notAvailable whether he is kept back; for what reason is not here
 * @param timeline the newest first
 */
public record Dossier(
        Kind kind,
        String key,
        String name,
        RowHistory history,
        List<StatusWord> statuses,
        List<ClaimDesk.Item> claims,
        List<Answer> answers,
        List<Said> said,
        List<Note> notes,
        List<Joined> joined,
        List<Paper> papers,
        List<Printed> printed,
        boolean notAvailable,
        List<Event> timeline) {
    public Dossier {
        statuses = List.copyOf(statuses);
        claims = List.copyOf(claims);
        answers = List.copyOf(answers);
        said = List.copyOf(said);
        notes = List.copyOf(notes);
        joined = List.copyOf(joined);
        papers = List.copyOf(papers);
        printed = List.copyOf(printed);
        timeline = List.copyOf(timeline);
    }

    /** An answer to what may be asked. */
    public record Answer(Field field, Answered state, String value, String source, Instant at) {}

    /** In which script something is written. */
    public enum Script {
        CYRILLIC,
        LATIN,
        ARABIC,
        OTHER;

        /** That of the first letter; a text without letters has none. */
        public static @Nullable Script of(String text) {
            return text.codePoints()
                    .filter(Character::isLetter)
                    .mapToObj(Character.UnicodeScript::of)
                    .findFirst()
                    .map(script -> switch (script) {
                        case CYRILLIC -> CYRILLIC;
                        case LATIN -> LATIN;
                        case ARABIC -> ARABIC;
                        default -> OTHER;
                    })
                    .orElse(null);
        }
    }

    /**
     * What one source says of one field.
     *
     * @param header the column's own name in its file; blank where somebody wrote it down here
     * @param script null for what has no letters
     * @param precision how much of a date is known; null for what is none
     * @param source the file, or who asserted it
     * @param evidence on what it rests; for a file who took it in
     * @param day when it was said, as entered, or blank
     * @param at when this node learned it first
     * @param now whether the newest file still says it; always for what was written down here
     */
    public record Said(
            Field field,
            String header,
            Answered answer,
            String value,
            @Nullable Script script,
            PartialDate.@Nullable Precision precision,
            String source,
            String evidence,
            String day,
            Instant at,
            boolean now) {}

    /** A note with the file that brought it. */
    public record Note(org.homeward.register.PfifNote note, String file, Instant at) {}

    /** A row that is the same person. */
    public record Joined(String key, String name, long batch, int ordinal) {}

    /**
     * Something that happened to the dossier or the person.
     *
     * @param what its kind, as a message key's last part
     * @param words more of it; blank where there is no more
     * @param day when it happened, where that is not when it was entered; as entered, or blank
     */
    public record Event(Instant at, What what, String words, String by, String day) {}

    /** Kinds of events. */
    public enum What {
        TAKEN_IN,
        CLAIM_CONFIRM,
        CLAIM_REFUSE,
        CLAIM_SEND_BACK,
        CLAIM_TAKE_BACK,
        TWIN_SAME,
        TWIN_DIFFERENT,
        TWIN_NEED_MORE,
        TWIN_TAKE_BACK,
        STATED,
        PICTURE,
        PRINTED,
        SEEN_ALIVE,
        SEEN_DEAD,
        REPLY,
        DUTY,
        PAIR_TAKE,
        PAIR_CONFIRM,
        PAIR_REJECT,
        PAIR_NEED_MORE,
        PAIR_TAKE_BACK
    }

    /** A statement that somebody writes down here. */
    public record Entered(Field field, Answered answer, String value, String source, String evidence, String day) {
        Statement by(String person, Instant at) {
            return new Statement(
                    field,
                    answer,
                    answer == Answered.GIVEN ? value.strip() : "",
                    source.strip(),
                    evidence.strip(),
                    day.strip(),
                    person,
                    at);
        }
    }
}
