package org.homeward.browser.present;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds what a node answers programs at a page's own address to the description that it gives of it. */
final class Described {
    private static final String SCHEMAS = "#/components/schemas/";

    private final Side side;
    private final JsonNode document;

    Described(Side side) {
        this.side = side;
        this.document = JsonMapper.shared().readTree(data("/api/pages.json", 0));
    }

    /** The addresses that are described, with their variables in braces. */
    List<String> addresses() {
        return List.copyOf(document.get("paths").propertyNames());
    }

    /** The described address that a page has, if it is of those. */
    Optional<String> of(String page) {
        String path = page.split("\\?", 2)[0];
        return addresses().stream()
                .filter(a -> Pattern.matches(("\\Q" + a + "\\E").replaceAll("\\{\\w+}", "\\\\E[^/]+\\\\Q"), path))
                .min((a, b) -> Integer.compare(variables(a), variables(b)));
    }

    private static int variables(String address) {
        return address.split("\\{", -1).length;
    }

    /** The answer to that operator's program has the shape of its description, all the way down. */
    void holds(String page, int operator) {
        String address = of(page).orElseThrow(() -> new AssertionError(page + " is not described"));
        JsonNode schema = document.get("paths").get(address).at("/get/responses/200/content/application~1json/schema");
        List<String> wrong = new ArrayList<>();
        check(JsonMapper.shared().readTree(data(page, operator)), schema, page, wrong);
        assertThat(wrong).as("%s against %s", page, address).isEmpty();
    }

    private byte[] data(String path, int operator) {
        try {
            return side.data(path, operator);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void check(JsonNode value, JsonNode schema, String at, List<String> wrong) {
        if (schema.has("$ref")) {
            String name = schema.get("$ref").stringValue().substring(SCHEMAS.length());
            check(value, document.at("/components/schemas").get(name), at, wrong);
        } else if (schema.has("anyOf") || schema.has("oneOf")) {
            List<List<String>> tried = new ArrayList<>();
            for (JsonNode one : schema.has("anyOf") ? schema.get("anyOf") : schema.get("oneOf")) {
                List<String> here = new ArrayList<>();
                check(value, one, at, here);
                tried.add(here);
            }
            if (tried.stream().noneMatch(List::isEmpty)) {
                wrong.addAll(tried.getFirst());
            }
        } else if (schema.has("const")) {
            say(value.equals(schema.get("const")), at, "is " + value, wrong);
        } else if (schema.has("type")) {
            typed(value, schema, at, wrong);
        }
    }

    private void typed(JsonNode value, JsonNode schema, String at, List<String> wrong) {
        switch (schema.get("type").stringValue()) {
            case "null" -> say(value.isNull(), at, "is not null", wrong);
            case "boolean" -> say(value.isBoolean(), at, "is " + value, wrong);
            case "integer" -> say(value.isIntegralNumber(), at, "is " + value, wrong);
            case "number" -> say(value.isNumber(), at, "is " + value, wrong);
            case "string" -> {
                say(value.isString(), at, "is " + value, wrong);
                if (schema.has("enum")) {
                    say(schema.get("enum").valueStream().anyMatch(value::equals), at, "is " + value, wrong);
                }
            }
            case "array" -> {
                say(value.isArray(), at, "is no list", wrong);
                value.forEach(each -> check(each, schema.get("items"), at + "[]", wrong));
            }
            default -> {
                say(value.isObject(), at, "is no object: " + value, wrong);
                if (schema.has("properties")) {
                    say(
                            schema.get("properties").propertyNames().equals(value.propertyNames()),
                            at,
                            "has " + value.propertyNames(),
                            wrong);
                }
                value.properties().forEach(member -> {
                    JsonNode of = schema.has("additionalProperties")
                            ? schema.get("additionalProperties")
                            : schema.path("properties").path(member.getKey());
                    check(member.getValue(), of, at + "/" + member.getKey(), wrong);
                });
            }
        }
    }

    private static void say(boolean right, String at, String what, List<String> wrong) {
        if (!right) {
            wrong.add(at + " " + what);
        }
    }
}
