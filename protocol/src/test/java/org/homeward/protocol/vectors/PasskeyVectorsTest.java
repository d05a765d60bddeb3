package org.homeward.protocol.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.homeward.protocol.crypto.PersonKey;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PasskeyVectorsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final JsonNode samples =
            JSON.readTree(Path.of("../docs/protocol/vectors/passkey.json").toFile());

    @Test
    void eachSampleCountsOrNotAsItSays() {
        assertThat(samples.size()).isGreaterThan(25);
        for (JsonNode s : samples) {
            assertThat(PersonKey.verifies(text(s, "publicKey"), bytes(s), text(s, "signature")))
                    .as(text(s, "name"))
                    .isEqualTo(s.get("counts").booleanValue());
        }
    }

    /** The cryptography alone, by the JDK: a sample that counts is truly signed by one of its keys over what the document says. */
    @Test
    void aSecondReaderAgreesOnThoseThatCount() throws GeneralSecurityException {
        for (JsonNode s : samples) {
            if (!s.get("counts").booleanValue()) {
                continue;
            }
            List<String> parts =
                    Arrays.stream(text(s, "signature").split(" ")).skip(1).toList();
            byte[] authenticator = Base64.getDecoder().decode(parts.get(0));
            byte[] client = Base64.getDecoder().decode(parts.get(1));
            JsonNode data = JSON.readTree(client);
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            assertThat(Base64.getUrlDecoder().decode(text(data, "challenge"))).isEqualTo(sha.digest(bytes(s)));
            String site = text(s, "publicKey").split(" ")[1];
            assertThat(Arrays.copyOf(authenticator, 32)).isEqualTo(sha.digest(site.getBytes(StandardCharsets.UTF_8)));
            boolean signed = false;
            for (String point : text(s, "publicKey").split(" ")) {
                if (point.length() == 88) {
                    Signature verifier = Signature.getInstance("SHA256withECDSA");
                    verifier.initVerify(key(Base64.getDecoder().decode(point)));
                    verifier.update(authenticator);
                    verifier.update(sha.digest(client));
                    signed |= verifier.verify(Base64.getDecoder().decode(parts.get(2)));
                }
            }
            assertThat(signed).as(text(s, "name")).isTrue();
        }
    }

    @Test
    void noChangedSampleCountsAndNoneThrows() {
        Random random = new Random(20260205);
        for (JsonNode s : samples) {
            String signature = text(s, "signature");
            // A change to a wrong one may mend it.
            for (int i = 0; i < 200 && s.get("counts").booleanValue(); i++) {
                StringBuilder changed = new StringBuilder(signature);
                int at = random.nextInt(changed.length());
                switch (random.nextInt(3)) {
                    case 0 -> changed.setCharAt(at, (char) random.nextInt(0x250));
                    case 1 -> changed.deleteCharAt(at);
                    default -> changed.insert(at, (char) (' ' + random.nextInt(95)));
                }
                if (!changed.toString().equals(signature)) {
                    assertThat(PersonKey.verifies(text(s, "publicKey"), bytes(s), changed.toString()))
                            .as("%s: %s", text(s, "name"), changed)
                            .isFalse();
                }
            }
        }
    }

    private static java.security.PublicKey key(byte[] point) throws GeneralSecurityException {
        AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec("secp256r1"));
        return KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(
                        new ECPoint(
                                new BigInteger(1, Arrays.copyOfRange(point, 1, 33)),
                                new BigInteger(1, Arrays.copyOfRange(point, 33, 65))),
                        parameters.getParameterSpec(ECParameterSpec.class)));
    }

    private static byte[] bytes(JsonNode sample) {
        return text(sample, "message").getBytes(StandardCharsets.UTF_8);
    }

    private static String text(JsonNode node, String field) {
        return node.get(field).stringValue();
    }
}
