package org.homeward.ledger;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Keys that are the same in every run. */
final class Keys {
    static final String ORIGIN = "agency.example/case-1";
    static final NoteSigner LOG = signer(ORIGIN, KeyType.ED25519, 1);
    static final NoteSigner WITNESS_A = signer("bureau-a.example", KeyType.COSIGNATURE_V1, 2);
    static final NoteSigner WITNESS_B = signer("bureau-b.example", KeyType.ML_DSA_44, 3);
    static final Map<String, List<NoteVerifier>> KNOWN = Map.of(ORIGIN, List.of(LOG.verifier()));

    private Keys() {}

    static NoteSigner signer(String name, KeyType type, int fill) {
        byte[] seed = new byte[32];
        Arrays.fill(seed, (byte) fill);
        return NoteSigner.ofSeed(name, type, seed).get();
    }

    static LogOptions options() {
        return new LogOptions(
                ORIGIN, List.of(LOG), () -> java.time.Instant.ofEpochSecond(1_770_000_000L), 4096, e -> {});
    }

    static Policy both() {
        return Policy.parse("""
                log %s
                witness A %s
                witness B %s
                group both all A B
                quorum both
                """.formatted(LOG.verifier(), WITNESS_A.verifier(), WITNESS_B.verifier())
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .get();
    }
}
