package org.homeward.ledger;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Names and widths of the files of a log in the C2SP tlog-tiles layout. Paths are made here, never taken from input. */
final class Tiles {
    /** Hashes or entries in a full tile. */
    static final int WIDTH = 256;

    private Tiles() {}

    /**
     * One file of the layout.
     *
     * @param level 0 to 7 for hashes, -1 for a bundle of entries
     * @param index place in its level
     * @param width 1 to 256; below 256 it is partial
     */
    record Tile(int level, long index, int width) {
        /** The bundle of the entries under this tile of level 0. */
        Tile bundle() {
            return new Tile(-1, index, width);
        }

        String path() {
            return full() + (width == WIDTH ? "" : ".p/" + width);
        }

        /** The path of the full tile at this place, which may stand in for a partial one. */
        String full() {
            StringBuilder path = new StringBuilder(String.format(Locale.ROOT, "%03d", index % 1000));
            for (long rest = index / 1000; rest > 0; rest /= 1000) {
                path.insert(0, String.format(Locale.ROOT, "x%03d/", rest % 1000));
            }
            return (level < 0 ? "tile/entries/" : "tile/" + level + "/") + path;
        }
    }

    /** Every tile of hashes of a tree of this size at one level, from the first that ends after {@code from} entries. */
    static List<Tile> at(int level, long size, long from) {
        long hashes = size >>> (8 * level);
        long known = from >>> (8 * level);
        List<Tile> tiles = new ArrayList<>();
        for (long index = known / WIDTH; index * WIDTH < hashes; index++) {
            tiles.add(new Tile(level, index, (int) Math.min(WIDTH, hashes - index * WIDTH)));
        }
        return tiles;
    }

    /** The highest level with a hash in it for a tree of this size. */
    static int top(long size) {
        int level = 0;
        while (level < 7 && size >>> (8 * (level + 1)) > 0) {
            level++;
        }
        return level;
    }

    /** The content of a hash tile. */
    static byte[] content(Tile tile, MerkleTree tree) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < tile.width(); i++) {
            out.writeBytes(
                    tree.complete(8 * tile.level(), tile.index() * WIDTH + i).bytes());
        }
        return out.toByteArray();
    }
}
