package org.homeward.node.people;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.homeward.protocol.crypto.Bytes;
import org.homeward.protocol.json.CanonicalJson;

/**
 * What was done to the people of this node, one JSON line each in {@code people.log}: the text that was signed, by whom, with which
 * signature. Whoever has the persons' keys can check it without this node. Nothing is ever taken out.
 */
final class PeopleLog {
    static final String FILE = "people.log";

    private final Path file;

    PeopleLog(Path home) {
        file = home.resolve(FILE);
    }

    /** Durable when it returns. */
    void add(String signed, String by, String key, String signature, String time) throws IOException {
        byte[] line = CanonicalJson.bytes(
                Map.of("signed", signed, "by", by, "key", key, "signature", signature, "time", time));
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            ByteBuffer buffer = ByteBuffer.allocate(line.length + 1)
                    .put(line)
                    .put(Bytes.utf8("\n"))
                    .flip();
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }
}
