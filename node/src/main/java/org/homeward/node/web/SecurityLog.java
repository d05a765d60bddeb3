package org.homeward.node.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.homeward.node.web.view.Reader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * One line of the node's log for each thing that whoever guards it wants to know: who signed in and out, who was refused what. A line has
 * the id of an officer and never what somebody typed: no name, no token, and of an address its first word alone.
 */
public final class SecurityLog {
    /** What the settings of the log call it. */
    public static final String NAME = "homeward.security";

    /** Lines about strangers in one minute; more are counted only, so that a flood fills no disk. */
    static final int MOST_A_MINUTE = 100;

    private static final Logger LOG = LoggerFactory.getLogger(NAME);
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH");
    private static long minute;
    private static int strangers;

    /** A person whom this node knows was refused. */
    public static void refused(String why, String person, HttpServletRequest request) {
        LOG.warn("refused: {} by={} from={} at={}", why, person, request.getRemoteAddr(), place(request));
    }

    /** Somebody whom this node does not know was refused. */
    public static void stranger(String why, HttpServletRequest request) {
        if (counts(System.currentTimeMillis() / 60_000)) {
            LOG.warn("refused: {} from={} at={}", why, request.getRemoteAddr(), place(request));
        }
    }

    /** Somebody was refused before he could ask for anything. */
    public static void stranger(String why) {
        if (counts(System.currentTimeMillis() / 60_000)) {
            LOG.warn("refused: {}", why);
        }
    }

    /** A request that was refused by the rights of the one who asked, whoever that is. */
    static void refused(String why, HttpServletRequest request) {
        Authentication current = SecurityContextHolder.getContext().getAuthentication();
        if (current != null && current.getPrincipal() instanceof Reader reader) {
            refused(why, reader.id(), request);
        } else {
            stranger(why, request);
        }
    }

    @EventListener
    void signedIn(InteractiveAuthenticationSuccessEvent event) {
        LOG.info("signed in: {}", who(event.getAuthentication()));
    }

    @EventListener
    void signedOut(LogoutSuccessEvent event) {
        LOG.info("signed out: {}", who(event.getAuthentication()));
    }

    /** What was typed in place of a person's id may be a token: it is never written. */
    @EventListener
    void notSignedIn(AbstractAuthenticationFailureEvent event) {
        if (counts(System.currentTimeMillis() / 60_000)) {
            LOG.warn("not signed in: {}", from(event.getAuthentication()));
        }
    }

    private static String who(Authentication authentication) {
        String id = authentication.getPrincipal() instanceof Reader reader ? reader.id() : "unknown";
        return "by=" + id + " " + from(authentication);
    }

    private static String from(Authentication authentication) {
        return authentication.getDetails() instanceof WebAuthenticationDetails details
                ? "from=" + details.getRemoteAddress()
                : "from=unknown";
    }

    private static String place(HttpServletRequest request) {
        String method = METHODS.contains(request.getMethod()) ? request.getMethod() : "?";
        String[] words = request.getRequestURI().split("/", 3);
        String first = words.length > 1 && words[1].matches("[a-z-]{0,20}") ? words[1] : "?";
        return method + " /" + first;
    }

    static synchronized void newMinute() {
        minute = 0;
        strangers = 0;
    }

    private static synchronized boolean counts(long now) {
        if (now != minute) {
            newMinute();
            minute = now;
        }
        strangers++;
        if (strangers == MOST_A_MINUTE + 1) {
            LOG.warn("more than {} strangers were refused in this minute; the others are not written", MOST_A_MINUTE);
        }
        return strangers <= MOST_A_MINUTE;
    }
}
