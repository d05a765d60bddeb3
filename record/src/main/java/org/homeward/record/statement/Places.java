package org.homeward.record.statement;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.homeward.record.Article;
import org.homeward.record.text.Token;
import org.jspecify.annotations.Nullable;

/** States and bodies by their names, capitals, adjectives and metonyms: a side, never a person. */
public final class Places {
    private static final Map<String, String> SIDES = load();
    private static final String RULE = "name of a state, its capital, its adjective or its seat of government";

    private Places() {}

    private static Map<String, String> load() {
        Map<String, String> sides = new HashMap<>();
        for (String line : Lexicon.lines("places.txt")) {
            if (!line.startsWith("#") && !line.isBlank()) {
                String[] cells = line.split("\\|");
                for (int i = 1; i < cells.length; i++) {
                    for (String word : cells[i].strip().split("\\s+")) {
                        sides.putIfAbsent(word, cells[0].strip());
                    }
                }
            }
        }
        sides.remove("");
        return Map.copyOf(sides);
    }

    /** The side a word stands for, or null. */
    public static @Nullable String of(String lower) {
        return SIDES.get(lower);
    }

    /** The side that these tokens name; null where they name none or several. */
    static @Nullable Derived among(Article article, List<Token> tokens, String where) {
        String side = null;
        Derived found = null;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            String code = token.capital() || !isLatin(token) ? SIDES.get(token.lower()) : null;
            int end = token.end();
            if (i + 1 < tokens.size() && token.capital() && tokens.get(i + 1).capital()) {
                String two = SIDES.get(token.lower() + "-" + tokens.get(i + 1).lower());
                if (two != null) {
                    code = two;
                    end = tokens.get(i + 1).end();
                }
            }
            if (code == null || code.equals(side)) {
                continue;
            }
            if (side != null) {
                return null;
            }
            side = code;
            found = new Derived(code, RULE + where, List.of(article.span(token.begin(), end)));
        }
        return found;
    }

    private static boolean isLatin(Token token) {
        char c = token.lower().charAt(0);
        return c < 0x0250;
    }
}
