package org.homeward.talks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A state on its way to the next one; lives for one call of {@link TalksRules#evolve}. */
final class Next {
    Act.@Nullable ProcessOpened process;
    Map<Integer, Act.RoundOpened> rounds;
    Map<Integer, Map<String, Act.DelegationNamed>> delegations;
    Map<String, Act.GroupSet> groups;
    Map<String, Act.SessionHeld> sessions;
    Map<String, Act.IssueNamed> issues;
    Map<String, Act.PositionStated> positions;
    Map<String, Act.MessageSent> messages;
    List<Act.MessageTold> told;
    List<TextVersion> versions;
    List<TalksState.Shown> shown;
    Map<String, TalksState.Point> points;
    Map<String, Act.StepOwed> steps;
    Map<String, Map<String, Act.StepReported>> reports;

    Next(TalksState s) {
        process = s.process();
        rounds = s.rounds();
        delegations = s.delegations();
        groups = s.groups();
        sessions = s.sessions();
        issues = s.issues();
        positions = s.positions();
        messages = s.messages();
        told = s.told();
        versions = s.versions();
        shown = s.shown();
        points = s.points();
        steps = s.steps();
        reports = s.reports();
    }

    /** The clause as it stands; in a view, where the text was never shown, an empty one. */
    TextClause clause(String id) {
        TextClause there =
                versions.isEmpty() ? null : versions.getLast().clauses().get(id);
        return there == null ? new TextClause(id, null, Map.of(), List.of(), List.of(), Act.Status.OPEN, null) : there;
    }

    /** A new version of the text in which a clause is as given. */
    void change(TextClause clause) {
        Map<String, TextClause> clauses = new LinkedHashMap<>(
                versions.isEmpty() ? Map.of() : versions.getLast().clauses());
        clauses.put(clause.id(), clause);
        int number = versions.isEmpty() ? 1 : versions.getLast().number() + 1;
        versions = TalksState.with(versions, new TextVersion(number, clauses));
    }

    /** What was read back of a clause no longer stands. */
    void forget(String clause) {
        Map<String, TalksState.Point> left = new LinkedHashMap<>(points);
        left.remove(clause);
        points = left;
    }

    TalksState done() {
        return new TalksState(
                process,
                rounds,
                delegations,
                groups,
                sessions,
                issues,
                positions,
                messages,
                told,
                versions,
                shown,
                points,
                steps,
                reports);
    }
}
