package org.homeward.node.day;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import org.homeward.handover.reconciliation.DayLogs;
import org.homeward.ledger.Result;
import org.homeward.protocol.crypto.Bytes;

/**
 * Days as their files told them, so that a look at an evening page does not verify every signature again. A reading is found by the SHA-256 of
 * the roster and of every file with its name: where one byte of one file is another, all is verified anew. Safe for threads.
 */
public final class DayReadings {
    /** Days kept at once: people look at the day that is on, and at one or two before it. */
    private static final int MOST = 4;

    private final Map<String, Result<DayLogs>> kept = new LinkedHashMap<>(MOST * 2, 0.75f, true);

    /** What these files say. */
    public synchronized Result<DayLogs> read(byte[] roster, SortedMap<String, byte[]> files) {
        String digest = digest(roster, files);
        Result<DayLogs> known = kept.get(digest);
        if (known != null) {
            return known;
        }
        Result<DayLogs> read = DayLogs.read(roster, files);
        kept.put(digest, read);
        if (kept.size() > MOST) {
            kept.remove(kept.keySet().iterator().next());
        }
        return read;
    }

    /** Over the digests of names and contents, which are all of one length: no two sets of files are the same bytes. */
    private static String digest(byte[] roster, SortedMap<String, byte[]> files) {
        try {
            MessageDigest all = MessageDigest.getInstance("SHA-256");
            all.update(Bytes.sha256(roster));
            files.forEach((name, content) -> {
                all.update(Bytes.sha256(Bytes.utf8(name)));
                all.update(Bytes.sha256(content));
            });
            return Bytes.hex(all.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
