package org.homeward.talks;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.homeward.protocol.crypto.Bytes;
import org.homeward.protocol.crypto.SigningKey;
import org.homeward.protocol.json.CanonicalJson;
import org.homeward.protocol.json.MalformedJsonException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A view as it goes from the mediator to the participant who may see it: whose talks, for whom, when, and the mediator's signature
 * over all of it. It holds what {@link View} holds and nothing else of the log: neither its head nor how many entries it has.
 *
 * @param talks the mediator's name for the talks
 * @param signer the key that signed it; whether that key is the mediator's is for the reader to know
 */
public record ViewFile(String talks, Instant at, View view, String signer) {
    private static final String PURPOSE = "homeward/talks-view/v1\n";

    /** A version of the text, its clauses in their order. */
    private record Version(int number, List<TextClause> clauses) {}

    private record Point(String clause, TalksState.Point point) {}

    /** The signed file. */
    public static byte[] signed(String talks, Instant at, View view, SigningKey key) {
        Map<String, Object> members = members(talks, at, view, key.publicText());
        members.put("signature", key.sign(toSign(members)));
        return CanonicalJson.bytes(members);
    }

    private static Map<String, Object> members(String talks, Instant at, View view, String signer) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("v", 1);
        members.put("talks", talks);
        members.put("to", view.who());
        members.put("at", at.toString());
        members.put("entries", ActJson.JSON.valueToTree(view.entries()));
        members.put(
                "versions",
                ActJson.JSON.valueToTree(view.state().versions().stream()
                        .map(v ->
                                new Version(v.number(), List.copyOf(v.clauses().values())))
                        .toList()));
        List<Point> points = new ArrayList<>();
        view.state().points().forEach((id, point) -> points.add(new Point(id, point)));
        members.put("points", ActJson.JSON.valueToTree(points));
        members.put("signer", signer);
        return members;
    }

    private static byte[] toSign(Map<String, Object> members) {
        return Bytes.utf8(PURPOSE + new String(CanonicalJson.bytes(members), StandardCharsets.UTF_8));
    }

    /**
     * Reads a file and checks its signature.
     *
     * @throws MalformedJsonException with a sentence, when it is no such file or was changed
     */
    public static ViewFile read(byte[] bytes) throws MalformedJsonException {
        JsonNode tree = CanonicalJson.parse(bytes);
        if (tree.path("v").asInt(0) != 1
                || !tree.path("to").isString()
                || !tree.path("talks").isString()) {
            throw new MalformedJsonException("this is not a file of talks as the agency releases it");
        }
        try {
            List<Entry> entries = new ArrayList<>();
            for (JsonNode entry : tree.path("entries")) {
                entries.add(ActJson.entry(entry));
            }
            List<TextVersion> versions = new ArrayList<>();
            for (JsonNode node : tree.path("versions")) {
                Version version = ActJson.JSON.treeToValue(node, Version.class);
                Map<String, TextClause> clauses = new LinkedHashMap<>();
                version.clauses().forEach(c -> clauses.put(c.id(), c));
                versions.add(new TextVersion(version.number(), clauses));
            }
            Map<String, TalksState.Point> points = new TreeMap<>();
            for (JsonNode node : tree.path("points")) {
                Point point = ActJson.JSON.treeToValue(node, Point.class);
                points.put(point.clause(), point.point());
            }
            View view = View.of(tree.path("to").asString(), entries, versions, points);
            ViewFile file = new ViewFile(
                    tree.path("talks").asString(),
                    Instant.parse(tree.path("at").asString("")),
                    view,
                    tree.path("signer").asString(""));
            byte[] signed = toSign(members(file.talks(), file.at(), view, file.signer()));
            if (!SigningKey.verifies(
                    file.signer(), signed, tree.path("signature").asString(""))) {
                throw new MalformedJsonException("the signature is not under these words: the file was changed");
            }
            return file;
        } catch (JacksonException | IllegalArgumentException | java.time.DateTimeException | NullPointerException e) {
            throw new MalformedJsonException("this file of talks is damaged");
        }
    }
}
