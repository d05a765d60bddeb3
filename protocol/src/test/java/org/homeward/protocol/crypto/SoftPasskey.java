package org.homeward.protocol.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;

/** An authenticator and a browser in one, which lie where a test tells them to. */
public final class SoftPasskey {
    private final KeyPair pair;
    public String site = "homeward.example";
    public String type = "webauthn.get";
    public String origin = "https://homeward.example";
    public String tail = ",\"crossOrigin\":false}";
    public int flags = 0x05;
    public int length = 37;
    public boolean spaced;

    public SoftPasskey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            pair = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public String point() {
        var w = ((ECPublicKey) pair.getPublic()).getW();
        byte[] bytes = new byte[65];
        bytes[0] = 4;
        copy(w.getAffineX().toByteArray(), bytes, 33);
        copy(w.getAffineY().toByteArray(), bytes, 65);
        return Bytes.base64(bytes);
    }

    private static void copy(byte[] number, byte[] into, int end) {
        int n = Math.min(32, number.length);
        System.arraycopy(number, number.length - n, into, end - n, n);
    }

    public String sign(byte[] message) {
        byte[] authenticator = Arrays.copyOf(Bytes.sha256(Bytes.utf8(site)), length);
        if (length > 32) {
            authenticator[32] = (byte) flags;
        }
        String client = "{\"type\":\"" + type + "\"," + (spaced ? " " : "") + "\"challenge\":\""
                + Base64.getUrlEncoder().withoutPadding().encodeToString(Bytes.sha256(message)) + "\",\"origin\":\""
                + origin
                + "\"" + tail;
        byte[] data = client.getBytes(StandardCharsets.UTF_8);
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(pair.getPrivate());
            signature.update(authenticator);
            signature.update(Bytes.sha256(data));
            return "passkey/1 " + Bytes.base64(authenticator) + " " + Bytes.base64(data) + " "
                    + Bytes.base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
