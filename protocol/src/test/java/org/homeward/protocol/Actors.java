package org.homeward.protocol;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.homeward.ledger.KeyType;
import org.homeward.ledger.NoteSigner;
import org.homeward.protocol.crypto.Bytes;
import org.homeward.protocol.crypto.SealingKey;
import org.homeward.protocol.crypto.SigningKey;
import org.homeward.protocol.envelope.Envelope;
import org.homeward.protocol.envelope.Sealer;
import org.homeward.protocol.exchange.Act;
import org.homeward.protocol.exchange.Act.HeldPerson;
import org.homeward.protocol.exchange.Act.ListedPerson;
import org.homeward.protocol.exchange.Act.Proposal;
import org.homeward.protocol.exchange.Act.Reply;
import org.homeward.protocol.exchange.Act.SoughtLine;
import org.homeward.protocol.exchange.ActRecord;
import org.homeward.protocol.exchange.Agreement;
import org.homeward.protocol.exchange.Amendment;
import org.homeward.protocol.exchange.Approval;
import org.homeward.protocol.exchange.Board;
import org.homeward.protocol.exchange.CarriedOver;
import org.homeward.protocol.exchange.CaseRules;
import org.homeward.protocol.exchange.CaseState;
import org.homeward.protocol.exchange.Deadline;
import org.homeward.protocol.exchange.Deadline.Due;
import org.homeward.protocol.exchange.Deadline.OnExpiry;
import org.homeward.protocol.exchange.Death;
import org.homeward.protocol.exchange.Doubt;
import org.homeward.protocol.exchange.Kind;
import org.homeward.protocol.exchange.Ladder;
import org.homeward.protocol.exchange.Lottery;
import org.homeward.protocol.exchange.Participants;
import org.homeward.protocol.exchange.Participants.Officer;
import org.homeward.protocol.exchange.Participants.Participant;
import org.homeward.protocol.exchange.Phase;
import org.homeward.protocol.exchange.RateTables;
import org.homeward.protocol.exchange.ReplyCode;
import org.homeward.protocol.exchange.SealedList;
import org.homeward.protocol.exchange.Terms;
import org.homeward.protocol.exchange.Turn;
import org.homeward.protocol.json.CanonicalJson;

/** Two parties and a mediator with keys, and a small case that they can walk. */
public final class Actors {
    public static final String CASE = "case-1";
    public static final Instant TIME = Instant.parse("2026-02-05T08:00:00Z");
    public static final String NONCE = "17".repeat(32);
    private static final SecureRandom RANDOM = new SecureRandom();

    public final Map<String, SigningKey> nodeKeys = new HashMap<>();
    public final Map<String, SealingKey> sealKeys = new HashMap<>();
    public final Map<String, SigningKey> officerKeys = new HashMap<>();
    public final Map<String, NoteSigner> ledgerKeys = new HashMap<>();
    public final Participants participants;
    public final Sealer sealer = new Sealer(RANDOM);
    public final List<Envelope> sent = new ArrayList<>();
    public CaseState state = CaseState.empty(CASE);

    /** What the senders' clocks say. */
    public Instant time = TIME;

    public Actors() {
        participants = new Participants(enrol("med"), List.of(enrol("aa"), enrol("bb")));
    }

    private Participant enrol(String id) {
        SigningKey key = SigningKey.generate(RANDOM);
        SealingKey seal = SealingKey.generate(RANDOM);
        nodeKeys.put(id, key);
        sealKeys.put(id, seal);
        List<Officer> officers = new ArrayList<>();
        for (int i = 1; i <= 2; i++) {
            SigningKey officer = SigningKey.generate(RANDOM);
            officerKeys.put(id + "-" + i, officer);
            officers.add(new Officer(id + "-" + i, "Test operator " + i, "HEAD", officer.publicText()));
        }
        NoteSigner ledger = NoteSigner.generate(
                        "homeward/" + CASE + "/" + id,
                        id.equals("med") ? KeyType.ED25519 : KeyType.COSIGNATURE_V1,
                        RANDOM)
                .get();
        ledgerKeys.put(id, ledger);
        return new Participant(
                id,
                "Side " + id,
                key.publicText(),
                seal.publicText(),
                ledger.verifier().vkey(),
                Bytes.hex(Bytes.sha256(Bytes.utf8("certificate of " + id))),
                officers);
    }

    public Envelope envelope(String from, Act act, String... officers) {
        Sealer.Draft draft = sealer.draft(act);
        byte[] message = Approval.message(CASE, from, act.kind(), draft.commitment());
        List<Approval> approvals = new ArrayList<>();
        for (String officer : officers) {
            approvals.add(new Approval(officer, officerKeys.get(officer).sign(message)));
        }
        return sealer.seal(state, from, nodeKeys.get(from), participants.all(), time, draft, approvals);
    }

    public ActRecord open(Envelope envelope, String reader) {
        try {
            return Sealer.open(envelope, reader, sealKeys.get(reader)).orElseThrow();
        } catch (org.homeward.protocol.json.MalformedJsonException e) {
            throw new AssertionError(e);
        }
    }

    public ActRecord record(String from, Act act) {
        return open(envelope(from, act, from + "-1", from + "-2"), from);
    }

    /** Does the act and keeps it, or fails with the refusal. */
    public void act(String from, Act act) {
        Envelope envelope = envelope(from, act, from + "-1", from + "-2");
        ActRecord record = open(envelope, from);
        CaseRules.decide(state, record).ifPresent(refusal -> {
            throw new AssertionError(refusal);
        });
        sent.add(envelope);
        state = CaseRules.evolve(state, record);
    }

    public Terms terms() {
        return new Terms(
                "One for one",
                "one soldier per side",
                Map.of("aa", 1, "bb", 1),
                Map.of(),
                CanonicalJson.tree(Map.of("clauses", List.of())),
                List.of(
                        new Deadline(Due.REPLY, 168, OnExpiry.TO_MEDIATOR),
                        new Deadline(Due.OBJECTION, 24, OnExpiry.NO_OBJECTION),
                        new Deadline(Due.SIGNATURE, 48, OnExpiry.LAPSES),
                        new Deadline(Due.AMENDMENT, 72, OnExpiry.TO_MEDIATOR)),
                Ladder.STANDARD,
                RateTables.find("dix-hill-1862").orElseThrow(),
                List.of(new CarriedOver("case-0", "c0".repeat(32), "aa", "soldier", 1, 2)));
    }

    public static List<SoughtLine> lines(String party) {
        return List.of(
                new SoughtLine(
                        party + "-l1", "Тест Тестенко", null, null, null, "1990-01-02", null, null, null, null, null),
                new SoughtLine(party + "-l2", "Проба Пробенко", null, null, null, null, null, null, null, null, null),
                new SoughtLine(party + "-l3", "Зразок Зразенко", null, null, null, null, null, null, null, null, null));
    }

    public static HeldPerson held(String seeker) {
        return new HeldPerson(seeker + "-t1", "Тест", "1990-01-02", "private", Kind.SOLDIER, null, "2022-05-01");
    }

    /** A second soldier whom the other side holds; he is on no list at first. */
    public static HeldPerson reserve(String seeker) {
        return new HeldPerson(seeker + "-t3", "Зразок", null, "private", Kind.SOLDIER, null, "2023-02-01");
    }

    public Act revealed(String party, String salt) {
        return new Act.ListRevealed(salt, lines(party));
    }

    public Act sealed(String party, String salt) {
        return new Act.ListSealed(SealedList.commitment(CASE, party, salt, lines(party)), 3);
    }

    public static Act lotterySealed(String participant) {
        return new Act.LotterySealed(Lottery.commitment(CASE, participant, NONCE));
    }

    public static Act answers(String seeker) {
        return new Act.LinesAnswered(List.of(
                new Reply(seeker + "-l1", ReplyCode.HELD, held(seeker)),
                new Reply(seeker + "-l2", ReplyCode.NOT_HELD, null),
                new Reply(seeker + "-l3", ReplyCode.HELD, reserve(seeker))));
    }

    public static Act confirmed(String seeker) {
        return new Act.LinksConfirmed(List.of(seeker + "-l1", seeker + "-l3"), List.of());
    }

    public static Act acknowledged(String seeker) {
        return new Act.LinksAcknowledged(List.of(seeker + "-l1", seeker + "-l3"));
    }

    /** The person in reserve, as a list shows him under that number. */
    public static ListedPerson substitute(String party, int number) {
        return new ListedPerson(
                number,
                party + "-l3",
                party + "-t3",
                "Зразок Зразенко",
                "Зразок",
                null,
                "private",
                "soldier",
                "2023-02-01",
                "from the reserve");
    }

    /** The one on aa's list is not available, and the one in reserve takes his place. */
    public Amendment amendment() {
        Agreement inForce = state.agreement().orElseThrow();
        return new Amendment(
                inForce.version() + 1,
                inForce.digest(),
                List.of(new Amendment.Change("aa", "aa-l1", ReplyCode.NOT_AVAILABLE, substitute("aa", 2))));
    }

    /** That participant's signature under the version on the table. */
    public Act amendmentSigned(String who) {
        Agreement next = state.amended().orElseThrow();
        return new Act.AmendmentSigned(next.digest(), nodeKeys.get(who).sign(next.bytes()));
    }

    public static Proposal proposal(int version) {
        return new Proposal(
                version,
                Map.of("aa", List.of(listed("aa")), "bb", List.of(listed("bb"))),
                Map.of("aa", List.of("aa-l3"), "bb", List.of("bb-l3")),
                CanonicalJson.tree(Map.of("algorithm", "by hand")));
    }

    public static ListedPerson listed(String party) {
        return new ListedPerson(
                1,
                party + "-l1",
                party + "-t1",
                "Тест Тестенко",
                "Тест",
                "1990-01-02",
                "private",
                "soldier",
                "2022-05-01",
                "longest held");
    }

    /** A board examines him again in half a year. */
    public static final Board NEXT_COMMISSION = new Board(Board.Decision.NEXT, null, "2026-02-01", "2026-08-01");

    /** What is said of a death; day and place are the holder's to tell. */
    public static Act death(String line, Death.Standing standing) {
        boolean first = standing == Death.Standing.PROVISIONAL;
        return new Act.DeathStated(
                line, new Death(standing, first ? "2022-06" : null, first ? "Тестове кладовище" : null));
    }

    /** What is said of a receipt for one soldier. */
    public static Act doubt(String token, Doubt doubt) {
        return new Act.ReceiptDoubted("handover-1", List.of(token), doubt);
    }

    /** One soldier came back. */
    public static Act received(String party, String token) {
        return new Act.HandoverReceived("handover-1", List.of(token), Map.of("soldier", 1));
    }

    /**
     * Walks a case in which a board decided of one, one was said to be dead and was not, one was not available and is again; of version 2 of its lists: one amendment was declined, one withdrawn, one signed late by leave
     * of the mediator; then both sides have received their people, and one
     * receipt was doubted in vain, then put right and given again.
     */
    public void walkAndAmend() {
        walk();
        act("bb", new Act.BoardDecided("aa-l3", NEXT_COMMISSION));
        act("bb", death("aa-l2", Death.Standing.PROVISIONAL));
        act("aa", death("aa-l2", Death.Standing.CONFIRMED));
        act("med", death("aa-l2", Death.Standing.CONTRADICTED));
        act("bb", death("aa-l2", Death.Standing.WITHDRAWN));
        act("aa", new Act.AvailabilityChanged(List.of("bb-l3"), List.of()));
        act("aa", new Act.AvailabilityChanged(List.of(), List.of("bb-l3")));
        act("aa", new Act.AmendmentProposed(amendment()));
        act("aa", amendmentSigned("aa"));
        act("bb", new Act.AmendmentDeclined(amendment().digest()));
        act("bb", new Act.AmendmentProposed(amendment()));
        act("bb", new Act.AmendmentWithdrawn(amendment().digest()));
        act("med", new Act.AmendmentProposed(amendment()));
        time = TIME.plus(Duration.ofHours(73));
        act("med", new Act.DeadlinePassed(Due.AMENDMENT));
        act("med", new Act.DeadlineExtended(Due.AMENDMENT, 24));
        for (String id : List.of("aa", "med", "bb")) {
            act(id, amendmentSigned(id));
        }
        act("aa", received("aa", "aa-t3"));
        act("bb", received("bb", "bb-t1"));
        act("bb", doubt("bb-t1", Doubt.RAISED));
        act("bb", doubt("bb-t1", Doubt.DROPPED));
        act("bb", doubt("bb-t1", Doubt.RAISED));
        act("aa", doubt("bb-t1", Doubt.AGREED));
        act("bb", received("bb", "bb-t1"));
    }

    public Act agreementSigned(String who) {
        Agreement agreement = state.agreement().orElseThrow();
        return new Act.AgreementSigned(agreement.digest(), nodeKeys.get(who).sign(agreement.bytes()));
    }

    /** Walks the case until it is in that phase, from where it is. */
    public void walkTo(Phase phase) {
        until = phase;
        walk();
        until = Phase.AGREED;
    }

    /** The next step of the walk, if the case is not far enough and it has not been done. */
    private void step(String who, Supplier<Act> act) {
        if (state.phase().compareTo(until) < 0) {
            Act next = act.get();
            if (Turn.of(next.getClass()).refusal(state, participants, who).isEmpty()) {
                act(who, next);
            }
        }
    }

    private Phase until = Phase.AGREED;

    /** Walks the whole case to the agreement. */
    public void walk() {
        String salt = "5a".repeat(32);
        step("med", () -> new Act.CaseOpened(participants));
        step("med", () -> new Act.TermsProposed(terms()));
        for (String id : List.of("med", "aa", "bb")) {
            step(id, () -> new Act.TermsSigned(terms().digest()));
        }
        step("aa", () -> sealed("aa", salt));
        step("bb", () -> sealed("bb", salt));
        step("aa", () -> revealed("aa", salt));
        step("bb", () -> revealed("bb", salt));
        step("aa", () -> answers("bb"));
        step("bb", () -> answers("aa"));
        step("aa", () -> confirmed("aa"));
        step("bb", () -> confirmed("bb"));
        step("aa", () -> acknowledged("bb"));
        step("bb", () -> acknowledged("aa"));
        for (String id : List.of("med", "aa", "bb")) {
            step(id, () -> lotterySealed(id));
        }
        for (String id : List.of("med", "aa", "bb")) {
            step(id, () -> new Act.LotteryRevealed(NONCE));
        }
        step("med", () -> new Act.SelectionProposed(proposal(1)));
        for (String id : List.of("med", "aa", "bb")) {
            step(id, () -> new Act.ListsFrozen(proposal(1).digest()));
        }
        for (String id : List.of("aa", "bb", "med")) {
            step(id, () -> agreementSigned(id));
        }
    }
}
