package org.homeward.cli.talks;

import java.io.IOException;
import java.util.List;
import org.homeward.talks.Minutes;
import org.homeward.talks.Remaining;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** What remains: open issues, brackets, reservations, initials, deliverables, steps. */
@Command(
        name = "remaining",
        mixinStandardHelpOptions = true,
        description =
                "Lists what remains: issues not settled, clauses with brackets, reservations, missing initials, deliverables"
                        + " owed, and each step as due, late, disputed or done.",
        footer = {"", "Example:", "  homeward talks remaining abu-dhabi --on 2026-02-06 --lang uk"})
final class TalksRemaining extends TalksOf {
    @Option(names = "--on", paramLabel = "DAY", description = "the day on which it is asked (default: today, UTC)")
    private @Nullable String on;

    @Option(
            names = "--lang",
            defaultValue = "en",
            paramLabel = "CODE",
            description = "language (default: ${DEFAULT-VALUE})")
    private String language = "en";

    @Option(names = "--as", paramLabel = "WHO", description = "as this participant may see it (default: the mediator)")
    private @Nullable String who;

    @Override
    int run() throws IOException, Refused {
        Folder.languages(List.of(language));
        List<Remaining.Item> items =
                Remaining.of(Folder.view(folder(), signer(), who).state(), Folder.date(on));
        if (json()) {
            print(JsonMapper.shared().writeValueAsString(items));
            return 0;
        }
        for (Remaining.Item item : items) {
            print(Minutes.label(language, "kind." + item.kind()) + ": " + Minutes.words(item.what(), language) + " ("
                    + item.id()
                    + (item.owner() == null ? "" : ", " + Minutes.label(language, "owner") + " " + item.owner())
                    + (item.due() == null ? "" : ", " + Minutes.label(language, "due") + " " + item.due())
                    + (item.of().isEmpty() ? "" : ", " + String.join(", ", item.of())) + ")");
        }
        return 0;
    }
}
