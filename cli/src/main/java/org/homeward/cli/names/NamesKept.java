package org.homeward.cli.names;

import java.util.HashMap;
import java.util.Map;
import org.homeward.names.NameMatch;
import org.homeward.names.PersonName;

/** Names as they were read, since in files of pairs each stands in many lines; some are kept, and none changes an answer. */
final class NamesKept {
    private static final int MOST = 1 << 16;

    private final Map<String, PersonName> read = new HashMap<>();

    NameMatch match(String left, String right) {
        return NameMatch.of(name(left), name(right));
    }

    private PersonName name(String text) {
        if (read.size() >= MOST) {
            read.clear();
        }
        return read.computeIfAbsent(text, PersonName::parse);
    }
}
