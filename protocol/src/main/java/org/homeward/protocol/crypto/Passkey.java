package org.homeward.protocol.crypto;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * A passkey's signature (W3C Web Authentication Level 3, section 7.2, with its limited verification of client data), as the text
 * {@code passkey/1 AUTHENTICATOR_DATA CLIENT_DATA SIGNATURE}, each part in base64. ES256 alone, the algorithm that every authenticator
 * has. The person must have been asked (user verification): whoever finds an unlocked device cannot sign with it.
 */
final class Passkey {
    private static final String SIGNATURE = "passkey/1 ";
    private static final int POINT = 65;
    private static final int HASH = 32;
    private static final int AUTHENTICATOR_DATA = 37;
    private static final int LONGEST = 4096;
    private static final int PRESENT = 0x01;
    private static final int VERIFIED = 0x04;
    private static final Pattern SITE =
            Pattern.compile("(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");
    private static final Pattern PORT = Pattern.compile("(:[0-9]{1,5})?");

    private static final ECParameterSpec P256 = p256();

    private Passkey() {}

    private static ECParameterSpec p256() {
        try {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec("secp256r1"));
            return parameters.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java platform lacks P-256", e);
        }
    }

    /** Whether the text can be a relying party id: a host name in lower case. */
    static boolean isSite(String text) {
        return SITE.matcher(text).matches();
    }

    /** Whether the text is an uncompressed point on P-256, 65 bytes in canonical base64. */
    static boolean isSound(String text) {
        try {
            byte[] bytes = Bytes.fromBase64(text);
            return bytes.length == POINT && bytes[0] == 4 && onCurve(point(bytes));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static ECPoint point(byte[] bytes) {
        return new ECPoint(
                new BigInteger(1, Arrays.copyOfRange(bytes, 1, 33)),
                new BigInteger(1, Arrays.copyOfRange(bytes, 33, POINT)));
    }

    /** The curve has no small subgroup: a point on it, other than infinity, is a sound key. */
    private static boolean onCurve(ECPoint point) {
        BigInteger p = ((ECFieldFp) P256.getCurve().getField()).getP();
        BigInteger x = point.getAffineX();
        BigInteger y = point.getAffineY();
        BigInteger right = x.multiply(x)
                .add(P256.getCurve().getA())
                .multiply(x)
                .add(P256.getCurve().getB())
                .mod(p);
        return x.compareTo(p) < 0 && y.compareTo(p) < 0 && y.multiply(y).mod(p).equals(right);
    }

    static boolean verifies(String site, String point, byte[] message, String text) {
        String[] parts = text.length() > LONGEST || !text.startsWith(SIGNATURE)
                ? new String[0]
                : text.substring(SIGNATURE.length()).split(" ", -1);
        if (parts.length != 3) {
            return false;
        }
        try {
            byte[] authenticator = Bytes.fromBase64(parts[0]);
            byte[] client = Bytes.fromBase64(parts[1]);
            if (!speaksFor(site, authenticator) || !asks(site, PersonKey.challenge(message), client)) {
                return false;
            }
            PublicKey key = KeyFactory.getInstance("EC")
                    .generatePublic(new ECPublicKeySpec(point(Bytes.fromBase64(point)), P256));
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initVerify(key);
            signature.update(authenticator);
            signature.update(Bytes.sha256(client));
            return signature.verify(Bytes.fromBase64(parts[2]));
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            return false;
        }
    }

    private static boolean speaksFor(String site, byte[] authenticator) {
        return authenticator.length >= AUTHENTICATOR_DATA
                && Arrays.equals(Bytes.sha256(Bytes.utf8(site)), 0, HASH, authenticator, 0, HASH)
                && (authenticator[HASH] & PRESENT) != 0
                && (authenticator[HASH] & VERIFIED) != 0;
    }

    /**
     * Whether the client data says: this challenge, at this site, not inside somebody else's page. Browsers write it in one order
     * (section 5.8.1.1), so that no JSON reader has to be trusted here.
     */
    private static boolean asks(String site, byte[] challenge, byte[] client) {
        String data;
        try {
            data = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(client))
                    .toString();
        } catch (CharacterCodingException e) {
            return false;
        }
        String head = "{\"type\":\"webauthn.get\",\"challenge\":\""
                + Base64.getUrlEncoder().withoutPadding().encodeToString(challenge) + "\",\"origin\":\"";
        if (!data.startsWith(head)) {
            return false;
        }
        int end = data.indexOf('"', head.length());
        String rest = end < 0 ? "" : data.substring(end + 1);
        return end >= 0
                && isOriginOf(site, data.substring(head.length(), end))
                && (rest.equals("}")
                        || rest.equals(",\"crossOrigin\":false}")
                        || rest.startsWith(",\"crossOrigin\":false,"));
    }

    private static boolean isOriginOf(String site, String origin) {
        // Browsers trust http on the machine itself alone.
        String scheme = site.equals("localhost") && origin.startsWith("http://") ? "http://" : "https://";
        if (!origin.startsWith(scheme)) {
            return false;
        }
        String host = origin.substring(scheme.length()).replaceFirst(":[0-9]{1,5}$", "");
        return PORT.matcher(origin.substring(scheme.length() + host.length())).matches()
                && isSite(host)
                && (host.equals(site) || host.endsWith("." + site));
    }
}
