package org.homeward.talks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The talks as one participant may see them. The mediator sees all; everybody sees what he entered. For the rest: an entry's {@code
 * seenBy} if it has one, otherwise by kind. Seen by all: process, rounds, delegations (without the limits of their authority), groups,
 * issues, public positions, steps, and points read back in session. A session is seen by those in the room; a message by its ends,
 * and by whom it was told to, in the words that may be told; the text in the versions that were shown; everything else by nobody.
 *
 * <p>Which person typed an entry is seen by the mediator, and by the participant for whom it counts.
 *
 * <p>A view holds nothing by which two logs could be told apart that differ only in what the participant may not see.
 */
public record View(String who, List<Entry> entries, TalksState state) {
    public View {
        entries = List.copyOf(entries);
    }

    /** @param who a participant; somebody else sees what all see */
    public static View of(List<Entry> log, String who) {
        TalksState whole = TalksState.of(log);
        Act.ProcessOpened process = whole.process();
        if (process != null && process.mediator().equals(who)) {
            return new View(who, log, whole);
        }
        Map<String, Entry> positions = new LinkedHashMap<>();
        List<Entry> seen = new ArrayList<>();
        for (Entry entry : log) {
            if (entry.act() instanceof Act.PositionStated position) {
                positions.put(position.id(), entry);
            }
            visible(entry, who, whole, positions)
                    // Whom else the mediator named is no business of the one who looks.
                    .map(shown -> bare(shown, shown.by().equals(who) ? shown.person() : null))
                    .ifPresent(seen::add);
        }
        return of(who, seen, shownTo(whole, who), points(whole, TalksState.of(seen)));
    }

    /**
     * What every party may see: what can be handed to all of them. Nothing of a session where one of them was not in the room, of
     * the limits of a delegation, or of a text that was not shown to both.
     */
    public static View common(List<Entry> log) {
        TalksState whole = TalksState.of(log);
        List<String> parties =
                whole.process() == null ? List.of() : whole.process().parties();
        Map<String, Entry> positions = new LinkedHashMap<>();
        List<Entry> seen = new ArrayList<>();
        for (Entry entry : log) {
            if (entry.act() instanceof Act.PositionStated position) {
                positions.put(position.id(), entry);
            }
            List<Act> acts = parties.stream()
                    .flatMap(who -> visible(entry, who, whole, positions).stream())
                    .map(shown -> closed(shown.act()))
                    .toList();
            if (!acts.isEmpty()
                    && acts.size() == parties.size()
                    && acts.stream().distinct().count() == 1) {
                seen.add(bare(with(entry, acts.getFirst()), null));
            }
        }
        List<TextVersion> versions = parties.stream()
                .map(who -> shownTo(whole, who))
                .reduce((a, b) -> a.stream().filter(b::contains).toList())
                .orElse(List.of());
        return of("", seen, versions, points(whole, TalksState.of(seen)));
    }

    /** Without what only one of two who see an act may see of it. */
    private static Act closed(Act act) {
        return switch (act) {
            case Act.DelegationNamed named -> new Act.DelegationNamed(named.round(), named.of(), named.members(), null);
            case Act.PositionStated position ->
                new Act.PositionStated(
                        position.id(), position.issue(), position.of(), position.stance(), position.words(), null);
            default -> act;
        };
    }

    private static Entry bare(Entry entry, @Nullable String person) {
        return new Entry(entry.by(), person, entry.at(), List.of(), entry.act());
    }

    /** From the entries of a view, the versions of the text that were shown, and the points with their words. */
    static View of(String who, List<Entry> seen, List<TextVersion> versions, Map<String, TalksState.Point> points) {
        TalksState folded = TalksState.of(seen);
        return new View(
                who,
                seen,
                new TalksState(
                        folded.process(),
                        folded.rounds(),
                        folded.delegations(),
                        folded.groups(),
                        folded.sessions(),
                        folded.issues(),
                        folded.positions(),
                        folded.messages(),
                        List.of(),
                        versions,
                        folded.shown(),
                        points,
                        folded.steps(),
                        folded.reports()));
    }

    private static Optional<Entry> visible(Entry entry, String who, TalksState whole, Map<String, Entry> positions) {
        return switch (entry.act()) {
            case Act.MessageSent message ->
                message.from().equals(who)
                                || message.to().equals(who)
                                || entry.by().equals(who)
                        ? Optional.of(entry)
                        : Optional.empty();
            case Act.MessageTold(String id, String to) -> {
                Act.MessageSent message = whole.messages().get(id);
                if (message == null
                        || !to.equals(who)
                        || message.from().equals(who)
                        || message.to().equals(who)) {
                    yield Optional.empty();
                }
                Map<String, String> gist = message.gist();
                yield Optional.of(new Entry(
                        entry.by(),
                        entry.at(),
                        List.of(),
                        new Act.MessageSent(
                                id,
                                message.from(),
                                who,
                                gist == null ? message.words() : gist,
                                Act.MayTell.YES,
                                null)));
            }
            case Act.ClauseDrafted ignored -> Optional.empty();
            case Act.ClauseSet ignored -> Optional.empty();
            case Act.DelegationNamed named
            when may(entry, who, true) ->
                Optional.of(
                        named.of().equals(who)
                                ? entry
                                : with(
                                        entry,
                                        new Act.DelegationNamed(named.round(), named.of(), named.members(), null)));
            case Act.PositionStated position
            when may(
                    entry,
                    who,
                    position.stance() == Act.Stance.PUBLIC || position.of().equals(who)) -> {
                Entry earlier = position.supersedes() == null ? null : positions.get(position.supersedes());
                boolean named = earlier == null
                        || visible(earlier, who, whole, positions).isPresent();
                yield Optional.of(
                        named
                                ? entry
                                : with(
                                        entry,
                                        new Act.PositionStated(
                                                position.id(),
                                                position.issue(),
                                                position.of(),
                                                position.stance(),
                                                position.words(),
                                                null)));
            }
            case Act.SessionHeld session when may(entry, who, session.inRoom().contains(who)) -> Optional.of(entry);
            case Act.DraftShown shown when may(entry, who, shown.to().equals(who)) -> Optional.of(entry);
            case Act.DelegationNamed ignored -> Optional.empty();
            case Act.PositionStated ignored -> Optional.empty();
            case Act.SessionHeld ignored -> Optional.empty();
            case Act.DraftShown ignored -> Optional.empty();
            // All must know with whom they talk, and what was read back before all of them.
            case Act.ProcessOpened ignored -> Optional.of(entry);
            case Act.PointReadBack ignored -> Optional.of(entry);
            case Act.PointInitialled ignored -> Optional.of(entry);
            default -> may(entry, who, true) ? Optional.of(entry) : Optional.empty();
        };
    }

    private static boolean may(Entry entry, String who, boolean byKind) {
        return entry.by().equals(who)
                || (entry.seenBy().isEmpty() ? byKind : entry.seenBy().contains(who));
    }

    private static Entry with(Entry entry, Act act) {
        return new Entry(entry.by(), entry.person(), entry.at(), entry.seenBy(), act);
    }

    private static List<TextVersion> shownTo(TalksState whole, String who) {
        return whole.shown().stream()
                .map(TalksState.Shown::what)
                .filter(shown -> shown.to().equals(who))
                .map(Act.DraftShown::version)
                .distinct()
                .sorted(Comparator.naturalOrder())
                .flatMap(version -> whole.version(version).stream())
                .toList();
    }

    /** The words and what they stand for were before both; the reservations of the other side were not. */
    private static Map<String, TalksState.Point> points(TalksState whole, TalksState folded) {
        Map<String, TalksState.Point> points = new TreeMap<>();
        whole.points().forEach((id, point) -> {
            if (folded.points().containsKey(id)) {
                TextClause text = point.text();
                points.put(
                        id,
                        new TalksState.Point(
                                point.read(),
                                new TextClause(
                                        id,
                                        text.issue(),
                                        text.words(),
                                        List.of(),
                                        List.of(),
                                        text.status(),
                                        text.terms()),
                                point.at(),
                                point.initials()));
            }
        });
        return points;
    }
}
