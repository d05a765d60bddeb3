package org.homeward.node.exports;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.homeward.node.store.Registers.Kind;
import org.homeward.node.web.ProgramRefusal;
import org.homeward.node.web.view.Reader;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** Counts the pages of a register that a person's programs ask for as data. */
public final class BulkDoor implements HandlerInterceptor {
    /** The page of a register; its rows one by one ask for a purpose each. */
    static final String PAGE = "/registers/{name}";

    private final ProgramReads reads;

    public BulkDoor(ProgramReads reads) {
        this.reads = reads;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (request.getHeader("Authorization") == null
                || who == null
                || !(who.getPrincipal() instanceof Reader reader)
                || !PAGE.equals(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE))
                || !(request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
                        instanceof Map<?, ?> named)) {
            return true;
        }
        Optional<Kind> register = Kind.of(String.valueOf(named.get("name")));
        return register.isEmpty() || isLeft(reader, register.get(), request, response);
    }

    private boolean isLeft(Reader reader, Kind register, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        ProgramReads.Taken taken = reads.take(reader.id(), register, ExportDesk.BULK);
        if (taken.rows() == ExportDesk.BULK) {
            return true;
        }
        reads.giveBack(taken, taken.rows());
        ProgramRefusal.send(request, response, HttpStatus.FORBIDDEN, ProgramReads.usedUp(register));
        return false;
    }
}
