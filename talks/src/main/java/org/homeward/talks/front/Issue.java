package org.homeward.talks.front;

import java.util.List;

/**
 * One thing to agree on, and the options for it in the order of the file.
 *
 * @param number the index that the file gives it, or its place where a file gives none
 */
public record Issue(String name, int number, List<String> options) {
    public Issue {
        options = List.copyOf(options);
    }
}
