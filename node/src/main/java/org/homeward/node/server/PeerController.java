package org.homeward.node.server;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.homeward.ledger.NoteVerifier;
import org.homeward.ledger.Result;
import org.homeward.ledger.SignedNote;
import org.homeward.node.exchange.Answer;
import org.homeward.node.exchange.Batch;
import org.homeward.node.exchange.ExchangeNode;
import org.homeward.node.exchange.LedgerJointLog;
import org.homeward.node.release.Outgoing;
import org.homeward.node.release.PeerProblem;
import org.homeward.node.release.ReleaseGate;
import org.homeward.protocol.envelope.Envelope;
import org.homeward.protocol.envelope.UnreadableEnvelope;
import org.homeward.protocol.exchange.Participants.Participant;
import org.homeward.protocol.json.MalformedJsonException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The agency's door for the bureaus. Every request is signed by a node that is enrolled in the case it names. */
@RestController
@RequestMapping(path = "/peer/cases/{caseId}", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
class PeerController {
    private static final byte[] NOTHING = {};
    private static final int BATCH = 32;

    private final Cases cases;
    private final Clock clock;
    private final ReleaseGate gate;

    PeerController(Cases cases, Clock clock, ReleaseGate gate) {
        this.cases = cases;
        this.clock = clock;
        this.gate = gate;
    }

    @PostMapping("envelopes")
    byte[] envelope(@PathVariable String caseId, HttpServletRequest request) throws IOException {
        byte[] body = Bodies.read(request, Envelope.MAX_BYTES);
        Caller caller = known(caseId, request, body);
        ExchangeNode node = caller.room().node();
        Answer answer;
        try {
            answer = node.receive(Envelope.parse(body));
        } catch (MalformedJsonException e) {
            answer = node.refuse(
                    body, UnreadableEnvelope.refusal(e), caller.participant().id());
        }
        return released(caller, new Outgoing.Answered(answer.receipt(), answer.refusal()));
    }

    @GetMapping("batch")
    byte[] batch(@PathVariable String caseId, @RequestParam int from, HttpServletRequest request) throws IOException {
        Caller caller = known(caseId, request, NOTHING);
        ExchangeNode node = caller.room().node();
        if (from < 0) {
            throw new PeerProblemException(PeerProblem.BAD_INDEX);
        }
        // As many as one answer may hold: the biggest acts, whole lists, come one at a time.
        Batch batch = node.batch(from, BATCH);
        long size = batch.envelopes().stream().mapToLong(e -> e.bytes().length).sum();
        if (size > Envelope.MAX_BYTES) {
            batch = node.batch(from, 1);
        }
        return released(caller, new Outgoing.Accepted(batch.envelopes(), batch.head()));
    }

    @GetMapping("checkpoint")
    byte[] checkpoint(@PathVariable String caseId, @RequestParam long old, HttpServletRequest request)
            throws IOException {
        Caller caller = known(caseId, request, NOTHING);
        NoteVerifier witness =
                NoteVerifier.parse(caller.participant().ledgerKey()).get();
        return released(caller, note(log(caller.room()).offer(old, witness)));
    }

    @PostMapping("cosignatures")
    byte[] cosigned(@PathVariable String caseId, HttpServletRequest request) throws IOException {
        byte[] body = Bodies.read(request, SignedNote.MAX_BYTES);
        Caller caller = known(caseId, request, body);
        List<NoteVerifier> witness =
                List.of(NoteVerifier.parse(caller.participant().ledgerKey()).get());
        Result<SignedNote> kept =
                SignedNote.parse(body).then(note -> log(caller.room()).cosigned(note, witness));
        if (!kept.accepted()) {
            throw new PeerProblemException(PeerProblem.BAD_COSIGNATURE);
        }
        return released(caller, new Outgoing.Nothing());
    }

    @GetMapping("cosigned")
    byte[] cosignedCheckpoint(@PathVariable String caseId, HttpServletRequest request) {
        Caller caller = known(caseId, request, NOTHING);
        return released(caller, note(log(caller.room()).cosignedCheckpoint().map(SignedNote::bytes)));
    }

    private static Outgoing note(Optional<byte[]> note) {
        return note.<Outgoing>map(Outgoing.LogNote::new).orElseGet(Outgoing.Nothing::new);
    }

    private byte[] released(Caller caller, Outgoing outgoing) {
        return gate.release(caller.room().caseId(), caller.participant().id(), outgoing)
                .bytes();
    }

    private record Caller(CaseRoom room, Participant participant) {}

    /** The case and the caller; a stranger, and a caller of another case, learn nothing but that they are strangers. */
    private Caller known(String caseId, HttpServletRequest request, byte[] body) {
        String header = request.getHeader(PeerSignature.HEADER);
        CaseRoom room = cases.find(caseId).orElse(null);
        if (header != null && room != null && room.log().isPresent()) {
            Participant caller = PeerSignature.claimed(header)
                    .flatMap(id -> room.participants().find(id))
                    .orElse(null);
            String query = request.getQueryString();
            String path = request.getRequestURI() + (query == null ? "" : "?" + query);
            if (caller != null
                    && caller.certificate().equals(PeerDoor.fingerprint(request))
                    && PeerSignature.verifies(
                            header, caller.signingKey(), request.getMethod(), path, body, clock.instant())) {
                return new Caller(room, caller);
            }
        }
        throw new PeerProblemException(PeerProblem.STRANGER);
    }

    private static LedgerJointLog log(CaseRoom room) {
        return room.log().orElseThrow();
    }
}
