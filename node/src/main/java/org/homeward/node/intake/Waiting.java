package org.homeward.node.intake;

import java.time.Instant;
import java.util.Map;
import org.homeward.node.store.Registers;
import org.homeward.register.Field;

/**
 * A file that was handed in and is not taken in yet.
 *
 * @param id its name here: made of the file's digest and its register, so that the same file waits once
 * @param file its name as it was handed in, without any folder
 * @param sha256 digest of the file, in hex
 * @param map headers to the meaning that a person gave them
 */
public record Waiting(
        String id, Registers.Kind kind, String file, String sha256, String by, Instant at, Map<String, Field> map) {
    public Waiting {
        map = Map.copyOf(map);
    }
}
