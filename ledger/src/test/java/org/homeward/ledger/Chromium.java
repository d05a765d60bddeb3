package org.homeward.ledger;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The machine's own browser over its debugging protocol, with nothing but the JDK. */
final class Chromium implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final HttpClient client = HttpClient.newHttpClient();
    private final BlockingQueue<JsonNode> answers = new LinkedBlockingQueue<>();
    private final WebSocket page;
    private int calls;

    private Chromium(Process process, URI debugger, Path html) throws IOException, InterruptedException {
        this.process = process;
        URI fresh = URI.create("http://127.0.0.1:" + debugger.getPort() + "/json/new?" + html.toUri());
        String target = client.send(
                        HttpRequest.newBuilder(fresh)
                                .PUT(HttpRequest.BodyPublishers.noBody())
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        URI socket =
                URI.create(JSON.readTree(target).get("webSocketDebuggerUrl").asString());
        page = client.newWebSocketBuilder().buildAsync(socket, new Listener()).join();
        while (!evaluate("document.readyState === 'complete' && typeof verifyLog === 'function'")
                .asBoolean()) {
            Thread.onSpinWait();
        }
    }

    /** Opens a page from the disk; skips the test, loudly, where there is no browser. */
    static Chromium open(Path html, Path profile) throws IOException, InterruptedException {
        Optional<Path> program = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(dir -> Stream.of(Path.of(dir, "chromium"), Path.of(dir, "chromium-browser")))
                .filter(Files::isExecutable)
                .findFirst();
        if (program.isEmpty()) {
            System.err.println("SKIPPED: the HTML verifier, because there is no chromium on the PATH.");
        }
        assumeTrue(program.isPresent(), "the HTML verifier is tested where chromium is installed");
        Process process = new ProcessBuilder(
                        program.get().toString(),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-extensions",
                        "--no-first-run",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile.toAbsolutePath(),
                        "about:blank")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            BufferedReader err = process.errorReader(StandardCharsets.UTF_8);
            for (String line = err.readLine(); line != null; line = err.readLine()) {
                if (line.startsWith("DevTools listening on ")) {
                    Thread.ofVirtual().start(() -> err.lines().forEach(rest -> {}));
                    return new Chromium(process, URI.create(line.substring("DevTools listening on ".length())), html);
                }
            }
            throw new IOException("chromium did not start");
        } catch (IOException | InterruptedException | RuntimeException failed) {
            end(process);
            throw failed;
        }
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                JsonNode message = JSON.readTree(text.toString());
                text.setLength(0);
                if (message.has("id")) {
                    answers.add(message);
                }
            }
            socket.request(1);
            return null;
        }
    }

    private JsonNode call(String method, Map<String, ?> params) throws IOException, InterruptedException {
        page.sendText(JSON.writeValueAsString(Map.of("id", ++calls, "method", method, "params", params)), true)
                .join();
        JsonNode answer = answers.poll(120, TimeUnit.SECONDS);
        if (answer == null || answer.has("error")) {
            throw new IOException(method + ": " + answer);
        }
        return answer.get("result");
    }

    /** The value of an expression, awaited when it is a promise. */
    JsonNode evaluate(String expression) throws IOException, InterruptedException {
        JsonNode result =
                call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
        if (result.has("exceptionDetails")) {
            throw new IOException(result.get("exceptionDetails").toString());
        }
        JsonNode value = result.get("result").get("value");
        return value == null ? JSON.nullNode() : value;
    }

    /** Chooses a folder or file in an input of the page, as a person would. */
    void choose(String selector, Path file) throws IOException, InterruptedException {
        JsonNode object = call("Runtime.evaluate", Map.of("expression", "document.querySelector('" + selector + "')"));
        call(
                "DOM.setFileInputFiles",
                Map.of("objectId", object.get("result").get("objectId").asString(), "files", List.of(file.toString())));
    }

    static String quoted(String text) {
        return JSON.writeValueAsString(text);
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        page.abort();
        client.shutdownNow();
        end(process);
    }
}
