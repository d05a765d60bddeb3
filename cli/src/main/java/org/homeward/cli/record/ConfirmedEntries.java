package org.homeward.cli.record;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.homeward.record.confirmed.ConfirmedRecord;
import org.homeward.record.confirmed.Conflicts;
import org.homeward.record.confirmed.Reported;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Entries of the confirmed record as JSON, and what of them can be compared. */
final class ConfirmedEntries {
    static final JsonMapper JSON = new JsonMapper();

    private ConfirmedEntries() {}

    /** The typed keys of a line: a figure whose scope is known, a round or day of talks; nothing for other kinds. */
    static List<Reported> keys(ConfirmedRecord.Line line) {
        JsonNode all = JSON.readTree(line.entry());
        JsonNode entry = all.path("entry");
        LocalDate day = LocalDate.parse(all.path("published").asString());
        List<Reported> keys = new ArrayList<>();
        if (all.path("kind").asString().equals("figures")
                && !entry.path("scope").isNull()) {
            String key = entry.path("scope").asString() + " "
                    + Conflicts.unit(entry.path("unit").path("words").asString());
            String words = summary(all);
            keys.add(new Reported(
                    line.number(),
                    "figure",
                    key,
                    day,
                    "number",
                    entry.path("value").asString(),
                    words));
            String basis = entry.path("basis").asString();
            if (!basis.equals("unstated")) {
                keys.add(new Reported(line.number(), "figure", key, day, "basis", basis, words));
            }
        }
        if (all.path("kind").asString().equals("talks")) {
            String key =
                    entry.path("kind").asString() + " " + entry.path("number").asString();
            JsonNode date = entry.path("date").path("value");
            JsonNode venue = entry.path("venue").path("words");
            if (date.isString()) {
                keys.add(new Reported(line.number(), "talks", key, day, "date", date.asString(), summary(all)));
            }
            if (venue.isString()) {
                keys.add(new Reported(line.number(), "talks", key, day, "venue", venue.asString(), summary(all)));
            }
        }
        return keys;
    }

    /** One line for a reader. */
    static String summary(JsonNode all) {
        JsonNode entry = all.path("entry");
        String what = switch (all.path("kind").asString()) {
            case "statements" ->
                words(entry.path("speaker"), "speaker not found") + ": "
                        + String.join(
                                " … ",
                                entry.path("content").values().stream()
                                        .map(c -> c.path("words").asString())
                                        .toList());
            case "figures" ->
                words(entry.path("number"), "") + " " + words(entry.path("unit"), "") + ", basis "
                        + entry.path("basis").asString() + ", claimed by "
                        + (entry.path("claimant").isString()
                                ? entry.path("claimant").asString()
                                : "nobody named");
            case "agreementsAndDemands" -> entry.path("type").asString() + ": " + words(entry.path("text"), "");
            default -> words(entry.path("words"), "");
        };
        return (all.path("outlet").isString()
                        ? all.path("outlet").asString()
                        : "article " + all.path("article").asString().substring(0, 12))
                + " of " + all.path("published").asString() + " reports " + what.replaceAll("\\s+", " ");
    }

    private static String words(JsonNode span, String otherwise) {
        return span.path("words").isString() ? span.path("words").asString() : otherwise;
    }
}
