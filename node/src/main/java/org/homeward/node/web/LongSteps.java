package org.homeward.node.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.homeward.node.people.Person;
import org.homeward.node.web.view.Reader;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Keeps what takes long from stopping the rest: a person, with all his windows and programs, has one such piece of work at a time, and the node
 * as many as it has processors. Who comes with a second one is told so at once; who finds the node full waits a little first. Nothing of what
 * is refused has begun. Safe for threads.
 */
public final class LongSteps implements HandlerInterceptor {
    private static final Pattern LONG =
            Pattern.compile("/intake|(/api)?/cases/[^/]+/(steps/[^/]+|terms)|/api/registers/[^/]+"
                    + "|/registers/[^/]+/twins/look|/cases/[^/]+/day/[^/]+/(logs|follow)|/record");

    private static final String MINE = LongSteps.class.getName();

    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private final Semaphore places;
    private final long patienceMillis;

    public LongSteps() {
        this(Runtime.getRuntime().availableProcessors(), TimeUnit.SECONDS.toMillis(20));
    }

    /**
     * @param places how many run at once
     * @param patienceMillis how long one waits for a place
     */
    LongSteps(int places, long patienceMillis) {
        this.places = new Semaphore(places, true);
        this.patienceMillis = patienceMillis;
    }

    static boolean isLong(String method, String path) {
        return method.equals("POST") && LONG.matcher(path).matches();
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        String who = who();
        if (who == null || !isLong(request.getMethod(), request.getRequestURI())) {
            return true;
        }
        if (!busy.add(who)) {
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
            return false;
        }
        if (!place()) {
            busy.remove(who);
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
            return false;
        }
        request.setAttribute(MINE, who);
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (request.getAttribute(MINE) instanceof String who) {
            request.removeAttribute(MINE);
            places.release();
            busy.remove(who);
        }
    }

    /** The person behind a window or a program, or null. */
    private static @Nullable String who() {
        Authentication current = SecurityContextHolder.getContext().getAuthentication();
        Object principal = current == null ? null : current.getPrincipal();
        return principal instanceof Reader reader
                ? reader.id()
                : principal instanceof Person person ? person.id() : null;
    }

    private boolean place() {
        try {
            return places.tryAcquire(patienceMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
