package org.homeward.node.dossier;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.homeward.node.store.Dossiers;
import org.homeward.node.store.Registers.Kind;
import org.homeward.protocol.crypto.SigningKey;

/** Gives each printed form its number and its seal, and remembers for whom it was. Safe for threads. */
public final class FormPress {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT).withZone(ZoneOffset.UTC);
    /** Without letters and digits that a hand writes alike. */
    private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private final String node;
    private final SigningKey key;
    private final Dossiers dossiers;
    private final Clock clock;
    private final SecureRandom random;

    FormPress(String node, SigningKey key, Dossiers dossiers, Clock clock, SecureRandom random) {
        this.node = node;
        this.key = key;
        this.dossiers = dossiers;
        this.clock = clock;
        this.random = random;
    }

    /** Numbers and seals a form; durable when it returns. */
    public FormSeal seal(Kind kind, String row, String form, Map<String, String> values, String by) {
        Instant at = Instant.ofEpochSecond(clock.instant().getEpochSecond());
        StringBuilder number =
                new StringBuilder(node).append('-').append(DAY.format(at)).append('-');
        for (int i = 0; i < 8; i++) {
            number.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        FormSeal seal = FormSeal.sign(node, number.toString(), form, at, values, key);
        dossiers.printed(kind, row, new Dossiers.Printed(seal.number(), form, by, at));
        return seal;
    }

    /** The key with which the forms of this node are checked. */
    public String publicKey() {
        return key.publicText();
    }

    /** The forms that were printed for a person, the oldest first. */
    public List<Dossiers.Printed> printed(Kind kind, String row) {
        return dossiers.printed(kind, row);
    }
}
