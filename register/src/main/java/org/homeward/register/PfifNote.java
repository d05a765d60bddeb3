package org.homeward.register;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A note that somebody wrote on a person, as PFIF carries it. A person's notes are one cell of his row ({@link Field#NOTES}), so that they
 * are kept, sealed and wiped with him: a line {@code name: value} for each field, and an empty line between two notes.
 *
 * @param id of the note's record
 * @param author who wrote it, as he names himself; blank where the note does not say
 * @param at its source date as the note has it, or blank
 * @param status one of PFIF's words, such as {@code believed_dead}, or blank
 * @param place where the person was last seen, or blank
 * @param text what it says, on one line
 * @param link id of the record that is said to be of the same person, or blank
 */
public record PfifNote(String id, String author, String at, String status, String place, String text, String link) {
    /** Notes of one person that are kept; claims of a death come first, then the newest. */
    static final int MOST = 200;

    private static final int LONGEST = 2_000;

    static PfifNote of(Map<String, String> fields) {
        return new PfifNote(
                line(fields, PfifXml.NOTE_ID),
                line(fields, "author_name"),
                line(fields, "source_date"),
                line(fields, "status"),
                line(fields, "last_known_location"),
                line(fields, "text"),
                line(fields, "linked_person_record_id"));
    }

    /** Whether the note's own field says that the person is dead. */
    public boolean saysDead() {
        return status.equals("believed_dead");
    }

    private static String line(Map<String, String> fields, String name) {
        String value = fields.getOrDefault(name, "")
                .replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]+", " ")
                .strip();
        return value.length() > LONGEST ? value.substring(0, LONGEST) + " …" : value;
    }

    /** The cell of these notes: whole notes only, as many as a cell has room for. */
    static String cell(List<PfifNote> notes) {
        StringBuilder cell = new StringBuilder();
        for (PfifNote note : notes.subList(0, Math.min(MOST, notes.size()))) {
            StringBuilder one = new StringBuilder(cell.isEmpty() ? "" : "\n");
            note.fields().forEach((name, value) -> {
                if (!value.isEmpty()) {
                    one.append(name).append(": ").append(value).append('\n');
                }
            });
            if (cell.length() + one.length() > TableBuilder.MAX_CELL) {
                break;
            }
            cell.append(one);
        }
        return cell.toString().strip();
    }

    private Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("note", id);
        fields.put("author", author);
        fields.put("at", at);
        fields.put("status", status);
        fields.put("place", place);
        fields.put("text", text);
        fields.put("link", link);
        return fields;
    }

    /** The notes of a cell; what is not written so gives one note with all of it as its text. */
    public static List<PfifNote> parse(String cell) {
        List<PfifNote> notes = new ArrayList<>();
        for (String block : cell.split("\n\\s*\n")) {
            Map<String, String> fields = new LinkedHashMap<>();
            for (String line : block.split("\n")) {
                int colon = line.indexOf(": ");
                if (colon > 0) {
                    fields.putIfAbsent(
                            line.substring(0, colon), line.substring(colon + 2).strip());
                }
            }
            if (!fields.containsKey("note")) {
                return cell.isBlank() ? List.of() : List.of(new PfifNote("", "", "", "", "", cell.strip(), ""));
            }
            notes.add(new PfifNote(
                    fields.getOrDefault("note", ""),
                    fields.getOrDefault("author", ""),
                    fields.getOrDefault("at", ""),
                    fields.getOrDefault("status", ""),
                    fields.getOrDefault("place", ""),
                    fields.getOrDefault("text", ""),
                    fields.getOrDefault("link", "")));
        }
        return List.copyOf(notes);
    }
}
