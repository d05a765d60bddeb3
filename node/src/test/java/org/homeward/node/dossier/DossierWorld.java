package org.homeward.node.dossier;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.homeward.node.store.Registers.Batch;
import org.homeward.node.store.Registers.Kind;
import org.homeward.node.store.Store;
import org.homeward.protocol.crypto.Bytes;
import org.homeward.protocol.crypto.SigningKey;
import org.homeward.register.ReadOutcome.Read;
import org.homeward.register.RegisterReader;

/** A bureau's store with the desks of its dossiers, and a clock that each look sets on by a minute. */
final class DossierWorld implements AutoCloseable {
    final Store store;
    final DossierRooms rooms;
    final SigningKey key = SigningKey.generate(new SecureRandom());
    final List<OtherSide.Reply> replies = new ArrayList<>();
    private Instant now = Instant.parse("2026-02-05T12:00:00Z");

    DossierWorld(Path folder) throws Exception {
        store = Store.embedded(folder.resolve("homeward.db"));
        Clock clock = InstantSource.system().withZone(ZoneOffset.UTC);
        clock = new Clock() {
            @Override
            public java.time.ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                now = now.plus(Duration.ofMinutes(1));
                return now;
            }
        };
        rooms = DossierRooms.open(store, () -> List.copyOf(replies), "aa", key, clock, new SecureRandom());
    }

    Instant now() {
        return now;
    }

    /** Takes a file in as it stands. */
    Batch takeIn(Kind kind, String name, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        Read read = (Read) RegisterReader.read(name, bytes, Map.of(), now);
        now = now.plus(Duration.ofHours(1));
        return store.registers().add(kind, name, Bytes.hex(Bytes.sha256(bytes)), read.table(), "clerk", now);
    }

    @Override
    public void close() {
        store.close();
    }
}
