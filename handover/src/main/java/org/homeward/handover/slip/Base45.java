package org.homeward.handover.slip;

import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/** Base45 (RFC 9285): bytes in the alphabet that a QR code holds most of. */
public final class Base45 {
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

    private Base45() {}

    /** The text of these bytes. */
    public static String encode(byte[] bytes) {
        StringBuilder out = new StringBuilder(bytes.length * 3 / 2 + 2);
        for (int i = 0; i < bytes.length; i += 2) {
            boolean pair = i + 1 < bytes.length;
            int n = pair ? (bytes[i] & 0xFF) << 8 | bytes[i + 1] & 0xFF : bytes[i] & 0xFF;
            for (int digit = 0; digit < (pair ? 3 : 2); digit++) {
                out.append(ALPHABET.charAt(n % 45));
                n /= 45;
            }
        }
        return out.toString();
    }

    /** The bytes, or null when the text is no Base45. */
    public static byte @Nullable [] decode(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i += 3) {
            int digits = Math.min(3, text.length() - i);
            int n = 0;
            for (int digit = digits - 1; digit >= 0; digit--) {
                int value = ALPHABET.indexOf(text.charAt(i + digit));
                if (value < 0) {
                    return null;
                }
                n = n * 45 + value;
            }
            if (digits == 1 || n > (digits == 3 ? 0xFFFF : 0xFF)) {
                return null;
            }
            if (digits == 3) {
                out.write(n >> 8);
            }
            out.write(n & 0xFF);
        }
        return out.toByteArray();
    }
}
