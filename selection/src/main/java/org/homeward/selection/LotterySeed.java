package org.homeward.selection;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The joint lottery, the only breaker of ties. Both parties and the mediator each commit to a nonce after the lists are sealed;
 * the seed is a hash of all three, so no single one chooses it (compare RFC 3797).
 *
 * @param hex 32 bytes in lower-case hexadecimal
 */
public record LotterySeed(String hex) {
    public LotterySeed {
        if (HexFormat.of().parseHex(hex).length != 32) {
            throw new IllegalArgumentException("a lottery seed is 32 bytes in hexadecimal (64 digits)");
        }
    }

    /** What a participant publishes before anyone reveals: SHA-256(nonce, input hash). */
    public static String commitment(byte[] nonce, String inputHash) {
        return HexFormat.of().formatHex(sha256(nonce, inputHash.getBytes(StandardCharsets.UTF_8)));
    }

    /** The seed from the nonces in their agreed order, each of at least 16 bytes; lengths are hashed so that none runs into the next. */
    public static LotterySeed of(List<byte[]> nonces, String inputHash) {
        ByteBuffer all =
                ByteBuffer.allocate(nonces.stream().mapToInt(n -> n.length + 4).sum());
        for (byte[] nonce : nonces) {
            if (nonce.length < 16) {
                throw new IllegalArgumentException("a nonce has at least 16 bytes");
            }
            all.putInt(nonce.length).put(nonce);
        }
        return new LotterySeed(
                HexFormat.of().formatHex(sha256(all.array(), inputHash.getBytes(StandardCharsets.UTF_8))));
    }

    /** The first 30 bits of HMAC-SHA-256(seed, id), one per id; 30 bits so that sums over a list stay exact integers. */
    public long[] tickets(List<Candidate> persons) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(HexFormat.of().parseHex(hex), "HmacSHA256"));
            return persons.stream()
                    .mapToLong(p -> ByteBuffer.wrap(mac.doFinal(p.id().getBytes(StandardCharsets.UTF_8)))
                                    .getInt()
                            >>> 2)
                    .toArray();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
