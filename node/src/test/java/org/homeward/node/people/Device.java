package org.homeward.node.people;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.homeward.protocol.crypto.Bytes;

/** A person's device with one passkey, and the browser that asks it. */
final class Device {
    private static final String SITE = "localhost";
    private final KeyPair pair;
    private final String id;

    Device(String id) throws GeneralSecurityException {
        this.id = id;
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        pair = generator.generateKeyPair();
    }

    String point() {
        var w = ((ECPublicKey) pair.getPublic()).getW();
        return Bytes.base64(HexFormat.of().parseHex("04%064x%064x".formatted(w.getAffineX(), w.getAffineY())));
    }

    PeopleDesk.Signed sign(String text) throws GeneralSecurityException {
        String said = text.replace(PeopleDesk.NEW_KEY, point());
        byte[] authenticator = Arrays.copyOf(Bytes.sha256(Bytes.utf8(SITE)), 37);
        authenticator[32] = 5;
        byte[] client = Bytes.utf8("{\"type\":\"webauthn.get\",\"challenge\":\""
                + Base64.getUrlEncoder().withoutPadding().encodeToString(Bytes.sha256(Bytes.utf8(said)))
                + "\",\"origin\":\"http://localhost:8442\",\"crossOrigin\":false}");
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(pair.getPrivate());
        signature.update(authenticator);
        signature.update(Bytes.sha256(client));
        return new PeopleDesk.Signed(
                id,
                point(),
                "passkey/1 " + Bytes.base64(authenticator) + " " + Bytes.base64(client) + " "
                        + Bytes.base64(signature.sign()));
    }
}
