package org.homeward.names;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The models that ship with this library, one for each pair of scripts that was learned. */
final class EditModels {
    private static final @Nullable EditModel[][] BY_SCRIPTS = readAll();

    private EditModels() {}

    private static @Nullable EditModel[][] readAll() {
        int n = Script.values().length;
        @Nullable EditModel[][] models = new EditModel[n][n];
        for (Script left : Script.values()) {
            for (Script right : Script.values()) {
                String name = "edits-" + left.name().toLowerCase(Locale.ROOT) + "-"
                        + right.name().toLowerCase(Locale.ROOT) + ".txt";
                try (InputStream in = EditModels.class.getResourceAsStream(name)) {
                    if (in != null) {
                        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
                        models[left.ordinal()][right.ordinal()] =
                                EditModel.read(lines.lines().toList());
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return models;
    }

    /**
     * The model for a word of {@code a}'s script and one of {@code b}'s, or null. Its sides may be the other way round. Cyrillic
     * meets Arabic and Hebrew by way of Latin letters.
     */
    static @Nullable EditModel between(Script a, Script b) {
        EditModel direct = BY_SCRIPTS[a.ordinal()][b.ordinal()];
        if (direct == null) {
            direct = BY_SCRIPTS[b.ordinal()][a.ordinal()];
        }
        if (direct == null && a == Script.CYRILLIC && b != Script.CYRILLIC) {
            return between(Script.LATIN, b);
        }
        if (direct == null && b == Script.CYRILLIC && a != Script.CYRILLIC) {
            return between(a, Script.LATIN);
        }
        return direct;
    }

    /** Cyrillic in the Latin letters of its own language's passport. */
    static String latin(String cyrillic) {
        return Romanisation.UKRAINIAN_2010.reads(cyrillic) && !Romanisation.RUSSIAN_ICAO.reads(cyrillic)
                ? Romanisation.UKRAINIAN_2010.write(cyrillic)
                : Romanisation.RUSSIAN_ICAO.write(cyrillic);
    }
}
