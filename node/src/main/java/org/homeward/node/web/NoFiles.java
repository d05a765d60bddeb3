package org.homeward.node.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Gives programs the data of pages and no file: what is carried out is watermarked for a person, and in bulk asked of a second one. */
final class NoFiles implements HandlerInterceptor {
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!ForPrograms.is(request) || isPage(handler)) {
            return true;
        }
        ProgramRefusal.send(
                request,
                response,
                HttpStatus.NOT_ACCEPTABLE,
                "A file lies here and no data: a person takes it from the page.");
        return false;
    }

    /** Whether a handler names a template, where others write bytes. */
    private static boolean isPage(Object handler) {
        return !(handler instanceof HandlerMethod method)
                || method.getMethod().getReturnType() == String.class
                || method.getBeanType() == ErrorController.class;
    }
}
