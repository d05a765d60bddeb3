package org.homeward.node.desk;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.homeward.node.desk.CaseTerms.UnusableTermsException;
import org.homeward.node.exchange.ExchangeNode;
import org.homeward.node.exchange.Outcome;
import org.homeward.node.exchange.Surroundings;
import org.homeward.protocol.crypto.Bytes;
import org.homeward.protocol.exchange.Accounts;
import org.homeward.protocol.exchange.Act;
import org.homeward.protocol.exchange.Agreement;
import org.homeward.protocol.exchange.Amendment;
import org.homeward.protocol.exchange.Board;
import org.homeward.protocol.exchange.CaseState;
import org.homeward.protocol.exchange.Lottery;
import org.homeward.protocol.exchange.Participants;
import org.homeward.protocol.exchange.Refusal;
import org.homeward.protocol.exchange.SealedList;
import org.homeward.protocol.exchange.Terms;
import org.homeward.protocol.json.CanonicalJson;
import org.homeward.protocol.json.MalformedJsonException;
import org.homeward.register.RegisterTable;

/** One node's desk for one case: makes each step ready, as a draft that two people of this side sign. Safe for threads. */
public final class ExchangeDesk {
    private static final String LIST = "list.json";
    private static final String LOTTERY = "lottery.json";
    private static final String ANSWERS = "answers.json";

    private final ExchangeNode node;
    private final Participants enrolled;
    private final CaseNotes notes;
    private final OwnRegisters registers;
    private final LiveNames names;
    private final Clock clock;
    private final SecureRandom random;

    /** The two registers of a bureau, as they stand now. */
    public interface OwnRegisters {
        RegisterTable held() throws IOException;

        RegisterTable sought() throws IOException;

        /** What two people of this side decided of pairs; nothing where nobody works at pages. */
        default PairDecisions.Source decisions() {
            return PairDecisions.Source.NOBODY;
        }

        /** What medical boards decided of those held, by id of row; two people have looked at each. */
        default Map<String, Board> boards() throws IOException {
            return Map.of();
        }

        /**
         * What people told a neutral of this node when it spoke with each of them alone; nothing at a bureau.
         *
         * @param unwilling lines of those who are not to be exchanged now
         * @param ready lines of those who said last that they may be
         */
        record Heard(Set<String> unwilling, Set<String> ready) {}

        default Heard heard(String caseId) throws IOException {
            return new Heard(Set.of(), Set.of());
        }

        /** Ids of those held who are kept back. Why, no desk is told, so that no answer can depend on it. */
        default Set<String> onHold() throws IOException {
            return Set.of();
        }
    }

    public ExchangeDesk(
            ExchangeNode node,
            Participants enrolled,
            CaseNotes notes,
            OwnRegisters registers,
            LiveNames names,
            Surroundings around) {
        this.names = names;
        names.add(this);
        this.node = node;
        this.enrolled = enrolled;
        this.notes = notes;
        this.registers = registers;
        this.clock = around.clock();
        this.random = around.random();
    }

    /** The steps that this node's people may start now. */
    public List<Step> open() {
        return Step.open(node.state(), enrolled, self());
    }

    /** Drafts the mediator's terms from a selection's terms file. */
    public Outcome propose(String termsJson) throws IOException {
        try {
            Terms terms = CaseTerms.read(termsJson, enrolled);
            Optional<Outcome> notOwed = notOwed(terms);
            return notOwed.isPresent() ? notOwed.get() : node.draft(new Act.TermsProposed(terms));
        } catch (UnusableTermsException e) {
            return refused(Refusal.Code.UNREADABLE, String.valueOf(e.getMessage()));
        }
    }

    /** Drafts a step; the rules of the case refuse it where it is not its time. */
    public synchronized Outcome start(Step step) throws IOException {
        CaseState state = node.state();
        if (!Step.open(state, enrolled, self()).contains(step)) {
            return refused(Refusal.Code.WRONG_PHASE, "This step is not open to this node now.");
        }
        for (Outcome.Waiting waiting : node.waiting()) {
            if (waiting.kind().equals(step.kind())) {
                // Two people who start the same step sign the same draft.
                return waiting;
            }
        }
        return switch (step) {
            case OPEN_CASE -> node.draft(new Act.CaseOpened(enrolled));
            case PROPOSE_TERMS -> refused(Refusal.Code.UNREADABLE, "Terms are proposed with a terms file.");
            case SIGN_TERMS -> {
                Optional<Outcome> notOwed = notOwed(terms(state));
                yield notOwed.isPresent()
                        ? notOwed.get()
                        : node.draft(new Act.TermsSigned(terms(state).digest()));
            }
            case SEAL_LIST -> sealList(state);
            case REVEAL_LIST -> {
                SoughtList.Sealed sealed = note(LIST, SoughtList.Sealed.class);
                yield node.draft(new Act.ListRevealed(sealed.salt(), sealed.lines()));
            }
            case ANSWER_LINES -> answer(state);
            case CONFIRM_LINKS ->
                node.draft(LinkReview.draft(
                        state.lists().getOrDefault(self(), List.of()),
                        state.replies().getOrDefault(self(), Map.of()).values(),
                        registers.decisions().beforeConfirming(state.caseId())));
            case ACKNOWLEDGE_LINKS ->
                node.draft(new Act.LinksAcknowledged(List.copyOf(new TreeSet<>(
                        state.confirmed().getOrDefault(enrolled.other(self()).id(), Set.of())))));
            case SEAL_LOTTERY -> {
                if (notes.get(LOTTERY).isEmpty()) {
                    notes.put(LOTTERY, CanonicalJson.bytes(secret()));
                }
                yield node.draft(
                        new Act.LotterySealed(Lottery.commitment(state.caseId(), self(), note(LOTTERY, String.class))));
            }
            case REVEAL_LOTTERY -> node.draft(new Act.LotteryRevealed(note(LOTTERY, String.class)));
            case PROPOSE_LISTS ->
                switch (ListProposal.make(state)) {
                    case ListProposal.Made.Lists(Act.Proposal proposal) ->
                        node.draft(new Act.SelectionProposed(proposal));
                    case ListProposal.Made.None(String sentence) -> refused(Refusal.Code.BAD_LINES, sentence);
                };
            case FREEZE_LISTS -> freeze(state);
            case SIGN_AGREEMENT -> {
                if (listsSomebodyKeptBack(state)) {
                    yield keptBack();
                }
                Agreement agreement = state.agreement().orElseThrow();
                yield node.draft(new Act.AgreementSigned(
                        agreement.digest(), node.identity().signing().sign(agreement.bytes())));
            }
        };
    }

    /** The step at which people of this side can decide pairs now: before they answer, or before they confirm. */
    public Optional<Step> deciding() throws IOException {
        List<Step> open = open();
        return open.contains(Step.ANSWER_LINES) && notes.get(ANSWERS).isEmpty()
                ? Optional.of(Step.ANSWER_LINES)
                : open.contains(Step.CONFIRM_LINKS) ? Optional.of(Step.CONFIRM_LINKS) : Optional.empty();
    }

    /** Of how many of these answers two people decided the pair themselves. */
    public int lookedAt(Act.LinesAnswered answered) {
        Map<String, PairDecisions.Decision> decided =
                registers.decisions().beforeAnswering(node.state().caseId()).byLine();
        return (int) answered.replies().stream()
                .filter(reply -> decided.containsKey(reply.line()))
                .count();
    }

    /** The pairs that the engine proposes for that step; it traces the whole list, which takes seconds. */
    public List<ProposedPair> propose(Step step) throws IOException {
        CaseState state = node.state();
        return step == Step.ANSWER_LINES
                ? LineAnswers.propose(
                        registers.held(),
                        state.lists().getOrDefault(enrolled.other(self()).id(), List.of()))
                : LinkReview.propose(
                        state.lists().getOrDefault(self(), List.of()),
                        state.replies().getOrDefault(self(), Map.of()).values());
    }

    /** Which of this node's rows answer the other side's lines; empty before they are answered. */
    public List<LineMatch> matches() throws IOException {
        return notes.get(ANSWERS).isEmpty()
                ? List.of()
                : note(ANSWERS, LineAnswers.class).matches();
    }

    /** Which row of this node's register of those sought is behind each line of its list; empty before the list is sealed. */
    public Map<String, String> soughtRows() throws IOException {
        if (notes.get(LIST).isEmpty()) {
            return Map.of();
        }
        SoughtList.Sealed sealed = note(LIST, SoughtList.Sealed.class);
        Map<String, String> rows = new java.util.HashMap<>();
        for (int i = 0; i < sealed.lines().size(); i++) {
            rows.put(sealed.lines().get(i).line(), sealed.rowIds().get(i));
        }
        return rows;
    }

    /**
     * Ids of this node's rows that are on a live list of this case: answered "held" and not rejected since; after the agreement, on the
     * list in force and not back yet.
     */
    Set<String> liveRows() throws IOException {
        CaseState state = node.state();
        String seeker = enrolled.other(self()).id();
        Set<String> confirmed = state.confirmed().get(seeker);
        Set<String> back = state.received().getOrDefault(seeker, Map.of()).keySet();
        Set<String> listed = new HashSet<>();
        if (!state.agreed().isEmpty()) {
            state.agreement()
                    .orElseThrow()
                    .proposal()
                    .returning()
                    .getOrDefault(seeker, List.of())
                    .forEach(p -> listed.add(p.token()));
        }
        Set<String> rows = new HashSet<>();
        for (LineMatch match : matches()) {
            if (match.token() != null
                    && !back.contains(match.token())
                    && (state.agreed().isEmpty()
                            ? confirmed == null || confirmed.contains(match.line())
                            : listed.contains(match.token()))) {
                rows.add(match.row());
            }
        }
        return rows;
    }

    /** Ids of rows whose people show as "not available" here, for whatever reason. */
    private Set<String> notAvailable() throws IOException {
        Set<String> rows = new HashSet<>(names.elsewhere(this));
        rows.addAll(registers.onHold());
        return rows;
    }

    /** Whether an amendment brings in somebody of this node's register who is on a live list of another case, or kept back. */
    public boolean takesFromElsewhere(Amendment amendment) throws IOException {
        Set<String> tokens = new HashSet<>();
        amendment.changes().forEach(change -> {
            if (change.comes() != null) {
                tokens.add(change.comes().token());
            }
        });
        Set<String> elsewhere = notAvailable();
        return matches().stream()
                .anyMatch(m -> m.token() != null && tokens.contains(m.token()) && elsewhere.contains(m.row()));
    }

    CaseState state() {
        return node.state();
    }

    /** Why terms take over what this node's own accounts do not have, or empty. */
    private Optional<Outcome> notOwed(Terms terms) {
        return terms.carried().stream()
                .flatMap(carried -> Accounts.flaw(carried, names.cases()).stream())
                .findFirst()
                .map(flaw -> refused(Refusal.Code.BAD_TERMS, "What these terms carry over is not owed: " + flaw + "."));
    }

    /** Lines of people who were shown, and who are not available by this node's register or its neutral and do not show so yet. */
    public Set<String> toSayNotAvailable() throws IOException {
        Set<String> rows = notAvailable();
        Set<String> lines = new TreeSet<>(registers.heard(node.state().caseId()).unwilling());
        lines.removeAll(node.state().notAvailable().keySet());
        for (LineMatch match : matches()) {
            if (match.token() != null
                    && rows.contains(match.row())
                    && !node.state().notAvailable().containsKey(match.line())) {
                lines.add(match.line());
            }
        }
        return lines;
    }

    /** Lines of which this side said so, and whose people nothing keeps back any more. */
    public Set<String> toSayAgain() throws IOException {
        Set<String> rows = notAvailable();
        Set<String> lines = new TreeSet<>(registers.heard(node.state().caseId()).ready());
        lines.removeIf(line -> !self().equals(node.state().notAvailable().get(line)));
        for (LineMatch match : matches()) {
            if (!rows.contains(match.row())
                    && self().equals(node.state().notAvailable().get(match.line()))) {
                lines.add(match.line());
            }
        }
        return lines;
    }

    /** What boards decided of people whom this node has shown, and what it has not told yet, by line. */
    public Map<String, Board> boardsToTell() throws IOException {
        Map<String, Board> boards = registers.boards();
        Map<String, Act.Reply> told =
                node.state().replies().getOrDefault(enrolled.other(self()).id(), Map.of());
        Map<String, Board> left = new TreeMap<>();
        for (LineMatch match : matches()) {
            Board board = boards.get(match.row());
            Act.Reply reply = told.get(match.line());
            if (match.token() != null
                    && board != null
                    && reply != null
                    && reply.held() != null
                    && !board.equals(reply.held().board())) {
                left.put(match.line(), board);
            }
        }
        return left;
    }

    /** Whether the proposed lists have somebody whom this node keeps back. */
    private boolean listsSomebodyKeptBack(CaseState state) throws IOException {
        Set<String> lines = toSayNotAvailable();
        return state.proposal() != null
                && state.proposal().returning().values().stream()
                        .anyMatch(people -> people.stream().anyMatch(p -> lines.contains(p.line())));
    }

    private static Outcome keptBack() {
        return refused(
                Refusal.Code.BAD_LINES,
                "Somebody on these lists is not available: say so first, and the lists are made again without him.");
    }

    private Outcome sealList(CaseState state) throws IOException {
        if (notes.get(LIST).isEmpty()) {
            RegisterTable sought = registers.sought();
            if (sought.size() == 0) {
                return refused(Refusal.Code.BAD_LINES, "The register of those sought is empty: take it in first.");
            }
            notes.put(
                    LIST,
                    CanonicalJson.bytes(new SoughtList.Sealed(
                            secret(),
                            SoughtList.lines(self(), sought, terms(state).ladder()),
                            SoughtList.rowIds(sought))));
        }
        SoughtList.Sealed sealed = note(LIST, SoughtList.Sealed.class);
        return node.draft(new Act.ListSealed(
                SealedList.commitment(state.caseId(), self(), sealed.salt(), sealed.lines()),
                sealed.lines().size()));
    }

    private Outcome answer(CaseState state) throws IOException {
        synchronized (names) {
            if (notes.get(ANSWERS).isEmpty()) {
                List<Act.SoughtLine> lines =
                        state.lists().getOrDefault(enrolled.other(self()).id(), List.of());
                LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
                notes.put(
                        ANSWERS,
                        CanonicalJson.bytes(LineAnswers.trace(
                                registers.held(),
                                lines,
                                notAvailable(),
                                registers.boards(),
                                terms(state).ladder(),
                                today,
                                random,
                                registers.decisions().beforeAnswering(state.caseId()))));
            }
        }
        return node.draft(new Act.LinesAnswered(note(ANSWERS, LineAnswers.class).replies()));
    }

    private Outcome freeze(CaseState state) throws IOException {
        Act.Proposal proposal = state.proposal();
        if (proposal == null) {
            return refused(Refusal.Code.WRONG_PHASE, "There is no proposal to freeze.");
        }
        if (listsSomebodyKeptBack(state)) {
            return keptBack();
        }
        List<String> findings = ListProposal.check(state, proposal);
        return findings.isEmpty()
                ? node.draft(new Act.ListsFrozen(proposal.digest()))
                : refused(
                        Refusal.Code.BAD_LINES,
                        "The proposed lists are not those of the terms: " + String.join("; ", findings) + ".");
    }

    private String self() {
        return node.identity().id();
    }

    private static Terms terms(CaseState state) {
        return Optional.ofNullable(state.terms()).orElseThrow();
    }

    private String secret() {
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        return Bytes.hex(secret);
    }

    private <T> T note(String name, Class<T> type) throws IOException {
        Optional<byte[]> bytes = notes.get(name);
        if (bytes.isEmpty()) {
            throw new IOException("The note " + name + " of this case is lost: restore the backup.");
        }
        try {
            return CanonicalJson.read(bytes.get(), type);
        } catch (MalformedJsonException e) {
            throw new IOException("The note " + name + " of this case is damaged: restore the backup.", e);
        }
    }

    private static Outcome refused(Refusal.Code code, String sentence) {
        return new Outcome.Refused(new Refusal(code, sentence));
    }
}
