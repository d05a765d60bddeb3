package org.homeward.handover.drill;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.homeward.handover.log.Observation;
import org.homeward.handover.log.Observation.Answer;
import org.homeward.handover.log.Observation.CheckedIn;
import org.homeward.handover.log.Observation.Found;
import org.homeward.handover.log.Observation.Outcome;
import org.homeward.handover.log.Observation.Photo;
import org.homeward.handover.log.Roster;
import org.homeward.handover.log.SignedEvent;

/**
 * More than can happen in three days: every device records at random, contradicts others, meets some, and hands over. For measuring how logs
 * join.
 */
public final class BusyDay {
    private static final long THREE_DAYS = 259_200_000L;

    private final Drill drill;
    private final RandomGenerator chance;
    private final Map<String, List<SignedEvent>> logs = new TreeMap<>();

    private BusyDay(Drill drill, RandomGenerator chance) {
        this.drill = drill;
        this.chance = chance;
    }

    /** Each device's log, by device; each closed when {@code close}. */
    public static Map<String, List<SignedEvent>> run(
            Drill drill, int eventsEach, boolean close, RandomGenerator chance) {
        BusyDay day = new BusyDay(drill, chance);
        List<DrillDevice> devices = List.copyOf(drill.devices().values());
        devices.forEach(d -> day.logs.put(d.device().id(), new ArrayList<>(eventsEach)));
        int wanted = close ? eventsEach - 1 : eventsEach;
        for (int i = 0; i < wanted; i++) {
            for (DrillDevice device : devices) {
                if (day.log(device).size() < wanted) {
                    day.step(device, wanted, THREE_DAYS / Math.max(1, eventsEach));
                }
            }
        }
        if (close) {
            devices.forEach(d -> day.add(d, new Observation.Closed()));
        }
        return day.logs;
    }

    private List<SignedEvent> log(DrillDevice device) {
        return java.util.Objects.requireNonNull(logs.get(device.device().id()));
    }

    private SignedEvent add(DrillDevice device, Observation observation) {
        SignedEvent event = device.record(observation);
        log(device).add(event);
        return event;
    }

    private void step(DrillDevice device, int most, long pace) {
        device.later(pace);
        List<Roster.Expected> people = drill.roster().people();
        Roster.Expected person = people.get(chance.nextInt(people.size()));
        switch (chance.nextInt(10)) {
            case 0, 1 -> add(device, checkIn(person.token()));
            case 2 -> add(device, new Observation.Tallied("bags:aa", chance.nextInt(40)));
            case 3 -> {
                List<DrillDevice> all = List.copyOf(drill.devices().values());
                DrillDevice other = all.get(chance.nextInt(all.size()));
                add(device, new Observation.Met(other.head()));
            }
            case 4 -> handOver(device, person, most);
            case 5 -> add(device, new Observation.FragmentSeen("B" + chance.nextInt(6060), "F1", "not determined"));
            default -> add(device, new Observation.BagSeen("B" + chance.nextInt(6060), "aa", "S" + chance.nextInt(2)));
        }
    }

    private void handOver(DrillDevice device, Roster.Expected person, int most) {
        List<DrillDevice> receivers = drill.of(person.returnsTo());
        DrillDevice receiver = receivers.get(chance.nextInt(receivers.size()));
        boolean gives = device.device().party().equals(drill.roster().other(person.returnsTo()));
        if (!gives || log(receiver).size() >= most || log(device).size() + 2 > most) {
            add(device, checkIn(person.token()));
            return;
        }
        SignedEvent offer = add(device, new Observation.Offered(person.token()));
        receiver.scan(offer);
        SignedEvent accepted = add(receiver, new Observation.Accepted(person.token(), offer.hash()));
        device.scan(accepted);
        add(device, new Observation.Concluded(person.token(), accepted.hash()));
    }

    private CheckedIn checkIn(String token) {
        Outcome outcome = Outcome.values()[chance.nextInt(Outcome.values().length)];
        List<Answer> answers = new ArrayList<>();
        for (int q = 1; q <= 4; q++) {
            answers.add(new Answer("q" + q, true));
        }
        return new CheckedIn(token, outcome, Found.SLIP, answers, Photo.AGREES);
    }
}
