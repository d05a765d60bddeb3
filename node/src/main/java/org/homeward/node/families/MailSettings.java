package org.homeward.node.families;

import java.io.IOException;
import java.io.Reader;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * The mail server of a node, from {@code mail.properties} in its home; without the file no mail leaves.
 *
 * @param from address from which notices come
 * @param user empty where the server asks for none
 * @param tls whether the line to the server must be encrypted; only a server on this machine may do without
 */
public record MailSettings(String host, int port, String from, String user, String password, boolean tls) {
    static final String FILE = "mail.properties";

    private static final Set<String> KEYS = Set.of("host", "port", "from", "user", "password", "tls");

    @Override
    public String toString() {
        return host + ":" + port;
    }

    /** @throws IOException when the settings cannot be used, in a sentence */
    public static Optional<MailSettings> load(Path home) throws IOException {
        Path file = home.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties lines = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            lines.load(reader);
        } catch (IllegalArgumentException e) {
            throw refusal(file, "a \\u escape in it is broken");
        }
        for (String key : lines.stringPropertyNames()) {
            if (!KEYS.contains(key)) {
                throw refusal(file, "'" + key + "' is not a setting; there are host, port, from, user, password, tls");
            }
        }
        String host = lines.getProperty("host", "").strip();
        if (!host.matches("[A-Za-z0-9.:-]{1,253}")) {
            throw refusal(file, "'host' is missing or no host name");
        }
        String port = lines.getProperty("port", "587").strip();
        if (!port.matches("[0-9]{1,5}") || Integer.parseInt(port) < 1 || Integer.parseInt(port) > 65_535) {
            throw refusal(file, "port '" + port + "' is not a number from 1 to 65535");
        }
        String from = lines.getProperty("from", "").strip();
        if (!from.matches("[^\\s@<>]+@[^\\s@<>]+")) {
            throw refusal(file, "'from' is missing or no mail address");
        }
        String user = lines.getProperty("user", "").strip();
        String password = lines.getProperty("password", "");
        if (user.isEmpty() != password.isEmpty()) {
            throw refusal(file, "'user' and 'password' go together");
        }
        String tls = lines.getProperty("tls", "required").strip();
        if (!Set.of("required", "none").contains(tls)) {
            throw refusal(file, "tls is 'required' or 'none', not '" + tls + "'");
        }
        if (tls.equals("none") && !isThisMachine(host)) {
            throw refusal(file, "tls=none is only for a server on this machine, not for " + host);
        }
        return Optional.of(
                new MailSettings(host, Integer.parseInt(port), from, user, password, tls.equals("required")));
    }

    private static boolean isThisMachine(String host) throws IOException {
        return host.equals("localhost")
                || host.matches("[0-9.]+|[0-9a-fA-F:]*:[0-9a-fA-F:]*")
                        && InetAddress.getByName(host).isLoopbackAddress();
    }

    private static IOException refusal(Path file, String what) {
        return new IOException("The mail settings in " + file + " cannot be used: " + what + ".");
    }
}
