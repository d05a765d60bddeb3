package org.homeward.node.record;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.homeward.record.confirmed.ConfirmedRecord;
import org.homeward.record.confirmed.Conflicts;
import org.homeward.record.confirmed.Reported;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Entries of the confirmed record as JSON, and what of them can be compared. */
public final class ConfirmedEntries {
    /** Reads and writes lines. */
    public static final JsonMapper JSON = new JsonMapper();

    /** The kind of a line that rejects an entry of a draft. */
    public static final String REJECTED = "rejected";

    /** The kind of a line that withdraws an earlier one. */
    public static final String WITHDRAWN = "withdrawn";

    private ConfirmedEntries() {}

    /** The typed keys of a line: a figure whose scope is known, a round or day of talks; nothing for other kinds. */
    public static List<Reported> keys(ConfirmedRecord.Line line) {
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
    public static String summary(JsonNode all) {
        String kind = all.path("kind").asString();
        String what = what(
                kind.equals(REJECTED) ? kindOf(all.path("entry").path("id").asString("")) : kind, all.path("entry"));
        return (all.path("outlet").isString()
                        ? all.path("outlet").asString()
                        : "article " + all.path("article").asString().substring(0, 12))
                + " of " + all.path("published").asString() + " reports " + what.replaceAll("\\s+", " ");
    }

    /** The kind of an entry, which the first letter of its id tells. */
    private static String kindOf(String id) {
        return switch (id.isEmpty() ? ' ' : id.charAt(0)) {
            case 'S' -> "statements";
            case 'F' -> "figures";
            case 'A' -> "agreementsAndDemands";
            case 'T' -> "times";
            default -> "talks";
        };
    }

    /** The words of an entry of a draft. */
    public static String what(String kind, JsonNode entry) {
        return switch (kind) {
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
            // What the words are taken to mean is what a person has to look at.
            case "times" ->
                words(entry.path("words"), "") + " = " + entry.path("value").asString("")
                        + (entry.path("mod").isString()
                                ? " " + entry.path("mod").asString()
                                : "");
            default -> words(entry.path("words"), "");
        };
    }

    /** The confirmed entries that no later line withdrew, in order. */
    public static List<ConfirmedRecord.Line> standing(List<ConfirmedRecord.Line> lines) {
        List<ConfirmedRecord.Line> standing = new ArrayList<>();
        for (ConfirmedRecord.Line line : lines) {
            JsonNode all = JSON.readTree(line.entry());
            String kind = all.path("kind").asString("");
            if (kind.equals(WITHDRAWN)) {
                standing.removeIf(l -> l.number() == all.path("number").asLong());
            } else if (!kind.equals(REJECTED)) {
                standing.add(line);
            }
        }
        return standing;
    }

    /** The line that confirmed or rejected an entry of an article and was not withdrawn, or null. */
    public static ConfirmedRecord.@Nullable Line decision(
            List<ConfirmedRecord.Line> lines, String article, JsonNode entry) {
        List<ConfirmedRecord.Line> standing = standing(lines);
        for (ConfirmedRecord.Line line : lines.reversed()) {
            JsonNode all = JSON.readTree(line.entry());
            if (all.path("article").asString("").equals(article)
                    && all.path("entry").equals(entry)
                    && (all.path("kind").asString("").equals(REJECTED) || standing.contains(line))) {
                return line;
            }
        }
        return null;
    }

    private static String words(JsonNode span, String otherwise) {
        return span.path("words").isString() ? span.path("words").asString() : otherwise;
    }
}
