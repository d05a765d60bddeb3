package org.homeward.protocol.exchange;

import org.homeward.protocol.crypto.Bytes;

/**
 * The commitment to a participant's part of the lottery.
 *
 * <p>Who may be exchanged is settled before anybody commits, and all three have committed before anybody reveals: nobody can choose
 * the lot, and one who withholds his number is seen to.
 */
public final class Lottery {
    private Lottery() {}

    /**
     * @param nonce 32 random bytes in hex, kept secret until the reveal
     */
    public static String commitment(String caseId, String participant, String nonce) {
        return Bytes.hex(Bytes.sha256(
                Bytes.utf8("homeward/lottery/1\n" + caseId + "\n" + participant + "\n"), Bytes.fromHex(nonce)));
    }
}
