package org.homeward.cli.field;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.homeward.handover.drill.BusyDay;
import org.homeward.handover.drill.Drill;
import org.homeward.handover.drill.DrillDevice;
import org.homeward.handover.drill.DrillLedger;
import org.homeward.handover.drill.DrillNames;
import org.homeward.handover.drill.RehearsedDay;
import org.homeward.handover.log.LogText;
import org.homeward.handover.log.RosterText;
import org.homeward.handover.log.SignedEvent;
import org.homeward.protocol.crypto.Bytes;
import org.homeward.protocol.json.CanonicalJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code homeward field drill}: logs to practise with. */
@Command(
        name = "drill",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the roster and the devices' logs of an invented day, to practise joining and checking them.",
            "What the devices record is random and contradicts itself on purpose, unless --rehearsed is given. Nobody in it exists."
        },
        footer = {
            "",
            "Exit code: 0 written, 2 bad input or usage.",
            "",
            "Example:",
            "  homeward field drill --seed 7 --out drill",
            "  homeward field merge --roster drill/roster.json drill/*.hwlog"
        })
final class FieldDrill implements Callable<Integer> {
    private static final String PASS_PHRASE = "nobody in this drill exists";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call().
    private CommandSpec spec;

    @Option(names = "--seed", required = true, description = "Whatever is random but the keys comes from it.")
    private long seed;

    @Option(
            names = "--devices",
            defaultValue = "12",
            description = "How many devices, 3 to 60; ${DEFAULT-VALUE} if not given.")
    private int devices = 12;

    @Option(
            names = "--events",
            defaultValue = "200",
            description = "Events in each log, 1 to 10000; ${DEFAULT-VALUE} if not given.")
    private int events = 200;

    @Option(
            names = "--rehearsed",
            description =
                    "A day as it should go, with one of each trouble, instead of random records; 6,060 bags go to aa.")
    private boolean rehearsed;

    @Option(names = "--out", required = true, paramLabel = "FOLDER", description = "New folder to write.")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Override
    public Integer call() {
        if (devices < 3 || devices > 60 || events < 1 || events > 10_000) {
            return Output.refuse(spec, "A drill has 3 to 60 devices with 1 to 10000 events each.");
        }
        if (rehearsed && devices < 6) {
            return Output.refuse(spec, "A rehearsed day is at two points, and so has at least 6 devices.");
        }
        if (Files.exists(out)) {
            return Output.refuse(spec, "The folder " + out + " is there already: name a new one.");
        }
        Drill drill = Drill.create(
                new Drill.Size(
                        Map.of("aa", 157, "bb", 160),
                        Map.of("bb", 3),
                        5,
                        rehearsed ? Map.of("bags:aa", 6_060L) : Map.of(),
                        devices),
                new SecureRandom(),
                new SplittableRandom(seed));
        Map<String, List<SignedEvent>> logs =
                rehearsed ? RehearsedDay.run(drill) : BusyDay.run(drill, events, true, new SplittableRandom(seed + 1));
        try {
            Files.createDirectories(out);
            Output.file(out.resolve("roster.json"), RosterText.write(drill.roster()));
            packs(drill, new SecureRandom());
            for (Map.Entry<String, List<SignedEvent>> log : logs.entrySet()) {
                DrillDevice device = Objects.requireNonNull(drill.devices().get(log.getKey()));
                Output.file(
                        out.resolve(log.getKey() + ".hwlog"), LogText.write(log.getValue(), List.of(device.head())));
            }
        } catch (IOException e) {
            return Output.unreadable(spec);
        }
        Output.line(
                spec,
                String.format(
                        Locale.ROOT,
                        "Wrote the roster and %d logs with %,d events to %s; seed %d. Nobody in them exists.",
                        logs.size(),
                        logs.values().stream().mapToInt(List::size).sum(),
                        out,
                        seed));
        return 0;
    }

    /** What `field pack` and a device need: names, seats, routes, checkpoint, keys. */
    private void packs(Drill drill, SecureRandom random) throws IOException {
        DrillLedger ledger = DrillLedger.create(drill.roster().parties(), random);
        Output.file(out.resolve("list.json"), CanonicalJson.bytes(DrillNames.list(drill.roster())));
        Output.file(out.resolve("manifest.json"), CanonicalJson.bytes(drill.seats()));
        Output.file(out.resolve("movements.json"), CanonicalJson.bytes(drill.movements()));
        Output.file(out.resolve("checkpoint"), Bytes.utf8(ledger.checkpoint()));
        Output.file(out.resolve("policy"), Bytes.utf8(ledger.policy()));
        Path keys = Files.createDirectories(out.resolve("keys"));
        Output.secret(keys.resolve("pass"), PASS_PHRASE);
        for (DrillDevice device : drill.devices().values()) {
            Output.secret(
                    keys.resolve(device.officer() + ".key"), device.officerKey().privateText());
            // A side's first officer makes the packs of all its devices.
            String maker =
                    drill.of(device.device().party()).getFirst().officerKey().publicText();
            Output.file(
                    keys.resolve(device.device().id() + ".hwkeys"),
                    device.keys(maker).lock(PASS_PHRASE, random));
        }
    }
}
