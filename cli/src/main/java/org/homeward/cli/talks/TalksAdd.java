package org.homeward.cli.talks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.homeward.protocol.json.MalformedJsonException;
import org.homeward.selection.TermsFile;
import org.homeward.talks.Act;
import org.homeward.talks.ActJson;
import org.homeward.talks.Entry;
import org.homeward.talks.TalksLog;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Adds acts to the log: all of a file, or none. */
@Command(
        name = "add",
        mixinStandardHelpOptions = true,
        description = {
            "Adds an act, or a list of acts, to the log of the talks: all or none. Prints the head: who keeps it can tell later"
                    + " whether anything before was changed.",
            "Exit code: 0 added, 1 an act does not count (the sentence says why), 2 bad input."
        },
        footer = {"", "Example:", "  homeward talks add abu-dhabi --act day2.json --person 'O. Venn'"})
final class TalksAdd extends TalksOf {
    @Option(names = "--act", required = true, paramLabel = "FILE", description = "an act as JSON, or a list of them")
    @SuppressWarnings("NullAway.Init") // required
    private Path act;

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description = "the key that signs (default: signing.key in the folder)")
    private @Nullable Path key;

    @Option(
            names = "--person",
            paramLabel = "NAME",
            description = "who types them; goes, signed, into every entry that names no person itself")
    private @Nullable String person;

    @Override
    int run() throws IOException, Refused {
        List<Entry> entries;
        try {
            entries = ActJson.entries(Folder.text(act));
        } catch (MalformedJsonException e) {
            throw new Refused(act + ": " + e.getMessage());
        }
        for (Entry entry : entries) {
            if (entry.act() instanceof Act.ClauseDrafted clause) {
                terms("clause '" + clause.id() + "'", clause.terms());
                for (Act.Bracket bracket : clause.brackets()) {
                    terms("a bracket of clause '" + clause.id() + "'", bracket.terms());
                }
            }
        }
        if (person != null) {
            try {
                entries = entries.stream()
                        .map(e -> e.person() == null ? e.typedBy(person.strip()) : e)
                        .toList();
            } catch (IllegalArgumentException e) {
                throw new Refused("--person is a name of at most " + Entry.LONGEST_PERSON + " characters");
            }
        }
        Folder.log(folder(), signer());
        return switch (TalksLog.add(folder(), entries, Folder.key(folder(), key))) {
            case TalksLog.Added.Ok(TalksLog log) -> {
                print(
                        json()
                                ? "{\"entries\":" + log.entries().size() + ",\"head\":\"" + log.head() + "\"}"
                                : "Added " + entries.size() + "; the log has "
                                        + log.entries().size() + " entries. Head " + log.head());
                yield 0;
            }
            case TalksLog.Added.Refused refused -> {
                print("Entry " + refused.number() + " does not count: "
                        + refused.refusal().sentence());
                yield 1;
            }
            case TalksLog.Added.Broken(String sentence) -> throw new Refused(sentence);
        };
    }

    /** Terms that no selection could use would be found out only when the lists are due. */
    private static void terms(String where, @Nullable JsonNode terms) throws Refused {
        if (terms != null && TermsFile.read(terms.toString()) instanceof TermsFile.Read.Bad bad) {
            throw new Refused("the terms of " + where + " cannot be used: " + bad.reason());
        }
    }
}
