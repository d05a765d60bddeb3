package org.homeward.node.exports;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.homeward.node.store.ExportRequests;
import org.homeward.node.store.ExportRequests.Request;
import org.homeward.node.web.Sheet;
import org.homeward.node.web.Text;
import org.homeward.protocol.crypto.Bytes;
import org.homeward.protocol.json.CanonicalJson;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/**
 * Lets files with people out. Up to {@link #BULK} lines whoever may see the page takes them with him, which is noted; more need a second
 * person, who is shown what they are. What is carried out is then what he was shown: when the view has changed since, it has to be asked for
 * again. Every line bears the number of the copy. Safe for threads.
 */
public final class ExportDesk {
    /** Lines that one person may take alone: a page. */
    public static final int BULK = 50;

    /** How long after it was asked for a copy can be taken. */
    public static final Duration GOOD = Duration.ofHours(48);

    static final int LONGEST_REASON = 300;

    private final ExportRequests requests;
    private final Text plain;
    private final Clock clock;

    /** @param messages the words of the pages: what a second person agreed to is fixed over the lines in English */
    public ExportDesk(ExportRequests requests, MessageSource messages, Clock clock) {
        this.requests = requests;
        this.plain = new Text(messages, Locale.ENGLISH);
        this.clock = clock;
    }

    static boolean isBulk(ExportView view) {
        return view.size() > BULK;
    }

    /** Why a copy cannot be had. */
    enum No {
        /** It is not there, not his, or was taken. */
        GONE,
        /** Nobody has allowed it, or somebody refused. */
        NOT_ALLOWED,
        /** The view is not what it was when it was asked for. */
        CHANGED,
        /** No reason was given, or one that is too long. */
        REASON
    }

    /** A copy to save, or why not. */
    record Copy(@Nullable No no, long number, byte[] bytes) {
        static Copy no(No why) {
            return new Copy(why, 0, new byte[0]);
        }
    }

    /** A copy of a few lines, at once. */
    Copy few(ExportView view, String reason, String by, Text text) {
        if (isBulk(view)) {
            return Copy.no(No.NOT_ALLOWED);
        }
        long number = requests.ask(view.kind(), view.subject(), view.size(), digest(view), reason, by, clock.instant());
        requests.take(number, by, clock.instant());
        return new Copy(null, number, sheet(view, number, by, text));
    }

    /** Asks for many lines. @return its number; empty where the reason is missing or too long */
    Optional<Long> ask(ExportView view, String reason, String by) {
        String said = reason.strip();
        return said.isEmpty() || said.length() > LONGEST_REASON
                ? Optional.empty()
                : Optional.of(requests.ask(
                        view.kind(), view.subject(), view.size(), digest(view), said, by, clock.instant()));
    }

    /** The second person's word. @return whether it counts */
    boolean decide(long id, boolean allowed, String by) {
        return requests.decide(id, allowed, by, clock.instant());
    }

    /** Whether the view is still what it was when it was asked for. */
    boolean isSame(Request request, ExportView view) {
        return digest(view).equals(request.digest());
    }

    /** The copy that a second person allowed: once, for the one who asked, and as it was asked for. */
    Copy take(Request request, ExportView view, String by, Text text) {
        if (!request.askedBy().equals(by)
                || request.takenAt() != null
                || clock.instant().isAfter(request.askedAt().plus(GOOD))) {
            return Copy.no(No.GONE);
        }
        if (request.decidedBy() == null || !request.allowed()) {
            return Copy.no(No.NOT_ALLOWED);
        }
        if (!isSame(request, view)) {
            return Copy.no(No.CHANGED);
        }
        return requests.take(request.id(), by, clock.instant())
                ? new Copy(null, request.id(), sheet(view, request.id(), by, text))
                : Copy.no(No.GONE);
    }

    Optional<Request> find(long id) {
        return requests.find(id);
    }

    List<Request> newest() {
        return requests.newest(100);
    }

    private String digest(ExportView view) {
        return HexFormat.of().formatHex(Bytes.sha256(CanonicalJson.bytes(view.lines(plain))));
    }

    private byte[] sheet(ExportView view, long number, String by, Text text) {
        Sheet sheet = new Sheet();
        List<String> head = new ArrayList<>(view.head(text));
        head.add(text.get("exports.copy"));
        sheet.row(head.toArray(String[]::new));
        String mark = number + " " + by + " " + clock.instant().toString().substring(0, 10);
        for (List<@Nullable String> line : view.lines(text)) {
            List<@Nullable String> cells = new ArrayList<>(line);
            cells.add(mark);
            sheet.row(cells.toArray(String[]::new));
        }
        return sheet.bytes();
    }
}
