package org.homeward.talks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.homeward.protocol.json.MalformedJsonException;

/** The second round in Abu Dhabi as it is shipped, and short ways to write acts. */
final class Example {
    private Example() {}

    static String text() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(Example.class.getResourceAsStream("examples/abu-dhabi-round-2.json"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static List<Entry> entries() throws IOException, MalformedJsonException {
        return ActJson.entries(text());
    }

    /** An entry at a fixed time. */
    static Entry entry(String by, String act) throws MalformedJsonException {
        return ActJson.entries("{\"by\":\"%s\",\"at\":\"2026-02-05T12:30:00Z\",\"act\":%s}".formatted(by, act))
                .getFirst();
    }
}
