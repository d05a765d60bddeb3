package org.homeward.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLDSAPrivateKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithContext;
import org.bouncycastle.crypto.signers.MLDSASigner;
import org.junit.jupiter.api.Test;

/** Which keys may be enrolled, and that no signature is believed under any other. */
class StrictKeysTest {
    /** Orders 1, 2, 4, 8 and 8, without their sign bit ("Taming the many EdDSAs", SSR 2020, table 1). */
    private static final List<String> LOW_ORDER = List.of(
            "0100000000000000000000000000000000000000000000000000000000000000",
            "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
            "0000000000000000000000000000000000000000000000000000000000000000",
            "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
            "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a");

    /** y = p and y = p + 1: second spellings of 0 and 1. */
    private static final List<String> NON_CANONICAL = List.of(
            "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
            "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f");

    private static byte[] message(int i) {
        return ("message " + i).getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void noKeyOfLowOrderOrOfASecondSpellingIsEnrolledOrBelieved() {
        byte[] forAnything = new byte[64];
        forAnything[0] = 1; // R is the identity, S is 0: holds for one message in eight at least, were the key believed
        for (List<String> keys : List.of(LOW_ORDER, NON_CANONICAL)) {
            for (String hex : keys) {
                for (int sign : new int[] {0, 0x80}) {
                    byte[] key = HexFormat.of().parseHex(hex);
                    key[31] |= (byte) sign;
                    assertThat(StrictEd25519.isAcceptableKey(key)).as(hex).isFalse();
                    assertThat(NoteVerifier.of("n", KeyType.ED25519, key).accepted())
                            .isFalse();
                    for (int i = 0; i < 64; i++) {
                        assertThat(StrictEd25519.verify(key, message(i), forAnything))
                                .as(hex)
                                .isFalse();
                    }
                }
            }
        }
    }

    @Test
    void aKeyOutsideTheSubgroupOfPrimeOrderIsNotEnrolled() {
        // The base point plus the point of order 2: x and y both negated.
        byte[] base = HexFormat.of().parseHex("5866666666666666666666666666666666666666666666666666666666666666");
        byte[] mixed = HexFormat.of().parseHex("9599999999999999999999999999999999999999999999999999999999999999");
        assertThat(StrictEd25519.isAcceptableKey(base)).isTrue();
        assertThat(StrictEd25519.isAcceptableKey(mixed)).isFalse();
    }

    @Test
    void aSignatureFromASeedAloneIsTheSameAsWithItsPublicKey() {
        byte[] seed = new byte[32];
        seed[5] = 1;
        byte[] key = StrictEd25519.publicKey(seed);
        assertThat(StrictEd25519.sign(seed, message(1)))
                .isEqualTo(StrictEd25519.sign(seed, key, message(1)))
                .satisfies(s ->
                        assertThat(StrictEd25519.verify(key, message(1), s)).isTrue());
    }

    @Test
    void everyKeyThatIsMadeIsAnother() {
        for (KeyType type : KeyType.values()) {
            NoteSigner one = NoteSigner.generate("n", type, new SecureRandom()).get();
            NoteSigner two = NoteSigner.generate("n", type, new SecureRandom()).get();
            assertThat(one.privateText()).isNotEqualTo(two.privateText());
            assertThat(one.verifier().type()).isEqualTo(type);
        }
        assertThat(NoteSigner.generate("two words", KeyType.ED25519, new SecureRandom())
                        .accepted())
                .isFalse();
    }

    @Test
    void aContextOfAnMlDsaSignatureHasAtMost255Bytes() throws CryptoException {
        byte[] seed = new byte[32];
        byte[] context = new byte[255];
        Arrays.fill(context, (byte) 3);
        MLDSASigner signer = new MLDSASigner();
        signer.init(
                true,
                new ParametersWithContext(new MLDSAPrivateKeyParameters(MLDSAParameters.ml_dsa_44, seed), context));
        signer.update(message(1), 0, message(1).length);
        byte[] signature = signer.generateSignature();
        byte[] key = MlDsa44.publicKey(seed);
        assertThat(MlDsa44.verify(key, context, message(1), signature)).isTrue();
        assertThat(MlDsa44.verify(key, message(1), signature)).isFalse();
        assertThat(MlDsa44.verify(key, new byte[256], message(1), signature)).isFalse();
    }
}
