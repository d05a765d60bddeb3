package org.homeward.cli.demo;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;

/** Says what has happened, and while a step takes long, that it goes on. */
final class Progress implements AutoCloseable {
    private static final Duration QUIET = Duration.ofSeconds(1);

    private final PrintWriter out;
    private final Instant start = Instant.now();
    private final Thread ticker;
    private Instant last = start;
    private boolean dots;

    Progress(PrintWriter out) {
        this.out = out;
        this.ticker = Thread.ofVirtual().start(this::tick);
    }

    synchronized void step(String what, String figures) {
        if (dots) {
            out.println();
            dots = false;
        }
        last = Instant.now();
        out.printf(
                "%5.1f s  %s%s%n",
                Duration.between(start, last).toMillis() / 1000.0, what, figures.isEmpty() ? "" : " (" + figures + ")");
        out.flush();
    }

    private void tick() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Thread.sleep(QUIET);
            } catch (InterruptedException e) {
                return;
            }
            synchronized (this) {
                if (Duration.between(last, Instant.now()).compareTo(QUIET) >= 0) {
                    out.print(dots ? "." : "         .");
                    out.flush();
                    dots = true;
                }
            }
        }
    }

    @Override
    public void close() {
        ticker.interrupt();
    }
}
