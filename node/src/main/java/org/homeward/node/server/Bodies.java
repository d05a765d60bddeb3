package org.homeward.node.server;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.HttpStatus;

/** Reads request bodies up to a size. */
final class Bodies {
    private Bodies() {}

    static byte[] read(HttpServletRequest request, int max) throws IOException {
        byte[] body = request.getContentLengthLong() > max
                ? new byte[0]
                : request.getInputStream().readNBytes(max + 1);
        if (body.length > max || request.getContentLengthLong() > max) {
            throw new ApiProblem(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "TOO_LARGE",
                    "The request has more than the " + max + " bytes that are taken here.");
        }
        return body;
    }
}
