package org.homeward.handover.device;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.homeward.handover.log.Observation;
import org.homeward.handover.log.SignedEvent;
import org.homeward.handover.pack.DayPack;
import org.homeward.handover.pack.DeviceKeys;
import org.homeward.ledger.Result;
import org.homeward.protocol.json.CanonicalJson;

/** A device that records for as long as it lives and says what it acknowledged: number and hash. */
final class KilledPost {
    static final int EXIT_IO = 74;

    private KilledPost() {}

    /** Arguments: folder with {@code pack} and {@code keys}, time by its clock, seed. */
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        DeviceKeys keys = CanonicalJson.read(Files.readAllBytes(folder.resolve("keys")), DeviceKeys.class);
        DayPack pack = DayPack.open(Files.readAllBytes(folder.resolve("pack")), keys, Long.parseLong(args[1]))
                .get();
        SplittableRandom chance = new SplittableRandom(Long.parseLong(args[2]));
        try (Post post = Post.open(pack, keys, folder.resolve("log")).get()) {
            for (int i = 0; ; i++) {
                Result<SignedEvent> done =
                        post.record(new Observation.BagSeen("B" + chance.nextInt(1000), "aa", "S" + i), i);
                System.out.println(done.get().seq() + " " + done.get().hash());
            }
        } catch (IOException disk) {
            Runtime.getRuntime().halt(EXIT_IO);
        }
    }
}
