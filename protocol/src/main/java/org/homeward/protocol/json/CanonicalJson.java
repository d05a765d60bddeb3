package org.homeward.protocol.json;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one byte form of a JSON value: RFC 8785, restricted to integers of at most 53 bits, because what two hostile sides
 * sign must not depend on how a library prints a fraction.
 *
 * <p>Members are sorted by UTF-16 code unit; strings escape only what RFC 8785 section 3.2.2.2 names; no white space.
 */
public final class CanonicalJson {
    private static final long MAX_SAFE_INTEGER = (1L << 53) - 1;
    private static final int MAX_DEPTH = 32;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxStringLength(100_000_000)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private CanonicalJson() {}

    /** The bytes of a record or a tree. */
    public static byte[] bytes(Object value) {
        StringBuilder out = new StringBuilder(256);
        write(MAPPER.<JsonNode>valueToTree(value), out);
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A record or list as a tree. */
    public static JsonNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    /**
     * Reads bytes that must be in canonical form already.
     *
     * @throws MalformedJsonException when they are not JSON, or not the canonical bytes of their value
     */
    public static JsonNode parse(byte[] bytes) throws MalformedJsonException {
        JsonNode node;
        try {
            node = MAPPER.readTree(bytes);
        } catch (JacksonException e) {
            throw new MalformedJsonException("not JSON: " + place(e));
        }
        if (node == null || node.isMissingNode()) {
            throw new MalformedJsonException("empty");
        }
        StringBuilder again = new StringBuilder(bytes.length);
        try {
            write(node, again);
        } catch (IllegalArgumentException e) {
            throw new MalformedJsonException("outside the canonical form: " + e.getMessage());
        }
        if (!Arrays.equals(again.toString().getBytes(StandardCharsets.UTF_8), bytes)) {
            throw new MalformedJsonException("not in canonical form (order, spaces or escapes differ)");
        }
        return node;
    }

    /**
     * A tree as a record; unknown and missing members are refused.
     *
     * @throws MalformedJsonException when the tree is not of that shape
     */
    public static <T> T as(JsonNode node, Class<T> type) throws MalformedJsonException {
        try {
            T value = MAPPER.treeToValue(node, type);
            if (value == null) {
                throw new MalformedJsonException("no value where a " + type.getSimpleName() + " belongs");
            }
            return value;
        } catch (JacksonException | IllegalArgumentException e) {
            throw new MalformedJsonException("not a " + type.getSimpleName());
        }
    }

    /** {@link #parse} and {@link #as} in one. */
    public static <T> T read(byte[] bytes, Class<T> type) throws MalformedJsonException {
        return as(parse(bytes), type);
    }

    private static String place(JacksonException e) {
        return e.getLocation() == null
                ? "unreadable"
                : "line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
    }

    private static void write(JsonNode node, StringBuilder out) {
        if (node.isObject()) {
            List<String> names = new ArrayList<>(node.propertyNames());
            Collections.sort(names);
            out.append('{');
            String separator = "";
            for (String name : names) {
                out.append(separator);
                string(name, out);
                out.append(':');
                write(node.get(name), out);
                separator = ",";
            }
            out.append('}');
        } else if (node.isArray()) {
            out.append('[');
            for (int i = 0; i < node.size(); i++) {
                if (i > 0) {
                    out.append(',');
                }
                write(node.get(i), out);
            }
            out.append(']');
        } else if (node.isString()) {
            string(node.stringValue(), out);
        } else if (node.isIntegralNumber()
                && node.canConvertToLong()
                && Math.abs(node.longValue()) <= MAX_SAFE_INTEGER) {
            out.append(node.longValue());
        } else if (node.isBoolean()) {
            out.append(node.booleanValue());
        } else if (node.isNull()) {
            out.append("null");
        } else {
            throw new IllegalArgumentException("a " + node.getNodeType() + " that is not an integer of 53 bits");
        }
    }

    private static void string(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < 0x20) {
                        out.append("\\u00")
                                .append(Character.forDigit(c >> 4, 16))
                                .append(Character.forDigit(c & 15, 16));
                    } else if (Character.isSurrogate(c) && !paired(text, i)) {
                        throw new IllegalArgumentException("half of a surrogate pair");
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    private static boolean paired(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }
}
