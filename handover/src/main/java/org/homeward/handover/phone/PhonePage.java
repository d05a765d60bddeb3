package org.homeward.handover.phone;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The page for telephones, as files with their types. It holds no data of any day and is the same for everybody, so whoever serves it learns
 * nothing; and because its service worker keeps one whole version, a device never runs half an old page and half a new one. Immutable.
 */
public final class PhonePage {
    /**
     * What the page may do: load its own files and nothing else. Names reach it from a file that its officer chooses, and leave it in no request.
     */
    public static final String CONTENT_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
                    + " manifest-src 'self'; worker-src 'self'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'";

    private static final String WORKER = "sw.js";
    private static final String START = "index.html";

    private static final Map<String, String> TYPES = types();

    private final Map<String, File> files;

    /** One file. */
    public record File(String type, byte[] bytes) {}

    private PhonePage(Map<String, File> files) {
        this.files = files;
    }

    private static Map<String, String> types() {
        Map<String, String> types = new LinkedHashMap<>();
        types.put(START, "text/html; charset=utf-8");
        types.put("phone.css", "text/css; charset=utf-8");
        types.put("icon.svg", "image/svg+xml");
        types.put("manifest.webmanifest", "application/manifest+json");
        for (String script : new String[] {
            "page.js",
            "bytes.js",
            "seal.js",
            "vault.js",
            "log.js",
            "day.js",
            "find.js",
            "chain.js",
            "codes.js",
            "meet.js",
            "qr/index.js",
            "qr/decode.js",
            "words.js",
            WORKER
        }) {
            types.put(script, "text/javascript; charset=utf-8");
        }
        return types;
    }

    /** The page of this version of the program. */
    public static PhonePage read() {
        Map<String, File> files = new TreeMap<>();
        MessageDigest digest = sha256();
        TYPES.forEach((name, type) -> {
            byte[] bytes = resource(name);
            digest.update(bytes);
            files.put(name, new File(type, bytes));
        });
        String version = HexFormat.of().formatHex(digest.digest()).substring(0, 16);
        String kept = TYPES.keySet().stream()
                .filter(name -> !name.equals(WORKER))
                .map(name -> "'" + (name.equals(START) ? "./" : name) + "'")
                .collect(Collectors.joining(", "));
        String worker = new String(resource(WORKER), StandardCharsets.UTF_8)
                .replace("@VERSION@", version)
                .replace("/*@FILES@*/", kept);
        files.put(WORKER, new File("text/javascript; charset=utf-8", worker.getBytes(StandardCharsets.UTF_8)));
        return new PhonePage(files);
    }

    /** What is served at that path, which begins with a slash; empty for anything that is not of the page. */
    public Optional<File> at(String path) {
        return Optional.ofNullable(files.get(path.equals("/") ? START : path.substring(Math.min(1, path.length()))));
    }

    private static byte[] resource(String name) {
        try (InputStream in = PhonePage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the program was packed without " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
