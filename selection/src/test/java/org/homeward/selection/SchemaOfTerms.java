package org.homeward.selection;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The keywords of JSON Schema that the published schema of terms uses; any other in it is an error. */
final class SchemaOfTerms {
    private static final JsonMapper JSON = new JsonMapper();

    private SchemaOfTerms() {}

    static boolean allows(String json) {
        try {
            return valid(JSON.readTree(TermsFile.schema()), JSON.readTree(json));
        } catch (JacksonException e) {
            return false;
        }
    }

    private static boolean valid(JsonNode schema, @Nullable JsonNode value) {
        if (value == null) {
            return false;
        }
        for (var keyword : schema.properties()) {
            JsonNode rule = keyword.getValue();
            boolean good = switch (keyword.getKey()) {
                case "$schema", "title", "required", "properties" -> true;
                case "type" -> type(rule, value);
                case "const" -> rule.equals(value);
                case "enum" -> rule.valueStream().anyMatch(value::equals);
                case "minimum" -> !value.isNumber() || value.asLong() >= rule.asLong();
                case "maximum" -> !value.isNumber() || value.asLong() <= rule.asLong();
                case "minItems" -> value.size() >= rule.asInt();
                case "maxItems" -> value.size() <= rule.asInt();
                case "uniqueItems" -> unique(value);
                case "items" -> value.valueStream().allMatch(v -> valid(rule, v));
                case "oneOf" -> rule.valueStream().filter(s -> valid(s, value)).count() == 1;
                case "format" -> format(rule.asString(), value);
                case "additionalProperties" -> true;
                default -> throw new AssertionError("the schema uses " + keyword.getKey());
            };
            if (!good) {
                return false;
            }
        }
        return !value.isObject() || object(schema, value);
    }

    private static boolean object(JsonNode schema, JsonNode value) {
        JsonNode known = schema.path("properties");
        for (JsonNode name : schema.path("required")) {
            if (!value.has(name.asString())) {
                return false;
            }
        }
        for (var field : value.properties()) {
            JsonNode rule = known.get(field.getKey());
            if (rule == null ? schema.path("additionalProperties").isBoolean() : !valid(rule, field.getValue())) {
                return false;
            }
        }
        return true;
    }

    private static boolean type(JsonNode rule, JsonNode value) {
        if (rule.isArray()) {
            return rule.valueStream().anyMatch(r -> type(r, value));
        }
        return switch (rule.asString()) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isString();
            case "integer" -> value.isIntegralNumber();
            case "null" -> value.isNull();
            default -> throw new AssertionError("the schema uses type " + rule);
        };
    }

    private static boolean unique(JsonNode value) {
        Set<JsonNode> seen = new HashSet<>();
        return value.valueStream().allMatch(seen::add);
    }

    private static boolean format(String format, JsonNode value) {
        try {
            switch (format) {
                case "date" -> LocalDate.parse(value.asString());
                case "date-time" -> Instant.parse(value.asString());
                default -> throw new AssertionError("the schema uses format " + format);
            }
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
