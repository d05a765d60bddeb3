package org.homeward.tracing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.homeward.names.Skeleton;

/** Towns under their several names, from {@code places.txt}: renamed ones, and those whose name in the other language is written otherwise. */
final class Towns {
    private static final Map<String, String> TOWN_OF = read();

    private Towns() {}

    private static Map<String, String> read() {
        Map<String, String> towns = new HashMap<>();
        try (InputStream in = Towns.class.getResourceAsStream("places.txt")) {
            if (in == null) {
                throw new IllegalStateException("places.txt is not beside its class");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    join(towns, line.split("\\|"));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(towns);
    }

    /** Towns that have had one name are one town here: which of them is meant, nobody can tell by it. */
    private static void join(Map<String, String> towns, String[] names) {
        String first = sounds(names[0]);
        for (String name : names) {
            String other = towns.get(sounds(name));
            if (other != null) {
                first = other;
            }
        }
        for (String name : names) {
            towns.put(sounds(name), first);
        }
    }

    private static String sounds(String name) {
        List<String> words = new ArrayList<>();
        for (String word : name.split("[\\s\\-]+")) {
            words.add(Skeleton.of(word));
        }
        return String.join(" ", words);
    }

    /** The first known name of a town whose name sounds so, or the sounds themselves. */
    static String of(String sound) {
        return TOWN_OF.getOrDefault(sound, sound);
    }
}
