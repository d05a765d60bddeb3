package org.homeward.register;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Finds the encoding of a text file: a byte order mark first, then strict UTF-8, then windows-1251. */
final class TextDetector {
    record Text(String text, String encoding) {}

    private TextDetector() {}

    /** Whether the bytes begin as a format that is not text, whatever the file is called. */
    static Optional<String> otherFormat(byte[] bytes) {
        if (starts(bytes, '%', 'P', 'D', 'F')) {
            return Optional.of("a PDF");
        }
        if (starts(bytes, 0xD0, 0xCF, 0x11, 0xE0)) {
            return Optional.of("an old Office file");
        }
        return Optional.empty();
    }

    /** Whether the bytes begin as a ZIP file, as a workbook does. */
    static boolean isZip(byte[] bytes) {
        return starts(bytes, 'P', 'K', 3, 4);
    }

    /** Whether the bytes begin as an XML file does: a byte order mark perhaps, blanks, and an angle bracket. */
    static boolean isXml(byte[] bytes) {
        int at = 0;
        while (at < bytes.length
                && at < 64
                && " \t\r\n\0\u00EF\u00BB\u00BF\u00FE\u00FF".indexOf(bytes[at] & 0xFF) >= 0) {
            at++; // A zero is the other half of a UTF-16 unit.
        }
        return at < bytes.length && bytes[at] == '<';
    }

    private static boolean starts(byte[] bytes, int... with) {
        if (bytes.length < with.length) {
            return false;
        }
        for (int i = 0; i < with.length; i++) {
            if ((bytes[i] & 0xFF) != with[i]) {
                return false;
            }
        }
        return true;
    }

    /** The text, or empty when the bytes are text in none of the encodings. */
    static Optional<Text> decode(byte[] bytes) {
        if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
            return strict(bytes, 3, StandardCharsets.UTF_8, "UTF-8 with byte order mark");
        }
        if (starts(bytes, 0xFF, 0xFE)) {
            return strict(bytes, 2, StandardCharsets.UTF_16LE, "UTF-16LE");
        }
        if (starts(bytes, 0xFE, 0xFF)) {
            return strict(bytes, 2, StandardCharsets.UTF_16BE, "UTF-16BE");
        }
        return strict(bytes, 0, StandardCharsets.UTF_8, "UTF-8")
                .or(() -> strict(bytes, 0, Charset.forName("windows-1251"), "windows-1251")
                        .filter(t -> looksCyrillic(t.text())));
    }

    private static Optional<Text> strict(byte[] bytes, int from, Charset charset, String name) {
        try {
            return Optional.of(new Text(
                    charset.newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)
                            .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                            .toString(),
                    name));
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** windows-1251 decodes nearly any bytes, so its letters must look like words: mostly Cyrillic among the non-ASCII. */
    private static boolean looksCyrillic(String text) {
        long other = text.chars().filter(c -> c > 127).count();
        long letters = text.chars()
                .filter(c -> (c >= 'А' && c <= 'я') || "ІіЇїЄєҐґЁё№«»—–’".indexOf(c) >= 0)
                .count();
        return other > 0 && letters * 10 >= other * 9;
    }
}
