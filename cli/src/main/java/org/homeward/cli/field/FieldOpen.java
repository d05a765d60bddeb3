package org.homeward.cli.field;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.homeward.handover.pack.DayPack;
import org.homeward.handover.pack.DeviceKeys;
import org.homeward.handover.pack.Movement;
import org.homeward.ledger.Refusal;
import org.homeward.ledger.Result;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code homeward field open}: is this pack good on this device? */
@Command(
        name = "open",
        mixinStandardHelpOptions = true,
        description = {
            "Opens a day pack or a file of routes and times on the device it was made for, and says what is in it: figures for a",
            "pack, the routes for the other. Names are shown by `field checkin` only. Refuses past its expiry and on another device."
        },
        footer = {
            "",
            "Exit code: 0 opened, 1 refused, 2 bad input or usage.",
            "",
            "Example:",
            "  homeward field open packs/aa-01.hwpack --keys drill/keys/aa-01.hwkeys --pass drill/keys/pass"
        })
final class FieldOpen implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call().
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "A .hwpack or .hwmove file.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(names = "--keys", required = true, paramLabel = "FILE", description = "This device's keys.")
    @SuppressWarnings("NullAway.Init")
    private Path keys;

    @Option(names = "--pass", paramLabel = "FILE", description = "File with their pass phrase; asked for if not given.")
    private @Nullable Path pass;

    @Override
    public Integer call() {
        try {
            Result<DeviceKeys> unlocked = Opened.keys(keys, pass);
            if (unlocked instanceof Result.Refused<DeviceKeys>(Refusal refusal)) {
                Output.refuse(spec, refusal);
                return 1;
            }
            byte[] bytes = Files.readAllBytes(file);
            long now = Instant.now().toEpochMilli();
            Result<String> said = file.toString().endsWith(".hwmove")
                    ? DayPack.openMovements(bytes, unlocked.get(), now).then(plan -> Result.ok(routes(plan)))
                    : DayPack.open(bytes, unlocked.get(), now).then(pack -> Result.ok(figures(pack)));
            return switch (said) {
                case Result.Refused<String>(Refusal refusal) -> {
                    Output.refuse(spec, refusal);
                    yield 1;
                }
                case Result.Ok<String>(String text) -> {
                    Output.line(spec, text);
                    yield 0;
                }
            };
        } catch (IOException e) {
            return Output.unreadable(spec);
        }
    }

    private static String figures(DayPack pack) {
        return "Opened: case " + pack.roster().caseId() + ", " + pack.roster().handover() + "; "
                + pack.list().lines().size() + " people of this point and the reserve, "
                + pack.manifest().seats().size() + " seats, "
                + pack.roster().devices().size()
                + " devices; the checkpoint is co-signed.";
    }

    private static String routes(Movement.Plan plan) {
        StringBuilder out = new StringBuilder();
        plan.movements()
                .forEach(m -> out.append(out.isEmpty() ? "" : System.lineSeparator())
                        .append(m.vehicle())
                        .append(": ")
                        .append(m.route())
                        .append("; leaves ")
                        .append(m.leaves())
                        .append(", arrives ")
                        .append(m.arrives()));
        return out.toString();
    }
}
