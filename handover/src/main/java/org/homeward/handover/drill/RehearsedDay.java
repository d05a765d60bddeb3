package org.homeward.handover.drill;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.homeward.handover.log.Observation;
import org.homeward.handover.log.Observation.Answer;
import org.homeward.handover.log.Observation.CheckedIn;
import org.homeward.handover.log.Observation.Found;
import org.homeward.handover.log.Observation.Outcome;
import org.homeward.handover.log.Observation.Photo;
import org.homeward.handover.log.PrivateWord;
import org.homeward.handover.log.Roster;
import org.homeward.handover.log.SignedEvent;

/**
 * A day as it should go, at two points, with what goes wrong on every such day: of those who return to the first party one is substituted and
 * one does not travel; of the other's one dies on the way and one's identity is disputed; somebody is on no list; and three bags that the giving
 * side scanned the receiving side did not.
 */
public final class RehearsedDay {
    /** What goes wrong, by number on the printed lists; so small that every drill of fifty has it. */
    public static final int SUBSTITUTED = 10;

    public static final int STAYS = 20;
    public static final int DIES = 30;
    public static final int DISPUTED = 40;
    public static final int BAGS_LOST = 3;

    private static final long PACE = 20_000;

    private final Drill drill;
    private final Roster roster;
    private final String first;
    private final Map<String, List<SignedEvent>> logs = new TreeMap<>();

    private RehearsedDay(Drill drill) {
        this.drill = drill;
        this.roster = drill.roster();
        this.first = roster.parties().get(0);
        drill.devices().keySet().forEach(id -> logs.put(id, new ArrayList<>()));
    }

    /**
     * Each device's log, by device, closed.
     *
     * @param drill with at least 40 people for each party, one in reserve and six devices
     */
    public static Map<String, List<SignedEvent>> run(Drill drill) {
        RehearsedDay day = new RehearsedDay(drill);
        day.leave();
        for (Roster.Expected person : day.roster.people()) {
            day.person(person);
        }
        day.unlisted();
        day.roster.planned().forEach((what, number) -> {
            if (what.startsWith("bags:")) {
                day.bags(what.substring("bags:".length()), number);
            }
        });
        day.drill.devices().values().forEach(d -> day.add(d, new Observation.Closed()));
        return day.logs;
    }

    private SignedEvent add(DrillDevice device, Observation observation) {
        device.later(PACE);
        SignedEvent event = device.record(observation);
        Objects.requireNonNull(logs.get(device.device().id())).add(event);
        return event;
    }

    /** The device of a side at a point. */
    private DrillDevice at(String party, String point) {
        return drill.of(party).stream()
                .filter(d -> d.device().point().equals(point))
                .findFirst()
                .orElseThrow();
    }

    private void leave() {
        for (String item : roster.checklist()) {
            drill.devices().values().forEach(d -> add(d, new Observation.Ticked(item)));
        }
        for (Roster.Vehicle vehicle : roster.vehicles()) {
            List<String> acknowledgements = new ArrayList<>();
            DrillDevice leaving = at(vehicle.party(), vehicle.point());
            for (Roster.Clearance clearance : vehicle.clearances()) {
                SignedEvent answer = add(
                        at(clearance.from(), vehicle.point()),
                        new Observation.Acknowledged(
                                vehicle.id(), clearance.what(), clearance.from(), "A-" + vehicle.id()));
                leaving.scan(answer);
                acknowledgements.add(answer.hash());
            }
            add(leaving, new Observation.Departed(vehicle.id(), acknowledgements));
        }
    }

    private static String point(Roster.Expected person) {
        return person.number() % 2 == 0 ? "north" : "south";
    }

    private void person(Roster.Expected person) {
        boolean toFirst = person.returnsTo().equals(first);
        DrillDevice giver = at(roster.other(person.returnsTo()), point(person));
        DrillDevice receiver = at(person.returnsTo(), point(person));
        if (toFirst && person.number() == STAYS) {
            add(
                    at(roster.neutral(), point(person)),
                    PrivateWord.seal(
                            person.token(),
                            Observation.Cause.DOES_NOT_WISH,
                            "N3",
                            "",
                            drill.neutralKey().publicText()));
        } else if (toFirst && person.number() == SUBSTITUTED) {
            Roster.Expected reserve = roster.reserve().stream()
                    .filter(r -> r.returnsTo().equals(first))
                    .findFirst()
                    .orElseThrow();
            add(giver, new Observation.Substituted(person.token(), reserve.token()));
            add(giver, present(reserve.token()));
            handOver(giver, receiver, reserve.token());
        } else if (!toFirst && person.number() == DIES) {
            add(giver, present(person.token()));
            add(giver, new CheckedIn(person.token(), Outcome.DIED, Found.NUMBER, List.of(), Photo.NOT_COMPARED));
        } else if (!toFirst && person.number() == DISPUTED) {
            add(giver, present(person.token()));
            SignedEvent offer = add(giver, new Observation.Offered(person.token()));
            receiver.scan(offer);
            add(
                    receiver,
                    new CheckedIn(
                            person.token(),
                            Outcome.IDENTITY_DISPUTED,
                            Found.SLIP,
                            List.of(new Answer("q1", false)),
                            Photo.DIFFERS));
            add(receiver, new Observation.Declined(person.token(), offer.hash(), "identity"));
        } else {
            add(giver, present(person.token()));
            handOver(giver, receiver, person.token());
        }
    }

    private void handOver(DrillDevice giver, DrillDevice receiver, String token) {
        SignedEvent offer = add(giver, new Observation.Offered(token));
        receiver.scan(offer);
        SignedEvent accepted = add(receiver, new Observation.Accepted(token, offer.hash()));
        giver.scan(accepted);
        add(giver, new Observation.Concluded(token, accepted.hash()));
    }

    private static CheckedIn present(String token) {
        List<Answer> answers = new ArrayList<>();
        for (int q = 1; q <= 4; q++) {
            answers.add(new Answer("q" + q, true));
        }
        return new CheckedIn(token, Outcome.PRESENT, Found.SLIP, answers, Photo.AGREES);
    }

    private void unlisted() {
        add(at(roster.parties().get(1), "north"), new Observation.Unlisted("new:1", Observation.Why.NOT_ON_LIST, null));
    }

    private void bags(String returnsTo, long number) {
        DrillDevice giver = at(roster.other(returnsTo), "north");
        DrillDevice receiver = at(returnsTo, "north");
        for (int bag = 1; bag <= number; bag++) {
            String tag = String.format(java.util.Locale.ROOT, "B%05d", bag);
            add(giver, new Observation.BagSeen(tag, returnsTo, "S" + bag));
            if (bag > BAGS_LOST) {
                add(receiver, new Observation.BagSeen(tag, returnsTo, "S" + bag));
            }
        }
        add(giver, new Observation.Tallied("bags:" + returnsTo, number));
        add(receiver, new Observation.Tallied("bags:" + returnsTo, number - BAGS_LOST));
    }
}
