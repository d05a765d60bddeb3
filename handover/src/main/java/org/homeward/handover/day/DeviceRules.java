package org.homeward.handover.day;

import java.util.Optional;
import org.homeward.handover.log.DeviceLog;
import org.homeward.handover.log.Observation;
import org.homeward.handover.log.Observation.CheckedIn;
import org.homeward.handover.log.Observation.Outcome;
import org.homeward.handover.log.Roster;
import org.homeward.ledger.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What a device records and what it refuses to record, by what it has seen so far. A merge never refuses: there, what should not have
 * been recorded counts for nothing or is disputed.
 */
public final class DeviceRules {
    /** Of the agreed questions so many are asked, where the pack has them. */
    public static final int LEAST_QUESTIONS = 4;

    private DeviceRules() {}

    /**
     * Whether the device may record this now.
     *
     * @param questions how many agreed questions the pack has for this person
     */
    public static Optional<Refusal> decide(DayState seen, DeviceLog log, Observation observation, int questions) {
        Roster roster = seen.roster();
        Roster.Device device = roster.device(log.device()).orElse(null);
        if (device == null) {
            return no("device.unknown", "This device is not of this day: ask for a new pack.");
        }
        if (log.closed()) {
            return no(
                    "device.closed",
                    "The log of this device is closed: enter what follows on another device of your side.");
        }
        Observation plain =
                observation instanceof Observation.OnPaper paper ? paper.inner().orElse(null) : observation;
        if (plain == null) {
            return no("paper.unreadable", "The form holds nothing that can be entered from paper.");
        }
        if (observation instanceof Observation.OnPaper paper
                && roster.officer(paper.pen()).isEmpty()) {
            return no("paper.pen", "Who held the pen is not an officer of this day: name one who is.");
        }
        Subject about = seen.subjects().get(Fold.subject(plain));
        if (needsLine(plain) && about == null) {
            return no(
                    "subject.unknown",
                    "Nobody of this day has that token: find him by slip, name or number, or record him as unlisted.");
        }
        return switch (plain) {
            case CheckedIn in -> checkIn(in, questions);
            case Observation.Stays s
            when !device.party().equals(roster.neutral()) ->
                no(
                        "stays.not-neutral",
                        "Only the neutral records that a person does not travel: ask him to speak with the person alone.");
            case Observation.Offered o -> offer(o, about, roster, device);
            case Observation.Accepted a
            when seen(seen, a.subject(), a.offer(), Observation.Offered.class) ->
                device.party().equals(roster.neutral())
                        ? no("act.neutral", "The two parties hand over; the neutral signs for neither.")
                        : Optional.empty();
            case Observation.Accepted a -> no("act.no-offer", "Scan the giving side's offer first.");
            case Observation.Declined d
            when !seen(seen, d.subject(), d.offer(), Observation.Offered.class) ->
                no("act.no-offer", "Scan the giving side's offer first.");
            case Observation.Concluded c
            when !seen(seen, c.subject(), c.acceptance(), Observation.Accepted.class) ->
                no("act.no-acceptance", "Scan the receiving side's acceptance first.");
            case Observation.Substituted s -> substitute(s, seen, roster);
            case Observation.Tallied t when t.number() < 0 -> no("tally.negative", "A count is not below nought.");
            case Observation.Tallied t
            when !roster.parties().contains(t.what().substring(t.what().indexOf(':') + 1)) ->
                no(
                        "tally.party",
                        "Say what was counted and which party gets it, as in bags:"
                                + roster.parties().get(0) + ".");
            case Observation.BagSeen b
            when !roster.parties().contains(b.returnsTo()) ->
                no("bag.party", "Say which of the two parties gets the bag.");
            case Observation.Acknowledged a -> acknowledge(a, seen, device, observation);
            case Observation.Departed d -> depart(d, seen);
            case Observation.Ticked t
            when !roster.checklist().contains(t.item()) ->
                no("checklist.unknown", "The checklist of this day has no such item.");
            default -> Optional.empty();
        };
    }

    private static boolean needsLine(Observation o) {
        return o instanceof CheckedIn
                || o instanceof Observation.Stays
                || o instanceof Observation.Substituted
                || (o instanceof Observation.Offered offered
                        && !offered.subject().startsWith("bag:"));
    }

    private static Optional<Refusal> checkIn(CheckedIn in, int questions) {
        if (in.outcome() != Outcome.PRESENT) {
            return Optional.empty();
        }
        if (in.photo() == Observation.Photo.DIFFERS || in.answers().stream().anyMatch(a -> !a.agrees())) {
            return no(
                    "check-in.doubt",
                    "An answer or the photograph does not agree: ask again, or record that his identity is disputed; the convoy need not wait.");
        }
        long asked = in.answers().stream()
                .map(Observation.Answer::question)
                .distinct()
                .count();
        if (asked < Math.min(LEAST_QUESTIONS, questions)) {
            return no(
                    "check-in.questions",
                    "Ask at least four of the agreed questions before you record him as present.");
        }
        return Optional.empty();
    }

    private static Optional<Refusal> offer(
            Observation.Offered o, @Nullable Subject about, Roster roster, Roster.Device device) {
        if (device.party().equals(roster.neutral())) {
            return no("act.neutral", "The two parties hand over; the neutral signs for neither.");
        }
        if (about == null || about.isBag()) {
            return Optional.empty();
        }
        if (about.expected() != null && about.expected().returnsTo().equals(device.party())) {
            return no("act.not-giving", "He returns to your side: the other side offers him, and you accept.");
        }
        return switch (about.status()) {
            case STAYS, UNFIT, DIED, ABSENT, SUBSTITUTED, DISPUTED ->
                no(
                        "act.status",
                        "He cannot be offered as things stand: " + about.status() + ". Look at his line first.");
            case HANDED_OVER -> no("act.done", "He has been handed over already.");
            default ->
                roster.reserve().stream().anyMatch(r -> r.token().equals(o.subject())) && about.insteadOf() == null
                        ? no("act.reserve", "He is of the reserve: record in whose place he goes first.")
                        : Optional.empty();
        };
    }

    private static Optional<Refusal> acknowledge(
            Observation.Acknowledged a, DayState seen, Roster.Device device, Observation as) {
        String wrong = new Departures(seen.roster()).wrong(a, device.party(), as instanceof Observation.OnPaper);
        if (a.reference().isBlank()) {
            return no("acknowledgement.reference", "Write the number of the written answer.");
        }
        return wrong == null
                ? Optional.empty()
                : no(
                        wrong,
                        "The vehicle waits for no such acknowledgement from your side; one that the neutral was handed on paper is entered from paper.");
    }

    private static Optional<Refusal> depart(Observation.Departed d, DayState seen) {
        VehicleState vehicle = seen.vehicles().get(d.vehicle());
        if (vehicle == null) {
            return no("vehicle.unknown", "The roster of this day has no vehicle of that code.");
        }
        if (vehicle.standing() == VehicleState.Standing.WAITING) {
            return no(
                    "departure.not-acknowledged",
                    "It may not leave: not acknowledged are "
                            + String.join(
                                    ", ",
                                    vehicle.missing().stream()
                                            .map(c -> c.what() + " by " + c.from())
                                            .toList())
                            + ".");
        }
        if (vehicle.standing() != VehicleState.Standing.CLEARED) {
            return no("departure.done", "It has left already.");
        }
        return seen.ticked().containsAll(seen.roster().checklist())
                ? Optional.empty()
                : no(
                        "departure.checklist",
                        "It may not leave: the checklist is not done; missing are "
                                + String.join(
                                        ", ",
                                        seen.roster().checklist().stream()
                                                .filter(item -> !seen.ticked().contains(item))
                                                .toList())
                                + ".");
    }

    private static Optional<Refusal> substitute(Observation.Substituted s, DayState seen, Roster roster) {
        Subject out = seen.subjects().get(s.subject());
        Optional<Roster.Expected> in = roster.reserve().stream()
                .filter(r -> r.token().equals(s.reserve()))
                .findFirst();
        if (in.isEmpty() || out == null || out.expected() == null) {
            return no("substitute.not-reserve", "Only one of the agreed reserve can go in another's place.");
        }
        if (!in.get().returnsTo().equals(out.expected().returnsTo())) {
            return no("substitute.other-side", "The reserve returns to the other side.");
        }
        if (!in.get().category().equals(out.expected().category())) {
            return no(
                    "substitute.category",
                    "A civilian never goes in a soldier's place, nor a soldier in that of a wounded man.");
        }
        if (out.status() == Status.HANDED_OVER || out.status() == Status.HALF_HANDED_OVER) {
            return no("substitute.handed-over", "He is being handed over: nobody goes in his place.");
        }
        Optional<Roster.Expected> next = roster.reserve().stream()
                .filter(r -> r.returnsTo().equals(in.get().returnsTo())
                        && r.category().equals(in.get().category())
                        && seen.subject(r.token())
                                .filter(x -> x.insteadOf() == null && x.status() == Status.EXPECTED)
                                .isPresent())
                .findFirst();
        boolean inTurn = next.isEmpty()
                || next.get().number() >= in.get().number()
                || seen.subject(s.reserve()).filter(x -> x.insteadOf() != null).isPresent();
        return inTurn
                ? Optional.empty()
                : no(
                        "substitute.turn",
                        "Another of the reserve comes before him in the agreed order; if he cannot go, record that first.");
    }

    private static boolean seen(DayState state, String subject, String event, Class<? extends Observation> kind) {
        Subject about = state.subjects().get(subject);
        return about != null
                && about.entries().stream()
                        .anyMatch(e ->
                                e.event().hash().equals(event) && !e.withdrawn() && kind.isInstance(e.observation()));
    }

    private static Optional<Refusal> no(String code, String sentence) {
        return Optional.of(new Refusal(code, sentence));
    }
}
