package org.homeward.talks.front;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of an XML file by its mark of byte order, its declaration, or UTF-8 (XML 1.0, appendix F). Decoded here because the
 * JDK's parser prints what it thinks of a damaged byte on the error stream.
 */
final class XmlText {
    private static final Pattern DECLARED =
            Pattern.compile("^<\\?xml[^>]{0,200}encoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']");

    private XmlText() {}

    static String decode(byte[] bytes) throws UnreadableException {
        try {
            String text =
                    charset(bytes).newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            // A blank line before the declaration is a slip that many editors make and that means nothing.
            return (text.startsWith("\ufeff") ? text.substring(1) : text).stripLeading();
        } catch (CharacterCodingException e) {
            throw new UnreadableException("the file has bytes that are not text in its encoding");
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new UnreadableException("the file declares an encoding that is not known");
        }
    }

    private static Charset charset(byte[] bytes) {
        int first = bytes.length > 0 ? bytes[0] & 0xff : 0;
        int second = bytes.length > 1 ? bytes[1] & 0xff : 0;
        if ((first == 0xfe && second == 0xff) || (first == 0 && second == '<')) {
            return StandardCharsets.UTF_16BE;
        }
        if ((first == 0xff && second == 0xfe) || (first == '<' && second == 0)) {
            return StandardCharsets.UTF_16LE;
        }
        if (first == 0xef && second == 0xbb) {
            return StandardCharsets.UTF_8;
        }
        String head = new String(bytes, 0, Math.min(bytes.length, 256), StandardCharsets.ISO_8859_1);
        Matcher declared = DECLARED.matcher(head.stripLeading());
        return declared.find() ? Charset.forName(declared.group(1)) : StandardCharsets.UTF_8;
    }
}
