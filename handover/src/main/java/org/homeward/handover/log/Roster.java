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
 * @param planned what is counted and not named, such as {@code bags}, with the agreed number
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

    public Roster {
        parties = List.copyOf(parties);
        devices = List.copyOf(devices);
        officers = List.copyOf(officers);
        people = List.copyOf(people);
        reserve = List.copyOf(reserve);
        planned = Map.copyOf(planned);
        checklist = List.copyOf(checklist);
    }

    public Optional<Device> device(String id) {
        return devices.stream().filter(d -> d.id().equals(id)).findFirst();
    }

    public Optional<Officer> officer(String id) {
        return officers.stream().filter(o -> o.id().equals(id)).findFirst();
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
