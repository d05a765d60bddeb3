package org.homeward.simulation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.homeward.protocol.json.CanonicalJson;
import org.homeward.protocol.json.MalformedJsonException;

/** Calls in both directions over one pair of streams, a line each. Used by one thread. */
final class Wire {
    /** Answers a call of the other end. */
    interface Handler {
        String handle(String method, String body) throws IOException;
    }

    /** The other end is there no more. */
    static final class Dead extends IOException {
        private static final long serialVersionUID = 1L;

        Dead() {
            super("the other process is dead");
        }
    }

    private record Line(String kind, String method, String body) {}

    private final BufferedReader in;
    private final OutputStream out;
    private final Runnable afterEachLine;

    Wire(InputStream in, OutputStream out, Runnable afterEachLine) {
        this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        this.out = out;
        this.afterEachLine = afterEachLine;
    }

    /** Calls, and meanwhile answers what the other end asks back. */
    String call(String method, String body, Handler handler) throws IOException {
        write(new Line("call", method, body));
        while (true) {
            Line line = read();
            switch (line.kind()) {
                case "answer" -> {
                    return line.body();
                }
                case "failed" -> throw new IOException(line.body());
                default -> serve(line, handler);
            }
        }
    }

    /** Answers calls until the other end is gone. */
    void serve(Handler handler) throws IOException {
        while (true) {
            serve(read(), handler);
        }
    }

    private void serve(Line line, Handler handler) throws IOException {
        Line answer;
        try {
            answer = new Line("answer", line.method(), handler.handle(line.method(), line.body()));
        } catch (Dead dead) {
            throw dead;
        } catch (IOException e) {
            answer = new Line("failed", line.method(), String.valueOf(e.getMessage()));
        }
        write(answer);
    }

    private void write(Line line) throws IOException {
        try {
            out.write(CanonicalJson.bytes(line));
            out.write('\n');
            out.flush();
        } catch (IOException e) {
            throw new Dead();
        }
        afterEachLine.run();
    }

    private Line read() throws IOException {
        try {
            String text = in.readLine();
            if (text == null) {
                throw new Dead();
            }
            return CanonicalJson.read(text.getBytes(StandardCharsets.UTF_8), Line.class);
        } catch (MalformedJsonException torn) {
            throw new Dead();
        }
    }
}
