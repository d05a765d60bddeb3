package org.homeward.node.families;

import java.security.SecureRandom;
import java.util.Locale;
import org.homeward.protocol.crypto.Bytes;

/** Codes on paper. What is kept of a case code is a hash: neither this node's disk nor its people can tell it again. */
public final class Codes {
    private static final char[] LETTERS = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();
    /** 130 random bits: that nobody finds one does not rest on the throttle. */
    private static final int LENGTH = 26;

    private static final int NOTICE_LETTERS = 12;

    private Codes() {}

    /** A new case code, in groups that can be read out. */
    static String fresh(SecureRandom random) {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(i > 0 && i % 5 == 0 ? "-" : "").append(LETTERS[random.nextInt(LETTERS.length)]);
        }
        return code.toString();
    }

    /** What is kept of a case code, however it was typed. */
    static String hash(String code) {
        return Bytes.hex(Bytes.sha256(Bytes.utf8("homeward/family/1\n" + plain(code))));
    }

    /** A notice's short code: 60 bits of the digest of what is signed, so that it can be computed from the notice itself. */
    static String ofNotice(byte[] digest) {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < NOTICE_LETTERS; i++) {
            int bit = i * 5;
            int two = (digest[bit / 8] & 0xff) << 8 | digest[bit / 8 + 1] & 0xff;
            code.append(i > 0 && i % 4 == 0 ? "-" : "").append(LETTERS[two >> (11 - bit % 8) & 31]);
        }
        return code.toString();
    }

    /** A notice's code as it is kept, however it was typed. */
    static String notice(String typed) {
        return String.join("-", plain(typed).split("(?<=\\G.{4})"));
    }

    private static String plain(String code) {
        return code.toLowerCase(Locale.ROOT)
                .replaceAll("[^0-9a-z]", "")
                .replace('o', '0')
                .replace('i', '1')
                .replace('l', '1');
    }
}
