package org.homeward.ledger;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Base64;
import java.util.SplittableRandom;

/** A process that appends for as long as it lives and says what was acknowledged: index, entry, size and root. */
final class KilledWriter {
    private KilledWriter() {}

    public static void main(String[] args) throws Exception {
        LogOptions options = new LogOptions(
                Keys.ORIGIN, java.util.List.of(Keys.LOG), java.time.InstantSource.system(), 1 << 16, e -> {
                    System.err.println(e);
                    Runtime.getRuntime().halt(LogOptions.EXIT_IO);
                });
        TransparencyLog log;
        try {
            log = TransparencyLog.open(Path.of(args[0]), options);
        } catch (java.io.IOException disk) {
            // The very first sync may be the one that is refused.
            options.onFailure().accept(disk);
            return;
        }
        System.out.println("ready");
        long seed = Long.parseLong(args[1]);
        for (int writer = 0; writer < 4; writer++) {
            SplittableRandom random = new SplittableRandom(seed * 4 + writer);
            Thread.ofPlatform().start(() -> {
                while (true) {
                    byte[] entry = new byte[8 + random.nextInt(400)];
                    random.nextBytes(entry);
                    ByteBuffer.wrap(entry).putLong(random.nextLong());
                    AppendResult done = log.append(entry);
                    Checkpoint checkpoint = done.checkpoint().checkpoint().get();
                    System.out.println(done.index() + " " + Base64.getEncoder().encodeToString(entry) + " "
                            + checkpoint.size() + " " + checkpoint.root());
                    if (random.nextInt(50) == 0) {
                        log.publish();
                    }
                }
            });
        }
    }
}
