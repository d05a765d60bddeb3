package org.homeward.node.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.homeward.ledger.vault.Sealing;
import org.homeward.node.store.Registers.Kind;
import org.jspecify.annotations.Nullable;

/** Seals what is said of a person, outside his rows, under his key: with the key it is gone. */
final class PersonSeal {
    private static final int MARK = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final PersonKeys keys;

    PersonSeal(PersonKeys keys) {
        this.keys = keys;
    }

    /** @return nothing where the person has no key: he was erased, or is in no register */
    Optional<byte[]> seal(Kind kind, String person, String place, byte[] plain) {
        byte @Nullable [] key = keys.find(kind, person);
        return key == null
                ? Optional.empty()
                : Optional.of(Sealing.seal(key, place(kind, person, place), plain, RANDOM));
    }

    /**
     * @return nothing where the person was erased
     * @throws UncheckedIOException where somebody changed it in the store
     */
    Optional<byte[]> open(Kind kind, String person, String place, byte[] sealed) {
        byte @Nullable [] key = keys.find(kind, person);
        if (key == null) {
            return Optional.empty();
        }
        byte @Nullable [] plain = Sealing.open(key, place(kind, person, place), sealed);
        if (plain == null) {
            throw new UncheckedIOException(
                    new IOException(
                            "What the store holds of a person was changed: run 'homeward node audit', and restore the backup."));
        }
        return Optional.of(plain);
    }

    String openText(Kind kind, String person, String place, byte[] sealed) {
        return open(kind, person, place, sealed)
                .map(plain -> new String(plain, StandardCharsets.UTF_8))
                .orElse("");
    }

    /** A name for something said of a person that tells nobody what it is, and is the same each time; empty where he was erased. */
    Optional<String> mark(Kind kind, String person, String said) {
        byte @Nullable [] key = keys.find(kind, person);
        if (key == null) {
            return Optional.empty();
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            byte[] whole = mac.doFinal(place(kind, person, "mark\n" + said).getBytes(StandardCharsets.UTF_8));
            return Optional.of(HexFormat.of().formatHex(whole, 0, MARK));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", impossible);
        }
    }

    private static String place(Kind kind, String person, String place) {
        return "about\n" + kind + "\n" + person + "\n" + place;
    }
}
