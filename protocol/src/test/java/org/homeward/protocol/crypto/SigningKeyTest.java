package org.homeward.protocol.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SigningKeyTest {
    private final SigningKey key = SigningKey.generate(new SecureRandom());
    private final byte[] message = Bytes.utf8("an act");

    @Test
    void signsAndVerifiesAndRestoresFromItsText() {
        SigningKey restored = SigningKey.fromPrivateText(key.privateText());
        assertThat(SigningKey.verifies(key.publicText(), message, restored.sign(message)))
                .isTrue();
        assertThat(SigningKey.verifies(key.publicText(), Bytes.utf8("another"), restored.sign(message)))
                .isFalse();
    }

    @Test
    void refusesTheIdentityKeyUnderWhichOneSignatureFitsAll() {
        byte[] identity = new byte[32];
        identity[0] = 1;
        assertThat(SigningKey.isSound(Bytes.base64(identity))).isFalse();
        assertThat(SigningKey.isSound(Bytes.base64(new byte[32]))).isFalse();
    }

    @Test
    void refusesASignatureWithAByteAppended() {
        byte[] signature = Bytes.fromBase64(key.sign(message));
        String longer = Bytes.base64(Arrays.copyOf(signature, 65));
        assertThat(SigningKey.verifies(key.publicText(), message, longer)).isFalse();
        assertThat(SigningKey.verifies(key.publicText(), message, "not base64")).isFalse();
    }
}
