package org.homeward.cli.talks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.homeward.documents.MinutesDocument;
import org.homeward.talks.Minutes;
import org.homeward.talks.MinutesPage;
import org.homeward.talks.View;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** Minutes of a day, in several languages side by side. */
@Command(
        name = "minutes",
        mixinStandardHelpOptions = true,
        description =
                "Prints the minutes of a day of a round, in several languages; with --out as a page, side by side. Minutes are handed"
                        + " out, so without --for they hold what each of the parties may see: no session where one of them was not in the"
                        + " room, and no limits of a delegation's authority.",
        footer = {"", "Example:", "  homeward talks minutes abu-dhabi --round 2 --day 2 --lang en,uk --out minutes.html"
        })
final class TalksMinutes extends TalksOf {
    private static final String ALL = "all";

    @Option(names = "--round", required = true, paramLabel = "N", description = "number of the round")
    private int round;

    @Option(names = "--day", required = true, paramLabel = "N", description = "day of the round, from 1")
    private int day;

    @Option(
            names = "--lang",
            split = ",",
            defaultValue = "en",
            paramLabel = "CODES",
            description = "languages: en, uk, ru, ar")
    private List<String> languages = new ArrayList<>();

    @Option(
            names = {"--for", "--as"},
            defaultValue = ALL,
            paramLabel = "WHO",
            description =
                    "whom they are for: a participant, as he may see it, or all parties (default: ${DEFAULT-VALUE})")
    private String who = ALL;

    @Option(names = "--out", paramLabel = "FILE", description = "a new file for the page (HTML)")
    private @Nullable Path out;

    @Option(names = "--pdf", paramLabel = "FILE", description = "a new file for the minutes as PDF, side by side")
    private @Nullable Path pdf;

    @Override
    int run() throws IOException, Refused {
        View view = who.equals(ALL) ? Folder.common(folder(), signer()) : Folder.view(folder(), signer(), who);
        List<Minutes> columns = new ArrayList<>();
        for (String language : Folder.languages(languages)) {
            columns.add(Minutes.of(view.state(), round, day, language)
                    .orElseThrow(
                            () -> new Refused("there is no day " + day + " of a round " + round + " in these talks")));
        }
        if (out != null) {
            Folder.write(out, MinutesPage.html(columns));
        }
        if (pdf != null) {
            Folder.write(pdf, document(view, columns).pdf());
        }
        print(json() ? JsonMapper.shared().writeValueAsString(columns) : MinutesPage.text(columns));
        return 0;
    }

    private MinutesDocument document(View view, List<Minutes> columns) {
        return new MinutesDocument(
                folder().toAbsolutePath().normalize().getFileName().toString(),
                round + "/" + day,
                columns.stream()
                        .map(c -> new MinutesDocument.Column(
                                Locale.of(c.language()),
                                c.lines().stream()
                                        .map(l -> new MinutesDocument.Line(l.level(), l.text()))
                                        .toList()))
                        .toList(),
                view.entries().getLast().at());
    }
}
