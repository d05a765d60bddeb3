package org.homeward.cli.field;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.homeward.handover.device.Post;
import org.homeward.handover.pack.DayPack;
import org.homeward.handover.pack.DeviceKeys;
import org.homeward.ledger.Refusal;
import org.homeward.ledger.Result;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code homeward field checkin}: a post on the day, line by line. */
@Command(
        name = "checkin",
        mixinStandardHelpOptions = true,
        description = {
            "Takes up a post with this device's pack and records what is typed, one line each, in the device's own signed log.",
            "Needs no network. What it has said is recorded is on the disk; type help for the words."
        },
        footer = {
            "",
            "Exit code: 0 left, 1 refused, 2 bad input or usage, 3 the disk refused and the device must not go on.",
            "",
            "Example:",
            "  homeward field checkin --pack packs/aa-01.hwpack --keys drill/keys/aa-01.hwkeys --log my-log"
        })
final class FieldCheckin implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call().
    private CommandSpec spec;

    @Option(names = "--pack", required = true, paramLabel = "FILE", description = "This device's day pack.")
    @SuppressWarnings("NullAway.Init")
    private Path pack;

    @Option(names = "--keys", required = true, paramLabel = "FILE", description = "This device's keys.")
    @SuppressWarnings("NullAway.Init")
    private Path keys;

    @Option(names = "--pass", paramLabel = "FILE", description = "File with their pass phrase; asked for if not given.")
    private @Nullable Path pass;

    @Option(
            names = "--log",
            required = true,
            paramLabel = "FOLDER",
            description = "Folder of this device's log; new or its own.")
    @SuppressWarnings("NullAway.Init")
    private Path log;

    @Override
    public Integer call() {
        try {
            Result<DeviceKeys> unlocked = Opened.keys(keys, pass);
            if (unlocked instanceof Result.Refused<DeviceKeys>(Refusal refusal)) {
                return refused(refusal);
            }
            InstantSource clock = InstantSource.system();
            Result<DayPack> opened = DayPack.open(Files.readAllBytes(pack), unlocked.get(), clock.millis());
            if (opened instanceof Result.Refused<DayPack>(Refusal refusal)) {
                return refused(refusal);
            }
            Result<Post> post = Post.open(opened.get(), unlocked.get(), log);
            if (post instanceof Result.Refused<Post>(Refusal refusal)) {
                return refused(refusal);
            }
            try (Post open = post.get()) {
                return run(new CheckinSession(open, unlocked.get().device(), clock, new SecureRandom()));
            }
        } catch (IOException e) {
            return Output.unreadable(spec);
        }
    }

    private int refused(Refusal refusal) {
        Output.refuse(spec, refusal);
        return 1;
    }

    private int run(CheckinSession session) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        while (true) {
            out.print(session.prompt());
            out.flush();
            String line = in.readLine();
            if (line == null || line.strip().equals("quit")) {
                return 0;
            }
            try {
                session.say(line).forEach(out::println);
            } catch (IOException disk) {
                Output.refuse(
                        spec,
                        "The disk has refused: what was said to be recorded is safe. Do not go on with this device; hand in its log and take another.");
                return 3;
            }
        }
    }
}
