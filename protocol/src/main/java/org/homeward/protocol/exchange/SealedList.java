package org.homeward.protocol.exchange;

import java.util.List;
import org.homeward.protocol.crypto.Bytes;
import org.homeward.protocol.json.CanonicalJson;

/** The commitment under which a list is sealed before it is shown. */
public final class SealedList {
    private SealedList() {}

    /**
     * @param salt 32 random bytes in hex, kept secret until the reveal: without it a guessed list could be tried
     */
    public static String commitment(String caseId, String party, String salt, List<Act.SoughtLine> lines) {
        return Bytes.hex(Bytes.sha256(
                Bytes.utf8("homeward/list/1\n" + caseId + "\n" + party + "\n"),
                Bytes.fromHex(salt),
                CanonicalJson.bytes(lines)));
    }
}
