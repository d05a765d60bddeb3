package org.homeward.talks;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an act must hold to be one; the message is the sentence for the person who wrote it. */
final class Need {
    private Need() {}

    static <T> T value(String member, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException("'" + member + "' is missing");
        }
        return value;
    }

    static String text(String member, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("'" + member + "' is missing or blank");
        }
        return value;
    }

    /** A list without gaps; nothing is an empty list. */
    static <T> List<T> list(String member, @Nullable List<T> values) {
        if (values == null) {
            return List.of();
        }
        if (values.stream().anyMatch(v -> v == null)) {
            throw new IllegalArgumentException("'" + member + "' has an empty place");
        }
        return List.copyOf(values);
    }

    /** Words in at least one language; none of them blank. */
    static Map<String, String> words(String member, @Nullable Map<String, String> words) {
        if (words == null || words.isEmpty()) {
            throw new IllegalArgumentException("'" + member + "' has no words in any language");
        }
        words.forEach((language, text) -> {
            if (!language.matches("[a-z]{2,3}") || text == null || text.isBlank()) {
                throw new IllegalArgumentException(
                        "'" + member + "' has a language that is no code like 'uk', or no words in it");
            }
        });
        return Map.copyOf(words);
    }
}
