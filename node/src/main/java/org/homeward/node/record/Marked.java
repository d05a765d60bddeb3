package org.homeward.node.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** An article cut where the spans of its draft begin and end, so that each piece shows of what it is part. */
public final class Marked {
    /** The lesser before the greater: a number inside a statement shows as a number. */
    private static final List<String> INNERMOST = List.of("figure", "time", "talks", "speaker", "clause", "statement");

    private Marked() {}

    /**
     * A piece of the text.
     *
     * @param kind one of figure, time, talks, speaker, clause, statement; empty outside of all
     * @param tier of a statement: agree, single or none; empty elsewhere
     */
    public record Piece(String text, String kind, String tier) {}

    /** The pieces in order; joined they are the text. */
    public static List<Piece> pieces(String text, JsonNode draft) {
        String[] kinds = new String[text.length()];
        String[] tiers = new String[text.length()];
        for (String kind : INNERMOST.reversed()) {
            for (Map.Entry<String, JsonNode> entry : RecordDesk.entries(draft)) {
                for (JsonNode span : spans(kind, entry.getKey(), entry.getValue())) {
                    String tier = tier(entry.getValue());
                    for (int i = span.path("begin").asInt(0);
                            i < span.path("end").asInt(0) && i < text.length();
                            i++) {
                        kinds[i] = kind;
                        tiers[i] = tier;
                    }
                }
            }
        }
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= text.length(); i++) {
            if (i == text.length() || !same(kinds[i], kinds[from]) || !same(tiers[i], tiers[from])) {
                String kind = kinds[from] == null ? "" : kinds[from];
                pieces.add(new Piece(text.substring(from, i), kind, kind.isEmpty() ? "" : tiers[from]));
                from = i;
            }
        }
        return pieces;
    }

    private static boolean same(String one, String other) {
        return one == null ? other == null : one.equals(other);
    }

    private static List<JsonNode> spans(String kind, String of, JsonNode entry) {
        List<JsonNode> all = new ArrayList<>();
        switch (of + " " + kind) {
            case "statements statement" -> entry.path("content").forEach(all::add);
            case "statements speaker" -> all.add(entry.path("speaker"));
            case "figures figure" -> {
                all.add(entry.path("number"));
                all.add(entry.path("unit"));
            }
            case "times time", "talks talks" -> all.add(entry.path("words"));
            case "agreementsAndDemands clause" -> all.add(entry.path("text"));
            default -> {
                // This kind of entry shows nothing of this kind.
            }
        }
        return all;
    }

    static String tier(JsonNode entry) {
        return switch (entry.path("tier").asString("")) {
            case "two rules agree" -> "agree";
            case "one rule" -> "single";
            case "unattributed" -> "none";
            default -> "";
        };
    }
}
