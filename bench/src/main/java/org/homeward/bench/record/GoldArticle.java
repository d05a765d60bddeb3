package org.homeward.bench.record;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An invented article with what a careful reader finds in it. The marks in the file, which may stand inside each other:
 * {@code [1|words]} is said in statement 1 (several stretches may share a number; {@code [?1|words]}: a wish, a belief or an act
 * that a draft may show or leave out), {@code {1|words}} is its speaker (of several: {@code {1,2|words}}) and {@code {1=Name|she}} whom a pronoun stands for,
 * {@code <2026-02-05|Thursday>} is a time and {@code {#157/S|157}} a number of people, per side, total or unstated.
 */
record GoldArticle(
        String id,
        String language,
        LocalDate published,
        String text,
        List<Said> statements,
        List<Time> times,
        List<Number> figures) {
    /** From {@code begin} up to {@code end} in UTF-16 units. */
    record Stretch(int begin, int end) {
        boolean overlaps(int from, int to) {
            return begin < to && from < end;
        }
    }

    /** Who said what; {@code optional} statements count neither as missed nor as wrong. */
    record Said(
            List<Stretch> content,
            @Nullable Stretch speaker,
            @Nullable String referent,
            boolean optional) {}

    record Time(Stretch words, String value) {}

    record Number(Stretch words, long value, char basis) {}

    /** The articles of {@code en-development.txt} and the like. */
    static List<GoldArticle> load(String language, String half) {
        String file = language + "-" + half + ".txt";
        try (InputStream in = GoldArticle.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalArgumentException("no file of articles " + file);
            }
            List<GoldArticle> articles = new ArrayList<>();
            String head = "";
            StringBuilder body = new StringBuilder();
            List<String> lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .toList();
            for (String line : lines) {
                if (line.startsWith("=== ")) {
                    if (!head.isEmpty()) {
                        articles.add(new Marked(body.toString().strip()).article(head, language));
                    }
                    head = line.substring(4);
                    body.setLength(0);
                } else {
                    body.append(line).append('\n');
                }
            }
            articles.add(new Marked(body.toString().strip()).article(head, language));
            return articles;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes the marks out of a text. */
    private static final class Marked {
        private record Open(String mark, int begin) {}

        private final String marked;
        private final StringBuilder plain = new StringBuilder();
        private final Map<String, List<Stretch>> content = new TreeMap<>();
        private final Map<String, Boolean> optional = new TreeMap<>();
        private final Map<String, Stretch> speakers = new TreeMap<>();
        private final Map<String, String> referents = new TreeMap<>();
        private final List<Time> times = new ArrayList<>();
        private final List<Number> figures = new ArrayList<>();

        Marked(String marked) {
            this.marked = marked;
        }

        GoldArticle article(String head, String language) {
            Deque<Open> open = new ArrayDeque<>();
            for (int i = 0; i < marked.length(); i++) {
                char c = marked.charAt(i);
                if (c == '[' || c == '{' || c == '<') {
                    int bar = marked.indexOf('|', i);
                    open.push(new Open(marked.substring(i, bar), plain.length()));
                    i = bar;
                } else if (c == ']' || c == '}' || c == '>') {
                    if (open.isEmpty()) {
                        throw new IllegalArgumentException(head + ": a mark is closed that was not opened at " + i);
                    }
                    Open mark = open.pop();
                    close(mark.mark(), new Stretch(mark.begin(), plain.length()), head);
                } else {
                    plain.append(c);
                }
            }
            List<Said> said = new ArrayList<>();
            content.forEach((number, stretches) -> said.add(new Said(
                    List.copyOf(stretches),
                    speakers.get(number),
                    referents.get(number),
                    optional.getOrDefault(number, false))));
            String[] words = head.split(" ");
            return new GoldArticle(
                    words[0], language, LocalDate.parse(words[1]), plain.toString(), said, times, figures);
        }

        private void close(String mark, Stretch at, String head) {
            String value = mark.substring(1);
            switch (mark.charAt(0)) {
                case '<' -> times.add(new Time(at, value));
                case '[' -> {
                    String number = value.replace("?", "");
                    optional.merge(number, value.startsWith("?"), Boolean::logicalAnd);
                    content.computeIfAbsent(number, n -> new ArrayList<>()).add(at);
                }
                default -> {
                    if (value.startsWith("#")) {
                        String[] parts = value.substring(1).split("/");
                        figures.add(new Number(at, Long.parseLong(parts[0]), parts[1].charAt(0)));
                        return;
                    }
                    int same = value.indexOf('=');
                    for (String number : (same < 0 ? value : value.substring(0, same)).split(",")) {
                        if (speakers.put(number, at) != null) {
                            throw new IllegalArgumentException(head + ": two speakers for statement " + number);
                        }
                        if (same >= 0) {
                            referents.put(number, value.substring(same + 1));
                        }
                    }
                }
            }
        }
    }
}
