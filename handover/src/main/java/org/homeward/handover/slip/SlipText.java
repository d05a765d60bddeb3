package org.homeward.handover.slip;

import org.jspecify.annotations.Nullable;

/**
 * What a slip's code says: {@code HW1} and the Base45 of its bytes, with a filler that is always the same after every eight characters. The filler
 * fills the code to the version of all slips; being known, it need not be read, and leaves the code's own correction to the rest.
 */
final class SlipText {
    /** Bytes in a slip. */
    static final int BYTES = 79;

    private static final String PREFIX = "HW1";
    private static final String FILLER = "/HOMEWARDSLIP/";
    private static final int RUN = 8;

    private SlipText() {}

    static String write(byte[] bytes) {
        String plain = PREFIX + Base45.encode(bytes);
        StringBuilder out = new StringBuilder(plain.length() * 3);
        for (int i = 0; i < plain.length(); i += RUN) {
            out.append(plain, i, Math.min(plain.length(), i + RUN));
            if (i + RUN < plain.length()) {
                out.append(FILLER);
            }
        }
        return out.toString();
    }

    /** The bytes, or null when the text is not that of a slip. */
    static byte @Nullable [] read(String text) {
        StringBuilder plain = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int end = Math.min(text.length(), at + RUN);
            plain.append(text, at, end);
            if (end < text.length() && !text.startsWith(FILLER, end)) {
                return null;
            }
            at = end + FILLER.length();
        }
        if (!plain.toString().startsWith(PREFIX)) {
            return null;
        }
        byte[] bytes = Base45.decode(plain.substring(PREFIX.length()));
        return bytes == null || bytes.length != BYTES ? null : bytes;
    }
}
