package org.homeward.node.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.homeward.node.people.PeopleDesk;

/** The number in a text to sign: given out with a page, kept in the reader's session, and taken back once. */
final class Nonces {
    private static final String NAME = "nonce ";

    private Nonces() {}

    /** @param act what the text is about: each act has a number of its own, so that two open pages do not disturb each other */
    static String give(HttpServletRequest request, String act, PeopleDesk desk) {
        String nonce = desk.nonce();
        if (ForPrograms.is(request)) {
            // Whoever signs reads the page: a program has no passkey and no session to keep a number in.
            return nonce;
        }
        request.getSession().setAttribute(NAME + act, nonce);
        return nonce;
    }

    /** The number that was given; empty when none was, or when it was taken back before. */
    static String take(HttpServletRequest request, String act) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(NAME + act) instanceof String nonce)) {
            return "";
        }
        session.removeAttribute(NAME + act);
        return nonce;
    }
}
