package org.homeward.node.day;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.homeward.handover.log.Roster;
import org.homeward.handover.pack.Manifest;
import org.homeward.handover.pack.Movement;

/**
 * Seats and movements as people type them, each into a file of its own: whoever has one of the two cannot find a convoy with certain people in
 * it. Pure.
 */
public final class Seating {
    private static final int MOST_LINES = 2_000;
    private static final int MOST_MOVEMENTS = 200;
    private static final int LONGEST = 500;
    private static final int MOVEMENT_PIECES = 5;

    private Seating() {}

    /** What became of the seats. */
    public sealed interface Read {
        /** Who sits where. */
        record Seats(Manifest manifest) implements Read {}

        /** Nothing was made, and what to do. */
        record Refused(String sentence) implements Read {}
    }

    /** What became of the movements. */
    public sealed interface Moved {
        /** Where each vehicle goes and when. */
        record Movements(Movement.Plan plan) implements Moved {}

        /** Nothing was made, and what to do. */
        record Refused(String sentence) implements Moved {}
    }

    /** @param text one seat a line: vehicle, seat, party to which he returns, number on its list; the reserve has {@code r} before it */
    public static Read read(String text, Roster roster) {
        List<Manifest.Seat> seats = new ArrayList<>();
        List<String> lines = lines(text);
        if (lines.size() > MOST_LINES) {
            return new Read.Refused("There are more than " + MOST_LINES + " seats: make the day in two.");
        }
        for (String line : lines) {
            String[] words = line.split("\\s+");
            if (words.length != 4 || !words[1].matches("\\d{1,4}") || !words[3].matches("r?\\d{1,6}")) {
                return new Read.Refused("The seat '" + line + "' is not written as in: bus-1 12 ua 7.");
            }
            boolean reserve = words[3].startsWith("r");
            int number = Integer.parseInt(reserve ? words[3].substring(1) : words[3]);
            Optional<Roster.Expected> person = (reserve ? roster.reserve() : roster.people())
                    .stream()
                            .filter(p -> p.returnsTo().equals(words[2]) && p.number() == number)
                            .findFirst();
            if (person.isEmpty()) {
                return new Read.Refused("The seat '" + line + "' is for nobody of the lists in force.");
            }
            seats.add(new Manifest.Seat(
                    words[0], Integer.parseInt(words[1]), person.get().token()));
        }
        Manifest manifest = new Manifest(1, seats);
        return manifest.flaw(roster)
                .<Read>map(flaw -> new Read.Refused("The seats cannot be: " + flaw + "."))
                .orElseGet(() -> new Read.Seats(manifest));
    }

    /** @param text one movement a line, its pieces separated by {@code |}: vehicle, when it leaves, when it arrives, route, devices that must know */
    public static Moved movements(String caseId, String day, String text) {
        List<Movement> movements = new ArrayList<>();
        List<String> lines = lines(text);
        if (lines.isEmpty() || lines.size() > MOST_MOVEMENTS) {
            return new Moved.Refused("Write from one to " + MOST_MOVEMENTS + " movements, one a line.");
        }
        for (String line : lines) {
            String[] pieces = line.split("\\|", -1);
            boolean whole = pieces.length == MOVEMENT_PIECES && line.length() <= LONGEST;
            for (String piece : pieces) {
                whole &= !piece.isBlank();
            }
            if (!whole) {
                return new Moved.Refused("The movement '" + line.substring(0, Math.min(60, line.length()))
                        + "' is not written as in: bus-1 | 05:40 | 09:10 | road 7 to the bridge | aa-01 aa-02.");
            }
            movements.add(new Movement(
                    pieces[0].strip(),
                    pieces[3].strip(),
                    pieces[1].strip(),
                    pieces[2].strip(),
                    List.of(pieces[4].strip().split("\\s+"))));
        }
        return new Moved.Movements(new Movement.Plan(1, caseId, day, movements));
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
