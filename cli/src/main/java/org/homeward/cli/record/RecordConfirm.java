package org.homeward.cli.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.homeward.node.record.ConfirmedEntries;
import org.homeward.record.confirmed.ConfirmedRecord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Adds one entry of a draft to the confirmed record, in the name of the person who read it. */
@Command(
        name = "confirm",
        mixinStandardHelpOptions = true,
        description = {
            "Adds one entry of a draft (the JSON that draft prints) to the append-only record in a folder, with who confirmed it and"
                    + " when. One entry a call: nothing is confirmed in bulk or by itself.",
            "Exit code: 0 added and on the disk, 2 nothing was added."
        },
        footer = {"", "Example:", "  homeward record confirm draft.json --entry S1 --by 'O. Venn' --record press"})
final class RecordConfirm implements Callable<Integer> {
    private static final int MAX_BYTES = 64 << 20;
    private static final List<String> KINDS =
            List.of("statements", "figures", "times", "talks", "agreementsAndDemands");

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call().
    private CommandSpec spec;

    @Parameters(paramLabel = "DRAFT", description = "the draft as JSON")
    @SuppressWarnings("NullAway.Init") // picocli refuses a call without it.
    private Path file;

    @Option(names = "--entry", required = true, paramLabel = "ID", description = "the id of the entry, as S1 or F2")
    @SuppressWarnings("NullAway.Init") // picocli refuses a call without it.
    private String id;

    @Option(names = "--by", required = true, paramLabel = "PERSON", description = "who has read it against the article")
    @SuppressWarnings("NullAway.Init") // picocli refuses a call without it.
    private String by;

    @Option(names = "--record", required = true, paramLabel = "DIR", description = "the folder of the record")
    @SuppressWarnings("NullAway.Init") // picocli refuses a call without it.
    private Path folder;

    @Option(names = "--outlet", paramLabel = "NAME", description = "who published the article")
    private @Nullable String outlet;

    @Override
    public Integer call() {
        if (by.isBlank()) {
            return bad("Nobody is named; give --by the name of the person who confirms.");
        }
        JsonNode draft;
        try {
            if (Files.isRegularFile(file) && Files.size(file) > MAX_BYTES) {
                return bad("The file " + file + " is larger than 64 MiB; it is not a draft.");
            }
            draft = ConfirmedEntries.JSON.readTree(Files.readAllBytes(file));
        } catch (IOException e) {
            return bad("The draft " + file + " cannot be read; check that it exists and that you may read it.");
        } catch (JacksonException e) {
            return bad("The file " + file + " is not JSON; give the output of homeward record draft --json.");
        }
        if (!draft.path("sha256").isString() || !isDay(draft.path("published").asString(""))) {
            return bad("The file " + file + " is not a draft; give the output of homeward record draft --json.");
        }
        for (String kind : KINDS) {
            for (JsonNode entry : draft.path(kind)) {
                if (entry.path("id").asString("").equals(id)) {
                    return add(draft, kind, entry);
                }
            }
        }
        return bad("The draft has no entry " + id + "; its ids are S1, F1, T1, R1, A1 and so on.");
    }

    private static boolean isDay(String words) {
        try {
            LocalDate.parse(words);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private int add(JsonNode draft, String kind, JsonNode entry) {
        ConfirmedRecord.Opening opening = ConfirmedRecord.open(folder);
        if (opening instanceof ConfirmedRecord.Opening.Refused refused) {
            return bad(refused.sentence());
        }
        try (ConfirmedRecord record = ((ConfirmedRecord.Opening.Opened) opening).record()) {
            String article = draft.path("sha256").asString();
            // One that was withdrawn may be confirmed anew, as on the pages.
            ConfirmedRecord.Line there = ConfirmedEntries.decision(record.lines(), article, entry);
            if (there != null) {
                return bad("Entry " + id + " of this article is in the record already, as number " + there.number()
                        + "; nothing was added.");
            }
            Map<String, Object> all = new LinkedHashMap<>();
            all.put("at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
            all.put("by", by.strip());
            all.put("outlet", outlet);
            all.put("article", article);
            all.put("published", draft.path("published").asString());
            all.put("kind", kind);
            all.put("entry", entry);
            ConfirmedRecord.Line added = record.append(ConfirmedEntries.JSON.writeValueAsString(all));
            spec.commandLine().getOut().println("Added as number " + added.number() + ", hash " + added.hash());
            return 0;
        } catch (IOException e) {
            return bad("The record in " + folder
                    + " could not be written; see with homeward record list whether the entry is there.");
        }
    }

    private int bad(String sentence) {
        spec.commandLine().getErr().println(sentence);
        return 2;
    }
}
