package org.homeward.node.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.homeward.node.web.view.NodeFace;
import org.homeward.node.web.view.Reader;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Makes the frame of a page from the request. */
public final class PageFrame {
    private static final String NOTICE = "notice";

    private final NodeFace node;
    private final MessageSource messages;
    private final String script = "/assets/passkey.js?v=" + digest("/static/passkey.js");
    private final String styles = "/assets/homeward.css?v=" + digest("/static/homeward.css");

    PageFrame(NodeFace node, MessageSource messages) {
        this.node = node;
        this.messages = messages;
    }

    /** The frame of the page that answers the request. */
    public Page of(HttpServletRequest request) {
        CsrfToken csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        var flash = RequestContextUtils.getInputFlashMap(request);
        Page.Notice notice = flash != null && flash.get(NOTICE) instanceof Page.Notice n ? n : null;
        return new Page(
                text(request),
                node,
                reader(),
                csrf == null ? "" : csrf.getToken(),
                path(request),
                styles,
                script,
                notice);
    }

    NodeFace node() {
        return node;
    }

    /** The words in a language of the pages, for paper in two of them. */
    public Text in(String language) {
        return new Text(messages, Locale.of(language));
    }

    /** The words in the language of the request. */
    public Text text(HttpServletRequest request) {
        return new Text(messages, Languages.of(request));
    }

    private static @Nullable Reader reader() {
        Authentication current = SecurityContextHolder.getContext().getAuthentication();
        return current != null && current.getPrincipal() instanceof Reader reader ? reader : null;
    }

    /** The page's own address for its language links; an error page has none of its own, so its links lead home. */
    private static String path(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) != null) {
            return "/?";
        }
        StringBuilder path = new StringBuilder(request.getRequestURI()).append('?');
        for (String name : new String[] {
            "page", "reply", "side", "batch", "ordinal", "clause", "from", "to", "name", "role", "issue", "case",
            "status", "sort", "state"
        }) {
            String value = request.getParameter(name);
            if (value != null) {
                path.append(name)
                        .append('=')
                        .append(URLEncoder.encode(value, StandardCharsets.UTF_8))
                        .append('&');
            }
        }
        return path.toString();
    }

    private static String digest(String resource) {
        try (InputStream in = PageFrame.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its " + resource);
            }
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(in.readAllBytes());
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
