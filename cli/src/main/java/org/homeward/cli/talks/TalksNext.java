package org.homeward.cli.talks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.homeward.talks.onetext.Answer;
import org.homeward.talks.onetext.OneText;
import org.homeward.talks.onetext.Orders;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The next question worth asking about a single text. */
@Command(
        name = "next",
        mixinStandardHelpOptions = true,
        description = {
            "Says which text to put to both sides next, so that few private answers (better, same, worse) lead to a text that no"
                    + " other one beats for both. The file stays with the mediator.",
            "FILE: {\"a\": {\"size\": [\"all\", \"half\", \"few\"]}, \"b\": {...}, \"text\": {\"size\": \"few\"}, \"asked\": [{\"proposal\":"
                    + " {...}, \"a\": \"BETTER\", \"b\": \"WORSE\"}], \"seed\": 1}: each side's options, the most liked first; the text at"
                    + " the start; the answers so far."
        },
        footer = {"", "Example:", "  homeward talks next one-text.json"})
final class TalksNext implements Callable<Integer> {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call().
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "orders, text and answers")
    @SuppressWarnings("NullAway.Init") // required
    private Path file;

    @Option(names = "--json", description = "print the result as JSON")
    private boolean json;

    /** The file. */
    record Input(
            @Nullable Map<String, List<String>> a,
            @Nullable Map<String, List<String>> b,
            @Nullable Map<String, String> text,
            @Nullable List<Given> asked,
            long seed) {}

    /** Answers to a question. */
    record Given(
            @Nullable Map<String, String> proposal,
            @Nullable Answer a,
            @Nullable Answer b) {}

    /** What is printed: the text now, and the question, if any is left. */
    record Output(
            Map<String, String> text,
            int asked,
            @Nullable Map<String, String> question,
            @Nullable Double hope) {}

    @Override
    public Integer call() throws IOException {
        try {
            return run();
        } catch (Refused refused) {
            spec.commandLine().getErr().println(refused.sentence());
            return 2;
        }
    }

    private int run() throws IOException, Refused {
        Input input;
        try {
            input = JSON.readValue(Folder.text(file), Input.class);
        } catch (JacksonException e) {
            throw new Refused(file + " is not such a file; see --help");
        }
        if (input == null || input.a() == null || input.b() == null || input.text() == null) {
            throw new Refused(file + " lacks 'a', 'b' or 'text'");
        }
        List<String> issues = new ArrayList<>(input.a().keySet());
        Map<String, List<String>> options = new LinkedHashMap<>();
        for (String issue : issues) {
            List<String> ofA = input.a().get(issue);
            if (ofA == null || ofA.isEmpty() || ofA.stream().anyMatch(o -> o == null)) {
                throw new Refused("side a has no options for the issue '" + issue + "'");
            }
            options.put(issue, ofA.stream().sorted().toList());
        }
        OneText text;
        try {
            text = OneText.start(
                    orders(input.a(), options),
                    orders(input.b(), options),
                    numbers(input.text(), options),
                    input.seed());
        } catch (IllegalArgumentException e) {
            throw new Refused("the two orders and the text are not over the same options, each named once");
        }
        for (Given given : input.asked() == null ? List.<Given>of() : input.asked()) {
            if (given == null || given.proposal() == null || given.a() == null || given.b() == null) {
                throw new Refused("an answer lacks its proposal, or what a side said");
            }
            text = text.answered(numbers(given.proposal(), options), given.a(), given.b());
        }
        Optional<OneText.Question> question = text.next();
        Output output = new Output(
                named(text.text(), options),
                text.asked().size(),
                question.map(q -> named(q.proposal(), options)).orElse(null),
                question.map(OneText.Question::hope).orElse(null));
        spec.commandLine().getOut().println(json ? JSON.writeValueAsString(output) : words(output));
        return 0;
    }

    private static String words(Output output) {
        return "The text after " + output.asked() + " questions: " + output.text() + "\n"
                + (output.question() == null
                        ? "Nothing that the sides may want leaves a joint gain worth asking for."
                        : "Ask both whether this is better, the same or worse: " + output.question());
    }

    private static Orders orders(Map<String, List<String>> side, Map<String, List<String>> options) throws Refused {
        if (side.size() != options.size()) {
            throw new Refused("the two sides have different issues");
        }
        List<List<Integer>> orders = new ArrayList<>();
        for (Map.Entry<String, List<String>> issue : options.entrySet()) {
            List<String> order = side.get(issue.getKey());
            if (order == null) {
                throw new Refused("a side has no order for the issue '" + issue.getKey() + "'");
            }
            orders.add(order.stream().map(issue.getValue()::indexOf).toList());
        }
        return new Orders(orders);
    }

    private static List<Integer> numbers(Map<String, String> text, Map<String, List<String>> options) throws Refused {
        List<Integer> numbers = new ArrayList<>();
        for (Map.Entry<String, List<String>> issue : options.entrySet()) {
            String option = text.get(issue.getKey());
            int number = option == null ? -1 : issue.getValue().indexOf(option);
            if (number < 0) {
                throw new Refused("a text names no option of the issue '" + issue.getKey() + "'");
            }
            numbers.add(number);
        }
        return numbers;
    }

    private static Map<String, String> named(List<Integer> numbers, Map<String, List<String>> options) {
        Map<String, String> named = new LinkedHashMap<>();
        options.forEach((issue, all) -> named.put(issue, all.get(numbers.get(named.size()))));
        return named;
    }
}
