package org.homeward.node.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.homeward.node.web.view.ActionResult;
import org.homeward.node.web.view.CaseActions;
import org.homeward.node.web.view.CaseQueries;
import org.homeward.node.web.view.CaseSummary;
import org.homeward.node.web.view.CaseView;
import org.homeward.node.web.view.CaseView.DoneAct;
import org.homeward.node.web.view.CaseView.Participant;
import org.homeward.node.web.view.CaseView.Step;
import org.homeward.node.web.view.CaseView.StepState;
import org.homeward.node.web.view.LineView;
import org.homeward.node.web.view.LineView.FieldPair;
import org.homeward.node.web.view.ListView;
import org.homeward.node.web.view.ListView.Line;
import org.homeward.node.web.view.ListView.LineState;
import org.homeward.node.web.view.ProposalView;
import org.homeward.node.web.view.StepKind;
import org.homeward.node.web.view.WaitingAct;
import org.jspecify.annotations.Nullable;

/** A case that stands still at its proposal, with made-up people, some of whose names are an attack. */
public final class MadeUpCase implements CaseQueries, CaseActions {
    public static final String CASE = "example-2026-02";
    public static final String TITLE = "Exchange of 5 February 2026 (example)";
    public static final String MARKUP = "<script>alert(1)</script> \"O'Hara\" & Co";
    public static final String TURNED = "Тестенко \u202Eнавпаки\u202C Іван";
    public static final String DRAFT = "d-1";
    public static final String DIGEST = "4f9c27a1".repeat(8);
    /** Asking for this case breaks the node, as a rotten disk would. */
    public static final String BROKEN = "broken";

    static final Participant UA = new Participant("ua", "Bureau of Ukraine (test)", false);
    static final Participant RU = new Participant("ru", "Bureau of Russia (test)", false);
    static final Participant AGENCY = new Participant("agency", "Agency of the mediator (test)", true);

    private static final Instant START = Instant.parse("2026-02-03T08:00:00Z");
    private static final String[] SURNAMES = {"Тестенко", "Зразковий", "Прикладюк", "Вигаданий", "Примірний"};
    private static final String[] GIVEN = {"Іван", "Олексій", "Петро", "Дмитро", "Сергій", "Юрій"};
    private static final String[] REPLIES = {"HELD", "NOT_HELD", "HELD", "NEED_MORE_DATA", "NOT_AVAILABLE"};

    private final List<String> done = new ArrayList<>();

    /** What was done through the pages, as {@code verb thing person}. */
    public synchronized List<String> done() {
        return List.copyOf(done);
    }

    @Override
    public List<CaseSummary> cases() {
        return List.of(
                new CaseSummary(CASE, TITLE, StepKind.FREEZE_LISTS, 11, 13, 1, START.plusSeconds(200_000)),
                new CaseSummary("example-2026-03", MARKUP, StepKind.OPEN_CASE, 0, 13, 0, null));
    }

    @Override
    public Optional<CaseView> caseView(String caseId) {
        if (caseId.equals(BROKEN)) {
            throw new IllegalStateException("secret detail of the inside");
        }
        if (!caseId.equals(CASE)) {
            return Optional.empty();
        }
        List<Step> steps = new ArrayList<>();
        List<DoneAct> acts = new ArrayList<>();
        for (StepKind kind : StepKind.values()) {
            if (!kind.inWalk()) {
                continue;
            }
            int order = kind.compareTo(StepKind.FREEZE_LISTS);
            StepState state = order < 0 ? StepState.DONE : order == 0 ? StepState.NOW : StepState.LATER;
            steps.add(new Step(kind, state, order == 0 ? List.of("ua", "ru") : List.of()));
            List<Participant> by = switch (kind) {
                case OPEN_CASE, PROPOSE_TERMS, PROPOSE_LISTS -> List.of(AGENCY);
                case SIGN_TERMS, SEAL_LOTTERY, REVEAL_LOTTERY -> List.of(UA, RU, AGENCY);
                case FREEZE_LISTS -> List.of(AGENCY);
                default -> order < 0 ? List.of(UA, RU) : List.of();
            };
            for (Participant one : by) {
                acts.add(new DoneAct(
                        acts.size(),
                        kind,
                        one.id(),
                        START.plusSeconds(acts.size() * 9_000L),
                        List.of("Test Operator One", "Test Operator Two"),
                        order < 0));
            }
        }
        Map<String, Integer> returning = Map.of("soldier", 157, "civilian", 7, "wounded", 12);
        return Optional.of(new CaseView(
                CASE,
                TITLE,
                "ua",
                List.of(UA, RU, AGENCY),
                new CaseView.Terms(
                        "157 from each side, 314 in all; civilians and the seriously wounded stand outside.",
                        Map.of("ua", 157, "ru", 157),
                        Map.of("ua", 7, "ru", 3),
                        "0a1b2c3d".repeat(8)),
                steps,
                acts,
                List.of(StepKind.FREEZE_LISTS, StepKind.PROPOSE_TERMS),
                List.of(
                        new CaseView.ListFigures("ua", 120, true, replies(), 48, 48, returning),
                        new CaseView.ListFigures("ru", 9_000, false, Map.of(), 0, 0, Map.of())),
                true,
                acts.size() - 1L,
                List.of("ru"),
                "The agency at the example address did not answer within 5 s."));
    }

    private static Map<String, Integer> replies() {
        Map<String, Integer> replies = new TreeMap<>();
        for (int i = 0; i < 120; i++) {
            replies.merge(REPLIES[i % REPLIES.length], 1, Integer::sum);
        }
        return replies;
    }

    private static Line line(int i) {
        String name = switch (i) {
            case 0 -> MARKUP;
            case 1 -> TURNED;
            case 2 -> "=cmd|' /C calc'!A0";
            default -> SURNAMES[i % SURNAMES.length] + " " + GIVEN[i % GIVEN.length] + " Зразкович";
        };
        String reply = REPLIES[i % REPLIES.length];
        boolean held = reply.equals("HELD");
        return new Line(
                "L" + (i + 1),
                i + 1,
                name,
                i % 7 == 0 ? null : "19" + (70 + i % 30) + "-0" + (1 + i % 9) + "-1" + i % 10,
                i % 3 == 0 ? "старший солдат" : "сержант",
                reply,
                held ? name.replace("і", "и").replace("І", "И") : null,
                held ? LineState.ACKNOWLEDGED : LineState.ANSWERED);
    }

    @Override
    public Optional<ListView> list(String caseId, String partyId, int page, @Nullable String reply) {
        if (!caseId.equals(CASE) || !List.of("ua", "ru").contains(partyId)) {
            return Optional.empty();
        }
        if (partyId.equals("ru")) {
            return page == 1
                    ? Optional.of(new ListView(CASE, TITLE, RU, UA, false, 9_000, Map.of(), null, 1, 1, List.of()))
                    : Optional.empty();
        }
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            Line line = line(i);
            if (reply == null || reply.equals(line.reply())) {
                lines.add(line);
            }
        }
        int pages = Math.max(1, Math.ceilDiv(lines.size(), LINES_PER_PAGE));
        if (page < 1 || page > pages) {
            return Optional.empty();
        }
        int from = (page - 1) * LINES_PER_PAGE;
        return Optional.of(new ListView(
                CASE,
                TITLE,
                UA,
                RU,
                true,
                120,
                replies(),
                reply,
                page,
                pages,
                lines.subList(from, Math.min(lines.size(), from + LINES_PER_PAGE))));
    }

    @Override
    public Optional<LineView> line(String caseId, String partyId, String line) {
        if (!caseId.equals(CASE) || !partyId.equals("ua") || !line.matches("L[0-9]{1,3}")) {
            return Optional.empty();
        }
        int i = Integer.parseInt(line.substring(1)) - 1;
        if (i < 0 || i >= 120) {
            return Optional.empty();
        }
        Line one = line(i);
        if (i % 2 == 0) {
            List<FieldPair> fields = List.of(
                    new FieldPair("SURNAME", "Прикладюк", "ПРИКЛАДЮК", "EXACT", 9.42, "the same"),
                    new FieldPair("GIVEN_NAME", "Олексій", "Aleksei", "ALIKE", 4.13, "the same in another writing"),
                    new FieldPair("BIRTH_DATE", "1991-03-12", "12.03.1991", "EXACT", 12.9, "the same"),
                    new FieldPair("BIRTH_PLACE", "м. Зразкове", null, "MISSING", 0.0, "not given on one side"),
                    new FieldPair("RANK", "сержант", "рядовой", "DIFFERENT", -1.76, "different"));
            return Optional.of(new LineView(
                    CASE,
                    TITLE,
                    UA,
                    RU,
                    one,
                    fields,
                    new LineView.Evidence(0.99978, "+SURNAME~GIVEN_NAME+BIRTH_DATE-RANK", 11.2, "H-004711"),
                    "soldier"));
        }
        List<FieldPair> fields = List.of(
                new FieldPair("FULL_NAME", one.name(), null, null, null, null),
                new FieldPair("BIRTH_DATE", one.birth(), null, null, null, null));
        return Optional.of(new LineView(CASE, TITLE, UA, RU, one, fields, null, null));
    }

    @Override
    public Optional<ProposalView> proposal(String caseId) {
        if (!caseId.equals(CASE)) {
            return Optional.empty();
        }
        List<ProposalView.Person> people = new ArrayList<>();
        for (String party : List.of("ua", "ru")) {
            for (int i = 0; i < 64; i++) {
                Line line = line(i);
                people.add(new ProposalView.Person(
                        party,
                        i + 1,
                        line.line(),
                        line.name(),
                        line.name(),
                        line.birth(),
                        line.rank(),
                        i < 48 ? "soldier" : i < 56 ? "civilian" : "wounded",
                        "2024-05-1" + i % 10,
                        "Held longest: among the first of those who meet clause 2 of the terms."));
            }
        }
        return Optional.of(new ProposalView(
                CASE,
                TITLE,
                1,
                "9e8d7c6b".repeat(8),
                List.of(UA, RU),
                List.of("agency"),
                List.of(
                        new ProposalView.CategoryBalance("soldier", true, List.of(157, 157)),
                        new ProposalView.CategoryBalance("wounded", false, List.of(12, 9)),
                        new ProposalView.CategoryBalance("civilian", false, List.of(7, 3))),
                people));
    }

    @Override
    public List<WaitingAct> waiting(String caseId) {
        return caseId.equals(CASE)
                ? List.of(new WaitingAct(
                        DRAFT,
                        StepKind.ANSWER_LINES,
                        DIGEST,
                        START.plusSeconds(180_000),
                        List.of("officer-1"),
                        List.of(
                                new WaitingAct.Figure("LINES", "ru", 9_000),
                                new WaitingAct.Figure("HELD", "ru", 2_431),
                                new WaitingAct.Figure("NOT_HELD", "ru", 6_502),
                                new WaitingAct.Figure("NEED_MORE_DATA", "ru", 67))))
                : List.of();
    }

    @Override
    public synchronized ActionResult propose(String caseId, byte[] terms, String personId) {
        done.add("propose " + caseId + " " + personId);
        return new ActionResult.Refused("UNREADABLE", "These terms cannot be read.");
    }

    @Override
    public String toSign(String caseId, String draftId) {
        return "";
    }

    @Override
    public synchronized ActionResult approve(String caseId, String draftId, String personId, String signature) {
        done.add("approve " + draftId + " " + personId);
        return new ActionResult.Done(StepKind.ANSWER_LINES, 21);
    }

    @Override
    public synchronized ActionResult start(String caseId, StepKind step, String personId) {
        done.add("start " + step + " " + personId);
        return new ActionResult.Refused("WRONG_PHASE", "This step is not open to this node now.");
    }
}
