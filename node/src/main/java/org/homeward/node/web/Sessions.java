package org.homeward.node.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.homeward.node.web.view.Reader;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;

/**
 * The sign-ins that are open at this node, in memory alone: a node that is started again has none. One ends after half an hour in which
 * nothing was asked (the servlet container's clock), after {@link #LONGEST} in any case, and when its person ends it from another.
 * Safe for threads.
 */
public final class Sessions {
    /** A working day: whoever is still there signs in again. */
    static final Duration LONGEST = Duration.ofHours(12);

    private static final String STAY = "stay";

    private final Set<Stay> open = ConcurrentHashMap.newKeySet();
    private final Clock clock;

    Sessions(Clock clock) {
        this.clock = clock;
    }

    /**
     * A sign-in, as its person sees it.
     *
     * @param from the address it came from
     * @param here whether it is the one that asks
     */
    public record Seen(Instant since, Instant last, String from, boolean here) {}

    /** Lies in the session itself, so that it goes with it however that ends. */
    private final class Stay implements HttpSessionBindingListener {
        private final String person;
        private final String from;
        private final Instant since;
        private volatile Instant last;
        private volatile boolean ended;

        private Stay(String person, String from, Instant since) {
            this.person = person;
            this.from = from;
            this.since = since;
            this.last = since;
        }

        @Override
        public void valueBound(HttpSessionBindingEvent event) {
            open.add(this);
        }

        @Override
        public void valueUnbound(HttpSessionBindingEvent event) {
            open.remove(this);
        }
    }

    /** Sends whoever signed in where he wanted to go, and remembers that he is here. */
    SavedRequestAwareAuthenticationSuccessHandler begin() {
        return new SavedRequestAwareAuthenticationSuccessHandler() {
            @Override
            public void onAuthenticationSuccess(
                    HttpServletRequest request, HttpServletResponse response, Authentication authentication)
                    throws ServletException, IOException {
                if (authentication.getPrincipal() instanceof Reader reader) {
                    request.getSession()
                            .setAttribute(STAY, new Stay(reader.id(), request.getRemoteAddr(), clock.instant()));
                }
                super.onAuthenticationSuccess(request, response, authentication);
            }
        };
    }

    /** Whether the sign-in of this session still counts; a request counts as its use. */
    boolean lasts(HttpSession session) {
        Instant now = clock.instant();
        Stay stay = stay(session).orElse(null);
        if (stay == null || stay.ended || !now.isBefore(stay.since.plus(LONGEST))) {
            return false;
        }
        stay.last = now;
        return true;
    }

    /** The open sign-ins of a person, the newest first. */
    List<Seen> of(String person, HttpServletRequest request) {
        Stay own = Optional.ofNullable(request.getSession(false))
                .flatMap(Sessions::stay)
                .orElse(null);
        return open.stream()
                .filter(s -> s.person.equals(person) && !s.ended)
                .sorted(Comparator.comparing((Stay s) -> s.since).reversed())
                .map(s -> new Seen(s.since, s.last, s.from, s == own))
                .toList();
    }

    /** Ends all sign-ins of a person but the one that asks, with their next request. */
    void endOthers(String person, HttpServletRequest request) {
        Stay own = Optional.ofNullable(request.getSession(false))
                .flatMap(Sessions::stay)
                .orElse(null);
        open.stream().filter(s -> s.person.equals(person) && s != own).forEach(s -> s.ended = true);
    }

    private static Optional<Stay> stay(HttpSession session) {
        return session.getAttribute(STAY) instanceof Stay stay ? Optional.of(stay) : Optional.empty();
    }
}
