package org.homeward.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A person's name as it came, and what its parts are. The original is always kept; nothing is corrected.
 *
 * @param original as written
 * @param parts in the order written, particles and initials among them
 * @param titles ranks and forms of address that stood with the name, as written
 */
public record PersonName(String original, List<Part> parts, List<String> titles) {
    /** What a part is. Where the writing does not say, a part is read as the place it stands in says. */
    public enum Role {
        SURNAME,
        GIVEN,
        PATRONYMIC,
        /** A small word that belongs to the name but does not tell people apart: al, ibn, van, oglu. */
        PARTICLE
    }

    /** One part: its letters as written, without what joins it to others. */
    public record Part(String text, Role role) {
        /** Whether only the first letter is given. */
        public boolean isInitial() {
            return text.codePointCount(0, text.length()) == 1;
        }
    }

    public PersonName {
        parts = List.copyOf(parts);
        titles = List.copyOf(titles);
    }

    /** Reads a name in one field: any order, patronymic or initials or neither, ranks before or after, a comma after the surname. */
    public static PersonName parse(String text) {
        return NameReader.read(text);
    }

    /** A name that came in fields of its own; any may be empty, and each may hold several words. */
    public static PersonName of(String surname, String given, String patronymic) {
        List<Part> parts = new ArrayList<>();
        List<String> titles = new ArrayList<>();
        String whole = List.of(surname, given, patronymic).stream()
                .map(String::strip)
                .filter(field -> !field.isEmpty())
                .collect(Collectors.joining(" "));
        NameReader.field(surname, Role.SURNAME, parts, titles);
        NameReader.field(given, Role.GIVEN, parts, titles);
        NameReader.field(patronymic, Role.PATRONYMIC, parts, titles);
        return new PersonName(whole, parts, titles);
    }

    /** The parts of one role joined by a hyphen, as a double surname is; empty where there is none. */
    public String joined(Role role) {
        String joined = "";
        for (Part part : parts) {
            if (part.role() == role) {
                joined = joined.isEmpty() ? part.text() : joined + "-" + part.text();
            }
        }
        return joined;
    }

    /** What the parts were read as, for people: {@code surname Шевченко, given Тарас}. */
    public String words() {
        return parts.stream()
                .map(part -> part.role().name().toLowerCase(Locale.ROOT) + " " + part.text())
                .collect(Collectors.joining(", "));
    }
}
