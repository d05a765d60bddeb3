package org.homeward.node.people;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import org.homeward.protocol.crypto.Bytes;

/**
 * Somebody who may enrol at this node with a code on paper, or may after a second person has confirmed it.
 *
 * @param id of the invitation and, later, of the person
 * @param name as the inviter wrote it
 * @param invitedBy person who invited; empty for the first one, whom the set-up invites
 * @param codeHash hash of the code; empty until a second person has confirmed
 * @param until when the code ends, ISO-8601; empty until there is one
 */
public record Invitation(String id, String name, Person.Role role, String invitedBy, String codeHash, String until) {
    private static final char[] LETTERS = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();
    private static final int LENGTH = 26;

    boolean isOpen(Instant now) {
        return !codeHash.isEmpty() && now.isBefore(Instant.parse(until));
    }

    Invitation with(String code, Instant end) {
        return new Invitation(id, name, role, invitedBy, hash(code), end.toString());
    }

    /** A code of 130 random bits, in groups that can be read out: neither trying nor a copy of its hash finds one. */
    static String code(SecureRandom random) {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(i > 0 && i % 5 == 0 ? "-" : "").append(LETTERS[random.nextInt(LETTERS.length)]);
        }
        return code.toString();
    }

    /** What is kept of a code, however it was typed: any case, with or without hyphens, O for 0, I or L for 1. */
    static String hash(String code) {
        String plain = code.toLowerCase(Locale.ROOT)
                .replaceAll("[^0-9a-z]", "")
                .replace('o', '0')
                .replace('i', '1')
                .replace('l', '1');
        return Bytes.hex(Bytes.sha256(Bytes.utf8("homeward/code/1\n" + plain)));
    }
}
