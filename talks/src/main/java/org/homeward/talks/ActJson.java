package org.homeward.talks;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.homeward.protocol.crypto.Bytes;
import org.homeward.protocol.crypto.SigningKey;
import org.homeward.protocol.json.CanonicalJson;
import org.homeward.protocol.json.MalformedJsonException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/** Entries as JSON; docs/talks.md has the format. Unknown members are refused: a misspelt seenBy must not be ignored. */
public final class ActJson {
    static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(32).build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .build();

    private ActJson() {}

    /**
     * One entry, or a list of them.
     *
     * @throws MalformedJsonException with a sentence, when the text is something else
     */
    public static List<Entry> entries(String text) throws MalformedJsonException {
        JsonNode tree;
        try {
            tree = JSON.readTree(text.startsWith("\ufeff") ? text.substring(1) : text);
        } catch (JacksonException | NumberFormatException e) {
            throw new MalformedJsonException("not JSON" + at(e));
        }
        List<Entry> entries = new ArrayList<>();
        if (tree != null && tree.isArray()) {
            for (JsonNode node : tree) {
                try {
                    entries.add(entry(node));
                } catch (MalformedJsonException e) {
                    throw new MalformedJsonException("entry " + (entries.size() + 1) + ": " + e.getMessage());
                }
            }
        } else if (tree != null && tree.isObject()) {
            entries.add(entry(tree));
        } else {
            throw new MalformedJsonException("neither an entry nor a list of entries");
        }
        return entries;
    }

    static Entry entry(JsonNode node) throws MalformedJsonException {
        try {
            CanonicalJson.bytes(node);
            Entry entry = JSON.treeToValue(node, Entry.class);
            if (entry == null) {
                throw new MalformedJsonException("not an entry");
            }
            return entry;
        } catch (JacksonException | IllegalArgumentException e) {
            throw new MalformedJsonException(reason(e));
        }
    }

    /** The word for a kind of act, as its JSON has it: {@code SESSION}. */
    public static String type(Act act) {
        return JSON.valueToTree(act).path("type").asString("");
    }

    /** A line of the log, signed. */
    static byte[] line(Entry entry, int number, String previous, SigningKey key) {
        Map<String, Object> line = members(entry, number, previous, key.publicText());
        line.put("signature", key.sign(signed(entry, number, previous, key.publicText())));
        return CanonicalJson.bytes(line);
    }

    /** What is signed of a line; the words in front keep a signature of the log from serving elsewhere. */
    static byte[] signed(Entry entry, int number, String previous, String signer) {
        return Bytes.utf8("homeward/talks-line/v1\n"
                + new String(CanonicalJson.bytes(members(entry, number, previous, signer)), StandardCharsets.UTF_8));
    }

    private static Map<String, Object> members(Entry entry, int number, String previous, String signer) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("entry", JSON.valueToTree(entry));
        line.put("number", number);
        line.put("previous", previous);
        line.put("signer", signer);
        return line;
    }

    private static String reason(Exception e) {
        Throwable cause =
                e instanceof JacksonException && e.getCause() instanceof IllegalArgumentException ? e.getCause() : e;
        String said = cause instanceof JacksonException json ? json.getOriginalMessage() : cause.getMessage();
        return String.valueOf(said)
                .lines()
                .findFirst()
                .orElse("not an entry")
                .replaceAll("`?org\\.homeward\\.[A-Za-z.$]+`?", "an entry");
    }

    private static String at(Exception e) {
        return e instanceof JacksonException json && json.getLocation() != null
                ? " at line " + json.getLocation().getLineNr() + ", column "
                        + json.getLocation().getColumnNr()
                : "";
    }
}
