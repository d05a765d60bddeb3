package org.homeward.node.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.homeward.node.people.Person;
import org.homeward.node.people.Person.Role;
import org.homeward.node.store.BrokenGlass;
import org.homeward.node.store.BrokenGlass.Broken;
import org.homeward.node.store.CaseGrants;

/**
 * Who may see a case. Closed by default: it is open to the head and the auditor, to those whose signatures the card of this side names, and to
 * whomever the head lets in. Anybody else who must look can break the glass: the case is open to him for {@link #GLASS}, to read and not to
 * act, with a reason that a second person reviews. Safe for threads.
 */
public final class AccessDesk {
    /** How long a case stays open to whoever broke the glass. */
    public static final Duration GLASS = Duration.ofMinutes(30);

    /** How many signs a reason has. */
    public static final int SHORTEST = 10;

    public static final int LONGEST = 300;

    private final CaseGrants grants;
    private final BrokenGlass glass;
    private final Function<String, Optional<Set<String>>> officers;
    private final Supplier<List<Person>> people;
    private final Clock clock;

    /**
     * @param officers ids of this side's people whom the card of a case names; empty where there is no such case
     * @param people of this node
     */
    public AccessDesk(
            CaseGrants grants,
            BrokenGlass glass,
            Function<String, Optional<Set<String>>> officers,
            Supplier<List<Person>> people,
            Clock clock) {
        this.grants = grants;
        this.glass = glass;
        this.officers = officers;
        this.people = people;
        this.clock = clock;
    }

    /** How a case is open to a person. */
    public enum Door {
        /** To work in it, as his role lets him. */
        OPEN,
        /** To read, because he broke the glass. */
        GLASS,
        CLOSED
    }

    /** How the case is open to him; one that does not exist is closed to all but those to whom every case is open. */
    public Door door(String person, Role role, String caseId) {
        if (role == Role.LIAISON) {
            return Door.CLOSED;
        }
        if (role == Role.HEAD || role == Role.AUDITOR) {
            return Door.OPEN;
        }
        Optional<Set<String>> named = officers.apply(caseId);
        if (named.isEmpty()) {
            return Door.CLOSED;
        }
        if (named.get().contains(person) || grants.holds(caseId, person)) {
            return Door.OPEN;
        }
        return glass.openUntil(person, caseId, clock.instant()).isPresent() ? Door.GLASS : Door.CLOSED;
    }

    /** Why a case is open to somebody. */
    public enum Why {
        ROLE,
        CARD,
        GRANT
    }

    /** @param grant who let him in and when; null for another reason */
    public record Inside(Person person, Why why, CaseGrants.@org.jspecify.annotations.Nullable Grant grant) {}

    /** @param closed those to whom the head could open it */
    public record Whole(List<Inside> inside, List<Person> closed) {}

    /** Everybody of this node, inside and outside of a case; empty where there is no such case. */
    public Optional<Whole> whole(String caseId) {
        return officers.apply(caseId).map(named -> {
            List<CaseGrants.Grant> given = grants.of(caseId);
            List<Inside> inside = new ArrayList<>();
            List<Person> closed = new ArrayList<>();
            for (Person person : people.get()) {
                Optional<CaseGrants.Grant> grant = given.stream()
                        .filter(g -> g.person().equals(person.id()))
                        .findFirst();
                if (person.role() == Role.HEAD || person.role() == Role.AUDITOR) {
                    inside.add(new Inside(person, Why.ROLE, null));
                } else if (named.contains(person.id())) {
                    inside.add(new Inside(person, Why.CARD, null));
                } else if (grant.isPresent() && person.role() != Role.LIAISON) {
                    inside.add(new Inside(person, Why.GRANT, grant.get()));
                } else if (person.role() != Role.LIAISON) {
                    closed.add(person);
                }
            }
            return new Whole(List.copyOf(inside), List.copyOf(closed));
        });
    }

    /** Lets somebody into a case. @return whether it counts: by a head, for somebody to whom it was closed */
    public boolean grant(String caseId, String person, String by, Role role) {
        return role == Role.HEAD
                && whole(caseId).stream().anyMatch(w -> w.closed().stream().anyMatch(p -> p.id().equals(person)))
                && grants.grant(caseId, person, by, clock.instant());
    }

    /** Closes a case to whom a head had let in. @return whether it counts */
    public boolean end(String caseId, String person, String by, Role role) {
        return role == Role.HEAD && grants.end(caseId, person, by, clock.instant());
    }

    /**
     * Breaks the glass of a case. It is noted before anything opens, and also for a case that does not exist: who asks does not learn which.
     *
     * @return until when it is open; empty where the reason is too short or too long, or the role never sees cases
     */
    public Optional<Instant> breakGlass(String caseId, String person, Role role, String reason) {
        String said = reason.strip();
        if (role == Role.LIAISON || said.length() < SHORTEST || said.length() > LONGEST) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Instant until = now.plus(GLASS);
        glass.add(person, caseId, said, now, until);
        return Optional.of(until);
    }

    /** Emergencies that somebody may review: those that nobody looked at yet come first. */
    public List<Broken> broken() {
        return glass.all(200);
    }

    /** How many emergencies nobody looked at yet. */
    public int unreviewed() {
        return glass.open();
    }

    /** Whether that role reviews emergencies. */
    public static boolean reviews(Role role) {
        return role == Role.HEAD || role == Role.AUDITOR;
    }

    /** @return whether it counts: by a head or an auditor, not of his own, with a reason, and nobody had looked */
    public boolean review(long id, String by, Role role, boolean justified, String words) {
        String said = words.strip();
        return reviews(role)
                && !said.isEmpty()
                && said.length() <= LONGEST
                && glass.review(id, by, justified, said, clock.instant());
    }
}
