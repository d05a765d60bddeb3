package org.homeward.node.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.regex.Pattern;
import org.homeward.node.access.AccessDesk.Door;
import org.homeward.node.people.Person;
import org.homeward.node.people.Person.Role;
import org.homeward.node.web.NotHere;
import org.homeward.node.web.view.Reader;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** Closes the pages and the programs' answers of a case to those to whom it is not open, exactly as if it were not there. */
public final class CaseDoor implements HandlerInterceptor {
    /** What makes a new case is for whoever acts in cases. */
    private static final String MAKES = "/api/cases/{caseId}";

    /** What gives a file: lists, the files of a handover day, and all that programs read. */
    private static final Pattern CARRIES_AWAY = Pattern.compile("/api/.*|.*/export|.*\\{file[:}].*");

    private final AccessDesk desk;

    public CaseDoor(AccessDesk desk) {
        this.desk = desk;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Authentication current = SecurityContextHolder.getContext().getAuthentication();
        String route = String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        boolean reads = request.getMethod().equals("GET");
        if (current == null
                || !(request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> named)
                || !(named.get("caseId") instanceof String caseId)
                || route.equals(MAKES) && !reads) {
            return true;
        }
        Door door = door(current, caseId);
        // Whoever broke the glass looks; he carries nothing away and changes nothing.
        if (door == Door.OPEN || door == Door.GLASS && looks(reads, route) && !program(request)) {
            return true;
        }
        throw new NotHere();
    }

    /** Whether a request only shows a page: it changes nothing, gives no file and is no program's. */
    static boolean looks(boolean reads, String route) {
        return (reads || route.endsWith("/find"))
                && !CARRIES_AWAY.matcher(route).matches();
    }

    /** Whether a page's data is asked for with a token, which lasts longer than a glass is broken. */
    private static boolean program(HttpServletRequest request) {
        return request.getHeader("Authorization") != null;
    }

    private Door door(Authentication who, String caseId) {
        if (who.getPrincipal() instanceof Reader reader) {
            return desk.door(reader.id(), Role.valueOf(reader.role()), caseId);
        }
        return who.getPrincipal() instanceof Person person
                ? desk.door(person.id(), person.role(), caseId)
                : Door.CLOSED;
    }
}
