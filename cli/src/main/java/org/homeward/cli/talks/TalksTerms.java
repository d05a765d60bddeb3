package org.homeward.cli.talks;

import java.io.IOException;
import java.nio.file.Path;
import org.homeward.selection.TermsFile;
import org.homeward.talks.TalksState;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** An agreed clause as the terms of a case, without retyping. */
@Command(
        name = "terms",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the terms that an agreed clause stands for, as 'homeward select' and a node take them.",
            "Exit code: 0 written, 1 the clause is not agreed, 2 bad input."
        },
        footer = {"", "Example:", "  homeward talks terms abu-dhabi --clause exchange-1 --out terms.json"})
final class TalksTerms extends TalksOf {
    @Option(names = "--clause", required = true, paramLabel = "ID", description = "the clause")
    @SuppressWarnings("NullAway.Init") // required
    private String clause;

    @Option(names = "--out", paramLabel = "FILE", description = "a new file for the terms; without it they are printed")
    private @Nullable Path out;

    @Override
    int run() throws IOException, Refused {
        TalksState state = Folder.view(folder(), signer(), null).state();
        TalksState.Point point = state.points().get(clause);
        if (point == null || !state.agreed(clause)) {
            print("Clause '" + clause + "' is not agreed: it must be read back and initialled by both.");
            return 1;
        }
        JsonNode terms = point.text().terms();
        if (terms == null) {
            throw new Refused("clause '" + clause + "' stands for no terms of an exchange");
        }
        String text = switch (TermsFile.read(terms.toString())) {
            case TermsFile.Read.Ok ok -> TermsFile.write(ok.terms());
            case TermsFile.Read.Bad bad ->
                throw new Refused("the terms of clause '" + clause + "' cannot be used: " + bad.reason());
        };
        if (out == null) {
            print(text);
        } else {
            Folder.write(out, text + "\n");
            print("The terms of clause '" + clause + "' are in " + out + ".");
        }
        return 0;
    }
}
