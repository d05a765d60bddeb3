package org.homeward.node.remains;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.homeward.node.people.Person;
import org.homeward.node.store.Registers;
import org.homeward.node.store.Remains;
import org.homeward.node.store.Remains.Kind;
import org.homeward.node.store.Remains.Method;
import org.homeward.node.store.Remains.Step;
import org.homeward.protocol.crypto.Bytes;

/** Joins remains across bags and handovers and names them provisionally; takes either back; always by two people, always with a reason. */
public final class RemainsDesk {
    private static final int LONGEST = 500;
    private static final int FEWEST_PIECES = 3;
    private static final int MOST_PIECES = 4;

    /** Whether a part was seen on its day, by the joined logs. */
    public interface Seen {
        /** @param fragment empty for the bag as a whole */
        boolean part(String caseId, String day, String bag, String fragment) throws IOException;
    }

    /** Why something was not done. */
    public enum No {
        /** Not for this role. */
        NOT_YOURS,
        /** A field is empty or too long. */
        FIELD,
        /** Not written as case/day/bag or case/day/bag/fragment, or no device saw it on that day. */
        NO_PART,
        /** The dossier is not in the register of those sought. */
        NO_DOSSIER,
        /** Both parts are one, or this stands or waits already. */
        ALREADY,
        /** The same person would be the second one. */
        SECOND_PERSON,
        /** It is not there any more, or not so far. */
        GONE
    }

    private final Remains remains;
    private final Registers registers;
    private final Seen seen;
    private final Clock clock;
    private final SecureRandom random;

    public RemainsDesk(Remains remains, Registers registers, Seen seen, Clock clock, SecureRandom random) {
        this.remains = remains;
        this.registers = registers;
        this.seen = seen;
        this.clock = clock;
        this.random = random;
    }

    /**
     * The first of two people says that two parts are of one person, or that a part is, provisionally, somebody sought.
     *
     * @param part as {@code case/day/bag} or {@code case/day/bag/fragment}
     * @param other the other part, or the dossier
     * @param reason with number and date of the paper
     * @return why it was not done; empty when it was
     */
    public Optional<No> ask(Person by, Kind kind, String part, String other, Method method, String reason)
            throws IOException {
        if (!by.role().acts()) {
            return Optional.of(No.NOT_YOURS);
        }
        if (reason.isBlank() || reason.length() > LONGEST || part.length() > LONGEST || other.length() > LONGEST) {
            return Optional.of(No.FIELD);
        }
        String one = part.strip();
        String two = other.strip();
        if (!seen(one) || kind == Kind.JOIN && !seen(two)) {
            return Optional.of(No.NO_PART);
        }
        if (kind == Kind.NAME && registers.row(Registers.Kind.SOUGHT, two).isEmpty()) {
            return Optional.of(No.NO_DOSSIER);
        }
        boolean there = remains.all().stream()
                .filter(s -> s.standing() != Remains.Standing.UNDONE && s.kind() == kind)
                .anyMatch(s -> s.part().equals(one) && s.other().equals(two)
                        || kind == Kind.JOIN
                                && s.part().equals(two)
                                && s.other().equals(one));
        if (one.equals(two) || there) {
            return Optional.of(No.ALREADY);
        }
        byte[] id = new byte[8];
        random.nextBytes(id);
        remains.ask(new Step(
                Bytes.hex(id), kind, one, two, method, reason.strip(), by.id(), clock.instant(), "", "", "", ""));
        return Optional.empty();
    }

    private boolean seen(String part) throws IOException {
        String[] pieces = part.split("/", -1);
        return pieces.length >= FEWEST_PIECES
                && pieces.length <= MOST_PIECES
                && List.of(pieces).stream().noneMatch(String::isBlank)
                && seen.part(pieces[0], pieces[1], pieces[2], pieces.length == MOST_PIECES ? pieces[3] : "");
    }

    /** The second person confirms a step. */
    public Optional<No> confirm(Person by, String id) {
        return second(
                by, id, step -> step.askedBy().equals(by.id()), () -> remains.confirm(id, by.id(), clock.instant()));
    }

    /** Asks that a step be taken back. */
    public Optional<No> askBack(Person by, String id, String reason) {
        if (reason.isBlank() || reason.length() > LONGEST) {
            return Optional.of(No.FIELD);
        }
        return second(by, id, step -> false, () -> remains.askBack(id, by.id(), reason.strip(), clock.instant()));
    }

    /** The second person takes it back. */
    public Optional<No> takeBack(Person by, String id) {
        return second(
                by, id, step -> step.undoBy().equals(by.id()), () -> remains.takeBack(id, by.id(), clock.instant()));
    }

    /** Whoever asked says that it was a mistake; nobody had confirmed it. */
    public Optional<No> drop(Person by, String id) {
        return second(by, id, step -> false, () -> remains.drop(id, by.id(), clock.instant()));
    }

    private Optional<No> second(
            Person by,
            String id,
            java.util.function.Predicate<Step> samePerson,
            java.util.function.BooleanSupplier does) {
        if (!by.role().acts()) {
            return Optional.of(No.NOT_YOURS);
        }
        Optional<Step> step = remains.find(id);
        if (step.isEmpty()) {
            return Optional.of(No.GONE);
        }
        if (samePerson.test(step.get())) {
            return Optional.of(No.SECOND_PERSON);
        }
        return does.getAsBoolean() ? Optional.empty() : Optional.of(No.GONE);
    }

    /** Every step, the oldest first; those that were taken back too. */
    public List<Step> steps() {
        return remains.all();
    }

    /** The persons that the steps make, as they stand. */
    public List<RemainsGroups.Group> groups() {
        return RemainsGroups.of(remains.all());
    }
}
