package org.homeward.node.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Answers to other nodes leave on a beat that begins with their request: whatever a door did inside one beat, its answer leaves at the end of it,
 * so that the time until an answer tells nothing of what the agency looked up, in which of its cases, or whether there was anything.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class SteadyDoor extends OncePerRequestFilter {
    /** Longer than a door needs for anything but the largest batches. */
    static final Duration BEAT = Duration.ofMillis(40);

    private final LongSupplier nanos;
    private final LongConsumer waiter;

    /** On this machine's own clock. */
    SteadyDoor() {
        this(System::nanoTime, LockSupport::parkNanos);
    }

    /**
     * @param nanos a clock that only goes forward
     * @param waiter lets so many nanoseconds pass, or fewer; it is asked again until they have passed
     */
    SteadyDoor(LongSupplier nanos, LongConsumer waiter) {
        this.nanos = nanos;
        this.waiter = waiter;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/peer/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long start = nanos.getAsLong();
        // Nothing is on the line before the beat is over, not even the status.
        ContentCachingResponseWrapper kept = new ContentCachingResponseWrapper(response);
        try {
            chain.doFilter(request, kept);
        } finally {
            long due = due(nanos.getAsLong() - start);
            for (long left = due - (nanos.getAsLong() - start); left > 0; left = due - (nanos.getAsLong() - start)) {
                waiter.accept(left);
            }
            kept.copyBodyToResponse();
        }
    }

    /** The end of the beat in which so many nanoseconds end. */
    static long due(long elapsed) {
        long beat = BEAT.toNanos();
        return Math.max(1, (elapsed + beat - 1) / beat) * beat;
    }
}
