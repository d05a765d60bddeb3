package org.homeward.record;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** The exact text of a press article, its SHA-256 (of the UTF-8 bytes as read) and the day it was published. */
public record Article(String text, String sha256, LocalDate published) {
    /** Larger files are not press articles. */
    public static final int MAX_BYTES = 2 << 20;

    private static final Pattern HTML =
            Pattern.compile("\\A\\s*+<(?:!doctype|html|head|body|\\?xml)", Pattern.CASE_INSENSITIVE);

    /** Reads UTF-8 plain text; anything else is refused rather than repaired, since a repair would move the spans. */
    public static Reading read(byte[] bytes, LocalDate published) {
        if (bytes.length > MAX_BYTES) {
            return new Reading.Refused("too-large", "The file is larger than 2 MiB; save the article alone as text.");
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new Reading.Refused("not-utf8", "The file is not UTF-8 text; save the article as UTF-8.");
        }
        if (text.isBlank()) {
            return new Reading.Refused("empty", "The file holds no text; paste the article into it.");
        }
        if (text.indexOf('\0') >= 0) {
            return new Reading.Refused("binary", "The file is not text; save the article as plain text.");
        }
        if (HTML.matcher(text).find()) {
            return new Reading.Refused("html", "The file is a web page; save the article as plain text.");
        }
        return new Reading.Accepted(new Article(text, hash(bytes), published));
    }

    /** The words under a span; a span of another article is a bug. */
    public String words(Span span) {
        if (!span.sha256().equals(sha256)) {
            throw new IllegalArgumentException("span of another article");
        }
        return text.substring(span.begin(), span.end());
    }

    /** The stretch of this article from {@code begin} up to {@code end}. */
    public Span span(int begin, int end) {
        return new Span(sha256, begin, end);
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
