package org.homeward.protocol.exchange;

import static org.homeward.protocol.exchange.CaseRules.refuse;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.homeward.protocol.exchange.Refusal.Code;

/** What must hold of answers, confirmations and proposed lists, line by line. */
final class ListRules {
    /** The answers that tell of a day. */
    private static final Set<ReplyCode> GONE =
            EnumSet.of(ReplyCode.RELEASED, ReplyCode.DIED, ReplyCode.TRANSFERRED, ReplyCode.ESCAPED);

    private ListRules() {}

    /** Each line once, under an id that begins with its party, so that no line stands for two people. */
    static Optional<Refusal> lines(String party, List<Act.SoughtLine> lines) {
        Set<String> seen = new HashSet<>();
        return lines.stream().allMatch(l -> l.line().startsWith(party + "-") && seen.add(l.line()))
                ? Optional.empty()
                : refuse(Code.BAD_LINES, "A line stands there twice, or is not named after its party.");
    }

    /** Every line once, and a person shown exactly where the answer is "held". */
    static Optional<Refusal> answers(List<Act.SoughtLine> list, List<Act.Reply> replies) {
        Set<String> open = new HashSet<>();
        list.forEach(line -> open.add(line.line()));
        Set<String> tokens = new HashSet<>();
        for (Act.Reply reply : replies) {
            if (!open.remove(reply.line())) {
                return refuse(Code.BAD_LINES, "An answer names a line that is not on the list, or names it twice.");
            }
            Act.HeldPerson held = reply.held();
            if ((held != null) != (reply.code() == ReplyCode.HELD)) {
                return refuse(Code.BAD_LINES, "A person is shown exactly where the answer is 'held'.");
            }
            if (reply.day() != null && !GONE.contains(reply.code())
                    || reply.burial() != null && reply.code() != ReplyCode.DIED) {
                return refuse(Code.BAD_LINES, "An answer has a day or a place of burial that its code does not.");
            }
            Optional<String> flaw = held == null || held.board() == null
                    ? Optional.empty()
                    : held.board().flaw();
            if (flaw.isPresent()) {
                return refuse(Code.BAD_LINES, "This decision of a board cannot be: " + flaw.get() + ".");
            }
            if (held != null && !tokens.add(held.token())) {
                return refuse(Code.BAD_LINES, "One person answers two lines: he can be only one of them.");
            }
        }
        return open.isEmpty()
                ? Optional.empty()
                : refuse(Code.BAD_LINES, open.size() + " lines have no answer: every line gets a reason code.");
    }

    /** Each "held" answer is confirmed or rejected, once; nothing else is. */
    static Optional<Refusal> confirmation(
            Map<String, Act.Reply> replies, List<String> confirmed, List<Act.RejectedLine> rejected) {
        Set<String> open = new HashSet<>();
        replies.values().forEach(reply -> {
            if (reply.code() == ReplyCode.HELD) {
                open.add(reply.line());
            }
        });
        for (String line : confirmed) {
            if (!open.remove(line)) {
                return refuse(
                        Code.BAD_LINES, "A line is confirmed that was not answered 'held', or is confirmed twice.");
            }
        }
        for (Act.RejectedLine line : rejected) {
            if (!open.remove(line.line())) {
                return refuse(
                        Code.BAD_LINES, "A line is rejected that was not answered 'held', or was decided already.");
            }
        }
        return open.isEmpty()
                ? Optional.empty()
                : refuse(Code.BAD_LINES, open.size() + " answers 'held' are neither confirmed nor rejected.");
    }

    /** Only acknowledged people, each once, under the next version number; the counts are those of the terms. */
    static Optional<Refusal> proposal(CaseState state, Act.Proposal proposal) {
        int expected = state.proposals() + 1;
        if (proposal.version() != expected) {
            return refuse(Code.BAD_LINES, "The next version of the lists is " + expected + ".");
        }
        Terms terms = state.terms();
        if (terms == null) {
            return refuse(Code.WRONG_PHASE, "There are no terms.");
        }
        for (Participants.Participant party : state.known().parties()) {
            List<Act.ListedPerson> people = proposal.returning().getOrDefault(party.id(), List.of());
            Set<String> acknowledged = state.acknowledged().getOrDefault(party.id(), Set.of());
            Set<String> seen = new HashSet<>();
            for (Act.ListedPerson person : people) {
                if (!acknowledged.contains(person.line()) || !seen.add(person.line())) {
                    return refuse(Code.BAD_LINES, "A list names a line that is not acknowledged, or names it twice.");
                }
                if (state.objected().contains(person.line())) {
                    return refuse(
                            Code.BAD_LINES,
                            "The line " + person.line()
                                    + " is on the list, and a party objected to it: make the lists without it.");
                }
                if (!state.mayBeListed(party.id(), person.line())) {
                    return refuse(
                            Code.BAD_LINES,
                            "The line " + person.line()
                                    + " is on the list, and is not available: make the lists without it.");
                }
                Act.Reply reply =
                        state.replies().getOrDefault(party.id(), Map.of()).get(person.line());
                if (reply == null || reply.held() == null || !mirrors(person, reply.held())) {
                    return refuse(Code.BAD_LINES, "A list shows a person otherwise than his holder released him.");
                }
            }
        }
        return ReserveRules.sound(state, proposal).or(() -> counts(state.known(), terms, proposal));
    }

    /** The lists have as many soldiers and civilians as the terms say. */
    static Optional<Refusal> counts(Participants participants, Terms terms, Act.Proposal proposal) {
        for (Participants.Participant party : participants.parties()) {
            List<Act.ListedPerson> people = proposal.returning().getOrDefault(party.id(), List.of());
            Integer soldiers = terms.perSide().get(party.id());
            Integer civilians = terms.civilians().get(party.id());
            if (soldiers != null && soldiers != count(people, "soldier")
                    || civilians != null && civilians != count(people, "civilian")) {
                return refuse(
                        Code.BAD_LINES,
                        "The list of " + party.id() + " has " + count(people, "soldier") + " soldiers and "
                                + count(people, "civilian") + " civilians, which is not what the terms say.");
            }
            for (CarriedOver carried : terms.carried()) {
                if (carried.party().equals(party.id())
                        && count(people, carried.category())
                                < CarriedOver.persons(terms, party.id(), carried.category())) {
                    return refuse(
                            Code.BAD_LINES,
                            "The list of " + party.id() + " has fewer of the category " + carried.category()
                                    + " than are carried over from earlier agreements, who come first.");
                }
            }
        }
        return Optional.empty();
    }

    static boolean mirrors(Act.ListedPerson person, Act.HeldPerson held) {
        return person.token().equals(held.token())
                && person.nameAsHeld().equals(held.name())
                && person.heldSince().equals(held.heldSince())
                && person.category().equals(held.category())
                && java.util.Objects.equals(person.rank(), held.rank());
    }

    private static long count(List<Act.ListedPerson> people, String category) {
        return people.stream().filter(p -> p.category().equals(category)).count();
    }

    /** An objection is to people who are on the proposed lists; one to nobody is to the lists as a whole. */
    static Optional<Refusal> objections(CaseState state, List<Act.RejectedLine> objections) {
        Set<String> listed = new HashSet<>();
        Act.Proposal proposal = state.proposal();
        if (proposal != null) {
            proposal.returning().values().forEach(people -> people.forEach(person -> listed.add(person.line())));
        }
        return objections.stream()
                .filter(objection -> !listed.contains(objection.line()))
                .findFirst()
                .flatMap(objection -> refuse(
                        Code.BAD_LINES,
                        "The line " + objection.line() + " is not on the proposed lists: object to those who are."));
    }
}
