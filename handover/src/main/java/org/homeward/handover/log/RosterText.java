package org.homeward.handover.log;

import org.homeward.ledger.Result;
import org.homeward.protocol.json.CanonicalJson;
import org.homeward.protocol.json.MalformedJsonException;
import tools.jackson.databind.JsonNode;

/** A roster as a file: canonical JSON. */
public final class RosterText {
    private RosterText() {}

    public static byte[] write(Roster roster) {
        return CanonicalJson.bytes(roster);
    }

    /** Reads one; refuses what cannot be used as the roster of a day. */
    public static Result<Roster> read(byte[] bytes) {
        try {
            JsonNode tree = CanonicalJson.parse(bytes);
            if (lacks(tree)) {
                return Result.refused("roster.json", "The roster lacks a value: it was not written whole.");
            }
            Roster roster = CanonicalJson.as(tree, Roster.class);
            return roster.flaw().isPresent()
                    ? Result.refused(
                            "roster.flaw",
                            "The roster cannot be used: " + roster.flaw().get() + ".")
                    : Result.ok(roster);
        } catch (MalformedJsonException e) {
            return Result.refused("roster.json", "The file is not the roster of a day: " + e.getMessage() + ".");
        }
    }

    /** Whether anything in it is null, which nothing in a roster may be. */
    public static boolean lacks(JsonNode node) {
        if (node.isNull()) {
            return true;
        }
        for (JsonNode member : node) {
            if (lacks(member)) {
                return true;
            }
        }
        return false;
    }
}
