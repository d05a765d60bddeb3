package org.homeward.ledger;

/** The signature types of C2SP signed-note and tlog-cosignature that are in use here. */
public enum KeyType {
    /** Plain Ed25519 over the note text. */
    ED25519(0x01, 32),
    /** Timestamped Ed25519 co-signature of a checkpoint ({@code cosignature/v1}). */
    COSIGNATURE_V1(0x04, 32),
    /** Timestamped ML-DSA-44 co-signature of a checkpoint ({@code subtree/v1}), FIPS 204. */
    ML_DSA_44(0x06, MlDsa44.PUBLIC_LENGTH);

    final int code;
    final int publicLength;

    KeyType(int code, int publicLength) {
        this.code = code;
        this.publicLength = publicLength;
    }

    static @org.jspecify.annotations.Nullable KeyType of(int code) {
        for (KeyType type : values()) {
            if (type.code == code) {
                return type;
            }
        }
        return null;
    }
}
