package org.homeward.cli.talks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.homeward.talks.Act;
import org.homeward.talks.Minutes;
import org.homeward.talks.TalksState;
import org.homeward.talks.TextClause;
import org.homeward.talks.TextVersion;
import org.homeward.talks.View;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** The single negotiating text, a version of it, or the differences between two. */
@Command(
        name = "text",
        mixinStandardHelpOptions = true,
        description =
                "Prints the single text with its brackets, or what changed between two versions, or who saw which first.",
        footer = {
            "",
            "Examples:",
            "  homeward talks text abu-dhabi",
            "  homeward talks text abu-dhabi --diff 1 3",
            "  homeward talks text abu-dhabi --shown"
        })
final class TalksText extends TalksOf {
    @Option(names = "--version-number", paramLabel = "N", description = "an earlier version (default: the last)")
    private @Nullable Integer number;

    @Option(names = "--diff", arity = "2", paramLabel = "N", description = "two versions to compare")
    private List<Integer> diff = new ArrayList<>();

    @Option(names = "--shown", description = "who saw which version when, and why")
    private boolean shown;

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
        View view = Folder.view(folder(), signer(), who);
        TalksState state = view.state();
        if (shown) {
            List<TalksState.Shown> all = state.shown();
            if (json()) {
                print(JsonMapper.shared().writeValueAsString(all));
            } else {
                all.forEach(s -> print(s.at() + "  version " + s.what().version() + " to "
                        + s.what().to() + ": " + s.what().why()));
            }
            return 0;
        }
        if (!diff.isEmpty()) {
            List<TextVersion.Change> changes = version(state, diff.get(0)).changesTo(version(state, diff.get(1)));
            if (json()) {
                print(JsonMapper.shared().writeValueAsString(changes));
            } else {
                changes.forEach(c -> {
                    print(c.clause() + ", " + c.part() + ":");
                    print("  - " + c.from());
                    print("  + " + c.to());
                });
            }
            return 0;
        }
        if (state.versions().isEmpty()) {
            throw new Refused("there is no text yet that " + view.who() + " may see");
        }
        Integer wanted = number;
        TextVersion version = wanted == null ? state.versions().getLast() : version(state, wanted);
        if (json()) {
            print(JsonMapper.shared().writeValueAsString(version));
            return 0;
        }
        print("Version " + version.number());
        version.clauses().values().forEach(clause -> print(text(clause)));
        return 0;
    }

    private static TextVersion version(TalksState state, int number) throws Refused {
        return state.version(number)
                .orElseThrow(() -> new Refused("there is no version " + number + "; there are "
                        + state.versions().stream()
                                .map(v -> Integer.toString(v.number()))
                                .collect(Collectors.joining(", "))));
    }

    private String text(TextClause clause) {
        StringBuilder out = new StringBuilder()
                .append('\n')
                .append(clause.id())
                .append(" (")
                .append(clause.status())
                .append(")\n")
                .append(Minutes.words(clause.words(), language));
        for (Act.Bracket bracket : clause.brackets()) {
            out.append("\n  [")
                    .append(bracket.of() == null ? "" : bracket.of() + ": ")
                    .append(Minutes.words(bracket.words(), language))
                    .append(']');
        }
        for (Act.Reservation reservation : clause.reservations()) {
            out.append("\n  Reservation of ")
                    .append(reservation.of())
                    .append(": ")
                    .append(Minutes.words(reservation.words(), language));
        }
        return out.toString();
    }
}
