package org.homeward.documents;

import java.lang.Character.UnicodeScript;
import java.util.Locale;

/**
 * Makes text of unknown origin harmless on paper: nothing may turn the reading direction of its neighbours (Unicode TR 36,
 * bidirectional text spoofing), hide, or push the table off the page; and what cannot be printed is shown, not dropped.
 */
final class SafeText {
    /** Longer cells would fill a page; the cut is printed with the number of characters left out. */
    static final int LONGEST = 300;

    /** The same for a number in the head or foot, which has room for one line. */
    static final int LONGEST_NUMBER = 90;

    /** The same for a sentence of prose, which may break across pages. */
    static final int LONGEST_PROSE = 4_000;

    private SafeText() {}

    /** One line without controls or invisible formatting; unpaired surrogates become U+FFFD. */
    static String line(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (Character.getType(c)) {
                case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> out.append(' ');
                case Character.FORMAT -> {}
                case Character.SURROGATE -> out.append('\uFFFD');
                default -> out.appendCodePoint(c);
            }
        });
        return out.toString().strip();
    }

    /** {@link #line}, cut to so many characters, with every character the embedded fonts lack written as its code point. */
    static String printable(String text, int longest) {
        String line = line(text);
        int length = line.codePointCount(0, line.length());
        if (length > longest) {
            line = line.substring(0, line.offsetByCodePoints(0, longest)) + "… [+" + (length - longest) + "]";
        }
        StringBuilder out = new StringBuilder(line.length());
        line.codePoints().forEach(c -> {
            if (drawable(c)) {
                out.appendCodePoint(c);
            } else {
                out.append(String.format(Locale.ROOT, "[U+%04X]", c));
            }
        });
        return out.toString();
    }

    /** {@link #printable} at the length of a cell, with markup characters escaped for XHTML. */
    static String html(String text) {
        return escape(printable(text, LONGEST));
    }

    /** {@link #printable} at the length of a document's number, with markup characters escaped for XHTML. */
    static String number(String text) {
        return escape(printable(text, LONGEST_NUMBER));
    }

    /** {@link #printable} at the length of prose, with markup characters escaped for XHTML. */
    static String prose(String text) {
        return escape(printable(text, LONGEST_PROSE));
    }

    /** For a screen, whose fonts are not ours: {@link #line} and escaped, with nothing cut. */
    static String screen(String text) {
        return escape(line(text));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static boolean drawable(int c) {
        if (c >= 0x3000 && !(c >= 0xFB50 && c <= 0xFEFC)) {
            return false;
        }
        return switch (UnicodeScript.of(c)) {
            case LATIN, CYRILLIC, GREEK, ARABIC -> true;
            case COMMON -> c < 0x2070 || c == 0x2116;
            case INHERITED -> c < 0x0370 || (c >= 0x064B && c <= 0x0670);
            default -> false;
        };
    }
}
