package org.homeward.cli.field;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.homeward.handover.log.Roster;
import org.homeward.handover.log.RosterText;
import org.homeward.handover.pack.DayList;
import org.homeward.handover.pack.DayPack;
import org.homeward.handover.pack.DeviceFile;
import org.homeward.handover.pack.Manifest;
import org.homeward.handover.pack.Movement;
import org.homeward.ledger.Refusal;
import org.homeward.ledger.Result;
import org.homeward.protocol.crypto.SigningKey;
import org.homeward.protocol.json.CanonicalJson;
import org.homeward.protocol.json.MalformedJsonException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code homeward field pack}: the evening before. */
@Command(
        name = "pack",
        mixinStandardHelpOptions = true,
        description = {
            "Makes the day packs of one side's devices: the frozen list of those who pass the device's point, seats, keys of all",
            "devices and the co-signed checkpoint, sealed to that device and dead after --expires. Refused while the checkpoint",
            "is not co-signed. Routes and times never go into a pack: --movements writes them to files of their own, for those",
            "devices only that the plan names."
        },
        footer = {
            "",
            "Exit code: 0 written, 2 bad input or usage.",
            "",
            "Example:",
            "  homeward field pack --roster drill/roster.json --list drill/list.json --manifest drill/manifest.json \\",
            "    --checkpoint drill/checkpoint --policy drill/policy --expires 2026-02-06T23:00:00Z \\",
            "    --officer officer-aa-01 --key drill/keys/officer-aa-01.key --out packs"
        })
final class FieldPack implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call().
    private CommandSpec spec;

    @Option(names = "--roster", required = true, paramLabel = "FILE", description = "The day's roster.")
    @SuppressWarnings("NullAway.Init")
    private Path roster;

    @Option(
            names = "--list",
            required = true,
            paramLabel = "FILE",
            description = "The frozen list with names and questions.")
    @SuppressWarnings("NullAway.Init")
    private Path list;

    @Option(names = "--manifest", paramLabel = "FILE", description = "Who sits where; no routes and no times.")
    private @Nullable Path manifest;

    @Option(names = "--movements", paramLabel = "FILE", description = "Routes and times, and which devices know them.")
    private @Nullable Path movements;

    @Option(
            names = "--checkpoint",
            required = true,
            paramLabel = "FILE",
            description = "The joint log's co-signed checkpoint.")
    @SuppressWarnings("NullAway.Init")
    private Path checkpoint;

    @Option(
            names = "--policy",
            required = true,
            paramLabel = "FILE",
            description = "Whose co-signatures it needs (tlog-policy).")
    @SuppressWarnings("NullAway.Init")
    private Path policy;

    @Option(
            names = "--expires",
            required = true,
            paramLabel = "TIME",
            description = "End of the packs, as in 2026-02-06T23:00:00Z; within seven days.")
    @SuppressWarnings("NullAway.Init")
    private String expires;

    @Option(
            names = "--officer",
            required = true,
            paramLabel = "ID",
            description = "Who makes the packs; those of his side are made.")
    @SuppressWarnings("NullAway.Init")
    private String officer;

    @Option(names = "--key", required = true, paramLabel = "FILE", description = "His private key.")
    @SuppressWarnings("NullAway.Init")
    private Path key;

    @Option(names = "--out", required = true, paramLabel = "FOLDER", description = "Folder for the packs.")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Override
    public Integer call() {
        try {
            Result<Roster> day = RosterText.read(Files.readAllBytes(roster));
            if (day instanceof Result.Refused<Roster>(Refusal refusal)) {
                return Output.refuse(spec, refusal);
            }
            DayPack content = new DayPack(
                    day.get(),
                    Files.readString(checkpoint, StandardCharsets.UTF_8),
                    Files.readString(policy, StandardCharsets.UTF_8),
                    CanonicalJson.read(Files.readAllBytes(list), DayList.class),
                    manifest == null
                            ? Manifest.NONE
                            : CanonicalJson.read(Files.readAllBytes(manifest), Manifest.class));
            DayPack.Order order = new DayPack.Order(
                    content,
                    Instant.now().toEpochMilli(),
                    Instant.parse(expires).toEpochMilli());
            return make(order, SigningKey.fromPrivateText(Files.readString(key).strip()));
        } catch (MalformedJsonException e) {
            return Output.refuse(
                    spec, "The list, the manifest or the movements cannot be read: " + e.getMessage() + ".");
        } catch (DateTimeParseException e) {
            return Output.refuse(spec, "--expires is a time in UTC, as in 2026-02-06T23:00:00Z.");
        } catch (IllegalArgumentException e) {
            return Output.refuse(spec, "The file of --key holds no private key.");
        } catch (IOException e) {
            return Output.unreadable(spec);
        }
    }

    /** All or none: nothing is written before every pack is made. */
    private int make(DayPack.Order order, SigningKey maker) throws IOException, MalformedJsonException {
        Roster roster = order.day().roster();
        String party = roster.officer(officer).map(Roster.Officer::party).orElse("");
        List<String> devices = DayPack.devicesOf(roster, party);
        if (devices.isEmpty()) {
            return Output.refuse(spec, "The roster has no officer " + officer + " whose side has a device.");
        }
        Map<String, DeviceFile> files = new TreeMap<>();
        List<String> told = new ArrayList<>();
        Movement.Plan plan =
                movements == null ? null : CanonicalJson.read(Files.readAllBytes(movements), Movement.Plan.class);
        for (String device : devices) {
            Result<DeviceFile> pack = DayPack.make(order, device, officer, maker);
            if (pack instanceof Result.Refused<DeviceFile>(Refusal refusal)) {
                return Output.refuse(spec, refusal);
            }
            files.put(device + ".hwpack", pack.get());
            if (plan != null && !plan.knownTo(device).movements().isEmpty()) {
                files.put(
                        device + ".hwmove",
                        DayPack.movements(order, plan, device, officer, maker).get());
                told.add(device);
            }
        }
        Files.createDirectories(out);
        for (Map.Entry<String, DeviceFile> file : files.entrySet()) {
            Output.file(out.resolve(file.getKey()), file.getValue().bytes());
        }
        Output.line(
                spec,
                "Wrote the packs of " + String.join(", ", devices) + " to " + out
                        + (told.isEmpty() ? "" : "; routes and times for " + String.join(", ", told)) + ".");
        return 0;
    }
}
