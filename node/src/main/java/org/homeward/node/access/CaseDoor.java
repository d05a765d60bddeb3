package org.homeward.node.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.homeward.node.access.AccessDesk.Door;
import org.homeward.node.people.Person;
import org.homeward.node.people.Person.Role;
import org.homeward.node.web.NotHere;
import org.homeward.node.web.view.Reader;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;

/** Closes the pages and the programs' answers of a case to those to whom it is not open, exactly as if it were not there. */
public final class CaseDoor implements HandlerInterceptor {
    /** Addresses of a case; what makes a new one ({@code POST /api/cases/ID}) is for whoever acts in cases. */
    private static final Pattern CASE = Pattern.compile("(/api)?/cases/([^/]+)(/.*)?");

    private final AccessDesk desk;

    public CaseDoor(AccessDesk desk) {
        this.desk = desk;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Matcher path = CASE.matcher(request.getRequestURI());
        Authentication current = SecurityContextHolder.getContext().getAuthentication();
        if (current == null || !path.matches()) {
            return true;
        }
        boolean program = path.group(1) != null;
        boolean reads = request.getMethod().equals("GET");
        if (program && !reads && path.group(3) == null) {
            return true;
        }
        Door door = door(current, path.group(2));
        if (door == Door.OPEN || door == Door.GLASS && reads) {
            return true;
        }
        throw new NotHere();
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
