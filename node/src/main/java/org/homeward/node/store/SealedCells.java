package org.homeward.node.store;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.homeward.ledger.vault.Opening;
import org.homeward.ledger.vault.Sealing;
import org.jspecify.annotations.Nullable;

/**
 * A row's cells as the store keeps them: sealed under the person's key, with the salt of the commitment that the node's own log is
 * about. Destroying the key takes cells and salt together; the commitment stays, and says nothing.
 */
final class SealedCells {
    private static final int SALT = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    /**
     * One row, sealed.
     *
     * @param text what the column of the cells holds
     * @param commitment in hex
     */
    record Sealed(String text, String commitment) {}

    private SealedCells() {}

    static Sealed seal(byte[] key, Registers.Kind kind, String person, long batch, String cells) {
        byte[] content = cells.getBytes(StandardCharsets.UTF_8);
        byte[] plain = new byte[SALT + content.length];
        byte[] salt = new byte[SALT];
        RANDOM.nextBytes(salt);
        System.arraycopy(salt, 0, plain, 0, SALT);
        System.arraycopy(content, 0, plain, SALT, content.length);
        return new Sealed(
                Base64.getEncoder().encodeToString(Sealing.seal(key, place(kind, person, batch), plain, RANDOM)),
                HexFormat.of().formatHex(new Opening(salt, content).commitment().bytes()));
    }

    /** What no key is needed for: rows that were wiped, and those of a store from before rows were sealed. */
    static boolean isPlain(String text) {
        return text.startsWith("[");
    }

    /** The salt and the cells, or null when this key does not open them here: they were changed, or moved. */
    static @Nullable Opening open(byte[] key, Registers.Kind kind, String person, long batch, String text) {
        byte[] sealed;
        try {
            sealed = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
        byte @Nullable [] plain = Sealing.open(key, place(kind, person, batch), sealed);
        return plain == null || plain.length < SALT
                ? null
                : new Opening(Arrays.copyOf(plain, SALT), Arrays.copyOfRange(plain, SALT, plain.length));
    }

    private static String place(Registers.Kind kind, String person, long batch) {
        return "cells\n" + kind + "\n" + batch + "\n" + person;
    }
}
