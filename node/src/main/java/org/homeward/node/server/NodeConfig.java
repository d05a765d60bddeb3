package org.homeward.node.server;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.homeward.node.exchange.DurableFiles;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a node, kept in {@code node.properties} in its home.
 *
 * @param id participant id, such as {@code ua}
 * @param agency where the agency answers; {@link #BY_HAND} without a line to it; null at the agency itself
 * @param bind the address it listens on; only loopback with test sign-in
 * @param site host name under which people open the pages, to which their passkeys are bound; {@code localhost} without a name
 * @param peerPort the agency's port for other nodes, TLS with mutual certificates; a bureau has none
 * @param store JDBC address of a PostgreSQL store; null for the embedded one in the home
 */
public record NodeConfig(
        Path home,
        String id,
        String name,
        @Nullable URI agency,
        String bind,
        int port,
        boolean testSignIn,
        @Nullable String store,
        int peerPort,
        String site) {
    /** Without a name of its own: people sit at this machine. */
    public static final String LOCAL = "localhost";

    private static final Pattern STORE = Pattern.compile("jdbc:postgresql://([^/?]*)[^?]*(?:\\?(.*))?");

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private static final Pattern SITE =
            Pattern.compile("(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*");

    /** How far the port for other nodes is from that for people, where nothing else is set. */
    private static final int PEERS = 100;

    /** With the usual port for other nodes. */
    public NodeConfig(
            Path home,
            String id,
            String name,
            @Nullable URI agency,
            String bind,
            int port,
            boolean testSignIn,
            @Nullable String store) {
        this(home, id, name, agency, bind, port, testSignIn, store, agency == null ? usual(port) : 0, LOCAL);
    }

    /** With another port for other nodes. */
    public NodeConfig withPeerPort(int other) {
        return new NodeConfig(home, id, name, agency, bind, port, testSignIn, store, other, site);
    }

    /** Whether a start would accept these settings; they are tried in a folder of their own, so that nothing is left of bad ones. */
    public void check() throws IOException, BadConfigException {
        Path trial = Files.createTempDirectory("homeward-settings");
        try {
            new NodeConfig(trial, id, name, agency, bind, port, testSignIn, store, peerPort, site).save();
            load(trial);
        } catch (BadConfigException e) {
            // Told of the file that would have been.
            throw new BadConfigException(home.resolve(FILE), e.what);
        } finally {
            Files.deleteIfExists(trial.resolve(FILE));
            Files.delete(trial);
        }
    }

    /** With a host name for the pages. */
    public NodeConfig withSite(String other) {
        return new NodeConfig(home, id, name, agency, bind, port, testSignIn, store, peerPort, other);
    }

    private static int usual(int port) {
        return port == 0 ? 0 : port + PEERS;
    }

    private static final String FILE = "node.properties";
    private static final String HAND = "by-hand";
    private static final Set<String> KEYS =
            Set.of("id", "name", "agency", "bind", "port", "test-sign-in", "store", "peer-port", "site");

    /** The settings cannot be used, and why. */
    public static final class BadConfigException extends Exception {
        private static final long serialVersionUID = 1L;
        private final String what;

        BadConfigException(Path file, String what) {
            super("The settings in " + file + " cannot be used: " + what + ".");
            this.what = what;
        }
    }

    public boolean isAgency() {
        return agency == null;
    }

    /** The agency of a bureau without a line to it: everything is carried as sealed packages. */
    public static final URI BY_HAND = URI.create("package:by-hand");

    /** Whether everything is carried to and from the agency as sealed packages. */
    public boolean isByHand() {
        return BY_HAND.equals(agency);
    }

    /** Where this node answers. */
    public URI url() {
        return URI.create("http://" + (bind.contains(":") ? "[" + bind + "]" : bind) + ":" + port);
    }

    /** Where people open the pages; behind what ends TLS for the site's name. */
    public URI pagesUrl() {
        return URI.create(site.equals(LOCAL) ? "http://" + LOCAL + ":" + port : "https://" + site);
    }

    /** Where other nodes reach this one; the agency's answer. */
    public URI peerUrl() {
        return URI.create("https://" + (bind.contains(":") ? "[" + bind + "]" : bind) + ":" + peerPort);
    }

    /** Reads and checks the settings of the node in that home. */
    public static NodeConfig load(Path home) throws IOException, BadConfigException {
        Path file = home.resolve(FILE);
        if (!Files.exists(file)) {
            throw new BadConfigException(file, "the file is not there; set the node up with 'homeward node init'");
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IllegalArgumentException e) {
            throw new BadConfigException(file, "a \\u escape in it is broken");
        }
        for (String key : properties.stringPropertyNames()) {
            if (!KEYS.contains(key)) {
                throw new BadConfigException(file, "'" + key + "' is not a setting; there are " + Set.copyOf(KEYS));
            }
        }
        String id = required(file, properties, "id");
        if (!id.matches("[a-z][a-z0-9-]{0,19}")) {
            throw new BadConfigException(file, "id '" + id + "' is not a short lower-case code");
        }
        NodeConfig config = new NodeConfig(
                home,
                id,
                required(file, properties, "name"),
                agency(file, properties.getProperty("agency")),
                properties.getProperty("bind", "127.0.0.1"),
                port(file, required(file, properties, "port")),
                Boolean.parseBoolean(properties.getProperty("test-sign-in", "false")),
                properties.getProperty("store"),
                properties.getProperty("agency") != null
                        ? 0
                        : properties.getProperty("peer-port") == null
                                ? usual(port(file, required(file, properties, "port")))
                                : port(file, required(file, properties, "peer-port")),
                properties.getProperty("site", LOCAL).trim());
        if (!SITE.matcher(config.site()).matches()) {
            throw new BadConfigException(
                    file, "site '" + config.site() + "' is not a host name in lower case, without https:// and port");
        }
        if (config.testSignIn() && !Set.of("127.0.0.1", "::1").contains(config.bind())) {
            throw new BadConfigException(
                    file,
                    "test sign-in lets anybody in and is only allowed on 127.0.0.1 or ::1, not on " + config.bind());
        }
        if (config.store() != null && !isSafeLine(config.store())) {
            // Not the address itself: it may hold a password.
            throw new BadConfigException(
                    file, "the database is on another machine, so that its address must have sslmode=verify-full");
        }
        return config;
    }

    /** Whether the line to the database stays on this machine or is encrypted to a server whose name was checked. */
    private static boolean isSafeLine(String store) {
        Matcher address = STORE.matcher(store);
        if (!address.matches()) {
            // No such address; the driver says what is wrong with it.
            return true;
        }
        return Arrays.stream(address.group(1).split(",", -1))
                        .map(host -> host.replaceFirst(":[0-9]*$", ""))
                        .allMatch(host -> host.isEmpty() || THIS_MACHINE.contains(host))
                || (address.group(2) != null && ("&" + address.group(2) + "&").contains("&sslmode=verify-full&"));
    }

    public void save() throws IOException {
        Map<String, String> lines = new TreeMap<>();
        lines.put("id", id);
        lines.put("name", name);
        lines.put("bind", bind);
        lines.put("port", Integer.toString(port));
        lines.put("test-sign-in", Boolean.toString(testSignIn));
        if (agency != null) {
            lines.put("agency", isByHand() ? HAND : agency.toString());
        }
        if (isAgency()) {
            lines.put("peer-port", Integer.toString(peerPort));
        }
        if (!site.equals(LOCAL)) {
            lines.put("site", site);
        }
        if (store != null) {
            lines.put("store", store);
        }
        StringBuilder text = new StringBuilder();
        lines.forEach((key, value) ->
                text.append(key).append('=').append(value.replace("\\", "\\\\")).append('\n'));
        // The database's address may hold a password.
        DurableFiles.replaceSecret(
                home.resolve(FILE + ".new"), text.toString().getBytes(StandardCharsets.UTF_8), home.resolve(FILE));
    }

    private static String required(Path file, Properties properties, String key) throws BadConfigException {
        String value = properties.getProperty(key);
        if (value == null || value.isBlank()) {
            throw new BadConfigException(file, "'" + key + "' is missing");
        }
        return value.trim();
    }

    private static int port(Path file, String text) throws BadConfigException {
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new BadConfigException(file, "port '" + text + "' is not a number from 0 to 65535");
    }

    private static @Nullable URI agency(Path file, @Nullable String text) throws BadConfigException {
        if (text == null) {
            return null;
        }
        try {
            if (text.trim().equals(HAND)) {
                return BY_HAND;
            }
            URI uri = URI.create(text.trim());
            if (uri.getHost() != null && "https".equals(uri.getScheme())) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw new BadConfigException(file, "agency '" + text + "' is neither an https address nor " + HAND);
    }
}
