package org.homeward.handover.log;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.homeward.ledger.Refusal;
import org.homeward.ledger.Result;
import org.homeward.protocol.json.MalformedJsonException;
import org.jspecify.annotations.Nullable;

/**
 * Logs as a file to carry: one signed event a line, and after each device's events its signed end. May hold several devices, parts of a
 * log, and the same twice.
 */
public final class LogText {
    /** Larger lines are nobody's event. */
    public static final int LONGEST_LINE = 64 << 10;

    private LogText() {}

    /** What a file held. */
    public record Content(List<SignedEvent> events, List<SignedHead> heads) {
        public Content {
            events = List.copyOf(events);
            heads = List.copyOf(heads);
        }
    }

    public static byte[] write(List<SignedEvent> events, List<SignedHead> heads) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(events.size() * 600 + 600);
        events.forEach(e -> line(out, e.bytes()));
        heads.forEach(h -> line(out, h.bytes()));
        return out.toByteArray();
    }

    private static void line(ByteArrayOutputStream out, byte[] bytes) {
        out.writeBytes(bytes);
        out.write('\n');
    }

    /** Reads a file; signatures are not checked here. The first line that cannot be read refuses the whole. */
    public static Result<Content> read(byte[] bytes) {
        List<SignedEvent> events = new ArrayList<>();
        List<SignedHead> heads = new ArrayList<>();
        int start = 0;
        for (int number = 1; start < bytes.length; number++) {
            int end = start;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            if (end == bytes.length) {
                return Result.refused("log.cut", "The file ends inside line " + number + ": copy it again.");
            }
            if (end - start > LONGEST_LINE) {
                return Result.refused("log.line", "Line " + number + " is longer than any event.");
            }
            Refusal wrong = line(Arrays.copyOfRange(bytes, start, end), number, events, heads);
            if (wrong != null) {
                return new Result.Refused<>(wrong);
            }
            start = end + 1;
        }
        return events.isEmpty() && heads.isEmpty()
                ? Result.refused("log.empty", "The file holds no event.")
                : Result.ok(new Content(events, heads));
    }

    private static @Nullable Refusal line(byte[] line, int number, List<SignedEvent> events, List<SignedHead> heads) {
        try {
            // Members are sorted: an event's line begins with "event", an end's with "head".
            if (line.length > 3 && line[2] == 'h') {
                heads.add(SignedHead.parse(line));
            } else {
                events.add(SignedEvent.parse(line));
            }
            return null;
        } catch (MalformedJsonException e) {
            return new Refusal(
                    "log.line", "Line " + number + " is not an event of a handover log: " + e.getMessage() + ".");
        }
    }
}
