package org.homeward.handover.log;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.homeward.protocol.crypto.Bytes;
import org.homeward.protocol.crypto.SigningKey;
import org.homeward.protocol.json.CanonicalJson;

/**
 * What every device of a day knows and what the logs are read with: keys, and who is expected, by token. It holds no name.
 *
 * @param handover short id of the day within the case
 * @param agreement digest of the agreement that all three signed
 * @param parties the two ids
 * @param neutral id of the neutral, whose devices belong to neither party
 * @param people those on the frozen lists
 * @param reserve those who may go in another's place, in the agreed order
 * @param planned what is counted and not named, with the agreed number; the key says what and who gets it: {@code bags:aa}
 * @param vehicles what people travel in, by code; where and when it goes is in no roster
 * @param checklist items to be ticked before anybody leaves
 */
public record Roster(
        String caseId,
        String handover,
        String agreement,
        List<String> parties,
        String neutral,
        List<Device> devices,
        List<Officer> officers,
        List<Expected> people,
        List<Expected> reserve,
        Map<String, Long> planned,
        List<Vehicle> vehicles,
        List<String> checklist) {

    /**
     * A device.
     *
     * @param party whose it is: a party's id or the neutral's
     * @param point the place where it stands, as a short code
     * @param key Ed25519, base64
     * @param sealingKey X25519, base64
     */
    public record Device(String id, String party, String point, String key, String sealingKey) {}

    /** A person whose signature counts on the day. */
    public record Officer(String id, String party, String key) {}

    /**
     * Somebody expected.
     *
     * @param token his name on this day; says nothing
     * @param number on the printed list of those who return to that party
     * @param returnsTo party he returns to; the other one gives him
     * @param category {@code soldier}, {@code civilian} or {@code wounded}
     */
    public record Expected(String token, int number, String returnsTo, String category) {}

    /**
     * A vehicle.
     *
     * @param id short code
     * @param party whose it is: a party's id or the neutral's
     * @param point where it is boarded
     * @param clearances what must be acknowledged before it leaves
     */
    public record Vehicle(String id, String party, String point, List<Clearance> clearances) {
        public Vehicle {
            clearances = List.copyOf(clearances);
        }
    }

    /**
     * An acknowledgement that a vehicle waits for.
     *
     * @param what such as {@code airspace} or {@code fire-control}
     * @param from the party that must give it
     */
    public record Clearance(String what, String from) {}

    public Roster {
        parties = List.copyOf(parties);
        devices = List.copyOf(devices);
        officers = List.copyOf(officers);
        people = List.copyOf(people);
        reserve = List.copyOf(reserve);
        planned = Map.copyOf(planned);
        vehicles = List.copyOf(vehicles);
        checklist = List.copyOf(checklist);
    }

    public Optional<Device> device(String id) {
        return devices.stream().filter(d -> d.id().equals(id)).findFirst();
    }

    public Optional<Officer> officer(String id) {
        return officers.stream().filter(o -> o.id().equals(id)).findFirst();
    }

    public Optional<Vehicle> vehicle(String id) {
        return vehicles.stream().filter(v -> v.id().equals(id)).findFirst();
    }

    /** The line of a token, of the list or of the reserve. */
    public Optional<Expected> expected(String token) {
        return java.util.stream.Stream.concat(people.stream(), reserve.stream())
                .filter(e -> e.token().equals(token))
                .findFirst();
    }

    /** The other of the two parties. */
    public String other(String party) {
        return parties.get(0).equals(party) ? parties.get(1) : parties.get(0);
    }

    public String digest() {
        return Bytes.hex(Bytes.sha256(CanonicalJson.bytes(this)));
    }

    /** What makes this roster unusable, or empty. */
    public Optional<String> flaw() {
        if (parties.size() != 2 || parties.get(0).equals(parties.get(1)) || parties.contains(neutral)) {
            return Optional.of("a day has two parties and a neutral who is neither");
        }
        Set<String> ids = new HashSet<>();
        Set<String> keys = new HashSet<>();
        for (Device d : devices) {
            if (!d.id().matches("[a-z0-9][a-z0-9-]{0,31}") || !ids.add(d.id())) {
                return Optional.of("device id '" + d.id() + "' is not a short lower-case code of its own");
            }
            if (!parties.contains(d.party()) && !neutral.equals(d.party())) {
                return Optional.of("device " + d.id() + " belongs to nobody of this day");
            }
            if (!SigningKey.isSound(d.key()) || !keys.add(d.key())) {
                return Optional.of("the key of device " + d.id() + " is weak, malformed or used twice");
            }
        }
        for (Officer o : officers) {
            if (!ids.add(o.id()) || !SigningKey.isSound(o.key()) || !keys.add(o.key())) {
                return Optional.of("officer '" + o.id() + "' has a weak, malformed or shared key or id");
            }
        }
        for (Vehicle v : vehicles) {
            boolean owned = parties.contains(v.party()) || neutral.equals(v.party());
            if (!ids.add(v.id()) || !owned || !v.clearances().stream().allMatch(c -> parties.contains(c.from()))) {
                return Optional.of("vehicle '" + v.id() + "' repeats an id, or it or a clearance belongs to nobody");
            }
        }
        for (Map.Entry<String, Long> count : planned.entrySet()) {
            String key = count.getKey();
            if (key.indexOf(':') < 1
                    || !parties.contains(key.substring(key.indexOf(':') + 1))
                    || count.getValue() < 0) {
                return Optional.of("what is counted, '" + key + "', does not say which party gets it, as in bags:aa");
            }
        }
        Set<String> tokens = new HashSet<>();
        for (List<Expected> list : List.of(people, reserve)) {
            for (Expected e : list) {
                if (!tokens.add(e.token()) || e.token().contains(":") || !parties.contains(e.returnsTo())) {
                    return Optional.of(
                            "line " + e.number() + " for " + e.returnsTo() + " repeats a token or is broken");
                }
            }
        }
        return Optional.empty();
    }
}
