package org.homeward.talks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.homeward.talks.Refusal.Code;

/** The rules of the talks: {@link #decide} says whether an entry counts, {@link #evolve} what follows from it. Pure. */
public final class TalksRules {
    private TalksRules() {}

    /** Empty when the entry counts; otherwise why it does not. */
    public static Optional<Refusal> decide(TalksState state, Entry entry) {
        Act.ProcessOpened process = state.process();
        if (entry.act() instanceof Act.ProcessOpened opened) {
            if (process != null) {
                return no(Code.OPEN_ALREADY, "The process is open already.");
            }
            return opened.mediator().equals(entry.by())
                    ? Optional.empty()
                    : no(Code.NOT_THEIRS, "The mediator opens the process.");
        }
        if (process == null) {
            return no(Code.NOT_OPEN, "The process is not open yet: the first act is a PROCESS.");
        }
        for (String who : entry.seenBy()) {
            if (!state.participates(who)) {
                return no(Code.UNKNOWN, "'" + who + "' in seenBy takes no part in these talks.");
            }
        }
        if (!state.participates(entry.by())) {
            return no(Code.UNKNOWN, "'" + entry.by() + "' takes no part in these talks.");
        }
        return audience(process, entry)
                .or(() -> content(state, process, entry.by().equals(process.mediator()), entry));
    }

    /** Nobody widens who sees what is not his: a message goes on by TOLD, the text by SHOWN, an inner position by its party. */
    private static Optional<Refusal> audience(Act.ProcessOpened process, Entry entry) {
        if (entry.seenBy().isEmpty()) {
            return Optional.empty();
        }
        return switch (entry.act()) {
            case Act.MessageSent ignored ->
                no(
                        Code.NOT_THEIRS,
                        "A message is seen by whom it is from and to; TOLD passes it on, so it has no seenBy.");
            case Act.MessageTold ignored -> no(Code.NOT_THEIRS, "TOLD names whom it tells, so it has no seenBy.");
            case Act.ClauseDrafted ignored ->
                no(Code.NOT_THEIRS, "The text is shown by SHOWN, so a clause has no seenBy.");
            case Act.ClauseSet ignored -> no(Code.NOT_THEIRS, "The text is shown by SHOWN, so a status has no seenBy.");
            case Act.PositionStated position ->
                position.stance() == Act.Stance.PUBLIC
                                || position.stance() == Act.Stance.ROOM
                                || entry.by().equals(position.of())
                                || entry.seenBy().stream()
                                        .allMatch(who -> who.equals(position.of()) || who.equals(process.mediator()))
                        ? Optional.empty()
                        : no(
                                Code.NOT_THEIRS,
                                "Only '" + position.of() + "' itself may show its " + position.stance()
                                        + " to others.");
            default -> Optional.empty();
        };
    }

    private static Optional<Refusal> content(
            TalksState state, Act.ProcessOpened process, boolean mediator, Entry entry) {
        String by = entry.by();
        return switch (entry.act()) {
            case Act.ProcessOpened ignored -> no(Code.OPEN_ALREADY, "The process is open already.");
            case Act.RoundOpened round -> fresh(state.rounds().containsKey(round.number()), "Round " + round.number());
            case Act.DelegationNamed named ->
                known(state.rounds().containsKey(named.round()), "round " + named.round())
                        .or(() -> participant(state, named.of()))
                        .or(() -> own(mediator, by, named.of(), "A delegation is named by whom it sits for."));
            case Act.GroupSet group ->
                fresh(state.groups().containsKey(group.id()), "Group '" + group.id() + "'")
                        .or(() -> participants(state, group.members()));
            case Act.SessionHeld session -> session(state, session).or(() -> participants(state, session.inRoom()));
            case Act.IssueNamed issue ->
                fresh(state.issues().containsKey(issue.id()), "Issue '" + issue.id() + "'")
                        .or(() -> known(
                                issue.under() == null || state.issues().containsKey(issue.under()),
                                "issue '" + issue.under() + "'"));
            case Act.PositionStated position -> position(state, mediator, by, position);
            case Act.MessageSent message ->
                fresh(state.messages().containsKey(message.id()), "Message '" + message.id() + "'")
                        .or(() -> participants(state, List.of(message.from(), message.to())))
                        .or(() -> own(
                                mediator, by, message.from(), "A message is entered by its sender or the mediator."));
            case Act.MessageTold told -> told(state, mediator, told);
            case Act.ClauseDrafted clause ->
                !mediator
                        ? no(
                                Code.NOT_THEIRS,
                                "The mediator owns the text; a party's wording goes into a bracket by a message.")
                        : known(
                                        clause.issue() == null || state.issues().containsKey(clause.issue()),
                                        "issue '" + clause.issue() + "'")
                                .or(() -> sides(process, clause))
                                .or(() -> state.initialled(clause.id())
                                        ? no(
                                                Code.WRONG_TIME,
                                                "Clause '" + clause.id()
                                                        + "' is initialled; open it again before it is redrafted.")
                                        : Optional.empty());
            case Act.ClauseSet set ->
                mediator ? clause(state, set.clause()) : no(Code.NOT_THEIRS, "The mediator owns the text.");
            case Act.DraftShown shown ->
                !mediator
                        ? no(Code.NOT_THEIRS, "The mediator shows the text.")
                        : known(
                                        state.version(shown.version()).isPresent(),
                                        "version " + shown.version() + " of the text")
                                .or(() -> participant(state, shown.to()));
            case Act.PointReadBack read -> readBack(state, process, mediator, read);
            case Act.PointInitialled initialled -> {
                if (!process.parties().contains(initialled.of())) {
                    yield no(Code.UNKNOWN, "Initials are a party's; '" + initialled.of() + "' is none.");
                }
                TalksState.Point point = state.points().get(initialled.clause());
                if (point == null) {
                    yield no(
                            Code.WRONG_TIME,
                            "Clause '" + initialled.clause() + "' was not read back; read the words back first.");
                }
                yield fresh(point.initials().containsKey(initialled.of()), "The initials of '" + initialled.of() + "'")
                        .or(() -> own(
                                mediator, by, initialled.of(), "Initials are entered by their party or the mediator."));
            }
            case Act.StepOwed step ->
                fresh(state.steps().containsKey(step.id()), "Step '" + step.id() + "'")
                        .or(() -> participant(state, step.owner()));
            case Act.StepReported report ->
                known(state.steps().containsKey(report.step()), "step '" + report.step() + "'")
                        .or(() -> participant(state, report.of()))
                        .or(() ->
                                own(mediator, by, report.of(), "A report is entered by whose it is or the mediator."));
        };
    }

    private static Optional<Refusal> session(TalksState state, Act.SessionHeld session) {
        Act.RoundOpened round = state.rounds().get(session.round());
        if (round == null) {
            return known(false, "round " + session.round());
        }
        if (session.date().isBefore(round.from()) || session.date().isAfter(round.to())) {
            return no(
                    Code.WRONG_TIME,
                    "Round " + round.number() + " is from " + round.from() + " to " + round.to()
                            + "; the session is on " + session.date() + ".");
        }
        return fresh(state.sessions().containsKey(session.id()), "Session '" + session.id() + "'")
                .or(() -> known(
                        session.group() == null || state.groups().containsKey(session.group()),
                        "group '" + session.group() + "'"));
    }

    private static Optional<Refusal> position(
            TalksState state, boolean mediator, String by, Act.PositionStated position) {
        Act.PositionStated earlier =
                position.supersedes() == null ? null : state.positions().get(position.supersedes());
        if (position.supersedes() != null && (earlier == null || !earlier.of().equals(position.of()))) {
            return known(false, "position '" + position.supersedes() + "' of '" + position.of() + "'");
        }
        return fresh(state.positions().containsKey(position.id()), "Position '" + position.id() + "'")
                .or(() -> known(state.issues().containsKey(position.issue()), "issue '" + position.issue() + "'"))
                .or(() -> participant(state, position.of()))
                .or(() -> own(mediator, by, position.of(), "A position is entered by whose it is or the mediator."));
    }

    private static Optional<Refusal> told(TalksState state, boolean mediator, Act.MessageTold told) {
        if (!mediator) {
            return no(Code.NOT_THEIRS, "The mediator tells what was told to it.");
        }
        Act.MessageSent message = state.messages().get(told.message());
        if (message == null) {
            return known(false, "message '" + told.message() + "'");
        }
        if (message.mayTell() == Act.MayTell.NO) {
            return no(Code.MAY_NOT_BE_TOLD, "Message '" + told.message() + "' was given with 'may be told: no'.");
        }
        return participant(state, told.to());
    }

    private static Optional<Refusal> readBack(
            TalksState state, Act.ProcessOpened process, boolean mediator, Act.PointReadBack read) {
        if (!mediator) {
            return no(Code.NOT_THEIRS, "The mediator reads back.");
        }
        Optional<Refusal> unknown = clause(state, read.clause());
        if (unknown.isPresent()) {
            return unknown;
        }
        TextClause clause = state.text().orElseThrow().clauses().get(read.clause());
        if (clause == null || !clause.brackets().isEmpty()) {
            return no(Code.WRONG_TIME, "Clause '" + read.clause() + "' still has brackets; settle its words first.");
        }
        for (String language : process.languages()) {
            if (!read.words().containsKey(language)) {
                return no(
                        Code.WRONG_WORDS, "The words are not there in '" + language + "', a language of these talks.");
            }
        }
        for (Map.Entry<String, String> words : clause.words().entrySet()) {
            if (!words.getValue().equals(read.words().get(words.getKey()))) {
                return no(
                        Code.WRONG_WORDS, "What was read back in '" + words.getKey() + "' is not what the text says.");
            }
        }
        if (read.session() != null && !state.sessions().containsKey(read.session())) {
            return known(false, "session '" + read.session() + "'");
        }
        return state.initialled(read.clause())
                ? no(Code.WRONG_TIME, "Clause '" + read.clause() + "' is initialled; open it again first.")
                : Optional.empty();
    }

    private static Optional<Refusal> sides(Act.ProcessOpened process, Act.ClauseDrafted clause) {
        for (Act.Bracket bracket : clause.brackets()) {
            if (bracket.of() != null && !process.parties().contains(bracket.of())) {
                return no(Code.UNKNOWN, "A bracket is a party's or nobody's; '" + bracket.of() + "' is no party.");
            }
        }
        for (Act.Reservation reservation : clause.reservations()) {
            if (!process.parties().contains(reservation.of())) {
                return no(Code.UNKNOWN, "A reservation is a party's; '" + reservation.of() + "' is no party.");
            }
        }
        return Optional.empty();
    }

    private static Optional<Refusal> clause(TalksState state, String clause) {
        return known(state.text().map(t -> t.clauses().containsKey(clause)).orElse(false), "clause '" + clause + "'");
    }

    private static Optional<Refusal> participants(TalksState state, List<String> all) {
        return all.stream()
                .map(who -> participant(state, who))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Refusal> participant(TalksState state, String who) {
        return state.participates(who)
                ? Optional.empty()
                : no(Code.UNKNOWN, "'" + who + "' takes no part in these talks.");
    }

    private static Optional<Refusal> own(boolean mediator, String by, String whose, String sentence) {
        return mediator || by.equals(whose) ? Optional.empty() : no(Code.NOT_THEIRS, sentence);
    }

    private static Optional<Refusal> fresh(boolean there, String what) {
        return there ? no(Code.ALREADY_THERE, what + " is there already.") : Optional.empty();
    }

    private static Optional<Refusal> known(boolean there, String what) {
        return there ? Optional.empty() : no(Code.UNKNOWN, "There is no " + what + ".");
    }

    private static Optional<Refusal> no(Code code, String sentence) {
        return Optional.of(new Refusal(code, sentence));
    }

    /** The state after an entry that {@link #decide} let pass, or that stands in a view. */
    public static TalksState evolve(TalksState s, Entry entry) {
        Next next = new Next(s);
        switch (entry.act()) {
            case Act.ProcessOpened process -> next.process = process;
            case Act.RoundOpened round -> next.rounds = TalksState.with(s.rounds(), round.number(), round);
            case Act.DelegationNamed named ->
                next.delegations = TalksState.with(
                        s.delegations(),
                        named.round(),
                        TalksState.with(s.delegations().getOrDefault(named.round(), Map.of()), named.of(), named));
            case Act.GroupSet group -> next.groups = TalksState.with(s.groups(), group.id(), group);
            case Act.SessionHeld session -> next.sessions = TalksState.with(s.sessions(), session.id(), session);
            case Act.IssueNamed issue -> next.issues = TalksState.with(s.issues(), issue.id(), issue);
            case Act.PositionStated position -> {
                Map<String, Act.PositionStated> positions = new LinkedHashMap<>(s.positions());
                positions.put(position.id(), position);
                next.positions = positions;
            }
            case Act.MessageSent message -> next.messages = TalksState.with(s.messages(), message.id(), message);
            case Act.MessageTold told -> next.told = TalksState.with(s.told(), told);
            case Act.ClauseDrafted c -> {
                next.change(new TextClause(
                        c.id(), c.issue(), c.words(), c.brackets(), c.reservations(), Act.Status.OPEN, c.terms()));
                next.forget(c.id());
            }
            case Act.ClauseSet(String clause, Act.Status status) -> {
                next.change(next.clause(clause).with(status));
                next.forget(clause);
            }
            case Act.DraftShown shown ->
                next.shown = TalksState.with(s.shown(), new TalksState.Shown(shown, entry.at()));
            case Act.PointReadBack read -> {
                TextClause before = next.clause(read.clause());
                TextClause text = new TextClause(
                        before.id(),
                        before.issue(),
                        read.words(),
                        List.of(),
                        before.reservations(),
                        Act.Status.AD_REFERENDUM,
                        before.terms());
                next.change(text);
                next.points = TalksState.with(
                        s.points(), read.clause(), new TalksState.Point(read, text, entry.at(), Map.of()));
            }
            case Act.PointInitialled initialled -> {
                TalksState.Point point = s.points().get(initialled.clause());
                if (point != null) {
                    Map<String, String> initials = new TreeMap<>(point.initials());
                    initials.put(initialled.of(), initialled.initials());
                    next.points = TalksState.with(
                            s.points(),
                            initialled.clause(),
                            new TalksState.Point(point.read(), point.text(), point.at(), initials));
                    if (next.done().initialled(initialled.clause())) {
                        next.change(next.clause(initialled.clause()).with(Act.Status.AGREED));
                    }
                }
            }
            case Act.StepOwed step -> next.steps = TalksState.with(s.steps(), step.id(), step);
            case Act.StepReported report ->
                next.reports = TalksState.with(
                        s.reports(),
                        report.step(),
                        TalksState.with(s.reports().getOrDefault(report.step(), Map.of()), report.of(), report));
        }
        return next.done();
    }
}
