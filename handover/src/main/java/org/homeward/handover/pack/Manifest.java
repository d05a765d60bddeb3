package org.homeward.handover.pack;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.homeward.handover.log.Roster;

/**
 * Who sits where. It says nothing of routes and times, and {@link Movement} nothing of people: whoever has one file cannot find a convoy with
 * certain people in it.
 *
 * @param v 1
 */
public record Manifest(int v, List<Seat> seats) {
    /** One seat. */
    public record Seat(String vehicle, int seat, String token) {}

    /** Nobody has a seat yet. */
    public static final Manifest NONE = new Manifest(1, List.of());

    public Manifest {
        seats = List.copyOf(seats);
    }

    /** What makes it unusable with a roster, or empty. */
    public Optional<String> flaw(Roster roster) {
        Set<String> people = new HashSet<>();
        Set<String> places = new HashSet<>();
        for (Seat seat : seats) {
            Roster.Vehicle vehicle = roster.vehicle(seat.vehicle()).orElse(null);
            if (v != 1 || vehicle == null || roster.expected(seat.token()).isEmpty()) {
                return Optional.of("seat " + seat.seat() + " of " + seat.vehicle() + " is not of this day");
            }
            if (!people.add(seat.token())) {
                return Optional.of(seat.token() + " has two seats");
            }
            if (!places.add(seat.vehicle() + ' ' + seat.seat())) {
                return Optional.of("seat " + seat.seat() + " of " + seat.vehicle() + " is taken twice");
            }
        }
        return Optional.empty();
    }

    /** Tokens of those who board elsewhere than at that point. */
    Set<String> elsewhere(Roster roster, String point) {
        return seats.stream()
                .filter(s -> roster.vehicle(s.vehicle())
                        .filter(v -> !v.point().equals(point))
                        .isPresent())
                .map(Seat::token)
                .collect(Collectors.toSet());
    }

    /** The seats in vehicles that are boarded at that point. */
    Manifest at(Roster roster, String point) {
        Set<String> elsewhere = elsewhere(roster, point);
        return new Manifest(
                v, seats.stream().filter(s -> !elsewhere.contains(s.token())).toList());
    }
}
