package org.homeward.browser.present;

import static org.homeward.browser.present.ThreeNodes.AGREED;
import static org.homeward.browser.present.ThreeNodes.OPEN;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How long people on a slow laptop wait until a page shows something: first contentful paint, as Chromium reports it, with its processor slowed
 * down six times and a line of 5 Mbit/s and 40 ms. The nodes run beside it on the same machine. {@code bench/run paint TIMES}.
 */
final class PaintBench {
    private static final int SLOWER = 6;
    private static final int LATENCY_MS = 40;
    private static final int BYTES_A_SECOND = 5_000_000 / 8;
    private static final String PAINT = """
            () => new Promise(done => {
              const look = () => {
                const seen = performance.getEntriesByName('first-contentful-paint')[0];
                seen ? done(seen.startTime) : requestAnimationFrame(look);
              };
              look();
            })
            """;

    private PaintBench() {}

    public static void main(String[] arguments) throws Exception {
        int times = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
        System.out.printf(
                "machine: %d processors, Java %s; the browser %d times slower, %d ms, %d kB/s; median and worst of %d, ms%n",
                Runtime.getRuntime().availableProcessors(),
                Runtime.version(),
                SLOWER,
                LATENCY_MS,
                BYTES_A_SECOND / 1000,
                times);
        Path folder = Files.createTempDirectory("paint");
        try (ThreeNodes nodes = ThreeNodes.start(folder);
                Desk desk = new Desk()) {
            Page page = desk.signedIn(nodes.ru(), "Test operator 1", 1280);
            slow(page);
            double worst = 0;
            for (Map.Entry<String, String> each : pages().entrySet()) {
                double[] waited = new double[times];
                for (int i = 0; i < times; i++) {
                    page.navigate(each.getValue());
                    waited[i] = ((Number) page.evaluate(PAINT)).doubleValue();
                }
                Arrays.sort(waited);
                worst = Math.max(worst, waited[times / 2]);
                System.out.printf("%-10s %6.0f %6.0f%n", each.getKey(), waited[times / 2], waited[times - 1]);
            }
            System.out.printf("slowest median %.0f ms (1000 asked)%n", worst);
        } finally {
            wipe(folder);
        }
        // Node's own threads may linger.
        System.exit(0);
    }

    private static Map<String, String> pages() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("cases", "/");
        pages.put("case", "/cases/" + AGREED);
        pages.put("open case", "/cases/" + OPEN);
        pages.put("list", "/cases/" + AGREED + "/lists/ua");
        pages.put("proposal", "/cases/" + AGREED + "/proposal");
        pages.put("balance", "/cases/" + AGREED + "/balance");
        pages.put("agreed", "/cases/" + AGREED + "/agreed");
        pages.put("persons", "/cases/" + AGREED + "/persons");
        pages.put("desk", "/cases/" + OPEN + "/desk");
        pages.put("register", "/registers/held");
        pages.put("duties", "/duties");
        pages.put("remains", "/remains");
        pages.put("people", "/people");
        return pages;
    }

    /** The screen of an old laptop on a poor line, as the browser's own tools imitate it. */
    private static void slow(Page page) {
        CDPSession session = page.context().newCDPSession(page);
        JsonObject processor = new JsonObject();
        processor.addProperty("rate", SLOWER);
        session.send("Emulation.setCPUThrottlingRate", processor);
        session.send("Network.enable");
        JsonObject line = new JsonObject();
        line.addProperty("offline", false);
        line.addProperty("latency", LATENCY_MS);
        line.addProperty("downloadThroughput", BYTES_A_SECOND);
        line.addProperty("uploadThroughput", BYTES_A_SECOND);
        session.send("Network.emulateNetworkConditions", line);
    }

    private static void wipe(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
