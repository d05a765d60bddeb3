package org.homeward.node.home;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a backup holds, so that a restore puts back all of it and nothing else.
 *
 * @param v version of the format
 * @param node the node's id
 * @param keys whether the node's keys are in it
 */
record Manifest(int v, String node, boolean keys, List<Item> files) {
    static final String NAME = "backup.json";
    static final int VERSION = 1;

    /**
     * One file.
     *
     * @param path below the home, with slashes
     * @param size in bytes
     * @param sha256 in hex
     */
    record Item(String path, long size, String sha256) {}

    Manifest {
        files = List.copyOf(files);
    }

    /** What makes this manifest unusable, or empty. A path that leads out of the home is never followed. */
    Optional<String> flaw() {
        if (v != VERSION) {
            return Optional.of("it is of version " + v + ", this program reads version " + VERSION);
        }
        Set<String> paths = new HashSet<>();
        for (Item item : files) {
            Path path = Path.of(item.path());
            boolean inside = !path.isAbsolute()
                    && path.equals(path.normalize())
                    && !path.startsWith("..")
                    && !item.path().isEmpty()
                    && !item.path().equals(NAME);
            if (!inside || !paths.add(item.path()) || item.size() < 0) {
                return Optional.of("it names a file that cannot be in a home");
            }
        }
        return Optional.empty();
    }
}
