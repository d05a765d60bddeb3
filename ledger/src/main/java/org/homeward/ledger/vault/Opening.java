package org.homeward.ledger.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.homeward.ledger.Hash;

/**
 * What shows that a commitment in a log is to this content: whoever gets it can check it, and nobody can guess it.
 *
 * @param salt 32 random bytes, one for each payload; unsalted, a name and a date of birth could be found by trying
 * @param content the payload
 */
public record Opening(byte[] salt, byte[] content) {
    /** HMAC-SHA-256 of the content under the salt: what a log entry may hold. */
    public Hash commitment() {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(salt, "HmacSHA256"));
            mac.update("homeward commitment 1\n".getBytes(StandardCharsets.US_ASCII));
            return Hash.of(mac.doFinal(content));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", impossible);
        }
    }
}
