package org.homeward.cli.names;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Lines of two names with a tab between, one at a time and whatever they hold: a line that cannot be used is given as the sentence that
 * says why, so that every line of the file has its answer.
 */
final class PairLines implements AutoCloseable {
    /** A line longer than this holds no two names; what is over is passed without being kept. */
    private static final int LONGEST_LINE = 16_384;

    private static final int LONGEST_NAME = 1_000;
    private static final int NO_MORE = -1;

    /** A line: both names, or why there are none. */
    sealed interface Line {
        record Pair(String left, String right) implements Line {}

        record Unusable(String sentence) implements Line {}
    }

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int end;
    private byte[] line = new byte[256];
    private boolean first = true;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);

    PairLines(InputStream in) {
        this.in = in;
    }

    private int read() throws IOException {
        if (at == end) {
            end = Math.max(0, in.read(buffer));
            at = 0;
        }
        return at == end ? NO_MORE : buffer[at++] & 0xFF;
    }

    /** The next line, or null where the file ends. Lines end with a line feed; a carriage return before it is no part of a name. */
    @Nullable
    Line next() throws IOException {
        int length = 0;
        long all = 0;
        int b = read();
        if (b == NO_MORE) {
            return null;
        }
        while (b != '\n' && b != NO_MORE) {
            if (length < LONGEST_LINE) {
                if (length == line.length) {
                    line = Arrays.copyOf(line, length * 2);
                }
                line[length++] = (byte) b;
            }
            all++;
            b = read();
        }
        if (all > LONGEST_LINE) {
            return new Line.Unusable(
                    "the line has " + all + " bytes, more than two names have; leave at most " + LONGEST_LINE);
        }
        length -= length > 0 && line[length - 1] == '\r' ? 1 : 0;
        int from = first && length >= 3 && line[0] == (byte) 0xEF && line[1] == (byte) 0xBB && line[2] == (byte) 0xBF
                ? 3
                : 0;
        first = false;
        try {
            return pair(
                    decoder.decode(ByteBuffer.wrap(line, from, length - from)).toString());
        } catch (CharacterCodingException e) {
            return new Line.Unusable("the line is not UTF-8 text; save the file as UTF-8");
        }
    }

    private static Line pair(String text) {
        int tab = text.indexOf('\t');
        if (text.isBlank()) {
            return new Line.Unusable("the line is empty; write two names with a tab between them");
        }
        if (tab < 0) {
            return new Line.Unusable("the line has no tab; write two names with a tab between them");
        }
        int next = text.indexOf('\t', tab + 1);
        String left = text.substring(0, tab);
        String right = text.substring(tab + 1, next < 0 ? text.length() : next);
        if (left.length() > LONGEST_NAME || right.length() > LONGEST_NAME) {
            return new Line.Unusable("the " + (left.length() > LONGEST_NAME ? "first" : "second")
                    + " name is longer than " + LONGEST_NAME + " letters; a name is not");
        }
        if (hasNoLetter(left) || hasNoLetter(right)) {
            return new Line.Unusable("the " + (hasNoLetter(left) ? "first" : "second")
                    + " name has no letter; write a name on both sides of the tab");
        }
        return new Line.Pair(left, right);
    }

    private static boolean hasNoLetter(String name) {
        return name.codePoints().noneMatch(Character::isLetter);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
