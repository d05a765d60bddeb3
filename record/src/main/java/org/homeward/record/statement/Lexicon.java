package org.homeward.record.statement;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Words of one language in named sections, from a file beside this class. */
final class Lexicon {
    private final Map<String, Set<String>> sections = new HashMap<>();

    private Lexicon() {}

    static Lexicon load(String file) {
        Lexicon lexicon = new Lexicon();
        Set<String> section = new HashSet<>();
        for (String line : lines(file)) {
            if (line.startsWith("[")) {
                section = lexicon.sections.computeIfAbsent(line.substring(1, line.indexOf(']')), s -> new HashSet<>());
            } else if (!line.startsWith("#") && !line.isBlank()) {
                section.addAll(List.of(line.strip().split("\\s+")));
            }
        }
        return lexicon;
    }

    static List<String> lines(String file) {
        try (InputStream in = Lexicon.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its file " + file);
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean has(String section, String word) {
        return section(section).contains(word);
    }

    Set<String> section(String name) {
        Set<String> words = sections.get(name);
        if (words == null) {
            throw new IllegalArgumentException("no section " + name);
        }
        return words;
    }
}
