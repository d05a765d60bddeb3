package org.homeward.protocol.exchange;

import static org.homeward.protocol.exchange.Phase.*;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeward.protocol.exchange.Participants.Participant;
import org.homeward.protocol.exchange.Refusal.Code;

/**
 * Whose turn it is: for each kind of act, who does it, in which phases, and who has done it. What else must hold of an act is in
 * {@link CaseRules}; the pages' lists of steps are read off here.
 */
public final class Turn {
    private enum By {
        MEDIATOR,
        PARTIES,
        ALL
    }

    private static final String SHOWN = "Of one person something is said after both sides have answered.";

    private static final Phase[] FROM_ANSWERS = {
        LINES_ANSWERED, LINKS_CONFIRMED, LINKS_ACKNOWLEDGED, LOTTERY_SEALED, LOTTERY_DRAWN, PROPOSED, FROZEN, AGREED
    };

    private static final Map<Class<? extends Act>, Turn> TABLE = Stream.of(
                    turn(Act.CaseOpened.class, By.MEDIATOR, "A case is opened once, by the mediator.", NONE)
                            .ofMediator(state -> state.phase() != NONE),
                    turn(
                                    Act.TermsProposed.class,
                                    By.MEDIATOR,
                                    "Terms are proposed by the mediator, before all have signed.",
                                    OPENED,
                                    TERMS_PROPOSED)
                            .ofMediator(state -> state.terms() != null)
                            .again(),
                    turn(Act.TermsSigned.class, By.ALL, "There are no terms waiting for a signature.", TERMS_PROPOSED)
                            .doneBy(CaseState::termsSigned),
                    turn(
                                    Act.ListSealed.class,
                                    By.PARTIES,
                                    "A party seals its list after all three signed the terms.",
                                    TERMS_SIGNED)
                            .doneBy(state -> state.sealed().keySet()),
                    turn(
                                    Act.ListRevealed.class,
                                    By.PARTIES,
                                    "Lists are opened only when both are sealed.",
                                    LISTS_SEALED)
                            .doneBy(state -> state.lists().keySet()),
                    turn(
                                    Act.LinesAnswered.class,
                                    By.PARTIES,
                                    "Lines are answered after both lists are open.",
                                    LISTS_REVEALED)
                            .doneForTheOther(state -> state.replies().keySet()),
                    turn(
                                    Act.LinksConfirmed.class,
                                    By.PARTIES,
                                    "Links are confirmed after both sides have answered.",
                                    LINES_ANSWERED)
                            .doneBy(state -> state.confirmed().keySet()),
                    turn(
                                    Act.LinksAcknowledged.class,
                                    By.PARTIES,
                                    "The holder acknowledges after both sides have confirmed.",
                                    LINKS_CONFIRMED)
                            .doneForTheOther(state -> state.acknowledged().keySet()),
                    turn(
                                    Act.LotterySealed.class,
                                    By.ALL,
                                    "The lottery is sealed when the links are acknowledged.",
                                    LINKS_ACKNOWLEDGED)
                            .doneBy(state -> state.lotterySealed().keySet()),
                    turn(
                                    Act.LotteryRevealed.class,
                                    By.ALL,
                                    "The lottery's numbers are shown only when all three are sealed.",
                                    LOTTERY_SEALED)
                            .doneBy(state -> state.lottery().keySet()),
                    turn(
                                    Act.SelectionProposed.class,
                                    By.MEDIATOR,
                                    "The mediator proposes lists after the lottery.",
                                    LOTTERY_DRAWN,
                                    PROPOSED)
                            .ofMediator(state -> state.proposal() != null)
                            .again(),
                    turn(Act.ListsFrozen.class, By.ALL, "There is no proposal to freeze.", PROPOSED)
                            .doneBy(CaseState::frozen),
                    turn(
                                    Act.ProposalObjected.class,
                                    By.PARTIES,
                                    "A party objects while a proposal is on the table.",
                                    PROPOSED)
                            .mayBe(),
                    turn(
                                    Act.AgreementSigned.class,
                                    By.ALL,
                                    "The agreement is signed when the lists are frozen.",
                                    FROZEN)
                            .doneBy(state -> state.signatures().keySet()),
                    turn(
                                    Act.ProposalWithdrawn.class,
                                    By.MEDIATOR,
                                    "The mediator withdraws a proposal while it is on the table.",
                                    PROPOSED)
                            .mayBe(),
                    turn(
                                    Act.AmendmentProposed.class,
                                    By.ALL,
                                    "Lists are amended after all three have signed them.",
                                    AGREED)
                            .mayBe(),
                    turn(
                                    Act.AmendmentSigned.class,
                                    By.ALL,
                                    "An amendment is signed after the lists are agreed.",
                                    AGREED)
                            .doneBy(Turn::signedAmendment)
                            .nobodyMust(),
                    turn(
                                    Act.AmendmentWithdrawn.class,
                                    By.ALL,
                                    "An amendment is withdrawn after the lists are agreed.",
                                    AGREED)
                            .mayBe(),
                    turn(
                                    Act.AmendmentDeclined.class,
                                    By.ALL,
                                    "An amendment is declined after the lists are agreed.",
                                    AGREED)
                            .mayBe(),
                    turn(
                                    Act.DeadlinePassed.class,
                                    By.MEDIATOR,
                                    "The mediator declares the end of a deadline while it runs.",
                                    LISTS_REVEALED,
                                    PROPOSED,
                                    FROZEN,
                                    AGREED)
                            .mayBe(),
                    turn(
                                    Act.DeadlineExtended.class,
                                    By.MEDIATOR,
                                    "The mediator gives more time while a deadline runs.",
                                    LISTS_REVEALED,
                                    PROPOSED,
                                    FROZEN,
                                    AGREED)
                            .mayBe(),
                    turn(
                                    Act.HandoverReceived.class,
                                    By.PARTIES,
                                    "People are received after the lists are agreed.",
                                    AGREED)
                            .mayBe(),
                    turn(
                                    Act.ReceiptDoubted.class,
                                    By.PARTIES,
                                    "A receipt is doubted after people were received.",
                                    AGREED)
                            .mayBe(),
                    turn(Act.AvailabilityChanged.class, By.ALL, SHOWN, FROM_ANSWERS)
                            .mayBe(),
                    turn(Act.BoardDecided.class, By.PARTIES, SHOWN, FROM_ANSWERS)
                            .mayBe(),
                    turn(Act.DeathStated.class, By.ALL, SHOWN, FROM_ANSWERS).mayBe())
            .collect(Collectors.toUnmodifiableMap(turn -> turn.act, Function.identity()));

    private final Class<? extends Act> act;
    private final By by;
    private final String sentence;
    private final Set<Phase> phases;
    private final BiFunction<CaseState, Participants, Set<String>> done;
    private final boolean again;
    private final boolean must;

    private Turn(
            Class<? extends Act> act,
            By by,
            String sentence,
            Set<Phase> phases,
            BiFunction<CaseState, Participants, Set<String>> done,
            boolean again,
            boolean must) {
        this.act = act;
        this.by = by;
        this.sentence = sentence;
        this.phases = phases;
        this.done = done;
        this.again = again;
        this.must = must;
    }

    private static Turn turn(Class<? extends Act> act, By by, String sentence, Phase... phases) {
        return new Turn(act, by, sentence, Set.of(phases), (state, participants) -> Set.of(), false, true);
    }

    private Turn doneBy(Function<CaseState, Set<String>> who) {
        return new Turn(act, by, sentence, phases, (state, participants) -> who.apply(state), again, must);
    }

    /** What is kept under the party whose list it is about. */
    private Turn doneForTheOther(Function<CaseState, Set<String>> whose) {
        return new Turn(
                act,
                by,
                sentence,
                phases,
                (state, participants) -> whose.apply(state).stream()
                        .map(party -> participants.other(party).id())
                        .collect(Collectors.toSet()),
                again,
                must);
    }

    private Turn ofMediator(Predicate<CaseState> when) {
        return new Turn(
                act,
                by,
                sentence,
                phases,
                (state, participants) ->
                        when.test(state) ? Set.of(participants.mediator().id()) : Set.of(),
                again,
                must);
    }

    /** May be done more than once. */
    private Turn again() {
        return new Turn(act, by, sentence, phases, done, true, must);
    }

    /** May be done, and more than once; the case waits for nobody to do it. */
    private Turn mayBe() {
        return new Turn(act, by, sentence, phases, done, true, false);
    }

    /** The walk of the case does not wait for it. */
    private Turn nobodyMust() {
        return new Turn(act, by, sentence, phases, done, again, false);
    }

    private static Set<String> signedAmendment(CaseState state) {
        OpenAmendment open = state.amendment();
        return open == null ? Set.of() : open.signatures().keySet();
    }

    /** The turn of that kind of act. */
    public static Turn of(Class<? extends Act> act) {
        Turn turn = TABLE.get(act);
        if (turn == null) {
            throw new IllegalArgumentException("no turn for " + act.getSimpleName());
        }
        return turn;
    }

    /** Why that participant may not do it now, or empty. */
    public Optional<Refusal> refusal(CaseState state, Participants participants, String who) {
        boolean actor = actors(participants).contains(who);
        if (!actor || !phases.contains(state.phase())) {
            return Optional.of(new Refusal(actor ? Code.WRONG_PHASE : Code.WRONG_ACTOR, sentence));
        }
        return !again && done.apply(state, participants).contains(who)
                ? Optional.of(new Refusal(Code.ALREADY_DONE, "This side has done that already."))
                : Optional.empty();
    }

    /** Who has yet to do it, in the order of enrolment; nobody where nobody must. */
    public List<String> missing(CaseState state, Participants participants) {
        if (!must) {
            return List.of();
        }
        Set<String> have = done.apply(state, participants);
        return actors(participants).stream().filter(id -> !have.contains(id)).toList();
    }

    private List<String> actors(Participants participants) {
        return switch (by) {
            case MEDIATOR -> List.of(participants.mediator().id());
            case PARTIES -> participants.parties().stream().map(Participant::id).toList();
            case ALL -> participants.all().stream().map(Participant::id).toList();
        };
    }
}
