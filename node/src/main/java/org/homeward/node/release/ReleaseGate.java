package org.homeward.node.release;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.homeward.protocol.envelope.Envelope;
import org.homeward.protocol.exchange.Act;
import org.homeward.protocol.exchange.Disclosure;
import org.homeward.protocol.exchange.Ladder;
import org.homeward.protocol.exchange.Refusal;
import org.homeward.protocol.json.CanonicalJson;
import org.homeward.protocol.json.MalformedJsonException;
import org.homeward.talks.Entry;
import org.homeward.talks.ViewFile;
import org.jspecify.annotations.Nullable;

/**
 * The only door out of a node towards other nodes. An act is sealed only after {@link #refusal} let it pass, and the doors write no bytes
 * but those that {@link #release} gives them.
 *
 * <p>It knows no store: what it is handed is all that it could let out. Stateless; safe for threads.
 */
public class ReleaseGate {
    private static final int LONGEST_SENTENCE = 400;

    /** For the node, and in tests for gates that leak. */
    public ReleaseGate() {}

    /**
     * Whether an act carries nothing but what its kind may carry, each value in its form.
     *
     * @return why it does not leave, or empty; the sentence names the member and never its value
     */
    public Optional<Refusal> refusal(Act act) {
        return Carried.surplus(act.kind(), CanonicalJson.tree(act))
                .map(member -> new Refusal(
                        Refusal.Code.NOT_RELEASED,
                        "The act would carry '" + member + "' in a form that does not leave this node:"
                                + " correct the register or the terms, and start the step again."));
    }

    /**
     * As {@link #refusal(Act)}; and that it shows nobody on a higher rung than the signed terms let it.
     *
     * @param ladder of the terms, or the standard one where there are none yet
     */
    public Optional<Refusal> refusal(Act act, Ladder ladder) {
        return refusal(act)
                .or(() -> Carried.aboveRung(
                                CanonicalJson.tree(act),
                                ladder.sought() == Disclosure.Rung.FULL,
                                ladder.held() == Disclosure.Rung.FULL)
                        .map(member -> new Refusal(
                                Refusal.Code.ABOVE_RUNG,
                                "The act would carry '" + member
                                        + "', which is above the rung that the terms allow.")));
    }

    /**
     * The bytes of what is said to a participant of a case.
     *
     * @param to participant id of the node that reads it; a stranger is told a problem only
     * @throws NotReleasedException when it speaks of another case, or is not meant for that participant
     */
    public Released release(String caseId, String to, Outgoing outgoing) {
        return new Released(bytes(caseId, to, outgoing));
    }

    private static byte[] bytes(String caseId, String to, Outgoing outgoing) {
        return switch (outgoing) {
            case Outgoing.Nothing nothing -> new byte[0];
            case Outgoing.LogNote(byte[] note) -> {
                own(caseId, origin(note));
                yield note;
            }
            case Outgoing.HandedIn(Envelope envelope) ->
                checked(caseId, to, envelope).bytes();
            case Outgoing.TalksShown(byte[] file) -> talks(caseId, to, file);
            default -> CanonicalJson.bytes(json(caseId, to, outgoing));
        };
    }

    private static Object json(String caseId, String to, Outgoing outgoing) {
        return switch (outgoing) {
            case Outgoing.HandedIn(Envelope envelope) -> checked(caseId, to, envelope);
            case Outgoing.AcceptedOne(Envelope envelope) -> checked(caseId, to, envelope);
            case Outgoing.Accepted(List<Envelope> envelopes, var head) -> {
                same(caseId, head.caseId());
                yield members(
                        "envelopes",
                        envelopes.stream()
                                .map(e -> new String(checked(caseId, to, e).bytes(), StandardCharsets.UTF_8))
                                .toList(),
                        "head",
                        head);
            }
            case Outgoing.Order(var head) -> {
                same(caseId, head.caseId());
                yield head;
            }
            case Outgoing.ReceiptOnly(var receipt) -> {
                same(caseId, receipt.caseId());
                yield receipt;
            }
            case Outgoing.Answered(var receipt, var refusal) -> {
                same(caseId, receipt.caseId());
                yield members("receipt", receipt, "refusal", plain(refusal));
            }
            case Outgoing.LogNote(byte[] note) -> {
                own(caseId, origin(note));
                yield new String(note, StandardCharsets.UTF_8);
            }
            case Outgoing.Problem(PeerProblem problem) ->
                members("code", problem.name(), "sentence", problem.sentence());
            case Outgoing.Packed(String item, Integer index, Outgoing content) -> {
                Map<String, @Nullable Object> line = members("item", item, "index", index);
                line.put("content", json(caseId, to, content));
                yield line;
            }
            case Outgoing.TalksShown shown -> throw new NotReleasedException("talks, which are a file of their own");
            case Outgoing.Nothing nothing -> throw new NotReleasedException("nothing, where a value belongs");
        };
    }

    /** A view for its reader alone, with none of the entries that are no view's. */
    private static byte[] talks(String talks, String to, byte[] bytes) {
        ViewFile file;
        try {
            file = ViewFile.read(bytes);
        } catch (MalformedJsonException e) {
            throw new NotReleasedException("talks that cannot be read back: " + e.getMessage());
        }
        same(talks, file.talks());
        if (!file.view().who().equals(to)) {
            throw new NotReleasedException("talks as another participant may see them");
        }
        for (Entry entry : file.view().entries()) {
            boolean inner = entry.act() instanceof org.homeward.talks.Act.ClauseDrafted
                    || entry.act() instanceof org.homeward.talks.Act.ClauseSet
                    || entry.act() instanceof org.homeward.talks.Act.MessageTold;
            boolean others = entry.act() instanceof org.homeward.talks.Act.MessageSent message
                    && !message.from().equals(to)
                    && !message.to().equals(to)
                    && !entry.by().equals(to);
            boolean limits = entry.act() instanceof org.homeward.talks.Act.DelegationNamed named
                    && named.authority() != null
                    && !named.of().equals(to);
            if (inner || others || limits || !entry.seenBy().isEmpty()) {
                throw new NotReleasedException("what one side told the mediator alone");
            }
        }
        return bytes;
    }

    private static Map<String, @Nullable Object> members(
            String first, @Nullable Object one, String second, @Nullable Object two) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put(first, one);
        members.put(second, two);
        return members;
    }

    /** An envelope of this case that is sealed to the one who gets it, with nothing in the clear but its outside. */
    private static Envelope checked(String caseId, String to, Envelope envelope) {
        same(caseId, envelope.caseId());
        if (!envelope.to().contains(to) || !envelope.keys().containsKey(to)) {
            throw new NotReleasedException("an act that is not sealed to its reader");
        }
        if (!Carried.kinds().contains(envelope.kind())) {
            throw new NotReleasedException("an act of a kind that is not on the list");
        }
        return envelope;
    }

    /** A refusal speaks of the sender's own act; a name of a file or a stack of calls is none. */
    private static @Nullable Refusal plain(@Nullable Refusal refusal) {
        if (refusal != null) {
            String sentence = refusal.sentence();
            if (sentence.length() > LONGEST_SENTENCE
                    || sentence.chars().anyMatch(c -> c < ' ' || c > '~' || c == '/' || c == '\\')) {
                throw new NotReleasedException("a refusal that quotes what is inside this node");
            }
        }
        return refusal;
    }

    /** The first line of a checkpoint, which a witness's request bears behind its proof. */
    private static String origin(byte[] note) {
        String text = new String(note, StandardCharsets.UTF_8);
        String checkpoint = text.startsWith("old ") ? text.substring(text.indexOf("\n\n") + 2) : text;
        int end = checkpoint.indexOf('\n');
        return end < 0 ? "" : checkpoint.substring(0, end);
    }

    private static void own(String caseId, String origin) {
        if (!origin.startsWith("homeward/" + caseId + "/")) {
            throw new NotReleasedException("a checkpoint of another log");
        }
    }

    private static void same(String caseId, String other) {
        if (!caseId.equals(other)) {
            throw new NotReleasedException("what belongs to another case");
        }
    }
}
