package org.homeward.node.talks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.homeward.protocol.json.MalformedJsonException;
import org.homeward.talks.ActJson;
import org.homeward.talks.Entry;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads a filled form into an entry: what is left empty is left out, and what is wrong is said by the entry itself. */
final class EntryReader {
    /** Rows for the members of a delegation. */
    static final int MEMBERS = 8;

    private final Map<String, String[]> given;
    private final List<String> languages;
    private final List<String> parties;

    EntryReader(Map<String, String[]> given, List<String> languages, List<String> parties) {
        this.given = given;
        this.languages = languages;
        this.parties = parties;
    }

    /** @throws MalformedJsonException with a sentence for the one who filled the form */
    Entry read(EntryForm form, String by, Instant at) throws MalformedJsonException {
        Map<String, Object> act = new LinkedHashMap<>();
        Map<String, Object> entry = new LinkedHashMap<>();
        act.put("type", form.kind());
        for (EntryForm.Field field : form.fields()) {
            Object value = value(field, by);
            if (field.name().equals("seenBy")) {
                entry.put("seenBy", value);
            } else if (field.type() == EntryForm.Type.PARTICIPANTS) {
                act.putAll(participants(by));
            } else if (value != null) {
                act.put(field.name(), value);
            }
        }
        entry.put("by", by);
        entry.put("at", at.toString());
        entry.put("act", act);
        List<Entry> entries = ActJson.entries(JsonMapper.shared().writeValueAsString(entry));
        return entries.getFirst();
    }

    private @Nullable Object value(EntryForm.Field field, String by) throws MalformedJsonException {
        String name = field.name();
        return switch (field.type()) {
            case ID, TEXT, DAY, TIME -> text(name);
            case ONE -> name.equals("round") || name.equals("version") ? number(name) : text(name);
            case NUMBER -> number(name);
            case WORDS -> words(name);
            case MANY -> List.of(given.getOrDefault(name, new String[0]));
            case TICK -> text(name) != null;
            case MEMBERS -> members();
            case BRACKETS -> brackets();
            case RESERVATIONS -> reservations();
            case TERMS -> json(name);
            case PARTICIPANTS -> null;
        };
    }

    private @Nullable String text(String name) {
        String[] values = given.get(name);
        return values == null || values[0].isBlank() ? null : values[0].strip();
    }

    private @Nullable Integer number(String name) throws MalformedJsonException {
        String text = text(name);
        if (text != null && !text.matches("[0-9]{1,6}")) {
            throw new MalformedJsonException("'" + name + "' is a number in digits");
        }
        return text == null ? null : Integer.valueOf(text);
    }

    private @Nullable Map<String, String> words(String name) {
        Map<String, String> words = new LinkedHashMap<>();
        for (String language : languages) {
            String text = text(name + "." + language);
            if (text != null) {
                words.put(language, text.replace("\r\n", "\n"));
            }
        }
        return words.isEmpty() ? null : words;
    }

    private @Nullable Object json(String name) throws MalformedJsonException {
        String text = text(name);
        try {
            return text == null ? null : JsonMapper.shared().readTree(text);
        } catch (JacksonException e) {
            throw new MalformedJsonException("'" + name + "' is not JSON; paste the terms file as it is");
        }
    }

    private List<Map<String, Object>> members() {
        List<Map<String, Object>> members = new ArrayList<>();
        for (int i = 0; i < MEMBERS; i++) {
            String name = text("member." + i);
            String capacity = text("capacity." + i);
            if (name != null) {
                members.add(Map.of("name", name, "capacity", capacity == null ? "DELEGATE" : capacity));
            }
        }
        return members;
    }

    /** One wording of each party, and the mediator's alternative. */
    private List<Map<String, Object>> brackets() throws MalformedJsonException {
        List<Map<String, Object>> brackets = new ArrayList<>();
        for (int i = 0; i <= parties.size(); i++) {
            Map<String, String> words = words("bracket." + i);
            if (words != null) {
                Map<String, Object> bracket = new LinkedHashMap<>();
                if (i < parties.size()) {
                    bracket.put("of", parties.get(i));
                }
                bracket.put("words", words);
                Object terms = json("bracketTerms." + i);
                if (terms != null) {
                    bracket.put("terms", terms);
                }
                brackets.add(bracket);
            }
        }
        return brackets;
    }

    private List<Map<String, Object>> reservations() {
        List<Map<String, Object>> reservations = new ArrayList<>();
        for (int i = 0; i < parties.size(); i++) {
            Map<String, String> words = words("reservation." + i);
            if (words != null) {
                reservations.add(Map.of("of", parties.get(i), "words", words));
            }
        }
        return reservations;
    }

    /** Two parties, this node as the mediator, and up to two observers, each with names by language. */
    private Map<String, Object> participants(String mediator) throws MalformedJsonException {
        List<String> codes = new ArrayList<>();
        Map<String, Object> names = new LinkedHashMap<>();
        for (int i = 0; i < 5; i++) {
            String code = i == 2 ? mediator : text("participant." + i);
            codes.add(code == null ? "" : code);
            Map<String, String> words = words("participantName." + i);
            if (code != null && words != null) {
                names.put(code, words);
            }
        }
        if (codes.get(0).isEmpty() || codes.get(1).isEmpty()) {
            throw new MalformedJsonException("both parties need their short names");
        }
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("parties", codes.subList(0, 2));
        members.put("mediator", mediator);
        members.put(
                "observers",
                codes.subList(3, 5).stream().filter(c -> !c.isEmpty()).toList());
        members.put("names", names);
        return members;
    }
}
