package org.homeward.handover.log;

import java.util.List;
import java.util.Objects;
import org.homeward.protocol.json.CanonicalJson;
import org.homeward.protocol.json.MalformedJsonException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What somebody with a device saw or did. People are named by token only: the log travels, the list does not. */
public sealed interface Observation {
    /** A person stood at a post, or did not, and how it was made sure who he is. */
    record CheckedIn(String subject, Outcome outcome, Found found, List<Answer> answers, Photo photo)
            implements Observation {
        public CheckedIn {
            answers = List.copyOf(answers);
        }
    }

    /** What a check-in found. A refusal to return is none of them: see {@link Stays}. */
    enum Outcome {
        PRESENT,
        UNFIT,
        DIED,
        ABSENT,
        IDENTITY_DISPUTED
    }

    /** By what the line of the list was found. */
    enum Found {
        SLIP,
        NAME,
        NUMBER
    }

    /** Whether the photograph of the pack is of this person. */
    enum Photo {
        AGREES,
        DIFFERS,
        NOT_COMPARED
    }

    /** One agreed question: whether the answer was the one in the pack; the answer itself is not kept. */
    record Answer(String question, boolean agrees) {}

    /**
     * Somebody who is on no list.
     *
     * @param subject {@code new:} and a token made on the device
     * @param sealed what he says of himself, sealed to the party he belongs to, or null
     */
    record Unlisted(String subject, Why why, @Nullable String sealed) implements Observation {}

    /** He says he should be on the list, or he was brought though nobody had agreed on him. */
    enum Why {
        NOT_ON_LIST,
        EXTRA
    }

    /** One of the reserve goes in place of one of the list. */
    record Substituted(String subject, String reserve) implements Observation {}

    /**
     * The neutral has spoken with a person alone, and he does not travel today.
     *
     * @param code one of {@link #EQUAL_CODES}; which one says nothing
     * @param sealed the cause, padded to one length and sealed to the neutral
     */
    record Stays(String subject, String code, String sealed) implements Observation {
        public Stays {
            Objects.requireNonNull(sealed);
        }

        /** All mean: does not travel today. The cause may be any of {@link Cause}. */
        public static final List<String> EQUAL_CODES = List.of("N1", "N2", "N3", "N4");
    }

    /** Why somebody does not travel, for the neutral alone. */
    enum Cause {
        DOES_NOT_WISH,
        WISHES_ELSEWHERE,
        UNFIT,
        SAFETY,
        PAPERS,
        POSTPONED
    }

    /** First scan: the giving side's officer offers a person or a bag. */
    record Offered(String subject) implements Observation {}

    /** Second: the receiving side's officer has scanned the offer and accepts. */
    record Accepted(String subject, String offer) implements Observation {}

    /** Third: the giving side's officer has scanned the acceptance. */
    record Concluded(String subject, String acceptance) implements Observation {}

    /** The receiving officer has scanned the offer and does not sign for it. */
    record Declined(String subject, String offer, String code) implements Observation {}

    /** A bag with its seal, and the party that is to get it, as one side saw it. */
    record BagSeen(String bag, String returnsTo, String seal) implements Observation {}

    /** A part inside a bag; a bag may hold several, and one person may be in several bags. */
    record FragmentSeen(String bag, String fragment, String part) implements Observation {}

    /** How many of something this device's people counted, beside what was scanned one by one. */
    record Tallied(String what, long number) implements Observation {}

    /** Two devices met: this one keeps how far the other one's log was. */
    record Met(SignedHead head) implements Observation {}

    /**
     * Who can fire at a road or close a sky has answered in writing that he knows of a vehicle: nobody leaves before.
     *
     * @param what {@code airspace}, {@code fire-control} or another clearance of the vehicle's line in the roster
     * @param from party that answered
     * @param reference number of the written answer; no time and no route stands in a log
     */
    record Acknowledged(String vehicle, String what, String from, String reference) implements Observation {}

    /**
     * A vehicle leaves.
     *
     * @param acknowledgements hashes of the acknowledgements it relies on, one for each clearance
     */
    record Departed(String vehicle, List<String> acknowledgements) implements Observation {
        public Departed {
            acknowledgements = List.copyOf(acknowledgements);
        }
    }

    /** An item of the checklist is done. */
    record Ticked(String item) implements Observation {}

    /**
     * It happened on paper and is entered now.
     *
     * @param form number of the printed form
     * @param pen officer who held the pen
     * @param written date and time as written on the form
     * @param what kind of the observation, with {@code body} its members
     */
    record OnPaper(String form, String pen, String written, String what, JsonNode body) implements Observation {
        /** What happened, or empty when the form holds nothing that can be entered from paper. */
        public java.util.Optional<Observation> inner() {
            try {
                Observation inner = parse(what, body);
                return inner instanceof OnPaper || inner instanceof Met || inner instanceof Closed
                        ? java.util.Optional.empty()
                        : java.util.Optional.of(inner);
            } catch (MalformedJsonException e) {
                return java.util.Optional.empty();
            }
        }

        /** Wraps an observation. */
        public static OnPaper of(String form, String pen, String written, Observation inner) {
            return new OnPaper(form, pen, written, inner.kind(), CanonicalJson.tree(inner));
        }
    }

    /** An earlier event of this same device was a mistake. Both stay in the log. */
    record Withdrawn(String event, String why) implements Observation {}

    /** The device's day is over: no event follows. */
    record Closed() implements Observation {}

    /** The kind's name in the log. */
    default String kind() {
        return getClass().getSimpleName();
    }

    /** Whether an officer signs it with his own key, besides the device. */
    default boolean needsOfficer() {
        return this instanceof Offered
                || this instanceof Accepted
                || this instanceof Concluded
                || this instanceof Declined
                || this instanceof Stays
                || this instanceof Acknowledged
                || this instanceof Departed
                || (this instanceof OnPaper paper
                        && paper.inner().map(Observation::needsOfficer).orElse(false));
    }

    /** Reads the body of an event of that kind. */
    static Observation parse(String kind, JsonNode body) throws MalformedJsonException {
        for (Class<?> type : Observation.class.getPermittedSubclasses()) {
            if (type.getSimpleName().equals(kind)) {
                return (Observation) CanonicalJson.as(body, type);
            }
        }
        throw new MalformedJsonException("an event of a kind that this version does not know");
    }
}
