package org.homeward.ledger;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The next state of a log's static files, taken at one moment, so that a thread of its own can write it.
 *
 * @param size number of entries under the checkpoint
 * @param tiles hash tiles that changed, with their content
 * @param entries the entries at that moment
 * @param note signed checkpoint
 */
record Publication(long size, Map<Tiles.Tile, byte[]> tiles, WriteAheadLog.Reader entries, SignedNote note) {
    /** Writes bundles and tiles, then the checkpoint that needs them. One publication at a time. */
    void write(Storage storage) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (Map.Entry<Tiles.Tile, byte[]> tile : tiles.entrySet()) {
            files.put(tile.getKey().path(), tile.getValue());
            if (tile.getKey().level() == 0) {
                Tiles.Tile bundle = tile.getKey().bundle();
                files.put(bundle.path(), entries.bundle(bundle, tile.getValue()));
            }
        }
        Storage.replaceAll(storage, files);
        Storage.replace(storage, LogStore.CHECKPOINT, note.bytes());
    }
}
