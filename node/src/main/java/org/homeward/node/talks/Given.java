package org.homeward.node.talks;

import java.util.Arrays;
import java.util.Map;

/** What stands in a form: nothing at first, and what was filled in when the entry was refused. */
public record Given(Map<String, String[]> values) {
    /** The value of a field, or nothing. */
    public String text(String name) {
        String[] all = values.get(name);
        return all == null ? "" : all[0];
    }

    /** Whether a choice is ticked. */
    public boolean has(String name, String value) {
        String[] all = values.get(name);
        return all != null && Arrays.asList(all).contains(value);
    }
}
