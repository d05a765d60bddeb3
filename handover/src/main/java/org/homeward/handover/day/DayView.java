package org.homeward.handover.day;

import java.util.ArrayList;
import java.util.List;
import org.homeward.protocol.json.CanonicalJson;
import org.jspecify.annotations.Nullable;

/** What everybody of the day may be shown: of a person who stays, the code and nothing else, whatever the cause was. */
public final class DayView {
    private DayView() {}

    /** One line of the board. */
    public record Line(
            String subject,
            int number,
            @Nullable String returnsTo,
            Status status,
            boolean identityDisputed,
            @Nullable String code,
            @Nullable String insteadOf,
            int entries) {}

    /** The board, by id. */
    public static List<Line> of(DayState state) {
        List<Line> lines = new ArrayList<>();
        for (Subject s : state.subjects().values()) {
            lines.add(new Line(
                    s.id(),
                    s.expected() == null ? 0 : s.expected().number(),
                    s.expected() == null ? null : s.expected().returnsTo(),
                    s.status(),
                    s.identityDisputed(),
                    s.code(),
                    s.insteadOf(),
                    s.entries().size()));
        }
        return lines;
    }

    /** The board as bytes, for files and for comparing two worlds. */
    public static byte[] bytes(DayState state) {
        return CanonicalJson.bytes(of(state));
    }
}
