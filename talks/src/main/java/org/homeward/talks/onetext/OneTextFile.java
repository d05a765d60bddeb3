package org.homeward.talks.onetext;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.homeward.talks.front.Read;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A single text with its issues by name: both sides' orders, the text, and the answers so far. It is one JSON file, which stays with
 * the mediator; docs/talks.md has the format. The options of an issue are numbered in the order of their names, so that nothing in
 * a file tells whose order was written first.
 *
 * @param options by issue, the names of its options
 */
public record OneTextFile(Map<String, List<String>> options, List<Integer> start, OneText text) {
    /** More issues, or options of one, would take minutes to sample. */
    public static final int MOST = 30;

    /** So many questions nobody asks. */
    public static final int MOST_ASKED = 200;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    public OneTextFile {
        options = new LinkedHashMap<>(options);
        start = List.copyOf(start);
    }

    /** The file. */
    private record Input(
            @Nullable Map<String, List<String>> a,
            @Nullable Map<String, List<String>> b,
            @Nullable Map<String, String> text,
            @Nullable List<Given> asked,
            @Nullable Long seed) {}

    /** Answers to a question. */
    private record Given(
            @Nullable Map<String, String> proposal,
            @Nullable Answer a,
            @Nullable Answer b) {}

    /** Ends in the sentence of {@link Read.Bad}. */
    private static final class NoTextException extends Exception {
        private static final long serialVersionUID = 1L;

        NoTextException(String sentence) {
            super(sentence);
        }
    }

    /** The file, or what is wrong with it. */
    public static Read<OneTextFile> read(String json) {
        Input input;
        try {
            input = JSON.readValue(json, Input.class);
        } catch (JacksonException e) {
            return new Read.Bad<>("this is not a file of one text: JSON with 'a', 'b', 'text' and perhaps 'asked'");
        }
        if (input == null || input.a() == null || input.b() == null || input.text() == null) {
            return new Read.Bad<>("the file lacks 'a', 'b' or 'text'");
        }
        return of(
                input.a(),
                input.b(),
                input.text(),
                input.asked() == null ? List.of() : input.asked(),
                input.seed() == null ? 1 : input.seed());
    }

    /**
     * From what is typed: a line an issue, {@code size: all > half > few}, each side's most liked option first, and the text as
     * {@code size: half}.
     */
    public static Read<OneTextFile> ofLines(String a, String b, String text) {
        try {
            Map<String, String> at = new LinkedHashMap<>();
            for (Map.Entry<String, List<String>> line : lines(text).entrySet()) {
                if (line.getValue().size() != 1) {
                    throw new NoTextException("the text has more than one option of '" + line.getKey() + "'");
                }
                at.put(line.getKey(), line.getValue().getFirst());
            }
            return of(lines(a), lines(b), at, List.of(), 1);
        } catch (NoTextException e) {
            return new Read.Bad<>(String.valueOf(e.getMessage()));
        }
    }

    private static Map<String, List<String>> lines(String text) throws NoTextException {
        Map<String, List<String>> lines = new LinkedHashMap<>();
        for (String line : text.lines().map(String::strip).toList()) {
            if (line.isEmpty()) {
                continue;
            }
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw new NoTextException("each line is an issue, a colon and its options: size: all > half > few");
            }
            List<String> options = new ArrayList<>();
            for (String option : line.substring(colon + 1).split(">", -1)) {
                options.add(option.strip());
            }
            String issue = line.substring(0, colon).strip();
            if (options.contains("") || lines.put(issue, options) != null) {
                throw new NoTextException("the issue '" + issue + "' is there twice, or has an option without a name");
            }
        }
        return lines;
    }

    private static Read<OneTextFile> of(
            Map<String, List<String>> a,
            Map<String, List<String>> b,
            Map<String, String> text,
            List<Given> asked,
            long seed) {
        try {
            Map<String, List<String>> options = options(a);
            if (asked.size() > MOST_ASKED) {
                throw new NoTextException("there are more than " + MOST_ASKED + " answers");
            }
            if (text.size() != options.size()) {
                throw new NoTextException("the text and the orders are not about the same issues");
            }
            List<Integer> start = numbers(text, options);
            OneText one = OneText.start(orders(a, options), orders(b, options), start, seed);
            for (Given given : asked) {
                if (given == null || given.proposal() == null || given.a() == null || given.b() == null) {
                    throw new NoTextException("an answer lacks its proposal, or what a side said");
                }
                one = one.answered(numbers(given.proposal(), options), given.a(), given.b());
            }
            return new Read.Ok<>(new OneTextFile(options, start, one));
        } catch (IllegalArgumentException e) {
            return new Read.Bad<>("the two orders and the text are not over the same options, each named once");
        } catch (NoTextException e) {
            return new Read.Bad<>(String.valueOf(e.getMessage()));
        }
    }

    private static Map<String, List<String>> options(Map<String, List<String>> a) throws NoTextException {
        Map<String, List<String>> options = new LinkedHashMap<>();
        for (Map.Entry<String, List<String>> issue : a.entrySet()) {
            List<String> order = issue.getValue();
            if (order == null || order.isEmpty() || order.stream().anyMatch(o -> o == null)) {
                throw new NoTextException("the first side has no options for the issue '" + issue.getKey() + "'");
            }
            if (order.size() > MOST) {
                throw new NoTextException("the issue '" + issue.getKey() + "' has more than " + MOST + " options");
            }
            options.put(issue.getKey(), List.copyOf(new TreeSet<>(order)));
        }
        if (options.isEmpty() || options.size() > MOST) {
            throw new NoTextException("a text has 1 to " + MOST + " issues");
        }
        return options;
    }

    private static Orders orders(Map<String, List<String>> side, Map<String, List<String>> options)
            throws NoTextException {
        if (side.size() != options.size()) {
            throw new NoTextException("the two sides have different issues");
        }
        List<List<Integer>> orders = new ArrayList<>();
        for (Map.Entry<String, List<String>> issue : options.entrySet()) {
            List<String> order = side.get(issue.getKey());
            if (order == null) {
                throw new NoTextException("a side has no order for the issue '" + issue.getKey() + "'");
            }
            if (order.size() != issue.getValue().size()) {
                throw new NoTextException(
                        "the two sides do not name the same options of '" + issue.getKey() + "', each once");
            }
            orders.add(order.stream().map(issue.getValue()::indexOf).toList());
        }
        return new Orders(orders);
    }

    private static List<Integer> numbers(Map<String, String> text, Map<String, List<String>> options)
            throws NoTextException {
        List<Integer> numbers = new ArrayList<>();
        for (Map.Entry<String, List<String>> issue : options.entrySet()) {
            String option = text.get(issue.getKey());
            int number = option == null ? -1 : issue.getValue().indexOf(option);
            if (number < 0) {
                throw new NoTextException("a text names no option of the issue '" + issue.getKey() + "'");
            }
            numbers.add(number);
        }
        return numbers;
    }

    /** An outcome by the names of issues and options. */
    public Map<String, String> named(List<Integer> outcome) {
        Map<String, String> named = new LinkedHashMap<>();
        options.forEach((issue, all) -> named.put(issue, all.get(outcome.get(named.size()))));
        return named;
    }

    /** The text after the answers to the question that {@link OneText#next} asks now; unchanged when it asks none. */
    public OneTextFile answered(Answer byA, Answer byB) {
        Optional<OneText.Question> question = text.next();
        return question.isEmpty()
                ? this
                : new OneTextFile(options, start, text.answered(question.get().proposal(), byA, byB));
    }

    /** As the file that {@link #read} takes. */
    public String json() {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("a", ordered(text.a()));
        file.put("b", ordered(text.b()));
        file.put("text", named(start));
        List<Given> asked = new ArrayList<>();
        text.asked().forEach(q -> asked.add(new Given(named(q.proposal()), q.a(), q.b())));
        file.put("asked", asked);
        file.put("seed", text.seed());
        return JSON.writeValueAsString(file);
    }

    private Map<String, List<String>> ordered(Orders orders) {
        Map<String, List<String>> named = new LinkedHashMap<>();
        options.forEach((issue, all) -> named.put(
                issue,
                orders.bestFirst().get(named.size()).stream().map(all::get).toList()));
        return named;
    }
}
