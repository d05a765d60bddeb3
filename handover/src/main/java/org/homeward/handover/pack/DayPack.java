package org.homeward.handover.pack;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.homeward.handover.log.Roster;
import org.homeward.handover.log.RosterText;
import org.homeward.ledger.Policy;
import org.homeward.ledger.Refusal;
import org.homeward.ledger.Result;
import org.homeward.ledger.SignedNote;
import org.homeward.protocol.crypto.SigningKey;
import org.homeward.protocol.json.CanonicalJson;
import org.homeward.protocol.json.MalformedJsonException;
import tools.jackson.databind.JsonNode;

/**
 * What a device of the day has and needs no network for.
 *
 * @param roster keys of all devices and officers, and the lists by token
 * @param checkpoint the joint log's state, signed and co-signed
 * @param policy whose co-signatures make it count (C2SP tlog-policy)
 * @param list names and questions, of those who pass this device's point only
 * @param manifest seats in vehicles that are boarded at its point
 */
public record DayPack(Roster roster, String checkpoint, String policy, DayList list, Manifest manifest) {
    /** Longest life of a pack: seven days, in milliseconds. */
    public static final long LONGEST = 7 * 86_400_000L;

    /**
     * What all packs of a day are made from.
     *
     * @param made milliseconds since 1970
     * @param expires milliseconds since 1970
     */
    public record Order(DayPack day, long made, long expires) {}

    /** The pack of one device, sealed to it. The maker is an officer of the device's own side. */
    public static Result<DeviceFile> make(Order order, String deviceId, String maker, SigningKey makerKey) {
        DayPack day = order.day();
        Roster roster = day.roster();
        Roster.Device device = roster.device(deviceId).orElse(null);
        Roster.Officer officer = roster.officer(maker).orElse(null);
        if (device == null) {
            return Result.refused("pack.device", "The roster has no device " + deviceId + ".");
        }
        if (officer == null
                || !officer.party().equals(device.party())
                || !officer.key().equals(makerKey.publicText())) {
            return Result.refused(
                    "pack.maker",
                    "Packs for " + deviceId + " are made by an officer of its own side, with his own key.");
        }
        if (order.expires() <= order.made() || order.expires() - order.made() > LONGEST) {
            return Result.refused("pack.expires", "A pack expires after it is made, and within seven days.");
        }
        Optional<Refusal> flaw = day.flaw();
        if (flaw.isPresent()) {
            return new Result.Refused<>(flaw.get());
        }
        Set<String> here = new HashSet<>();
        day.list().lines().forEach(l -> here.add(l.token()));
        here.removeAll(day.manifest().elsewhere(roster, device.point()));
        DayPack own = new DayPack(
                roster,
                day.checkpoint(),
                day.policy(),
                day.list().only(here),
                day.manifest().at(roster, device.point()));
        return Result.ok(DeviceFile.seal(
                header(DeviceFile.What.PACK, roster, order, device, officer),
                device.sealingKey(),
                makerKey,
                CanonicalJson.bytes(own)));
    }

    /** What a device may know of routes and times, in a file of its own; refused where it may know nothing. */
    public static Result<DeviceFile> movements(
            Order order, Movement.Plan plan, String deviceId, String maker, SigningKey makerKey) {
        Roster roster = order.day().roster();
        Roster.Device device = roster.device(deviceId).orElse(null);
        Roster.Officer officer = roster.officer(maker).orElse(null);
        Movement.Plan known = plan.knownTo(deviceId);
        if (device == null || officer == null || !officer.party().equals(device.party())) {
            return Result.refused("pack.device", "Files for " + deviceId + " are made by an officer of its own side.");
        }
        if (known.movements().isEmpty()) {
            return Result.refused("movements.none", "Device " + deviceId + " is told of no movement.");
        }
        return Result.ok(DeviceFile.seal(
                header(DeviceFile.What.MOVEMENTS, roster, order, device, officer),
                device.sealingKey(),
                makerKey,
                CanonicalJson.bytes(known)));
    }

    private static DeviceFile.Header header(
            DeviceFile.What what, Roster roster, Order order, Roster.Device device, Roster.Officer officer) {
        return new DeviceFile.Header(
                1, what, roster.caseId(), roster.handover(), device.id(), order.made(), order.expires(), officer.key());
    }

    /**
     * Opens a pack on its device.
     *
     * @param now milliseconds since 1970 by the device's clock
     */
    public static Result<DayPack> open(byte[] file, DeviceKeys keys, long now) {
        return DeviceFile.open(file, DeviceFile.What.PACK, keys, now).then(content -> {
            try {
                JsonNode tree = CanonicalJson.parse(content);
                Result<Roster> roster = RosterText.read(CanonicalJson.bytes(tree.path("roster")));
                if (roster instanceof Result.Refused<Roster>(Refusal refusal)) {
                    return new Result.Refused<>(refusal);
                }
                DayPack pack = CanonicalJson.as(tree, DayPack.class);
                boolean own = pack.roster()
                        .device(keys.device())
                        .filter(d -> d.key().equals(keys.signingKey().publicText()))
                        .isPresent();
                if (!own) {
                    return Result.refused("pack.key", "The roster has another key for this device: enrol it again.");
                }
                Result<Policy.Verdict> effective = pack.effective();
                return effective instanceof Result.Refused<Policy.Verdict>(Refusal refusal)
                        ? new Result.Refused<>(refusal)
                        : Result.ok(pack);
            } catch (MalformedJsonException e) {
                return Result.refused("pack.json", "The pack holds what this version cannot read.");
            }
        });
    }

    /** Opens what a device may know of routes and times. */
    public static Result<Movement.Plan> openMovements(byte[] file, DeviceKeys keys, long now) {
        return DeviceFile.open(file, DeviceFile.What.MOVEMENTS, keys, now).then(content -> {
            try {
                return Result.ok(CanonicalJson.read(content, Movement.Plan.class));
            } catch (MalformedJsonException e) {
                return Result.refused("pack.json", "The file holds what this version cannot read.");
            }
        });
    }

    private Optional<Refusal> flaw() {
        Optional<String> wrong = list.flaw(roster).map(w -> "The list cannot be used: " + w + ".");
        if (wrong.isEmpty()) {
            wrong = manifest.flaw(roster).map(w -> "The manifest cannot be used: " + w + ".");
        }
        if (wrong.isPresent()) {
            return Optional.of(new Refusal("pack.content", wrong.get()));
        }
        return effective() instanceof Result.Refused<Policy.Verdict>(Refusal refusal)
                ? Optional.of(refusal)
                : Optional.empty();
    }

    /** The checkpoint counts only with the co-signatures that the policy asks for. */
    private Result<Policy.Verdict> effective() {
        return Policy.parse(policy.getBytes(StandardCharsets.UTF_8))
                .then(p -> SignedNote.parse(checkpoint.getBytes(StandardCharsets.UTF_8))
                        .then(p::evaluate))
                .then(v -> v.satisfied()
                        ? Result.ok(v)
                        : Result.refused(
                                "pack.checkpoint",
                                "The checkpoint is not co-signed by " + String.join(", ", v.missing())
                                        + ": a pack is made when it is."));
    }

    /** Ids of the devices of a side, in order. */
    public static List<String> devicesOf(Roster roster, String party) {
        return List.copyOf(new TreeSet<>(roster.devices().stream()
                .filter(d -> d.party().equals(party))
                .map(Roster.Device::id)
                .toList()));
    }
}
