package org.homeward.protocol.exchange;

import java.util.List;
import java.util.Map;
import org.homeward.protocol.json.CanonicalJson;
import org.homeward.protocol.json.MalformedJsonException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a participant does in a case. The order of the kinds is the order of the walk. */
public sealed interface Act {
    /** The mediator opens the case with everybody's keys. */
    record CaseOpened(Participants participants) implements Act {}

    /** The mediator lays terms on the table. */
    record TermsProposed(Terms terms) implements Act {}

    /** A participant signs the terms with this digest. */
    record TermsSigned(String termsDigest) implements Act {}

    /** A party commits to its list of those it seeks, without showing it. */
    record ListSealed(String commitment, int lines) implements Act {}

    /** A party shows the list it had sealed. */
    record ListRevealed(String salt, List<SoughtLine> lines) implements Act {}

    /** The holder answers every line of the other side's list. */
    record LinesAnswered(List<Reply> replies) implements Act {}

    /** The seeking side confirms which answers are its people, and rejects the others with a reason. */
    record LinksConfirmed(List<String> confirmed, List<RejectedLine> rejected) implements Act {}

    /** The holder acknowledges the confirmed links. */
    record LinksAcknowledged(List<String> lines) implements Act {}

    /** A participant commits to its part of the lottery, once it is settled who may be exchanged. */
    record LotterySealed(String commitment) implements Act {}

    /** A participant shows the number that it had sealed; ties fall by the three numbers together. */
    record LotteryRevealed(String nonce) implements Act {}

    /** The mediator proposes balanced lists under the terms. */
    record SelectionProposed(Proposal proposal) implements Act {}

    /** A participant freezes the lists of the proposal with this digest. */
    record ListsFrozen(String proposalDigest) implements Act {}

    /** A party objects to the proposal with this digest; the mediator may propose again. */
    record ProposalObjected(String proposalDigest, List<RejectedLine> objections) implements Act {}

    /** A participant signs the exact bytes of the agreement. */
    record AgreementSigned(String agreementDigest, String signature) implements Act {}

    /** The mediator takes its proposal back; it may propose again. */
    record ProposalWithdrawn(String proposalDigest) implements Act {}

    /** A participant lays a change of the agreed lists on the table; it changes nothing until all three have signed. */
    record AmendmentProposed(Amendment amendment) implements Act {}

    /** A participant signs the exact bytes of the version that the amendment on the table makes. */
    record AmendmentSigned(String agreementDigest, String signature) implements Act {}

    /** Whoever proposed the amendment on the table takes it back. */
    record AmendmentWithdrawn(String amendmentDigest) implements Act {}

    /** The mediator declares that a clock is over; what follows stands in the terms. */
    record DeadlinePassed(Deadline.Due due) implements Act {}

    /** The mediator gives more time on a clock whose end is for it to judge. */
    record DeadlineExtended(Deadline.Due due, int hours) implements Act {}

    /**
     * A party signs for people who came back to it.
     *
     * @param handover the handover's name, which may stand in other cases too
     * @param tokens those received, by the tokens of the list in force
     * @param counts how many of them in each category
     */
    record HandoverReceived(String handover, List<String> tokens, Map<String, Integer> counts) implements Act {}

    /**
     * A receipt is doubted, or put right: a side says that people did not come for whom a side signed, takes that back, or agrees to what the
     * other one said.
     *
     * @param handover the handover whose receipt it is about
     * @param tokens people of one side's receipt in that handover
     */
    record ReceiptDoubted(String handover, List<String> tokens, Doubt doubt) implements Act {
        public ReceiptDoubted {
            tokens = List.copyOf(tokens);
        }
    }

    /**
     * People who were shown are not available, or are again. Their own will, a hold, a doubt: every reason crosses as this one act and
     * without a word, and any participant may say it of anybody, so that it gives nobody's reason away.
     *
     * @param notAvailable lines of either list that were answered "held"
     * @param again lines of which the sender said so before
     */
    record AvailabilityChanged(List<String> notAvailable, List<String> again) implements Act {
        public AvailabilityChanged {
            notAvailable = List.copyOf(notAvailable);
            again = List.copyOf(again);
        }
    }

    /** The holder tells what a medical board decided of the person under that line of the other side's list. */
    record BoardDecided(String line, Board board) implements Act {}

    /**
     * What is said of a death: by the holder that the person under that line died, or that this was wrong; by the side that seeks him that
     * it believes it; by anybody that there is reason to doubt it.
     */
    record DeathStated(String line, Death death) implements Act {}

    /** Another participant will not sign the amendment on the table, which ends it. */
    record AmendmentDeclined(String amendmentDigest) implements Act {}

    /**
     * One person sought, as the seeking side writes him (Art. 122 para. 4).
     *
     * @param line the line's id in this list, meaningless elsewhere
     * @param name the whole name, in the order of its list
     * @param surname with the next two, the parts of the name where the register keeps them apart
     * @param birthDate as written; may be partial
     */
    record SoughtLine(
            String line,
            String name,
            @Nullable String surname,
            @Nullable String givenName,
            @Nullable String patronymic,
            @Nullable String birthDate,
            @Nullable String birthPlace,
            @Nullable String rank,
            @Nullable String serviceNumber,
            @Nullable String unit,
            @Nullable String kind) {}

    /**
     * An answer to one line.
     *
     * @param held exactly with {@link ReplyCode#HELD}
     * @param day when he was released, died, was transferred or escaped, as the register has it; with these codes only
     * @param burial place of burial; with {@link ReplyCode#DIED} only
     */
    record Reply(
            String line,
            ReplyCode code,
            @Nullable HeldPerson held,
            @Nullable String day,
            @Nullable String burial) {
        /** An answer that says no more than its code, or shows a person. */
        public Reply(String line, ReplyCode code, @Nullable HeldPerson held) {
            this(line, code, held, null, null);
        }

        /** The same answer with what a board decided since. */
        Reply with(Board board) {
            return held == null
                    ? this
                    : new Reply(
                            line,
                            code,
                            new HeldPerson(
                                    held.token(),
                                    held.name(),
                                    held.birthDate(),
                                    held.rank(),
                                    held.kind(),
                                    held.medical(),
                                    board,
                                    held.heldSince()),
                            day,
                            burial);
        }
    }

    /**
     * What the holder releases about a person it holds.
     *
     * @param token a name for the person that says nothing and is used once
     * @param heldSince ISO date of capture
     * @param medical Annex I code of a seriously wounded or sick person as the holder has it, or null
     * @param board what a medical board decided of him, which goes before {@code medical}; or null
     */
    record HeldPerson(
            String token,
            String name,
            @Nullable String birthDate,
            @Nullable String rank,
            Kind kind,
            @Nullable String medical,
            @Nullable Board board,
            String heldSince) {
        /** A person of whom no board has decided. */
        public HeldPerson(
                String token,
                String name,
                @Nullable String birthDate,
                @Nullable String rank,
                Kind kind,
                @Nullable String medical,
                String heldSince) {
            this(token, name, birthDate, rank, kind, medical, null, heldSince);
        }

        /** Whether he is to be sent home as seriously wounded or sick: by a board, and until one has seen him by his holder's word. */
        public boolean serious() {
            return kind == Kind.SOLDIER && (board == null ? medical != null : board.decision() == Board.Decision.A);
        }

        /** Whether a board sends him to a neutral country and not home. */
        public boolean toNeutralCountry() {
            return board != null && board.decision() == Board.Decision.B;
        }

        /** The category under which a list has him: {@code civilian}, {@code wounded} or {@code soldier}. */
        public String category() {
            return kind == Kind.CIVILIAN ? "civilian" : serious() ? "wounded" : "soldier";
        }
    }

    /** A line that is not accepted, and why, as a code. */
    record RejectedLine(String line, String reason) {}

    /**
     * Balanced lists: per party, those who return to it.
     *
     * @param returning party id to the people who return to it, in list order
     * @param reserve party id to the lines of those left out, in the order in which they step in; empty where the terms give none
     * @param audit what anyone needs to compute the lists again: algorithm, canonical hash, lottery seed
     */
    record Proposal(
            int version, Map<String, List<ListedPerson>> returning, Map<String, List<String>> reserve, JsonNode audit) {
        /** Lists without an order of those in reserve. */
        public Proposal(int version, Map<String, List<ListedPerson>> returning, JsonNode audit) {
            this(version, returning, Map.of(), audit);
        }

        public String digest() {
            return org.homeward.protocol.crypto.Bytes.hex(
                    org.homeward.protocol.crypto.Bytes.sha256(CanonicalJson.bytes(this)));
        }
    }

    /**
     * One person on a list.
     *
     * @param category {@code soldier}, {@code civilian} or {@code wounded}
     * @param reason why he is on the list, in words
     */
    record ListedPerson(
            int number,
            String line,
            String token,
            String name,
            String nameAsHeld,
            @Nullable String birthDate,
            @Nullable String rank,
            String category,
            String heldSince,
            String reason) {}

    /** The kind's name on the wire. */
    default String kind() {
        return getClass().getSimpleName();
    }

    /** Whether this program has rules for acts of that kind. */
    static boolean isKnown(String kind) {
        for (Class<?> type : Act.class.getPermittedSubclasses()) {
            if (type.getSimpleName().equals(kind)) {
                return true;
            }
        }
        return false;
    }

    /** Reads the body of an act of that kind. */
    static Act parse(String kind, JsonNode body) throws MalformedJsonException {
        for (Class<?> type : Act.class.getPermittedSubclasses()) {
            if (type.getSimpleName().equals(kind)) {
                return (Act) CanonicalJson.as(body, type);
            }
        }
        throw new MalformedJsonException("an act of a kind that this version does not know");
    }
}
