package org.homeward.cli.talks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.homeward.talks.front.Read;
import org.homeward.talks.onetext.OneText;
import org.homeward.talks.onetext.OneTextFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
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
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call().
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "orders, text and answers")
    @SuppressWarnings("NullAway.Init") // required
    private Path file;

    @Option(names = "--json", description = "print the result as JSON")
    private boolean json;

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
        OneTextFile one = switch (OneTextFile.read(Folder.text(file))) {
            case Read.Ok<OneTextFile>(OneTextFile read) -> read;
            case Read.Bad<OneTextFile>(String sentence) -> throw new Refused(file + ": " + sentence + "; see --help");
        };
        OneText text = one.text();
        Optional<OneText.Question> question = text.next();
        Output output = new Output(
                one.named(text.text()),
                text.asked().size(),
                question.map(q -> one.named(q.proposal())).orElse(null),
                question.map(OneText.Question::hope).orElse(null));
        spec.commandLine().getOut().println(json ? JsonMapper.shared().writeValueAsString(output) : words(output));
        return 0;
    }

    private static String words(Output output) {
        return "The text after " + output.asked() + " questions: " + output.text() + "\n"
                + (output.question() == null
                        ? "Nothing that the sides may want leaves a joint gain worth asking for."
                        : "Ask both whether this is better, the same or worse: " + output.question());
    }
}
