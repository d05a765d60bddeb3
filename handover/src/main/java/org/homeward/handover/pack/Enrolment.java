package org.homeward.handover.pack;

import java.util.List;
import java.util.stream.Stream;
import org.homeward.handover.log.Roster;
import org.homeward.handover.log.RosterText;
import org.homeward.ledger.Result;
import org.homeward.protocol.json.CanonicalJson;
import org.homeward.protocol.json.MalformedJsonException;
import tools.jackson.databind.JsonNode;

/**
 * What a device that made its own keys gives to whoever makes the roster: public keys only. Nothing proves that the file is of that device but that
 * it was taken off it by hand, so whoever enters it compares the keys on its screen.
 *
 * @param v 1
 */
public record Enrolment(int v, Roster.Device device, Roster.Officer officer) {
    /** Reads one. */
    public static Result<Enrolment> read(byte[] bytes) {
        try {
            JsonNode tree = CanonicalJson.parse(bytes);
            Enrolment read = CanonicalJson.as(tree, Enrolment.class);
            return read.v() != 1
                            || RosterText.lacks(tree)
                            || !read.device().party().equals(read.officer().party())
                    ? Result.refused("enrolment.form", "The file is not the enrolment of a device of one side.")
                    : Result.ok(read);
        } catch (MalformedJsonException e) {
            return Result.refused("enrolment.form", "The file is not the enrolment of a device: copy it again.");
        }
    }

    /**
     * The roster with this device and its officer: in the place of those with the same ids, or at the end. Refused where such an id is the other
     * side's: by a file a side could otherwise put itself in the other's place.
     */
    public Result<Roster> into(Roster roster) {
        boolean others = roster.device(device.id())
                        .filter(d -> !d.party().equals(device.party()))
                        .isPresent()
                || roster.officer(officer.id())
                        .filter(o -> !o.party().equals(officer.party()))
                        .isPresent();
        if (others) {
            return Result.refused(
                    "enrolment.other-side",
                    "The roster has that device or officer for another side: enrol it under an id of its own.");
        }
        List<Roster.Device> devices = with(roster.devices(), device, d -> d.id().equals(device.id()));
        List<Roster.Officer> officers = with(roster.officers(), officer, o -> o.id().equals(officer.id()));
        Roster with = new Roster(
                roster.caseId(),
                roster.handover(),
                roster.agreement(),
                roster.parties(),
                roster.neutral(),
                devices,
                officers,
                roster.people(),
                roster.reserve(),
                roster.planned(),
                roster.vehicles(),
                roster.checklist());
        return with.flaw()
                .map(flaw -> Result.<Roster>refused("roster.flaw", "The roster cannot be used: " + flaw + "."))
                .orElseGet(() -> Result.ok(with));
    }

    private static <T> List<T> with(List<T> all, T one, java.util.function.Predicate<T> same) {
        return all.stream().anyMatch(same)
                ? all.stream().map(t -> same.test(t) ? one : t).toList()
                : Stream.concat(all.stream(), Stream.of(one)).toList();
    }
}
