package org.homeward.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The HTTP interface of a witness (C2SP tlog-witness) without an HTTP server: whichever serves hands over method, path
 * and body, and sends back the reply.
 */
public final class WitnessHttp {
    /** Largest request body that is read; a server may cut the connection above it. */
    public static final int MAX_BODY = SignedNote.MAX_BYTES + (1 << 12);

    private static final Pattern CHECKPOINT = Pattern.compile("/([0-9a-f]{64})/checkpoint");
    private final Witness witness;

    /** Serves this witness; submission and monitoring prefix are the same. */
    public WitnessHttp(Witness witness) {
        this.witness = witness;
    }

    /**
     * What to send back.
     *
     * @param status HTTP status code
     * @param contentType value of the Content-Type header
     * @param body content
     */
    public record Reply(int status, String contentType, byte[] body) {
        static Reply text(int status, String body) {
            return new Reply(status, "text/plain; charset=utf-8", body.getBytes(StandardCharsets.UTF_8));
        }
    }

    /**
     * Answers one request.
     *
     * @param path below the prefix, as {@code /add-checkpoint}
     * @throws IOException when the memory of the witness cannot be written: answer 500, and co-sign nothing more
     */
    public Reply handle(String method, String path, byte[] body) throws IOException {
        if (path.equals("/add-checkpoint")) {
            if (!method.equals("POST")) {
                return Reply.text(405, "Send the checkpoint with POST.\n");
            }
            if (body.length > MAX_BODY) {
                return Reply.text(413, "The request is larger than a checkpoint can be.\n");
            }
            Witness.Answer answer = witness.addCheckpoint(body);
            return answer instanceof Witness.Elsewhere
                    ? new Reply(
                            answer.status(), "text/x.tlog.size", answer.body().getBytes(StandardCharsets.US_ASCII))
                    : Reply.text(answer.status(), answer.body());
        }
        Matcher monitored = CHECKPOINT.matcher(path);
        if (!monitored.matches()) {
            return Reply.text(404, "There is nothing here.\n");
        }
        if (!method.equals("GET")) {
            return Reply.text(405, "Read the checkpoint with GET.\n");
        }
        Optional<SignedNote> note = witness.cosigned(monitored.group(1));
        return note.isPresent()
                ? new Reply(200, "text/plain; charset=utf-8", note.get().bytes())
                : Reply.text(404, "This witness has co-signed nothing of that log.\n");
    }
}
