package org.homeward.selection;

import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/** Terms as JSON; the published schema is the resource {@code terms.schema.json} beside this class. */
public final class TermsFile {
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
            Throwable cause = e.getCause();
            String reason = cause instanceof IllegalArgumentException && cause.getMessage() != null
                    ? cause.getMessage()
                    : e.getOriginalMessage();
            var at = e.getLocation();
            return new Read.Bad(
                    at == null ? 1 : Math.max(1, at.getLineNr()),
                    at == null ? 1 : Math.max(1, at.getColumnNr()),
                    String.valueOf(reason).lines().findFirst().orElse("not JSON"));
        }
    }

    /** The terms as JSON that {@link #read} gives back unchanged. */
    public static String write(SelectionTerms terms) {
        return JSON.writeValueAsString(terms);
    }
}
