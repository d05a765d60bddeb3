package org.homeward.selection;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/** Terms as JSON; {@link #schema} is the published form, {@link #example} terms as parties have written them. */
public final class TermsFile {
    /** The examples, by name. */
    public static final List<String> EXAMPLES = List.of(
            "abu-dhabi-2026-02-05",
            "thousand-for-thousand",
            "under-25-all-for-all",
            "1700-for-1200",
            "thirty-and-fifty",
            "dix-hill-1862");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private TermsFile() {}

    /** Terms, or the place and reason of the first error. */
    public sealed interface Read {
        /** The file is terms. */
        record Ok(SelectionTerms terms) implements Read {}

        /** The file is not; line and column count from 1. */
        record Bad(int line, int column, String reason) implements Read {
            /** One sentence for a clerk. */
            public String sentence() {
                return String.format(Locale.ROOT, "line %d, column %d: %s", line, column, reason);
            }
        }
    }

    /** Reads terms strictly: an unknown field, a missing one, or an undefined category is an error. */
    public static Read read(String json) {
        try {
            SelectionTerms terms = JSON.readValue(json, SelectionTerms.class);
            return terms == null ? new Read.Bad(1, 1, "the file holds no terms") : new Read.Ok(terms);
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            if (e instanceof DatabindException) {
                TokenStreamLocation found = locate(json, pointer(e));
                at = found == null ? at : found;
            }
            return new Read.Bad(
                    at == null ? 1 : Math.max(1, at.getLineNr()),
                    at == null ? 1 : Math.max(1, at.getColumnNr()),
                    reason(e).lines().findFirst().orElse("not JSON"));
        }
    }

    /** The terms as JSON that {@link #read} gives back unchanged. */
    public static String write(SelectionTerms terms) {
        return JSON.writeValueAsString(terms);
    }

    /** The JSON schema (draft 2020-12) of a terms file. */
    public static String schema() {
        return resource("terms.schema.json");
    }

    /** The text of one of {@link #EXAMPLES}. */
    public static String example(String name) {
        if (!EXAMPLES.contains(name)) {
            throw new IllegalArgumentException("no such example");
        }
        return resource("examples/" + name + ".json");
    }

    private static String resource(String name) {
        try (InputStream in = TermsFile.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In the words of the file, not of the program that reads it. */
    private static String reason(JacksonException e) {
        if (e.getCause() instanceof IllegalArgumentException cause && cause.getMessage() != null) {
            return cause.getMessage();
        }
        return switch (e) {
            case InvalidTypeIdException type ->
                type.getTypeId() == null
                        ? "field 'type' is missing; it says which clause this is"
                        : "'" + type.getTypeId() + "' is no type of clause; the types are in the schema";
            case UnrecognizedPropertyException unknown -> {
                Collection<Object> fields = unknown.getKnownPropertyIds();
                yield "field '" + unknown.getPropertyName() + "' is not known here"
                        + (fields == null
                                ? ""
                                : "; the fields are "
                                        + String.join(
                                                ", ",
                                                fields.stream()
                                                        .map(String::valueOf)
                                                        .sorted()
                                                        .toList()));
            }
            case InvalidFormatException format -> expected(format.getTargetType());
            case MismatchedInputException input -> expected(input.getTargetType());
            default -> String.valueOf(e.getOriginalMessage());
        };
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "a value of another kind is expected here";
        }
        if (type.isEnum()) {
            return "one of " + Arrays.toString(type.getEnumConstants()) + " is expected here";
        }
        if (type == LocalDate.class) {
            return "a date such as 2026-02-05 is expected here";
        }
        if (type == Instant.class) {
            return "a time such as 2026-02-05T09:00:00Z is expected here";
        }
        if (type == long.class || type == Long.class) {
            return "a whole number is expected here";
        }
        if (type == String.class) {
            return "a text is expected here";
        }
        return Collection.class.isAssignableFrom(type)
                ? "a list in square brackets is expected here"
                : "an object in braces is expected here";
    }

    private static String pointer(JacksonException e) {
        StringBuilder pointer = new StringBuilder();
        e.getPath()
                .forEach(step -> pointer.append('/')
                        .append(step.getPropertyName() == null ? step.getIndex() : escaped(step.getPropertyName())));
        if (e instanceof InvalidTypeIdException) {
            pointer.append("/type");
        }
        return e.getCause() instanceof Terms.FaultException fault ? pointer + fault.pointer : pointer.toString();
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    /** Where a pointer's value begins; of something missing, where the nearest thing around it begins. */
    private static @Nullable TokenStreamLocation locate(String json, String pointer) {
        TokenStreamLocation nearest = null;
        int length = -1;
        try (JsonParser parser = JSON.createParser(json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.PROPERTY_NAME || token.isStructEnd()) {
                    continue;
                }
                String here = parser.streamReadContext().pathAsPointer().toString();
                boolean around = pointer.equals(here) || pointer.startsWith(here + "/");
                if (around && here.length() > length) {
                    length = here.length();
                    nearest = parser.currentTokenLocation();
                }
            }
        } catch (JacksonException e) {
            return nearest;
        }
        return nearest;
    }
}
