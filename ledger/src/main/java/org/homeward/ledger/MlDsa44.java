package org.homeward.ledger;

import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLDSAPrivateKeyParameters;
import org.bouncycastle.crypto.params.MLDSAPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithContext;
import org.bouncycastle.crypto.signers.MLDSASigner;

/** ML-DSA-44 (FIPS 204, pure): exact lengths only; a malformed signature is a wrong one. */
final class MlDsa44 {
    static final int PUBLIC_LENGTH = 1312;
    static final int SIGNATURE_LENGTH = 2420;
    private static final byte[] NO_CONTEXT = {};

    private MlDsa44() {}

    /** The public key of a 32-byte seed (FIPS 204 xi). */
    static byte[] publicKey(byte[] seed) {
        return key(seed).getPublicKey();
    }

    static byte[] sign(byte[] seed, byte[] message) {
        MLDSASigner signer = new MLDSASigner();
        signer.init(true, key(seed));
        signer.update(message, 0, message.length);
        try {
            return signer.generateSignature();
        } catch (CryptoException e) {
            throw new IllegalStateException("ML-DSA-44 could not sign", e);
        }
    }

    static boolean verify(byte[] publicKey, byte[] message, byte[] signature) {
        return verify(publicKey, NO_CONTEXT, message, signature);
    }

    /** With a context string of at most 255 bytes; co-signatures have none, published vectors do. */
    static boolean verify(byte[] publicKey, byte[] context, byte[] message, byte[] signature) {
        if (publicKey.length != PUBLIC_LENGTH || signature.length != SIGNATURE_LENGTH || context.length > 255) {
            return false;
        }
        MLDSASigner signer = new MLDSASigner();
        CipherParameters key = new MLDSAPublicKeyParameters(MLDSAParameters.ml_dsa_44, publicKey);
        signer.init(false, context.length == 0 ? key : new ParametersWithContext(key, context));
        signer.update(message, 0, message.length);
        return signer.verifySignature(signature);
    }

    private static MLDSAPrivateKeyParameters key(byte[] seed) {
        return new MLDSAPrivateKeyParameters(MLDSAParameters.ml_dsa_44, seed);
    }
}
