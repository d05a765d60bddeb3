package org.homeward.node.packages;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.homeward.ledger.NoteVerifier;
import org.homeward.ledger.Result;
import org.homeward.ledger.SignedNote;
import org.homeward.node.exchange.Answer;
import org.homeward.node.exchange.Batch;
import org.homeward.node.exchange.DurableFiles;
import org.homeward.node.exchange.ExchangeNode;
import org.homeward.node.exchange.JointWitness;
import org.homeward.node.exchange.LedgerJointLog;
import org.homeward.node.exchange.Surroundings;
import org.homeward.node.packages.PackageFile.BadPackageException;
import org.homeward.node.packages.PackageRefusal.Code;
import org.homeward.node.release.Outgoing;
import org.homeward.node.release.ReleaseGate;
import org.homeward.node.release.Released;
import org.homeward.protocol.envelope.Envelope;
import org.homeward.protocol.envelope.OrderHead;
import org.homeward.protocol.envelope.Receipt;
import org.homeward.protocol.exchange.Participants;
import org.homeward.protocol.exchange.Participants.Participant;
import org.homeward.protocol.exchange.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Makes and takes the packages of one case. A package is made from what the node holds now, so that making it again, losing it, taking
 * it twice or late does no harm. Safe for threads.
 */
public final class CasePackages {
    /** Acts that go into one package, in bytes: what is more goes into a further one. */
    private static final long MAX_ACTS = 64L * 1024 * 1024;

    private static final String COSIGNED = "cosigned.note";

    private final String caseId;
    private final Participants participants;
    private final ExchangeNode node;
    private final @Nullable LedgerJointLog log;
    private final @Nullable JointWitness witness;
    private final Path folder;
    private final Clock clock;
    private final ReleaseGate gate;

    /**
     * @param log the joint log, at the agency
     * @param witness the witness, at a bureau
     * @param folder where the newest co-signed checkpoint is kept, at a bureau
     */
    public CasePackages(
            String caseId,
            Participants participants,
            ExchangeNode node,
            @Nullable LedgerJointLog log,
            @Nullable JointWitness witness,
            Path folder,
            Surroundings around) {
        this.caseId = caseId;
        this.participants = participants;
        this.node = node;
        this.log = log;
        this.witness = witness;
        this.folder = folder;
        this.clock = around.clock();
        this.gate = around.gate();
    }

    /** What became of making or taking a package. */
    public sealed interface Outcome {
        /**
         * The package's bytes.
         *
         * @param acts accepted acts in it; @param next index of the first that did not fit, or of the next to come
         */
        record Made(byte[] bytes, String to, int acts, int handedIn, int next, boolean whole) implements Outcome {}

        /**
         * Taken.
         *
         * @param acts accepted acts that were new here
         * @param handedIn acts that this agency accepted from it, those that it had included
         * @param refused why acts of it were refused, one sentence each
         */
        record Taken(String from, int acts, int handedIn, List<Refusal> refused) implements Outcome {
            public Taken {
                refused = List.copyOf(refused);
            }
        }

        /** Nothing was taken or made, and why. */
        record Refused(PackageRefusal refusal) implements Outcome {}
    }

    /**
     * Makes a package for a participant.
     *
     * @param from index of the first accepted act to put in; 0 for all, which is always right
     */
    public synchronized Outcome export(String to, int from) throws IOException {
        String self = node.identity().id();
        if (participants.find(to).isEmpty() || to.equals(self)) {
            return refused(
                    Code.NO_PARTICIPANT,
                    "'" + to + "' is no other participant of the case; there are " + others(self) + ".");
        }
        List<Outgoing> items = new ArrayList<>();
        int next = 0;
        int acts = 0;
        boolean whole = true;
        int handedIn = 0;
        if (to.equals(participants.mediator().id())) {
            Optional<Envelope> flight = node.onItsWay();
            flight.ifPresent(envelope -> items.add(PackageItem.handedIn(envelope)));
            handedIn = flight.isPresent() ? 1 : 0;
        } else {
            Batch batch = fitting(from);
            acts = batch.envelopes().size();
            int start = (int) batch.head().size() - acts;
            for (int i = 0; i < acts; i++) {
                items.add(PackageItem.accepted(start + i, batch.envelopes().get(i)));
            }
            if (!batch.head().sig().isEmpty()) {
                items.add(PackageItem.order(batch.head()));
            }
            next = start + acts;
            whole = log == null || next == node.envelopes(next).size() + next;
        }
        LedgerJointLog joint = log;
        if (joint != null) {
            for (Receipt receipt : node.receiptsFor(to)) {
                items.add(PackageItem.answered(receipt));
            }
            items.add(PackageItem.checkpoint(joint.checkpoint()));
        }
        cosigned().ifPresent(note -> items.add(PackageItem.cosigned(note)));
        List<Released> lines =
                items.stream().map(item -> gate.release(caseId, to, item)).toList();
        byte[] bytes = PackageFile.write(
                caseId, self, to, clock.instant(), lines, node.identity().signing());
        return new Outcome.Made(bytes, to, acts, handedIn, next, whole);
    }

    private String others(String self) {
        return participants.all().stream()
                .map(Participant::id)
                .filter(id -> !id.equals(self))
                .toList()
                .toString();
    }

    /** As many acts as one package may hold, one at least. */
    private Batch fitting(int from) throws IOException {
        Batch all = node.batch(from, Integer.MAX_VALUE);
        long size = 0;
        int count = 0;
        for (Envelope envelope : all.envelopes()) {
            size += envelope.bytes().length;
            if (size > MAX_ACTS && count > 0) {
                return log == null ? all : node.batch(from, count);
            }
            count++;
        }
        return all;
    }

    /** The newest checkpoint with co-signatures that this node knows of. */
    public synchronized Optional<SignedNote> cosigned() throws IOException {
        if (log != null) {
            return log.cosignedCheckpoint();
        }
        Path file = folder.resolve(COSIGNED);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        return switch (SignedNote.parse(Files.readAllBytes(file))) {
            case Result.Ok<SignedNote>(SignedNote note) -> Optional.of(note);
            case Result.Refused<SignedNote>(var refusal) ->
                throw new IOException("The file " + file + " is damaged: restore the backup.");
        };
    }

    /** Takes a package. */
    public synchronized Outcome take(Path file) throws IOException {
        PackageFile.Content content;
        try {
            content = PackageFile.read(file, this::senderKey);
        } catch (BadPackageException e) {
            return new Outcome.Refused(e.refusal());
        }
        return log != null ? takeAtAgency(content, log) : takeAtBureau(content);
    }

    private String senderKey(PackageFile.Header header) throws BadPackageException {
        if (!header.caseId().equals(caseId)) {
            throw new BadPackageException(
                    Code.OTHER_CASE, "The package belongs to a case that is not this one; nothing was taken.");
        }
        if (!header.to().equals(node.identity().id())) {
            throw new BadPackageException(
                    Code.NOT_FOR_US, "The package is for another node of this case: carry it there.");
        }
        return participants
                .find(header.from())
                .filter(p -> !p.id().equals(node.identity().id()))
                .map(Participant::signingKey)
                .orElseThrow(() -> new BadPackageException(
                        Code.STRANGER, "The package is from a node that takes no part in this case."));
    }

    private Outcome takeAtAgency(PackageFile.Content content, LedgerJointLog joint) throws IOException {
        int accepted = 0;
        List<Refusal> refused = new ArrayList<>();
        for (PackageItem item : content.items()) {
            switch (item) {
                case PackageItem.HandedIn(Envelope envelope) -> {
                    Answer answer = node.receive(envelope);
                    if (answer.refusal() == null) {
                        accepted++;
                    } else {
                        refused.add(answer.refusal());
                    }
                }
                case PackageItem.Cosigned(String text) -> {
                    List<NoteVerifier> witnesses = participants.parties().stream()
                            .map(CasePackages::verifier)
                            .toList();
                    long newest =
                            joint.cosignedCheckpoint().map(CasePackages::size).orElse(-1L);
                    Result<SignedNote> note = note(text);
                    if (note instanceof Result.Ok<SignedNote>(SignedNote late) && size(late) < newest) {
                        // A stick that was long on its way: what it says is known already.
                        continue;
                    }
                    if (note.then(fresh -> joint.cosigned(fresh, witnesses))
                            instanceof Result.Refused<SignedNote>(var why)) {
                        refused.add(new Refusal(Refusal.Code.BAD_SIGNATURE, why.sentence()));
                    }
                }
                default -> {
                    // The agency gives the order, and needs nobody's word on it.
                }
            }
        }
        return new Outcome.Taken(content.header().from(), 0, accepted, refused);
    }

    private Outcome takeAtBureau(PackageFile.Content content) throws IOException {
        int before = node.envelopes().size();
        List<Envelope> acts = new ArrayList<>();
        int start = -1;
        OrderHead head = null;
        for (PackageItem item : content.items()) {
            switch (item) {
                case PackageItem.Accepted(int index, Envelope envelope) -> {
                    start = start < 0 ? index : start;
                    if (index != start + acts.size()) {
                        return refused(Code.UNREADABLE, "The acts of the package do not follow each other.");
                    }
                    acts.add(envelope);
                }
                case PackageItem.Order(OrderHead order) -> head = order;
                default -> {
                    // Taken below, after the acts.
                }
            }
        }
        if (!acts.isEmpty()) {
            if (head == null) {
                return refused(
                        Code.UNREADABLE, "The acts of the package are without the agency's word on their order.");
            }
            Optional<Refusal> refusal = node.take(start, new Batch(acts, head));
            if (refusal.isPresent()) {
                return refused(
                        switch (refusal.get().code()) {
                            case GAP -> Code.GAP;
                            case TWO_ORDERS -> Code.TWO_ORDERS;
                            default -> Code.REFUSED_ACT;
                        },
                        refusal.get().sentence());
            }
        }
        for (PackageItem item : content.items()) {
            if (item instanceof PackageItem.Answered(Receipt receipt)) {
                node.answered(receipt);
            }
        }
        Outcome.Refused badLog = takeLog(content);
        node.sealReady();
        return badLog != null
                ? badLog
                : new Outcome.Taken(content.header().from(), node.envelopes().size() - before, 0, List.of());
    }

    /** Takes what concerns the joint log: co-signs the mediator's checkpoint where it is over the acts that are here. */
    private Outcome.@Nullable Refused takeLog(PackageFile.Content content) throws IOException {
        JointWitness own = witness;
        for (PackageItem item : content.items()) {
            try {
                if (item instanceof PackageItem.Cosigned(String text)
                        && note(text) instanceof Result.Ok<SignedNote>(SignedNote note)) {
                    keepCosigned(note);
                }
                if (own != null
                        && item instanceof PackageItem.Checkpoint(String text)
                        && note(text) instanceof Result.Ok<SignedNote>(SignedNote note)) {
                    Optional<SignedNote> signed = own.cosign(node, note);
                    if (signed.isPresent()) {
                        keepCosigned(signed.get());
                    }
                }
            } catch (IOException e) {
                return refused(Code.BAD_LOG, String.valueOf(e.getMessage()));
            }
        }
        return null;
    }

    /** Keeps a checkpoint of the mediator in place of an older one; lines under the same checkpoint come together. */
    public synchronized void keepCosigned(SignedNote note) throws IOException {
        SignedNote ours = known(note);
        if (!ours.verify(List.of(verifier(participants.mediator()))).accepted()) {
            return;
        }
        Optional<SignedNote> before = cosigned();
        if (before.isPresent()) {
            SignedNote old = before.get();
            if (old.text().equals(ours.text())) {
                ours = old.with(ours.signatures().stream()
                        .filter(line -> !old.signatures().contains(line))
                        .toList());
                if (ours.equals(old)) {
                    return;
                }
            } else if (size(ours) <= size(old)) {
                return;
            }
        }
        Files.createDirectories(folder);
        DurableFiles.replace(folder.resolve(COSIGNED + ".new"), ours.bytes(), folder.resolve(COSIGNED));
    }

    /** The note with the lines only that verify under a key of this case. */
    private SignedNote known(SignedNote note) {
        return new SignedNote(
                note.text(),
                note.signatures().stream()
                        .filter(line -> participants.all().stream()
                                .map(CasePackages::verifier)
                                .anyMatch(key -> new SignedNote(note.text(), List.of(line))
                                        .verify(List.of(key))
                                        .accepted()))
                        .toList());
    }

    private static NoteVerifier verifier(Participant participant) {
        return NoteVerifier.parse(participant.ledgerKey()).get();
    }

    private static long size(SignedNote note) {
        return note.checkpoint() instanceof Result.Ok<org.homeward.ledger.Checkpoint>(var checkpoint)
                ? checkpoint.size()
                : -1;
    }

    private static Result<SignedNote> note(String text) {
        return SignedNote.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Outcome.Refused refused(Code code, String sentence) {
        return new Outcome.Refused(new PackageRefusal(code, sentence));
    }
}
