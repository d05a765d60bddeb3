package org.homeward.handover.drill;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.homeward.handover.log.Roster;
import org.homeward.handover.pack.Manifest;
import org.homeward.handover.pack.Movement;
import org.homeward.protocol.crypto.SealingKey;
import org.homeward.protocol.crypto.SigningKey;

/**
 * An invented day: its roster, its devices and their keys.
 *
 * @param devices by id
 * @param neutralKey what those who stay are sealed to
 */
public record Drill(Roster roster, Map<String, DrillDevice> devices, SealingKey neutralKey) {
    /** The neutral's id in a drill. */
    public static final String NEUTRAL = "neutral";

    private static final long START = 1_770_271_200_000L;
    /** The evening before, in seconds since 1970. */
    static final long DAY_BEFORE = START / 1000 - 43_200;

    private static final long TWO_DAYS = 172_800_000L;

    /**
     * What a drill is made of.
     *
     * @param returning how many return to each of the two parties; of these {@code civilians} at the end of each list are civilians
     * @param reserve how many stand in reserve for each party
     * @param counted what is counted and not named, such as {@code bags:aa}
     * @param devices how many; shared out to party, other party, neutral in turn, at two points
     */
    public record Size(
            Map<String, Integer> returning,
            Map<String, Integer> civilians,
            int reserve,
            Map<String, Long> counted,
            int devices) {
        public Size {
            returning = Map.copyOf(returning);
            civilians = Map.copyOf(civilians);
            counted = Map.copyOf(counted);
        }
    }

    /** Makes a day; the keys are from {@code keys}, all else from {@code chance}. Clocks stand up to two days apart. */
    public static Drill create(Size size, SecureRandom keys, RandomGenerator chance) {
        List<String> parties = new TreeMap<>(size.returning()).keySet().stream().toList();
        List<Roster.Device> devices = new ArrayList<>();
        List<Roster.Officer> officers = new ArrayList<>();
        Map<String, SigningKey> deviceKeys = new TreeMap<>();
        Map<String, SigningKey> officerKeys = new TreeMap<>();
        Map<String, SealingKey> sealingKeys = new TreeMap<>();
        SealingKey neutralKey = SealingKey.generate(keys);
        List<String> owners = List.of(parties.get(0), parties.get(1), NEUTRAL);
        for (int i = 0; i < size.devices(); i++) {
            String owner = owners.get(i % 3);
            String id = String.format(java.util.Locale.ROOT, "%s-%02d", owner, i / 3 + 1);
            SigningKey key = SigningKey.generate(keys);
            SigningKey officer = SigningKey.generate(keys);
            SealingKey seal = owner.equals(NEUTRAL) ? neutralKey : SealingKey.generate(keys);
            deviceKeys.put(id, key);
            sealingKeys.put(id, seal);
            officerKeys.put(id, officer);
            devices.add(new Roster.Device(
                    id, owner, (i / 3) % 2 == 0 ? "north" : "south", key.publicText(), seal.publicText()));
            officers.add(new Roster.Officer("officer-" + id, owner, officer.publicText()));
        }
        List<Roster.Expected> people = new ArrayList<>();
        List<Roster.Expected> reserve = new ArrayList<>();
        for (String party : parties) {
            int count = size.returning().getOrDefault(party, 0);
            int civilians = size.civilians().getOrDefault(party, 0);
            for (int n = 1; n <= count; n++) {
                people.add(new Roster.Expected(
                        party + "-" + token(chance), n, party, n > count - civilians ? "civilian" : "soldier"));
            }
            for (int n = 1; n <= size.reserve(); n++) {
                reserve.add(new Roster.Expected(party + "-r" + token(chance), n, party, "soldier"));
            }
        }
        Roster roster = new Roster(
                "drill",
                "day-1",
                "0".repeat(64),
                parties,
                NEUTRAL,
                devices,
                officers,
                people,
                reserve,
                size.counted(),
                vehicles(parties),
                List.of("reserve at hand", "doctors at both points"));
        Map<String, DrillDevice> made = new TreeMap<>();
        for (Roster.Device d : devices) {
            long clock = START + chance.nextLong(-TWO_DAYS / 2, TWO_DAYS / 2);
            made.put(
                    d.id(),
                    new DrillDevice(
                            roster,
                            d,
                            key(deviceKeys, d.id()),
                            key(sealingKeys, d.id()),
                            "officer-" + d.id(),
                            key(officerKeys, d.id()),
                            clock));
        }
        return new Drill(roster, made, neutralKey);
    }

    /** One bus for each side at each point, which waits for both sides' fire control. */
    private static List<Roster.Vehicle> vehicles(List<String> parties) {
        List<Roster.Vehicle> vehicles = new ArrayList<>();
        for (String party : parties) {
            for (String point : List.of("north", "south")) {
                vehicles.add(new Roster.Vehicle(
                        "bus-" + party + "-" + point,
                        party,
                        point,
                        parties.stream()
                                .map(p -> new Roster.Clearance("fire-control", p))
                                .toList()));
            }
        }
        return vehicles;
    }

    private static <K> K key(Map<String, K> keys, String id) {
        return java.util.Objects.requireNonNull(keys.get(id), id);
    }

    private static String token(RandomGenerator chance) {
        return String.format(java.util.Locale.ROOT, "%010x", chance.nextLong(1L << 40));
    }

    /** Who sits where: odd numbers board at the south, even ones at the north. */
    public Manifest seats() {
        List<Manifest.Seat> seats = new ArrayList<>();
        for (Roster.Expected p : roster.people()) {
            String bus = "bus-" + roster.other(p.returnsTo()) + (p.number() % 2 == 0 ? "-north" : "-south");
            seats.add(new Manifest.Seat(bus, p.number(), p.token()));
        }
        return new Manifest(1, seats);
    }

    /** Where the buses go and when; each side's devices at the bus's point know it, and no others. */
    public Movement.Plan movements() {
        List<Movement> movements = roster.vehicles().stream()
                .map(v -> new Movement(
                        v.id(),
                        "drill road " + v.point(),
                        "05:40",
                        "09:10",
                        roster.devices().stream()
                                .filter(d ->
                                        d.party().equals(v.party()) && d.point().equals(v.point()))
                                .map(Roster.Device::id)
                                .toList()))
                .toList();
        return new Movement.Plan(1, roster.caseId(), roster.handover(), movements);
    }

    /** The devices of a party, in order. */
    public List<DrillDevice> of(String party) {
        return devices.values().stream()
                .filter(d -> d.device().party().equals(party))
                .toList();
    }
}
