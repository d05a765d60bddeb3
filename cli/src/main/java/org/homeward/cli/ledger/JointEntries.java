package org.homeward.cli.ledger;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.homeward.ledger.EntryCheck;
import org.homeward.ledger.Refusal;
import org.homeward.protocol.envelope.JointEntry;
import org.homeward.protocol.json.MalformedJsonException;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a joint log: of one case, of known form, and each sender's in unbroken sequence, each naming the one before,
 * so that what was left out shows. Their signatures are under the envelopes: {@code homeward verify} checks them there.
 */
final class JointEntries implements EntryCheck {
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final String NONE = "0".repeat(64);

    private record Head(long seq, String envelope) {}

    private final Map<String, Head> heads = new HashMap<>();
    private @Nullable String caseId;

    @Override
    public Optional<Refusal> check(long index, byte[] entry) {
        JointEntry read;
        try {
            read = JointEntry.parse(entry);
        } catch (MalformedJsonException malformed) {
            return wrong(index, "is not an entry of a joint log");
        }
        if (read.v() != 1 || !java.util.Arrays.equals(read.bytes(), entry)) {
            return wrong(index, "is of another version or not in its one spelling");
        }
        if (caseId != null && !caseId.equals(read.caseId())) {
            return wrong(index, "belongs to another case than those before it");
        }
        caseId = read.caseId();
        if (!isWellFormed(read)) {
            return wrong(index, "has a digest, time or signature that cannot be one");
        }
        Head head = heads.getOrDefault(read.from(), new Head(0, NONE));
        if (read.seq() != head.seq() + 1 || !read.prev().equals(head.envelope())) {
            return wrong(index, "does not follow the one before of the same sender: something is left out");
        }
        heads.put(read.from(), new Head(read.seq(), read.envelope()));
        return Optional.empty();
    }

    private static boolean isWellFormed(JointEntry read) {
        try {
            Instant.parse(read.time());
            return DIGEST.matcher(read.commitment()).matches()
                    && DIGEST.matcher(read.envelope()).matches()
                    && Base64.getDecoder().decode(read.sig()).length == 64;
        } catch (DateTimeException | IllegalArgumentException malformed) {
            return false;
        }
    }

    private static Optional<Refusal> wrong(long index, String what) {
        return Optional.of(new Refusal("joint.entry", "Entry " + index + " " + what + "."));
    }
}
