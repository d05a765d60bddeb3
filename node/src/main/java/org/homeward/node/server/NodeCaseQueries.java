package org.homeward.node.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.homeward.node.desk.LineMatch;
import org.homeward.node.web.view.CaseQueries;
import org.homeward.node.web.view.CaseSummary;
import org.homeward.node.web.view.CaseView;
import org.homeward.node.web.view.CaseView.StepState;
import org.homeward.node.web.view.LineView;
import org.homeward.node.web.view.LineView.FieldPair;
import org.homeward.node.web.view.ListView;
import org.homeward.node.web.view.ProposalView;
import org.homeward.node.web.view.StepKind;
import org.homeward.protocol.exchange.Act;
import org.homeward.protocol.exchange.CaseState;
import org.homeward.protocol.exchange.Participants.Participant;
import org.homeward.protocol.exchange.Terms;
import org.jspecify.annotations.Nullable;

/**
 * Answers the pages from the case as this node derived it: what was released to it and what is its own. The evidence of a link is
 * the holder's; it comes from the holder's own notes and is nowhere else.
 */
final class NodeCaseQueries implements CaseQueries {
    private final Cases cases;
    private final String self;
    private final CaseTimeline timeline = new CaseTimeline();
    private final Map<String, Map<String, LineMatch>> matches = new ConcurrentHashMap<>();

    NodeCaseQueries(Cases cases, String self) {
        this.cases = cases;
        this.self = self;
    }

    @Override
    public List<CaseSummary> cases() {
        return cases.all().stream().map(this::summary).toList();
    }

    private CaseSummary summary(CaseRoom room) {
        CaseState state = room.node().state();
        List<CaseView.Step> steps = CaseTimeline.steps(state, room.participants());
        List<CaseView.DoneAct> acts = timeline.acts(room);
        StepKind now = steps.stream()
                .filter(s -> s.state() == StepState.NOW)
                .map(CaseView.Step::kind)
                .findFirst()
                .orElse(null);
        return new CaseSummary(
                room.caseId(),
                title(room, state),
                now,
                (int) steps.stream().filter(s -> s.state() == StepState.DONE).count(),
                steps.size(),
                room.node().waiting().size(),
                acts.isEmpty() ? null : acts.getLast().at());
    }

    @Override
    public Optional<CaseView> caseView(String caseId) {
        return cases.find(caseId).map(room -> {
            CaseState state = room.node().state();
            CaseRoom.Effective effective = room.effective();
            Terms terms = state.terms();
            return new CaseView(
                    caseId,
                    title(room, state),
                    self,
                    room.participants().all().stream()
                            .map(p -> participant(room, p))
                            .toList(),
                    terms == null
                            ? null
                            : new CaseView.Terms(
                                    terms.countingRule(), terms.perSide(), terms.civilians(), terms.digest()),
                    CaseTimeline.steps(state, room.participants()),
                    timeline.acts(room),
                    room.desk().open().stream()
                            .map(step -> StepKind.valueOf(step.name()))
                            .toList(),
                    room.participants().parties().stream()
                            .map(p -> figures(state, p.id()))
                            .toList(),
                    state.proposal() != null,
                    effective.missing().isEmpty() ? effective.size() : 0,
                    effective.missing(),
                    room.trouble().orElse(null));
        });
    }

    private static CaseView.ListFigures figures(CaseState state, String party) {
        Act.ListSealed sealed = state.sealed().get(party);
        Map<String, Integer> replies = new TreeMap<>();
        state.replies()
                .getOrDefault(party, Map.of())
                .values()
                .forEach(r -> replies.merge(r.code().name(), 1, Integer::sum));
        return new CaseView.ListFigures(
                party,
                sealed == null ? 0 : sealed.lines(),
                state.lists().containsKey(party),
                replies,
                state.confirmed().getOrDefault(party, Set.of()).size(),
                state.acknowledged().getOrDefault(party, Set.of()).size(),
                returning(state, party));
    }

    private static Map<String, Integer> returning(CaseState state, String party) {
        Map<String, Integer> returning = new TreeMap<>();
        Act.Proposal proposal = state.proposal();
        if (proposal != null) {
            proposal.returning()
                    .getOrDefault(party, List.of())
                    .forEach(p -> returning.merge(p.category(), 1, Integer::sum));
        }
        return returning;
    }

    @Override
    public Optional<ListView> list(String caseId, String partyId, int page, @Nullable String reply) {
        CaseRoom room = cases.find(caseId).orElse(null);
        if (room == null || !room.participants().isParty(partyId) || page < 1) {
            return Optional.empty();
        }
        CaseState state = room.node().state();
        CaseLines lines = new CaseLines(state, partyId);
        List<ListView.Line> shown = lines.with(reply);
        int pages = Math.max(1, (shown.size() + LINES_PER_PAGE - 1) / LINES_PER_PAGE);
        if (page > pages) {
            return Optional.empty();
        }
        int from = (page - 1) * LINES_PER_PAGE;
        return Optional.of(new ListView(
                caseId,
                title(room, state),
                participant(room, room.participants().find(partyId).orElseThrow()),
                participant(room, room.participants().other(partyId)),
                state.lists().containsKey(partyId),
                lines.size(),
                lines.byReply(),
                reply,
                page,
                pages,
                shown.subList(from, Math.min(shown.size(), from + LINES_PER_PAGE))));
    }

    @Override
    public Optional<LineView> line(String caseId, String partyId, String line) {
        CaseRoom room = cases.find(caseId).orElse(null);
        if (room == null || !room.participants().isParty(partyId)) {
            return Optional.empty();
        }
        CaseState state = room.node().state();
        CaseLines lines = new CaseLines(state, partyId);
        int index = lines.indexOf(line);
        if (index < 0) {
            return Optional.empty();
        }
        Participant holder = room.participants().other(partyId);
        LineMatch match = holder.id().equals(self) ? matches(room).get(line) : null;
        return Optional.of(new LineView(
                caseId,
                title(room, state),
                participant(room, room.participants().find(partyId).orElseThrow()),
                participant(room, holder),
                lines.line(index),
                match == null ? released(lines, index) : compared(match),
                match == null ? null : evidence(match),
                lines.category(line)));
    }

    private Map<String, LineMatch> matches(CaseRoom room) {
        Map<String, LineMatch> known = matches.get(room.caseId());
        if (known != null) {
            return known;
        }
        try {
            Map<String, LineMatch> read =
                    room.desk().matches().stream().collect(Collectors.toMap(LineMatch::line, match -> match));
            if (!read.isEmpty()) {
                // Once written they never change.
                matches.put(room.caseId(), read);
            }
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<FieldPair> compared(LineMatch match) {
        return match.fields().stream()
                .map(f -> new FieldPair(f.field(), f.sought(), f.held(), f.level(), f.bits() / 1000.0, f.words()))
                .toList();
    }

    private static LineView.Evidence evidence(LineMatch match) {
        Long margin = match.margin();
        return new LineView.Evidence(
                match.probability() / 1000.0, match.matchKey(), margin == null ? null : margin / 1000.0, match.row());
    }

    /** Both writings without a comparison: what the seeking side wrote, and what the holder released. */
    private static List<FieldPair> released(CaseLines lines, int index) {
        Act.SoughtLine sought = lines.sought(index);
        Act.HeldPerson held = lines.held(sought.line());
        List<FieldPair> fields = new ArrayList<>();
        fields.add(pair("FULL_NAME", sought.name(), held == null ? null : held.name()));
        fields.add(pair("BIRTH_DATE", sought.birthDate(), held == null ? null : held.birthDate()));
        fields.add(pair("RANK", sought.rank(), held == null ? null : held.rank()));
        fields.add(pair("BIRTH_PLACE", sought.birthPlace(), null));
        fields.add(pair("UNIT", sought.unit(), null));
        fields.add(pair("SERVICE_NUMBER", sought.serviceNumber(), null));
        fields.removeIf(f -> f.sought() == null && f.held() == null);
        return fields;
    }

    private static FieldPair pair(String field, @Nullable String sought, @Nullable String held) {
        return new FieldPair(field, sought, held, null, null, null);
    }

    @Override
    public Optional<ProposalView> proposal(String caseId) {
        CaseRoom room = cases.find(caseId).orElse(null);
        Act.Proposal proposal = room == null ? null : room.node().state().proposal();
        if (room == null || proposal == null) {
            return Optional.empty();
        }
        CaseState state = room.node().state();
        List<Participant> parties = room.participants().parties();
        List<ProposalView.CategoryBalance> categories = new ArrayList<>();
        for (String category : List.of("soldier", "wounded", "civilian")) {
            List<Integer> returning = parties.stream()
                    .map(p -> returning(state, p.id()).getOrDefault(category, 0))
                    .toList();
            categories.add(new ProposalView.CategoryBalance(category, category.equals("soldier"), returning));
        }
        List<ProposalView.Person> people = new ArrayList<>();
        for (Participant party : parties) {
            proposal.returning()
                    .getOrDefault(party.id(), List.of())
                    .forEach(p -> people.add(new ProposalView.Person(
                            party.id(),
                            p.number(),
                            p.line(),
                            p.name(),
                            p.nameAsHeld(),
                            p.birthDate(),
                            p.rank(),
                            p.category(),
                            p.heldSince(),
                            p.reason())));
        }
        return Optional.of(new ProposalView(
                caseId,
                title(room, state),
                proposal.version(),
                proposal.digest(),
                parties.stream().map(p -> participant(room, p)).toList(),
                List.copyOf(state.frozen()),
                categories,
                people));
    }

    private static CaseView.Participant participant(CaseRoom room, Participant p) {
        return new CaseView.Participant(
                p.id(), p.name(), room.participants().mediator().id().equals(p.id()));
    }

    private static String title(CaseRoom room, CaseState state) {
        Terms terms = state.terms();
        return terms == null ? room.caseId() : terms.title();
    }
}
